import { countTerm, vietnameseCalendar, type SkippedDay, type UncountableTerm, type WorkingCalendar } from '#libs/deadlines';
import type { DeadlineRule } from './decision.js';

/** A deadline that a rule named, with its date and how it was counted, in words a clerk can follow. */
export interface CountedDeadline extends DeadlineRule {
  /** Last instant of the term, milliseconds; null when it cannot be counted. */
  readonly dueAt: number | null;
  /** `2026-09-17`, as on a calendar in Hà Nội; null when it cannot be counted. */
  readonly dueDate: string | null;
  readonly counted: {
    /** First day that counts; null for terms in hours and for dates that are named. */
    readonly firstDay: string | null;
    /** Days passed over, and why. */
    readonly skipped: readonly SkippedDay[];
    /** Why there is no date: the clock stands still, or nobody knows the holidays of that year yet. */
    readonly cannotCount: UncountableTerm['reason'] | null;
    /** Rests on a holiday notice that has not come yet. */
    readonly isProvisional: boolean;
    readonly vi: string;
    readonly en: string;
  };
}

export function countDeadline(rule: DeadlineRule, calendar: WorkingCalendar): CountedDeadline {
  const count = countTerm(rule, calendar);
  if (count.kind === 'cannot_count') {
    const { reason, vi, en } = count;
    return {
      ...rule,
      dueAt: null,
      dueDate: null,
      counted: { firstDay: null, skipped: [], cannotCount: reason, isProvisional: false, vi, en },
    };
  }
  const { dueAt, dueDate, firstDay, skipped, isProvisional, vi, en } = count;
  return { ...rule, dueAt, dueDate, counted: { firstDay, skipped, cannotCount: null, isProvisional, vi, en } };
}

/** Earliest first; what cannot be counted last. @param calendar that of the data file unless given */
export function countDeadlines(rules: readonly DeadlineRule[], calendar: WorkingCalendar = vietnameseCalendar()): CountedDeadline[] {
  const order = (deadline: CountedDeadline): number => deadline.dueAt ?? Number.POSITIVE_INFINITY;
  return rules
    .map((rule) => countDeadline(rule, calendar))
    .sort((a, b) => (order(a) === order(b) ? a.name.localeCompare(b.name) : order(a) - order(b)));
}
