import { hanoiDate, hanoiOffsetMs } from '#libs/kernel';
import { vietnameseCalendar, type WorkingCalendar } from '#libs/deadlines';
import type { DeadlineRule } from './decision.js';

/** A deadline that a rule named, with its date and how it was counted, in words a clerk can follow. */
export interface CountedDeadline extends DeadlineRule {
  /** Last instant of the term, milliseconds. */
  readonly dueAt: number;
  /** `2026-09-17`, as on a calendar in Hà Nội. */
  readonly dueDate: string;
  readonly counted: {
    /** First day that counts; null for terms in hours. */
    readonly firstDay: string | null;
    /** Days passed over because nobody works on them. */
    readonly skipped: readonly string[];
    readonly vi: string;
    readonly en: string;
  };
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * Counts what a rule named (working days of public bodies in Hà Nội, Tết included). The day of the event is not counted
 * (civil code Đ147.2); a term in days that ends on a day off ends with the next working day (Đ148.5); hours run on.
 */
export function countDeadline(rule: DeadlineRule, calendar: WorkingCalendar): CountedDeadline {
  switch (rule.unit) {
    case 'hour': {
      const dueAt = rule.from + rule.amount * hourMs;
      return counted(rule, dueAt, null, [], `${rule.amount} giờ liên tục`, `${rule.amount} hours on end`);
    }
    case 'workingDay':
      return countWorkingDays(rule, calendar);
    case 'day':
      return countDays(rule, dayAfter(rule.from, rule.amount), calendar, `${rule.amount} ngày`, `${rule.amount} days`);
    case 'month':
      return countDays(rule, monthsAfter(rule.from, rule.amount), calendar, `${rule.amount} tháng`, `${rule.amount} months`);
    case 'year':
      return countDays(rule, monthsAfter(rule.from, rule.amount * 12), calendar, `${rule.amount} năm`, `${rule.amount} years`);
  }
}

/** @param calendar of the years concerned; that of the data file unless given */
export function countDeadlines(rules: readonly DeadlineRule[], calendar: WorkingCalendar = vietnameseCalendar()): CountedDeadline[] {
  return rules.map((rule) => countDeadline(rule, calendar)).sort((a, b) => a.dueAt - b.dueAt || a.name.localeCompare(b.name));
}

function countWorkingDays(rule: DeadlineRule, calendar: WorkingCalendar): CountedDeadline {
  const skipped: string[] = [];
  let at = rule.from;
  for (let left = rule.amount; left > 0;) {
    at += dayMs;
    const date = hanoiDate(new Date(at));
    if (calendar.isWorkingDay(date)) left -= 1;
    else skipped.push(date);
  }
  return counted(
    rule,
    endOf(hanoiDate(new Date(at))),
    dayAfter(rule.from, 1),
    skipped,
    `${rule.amount} ngày làm việc, không tính ngày nhận`,
    `${rule.amount} working days, the day of receipt not counted`,
  );
}

function countDays(rule: DeadlineRule, lastDay: string, calendar: WorkingCalendar, vi: string, en: string): CountedDeadline {
  const skipped: string[] = [];
  let date = lastDay;
  // A date that the law names itself (no days to count) stays where it is.
  while (rule.amount > 0 && !calendar.isWorkingDay(date)) {
    skipped.push(date);
    date = dayAfter(endOf(date), 1);
  }
  const moved =
    skipped.length === 0
      ? ['', '']
      : [`; ngày cuối là ngày nghỉ nên chuyển sang ngày làm việc kế tiếp`, `; the last day is a day off, so the next working day counts`];
  return counted(
    rule,
    endOf(date),
    rule.amount === 0 ? null : dayAfter(rule.from, 1),
    skipped,
    `${vi}, không tính ngày đầu${moved[0]}`,
    `${en}, the first day not counted${moved[1]}`,
  );
}

function counted(
  rule: DeadlineRule,
  dueAt: number,
  firstDay: string | null,
  skipped: readonly string[],
  vi: string,
  en: string,
): CountedDeadline {
  return { ...rule, dueAt, dueDate: hanoiDate(new Date(dueAt)), counted: { firstDay, skipped, vi, en } };
}

function dayAfter(from: number, days: number): string {
  return hanoiDate(new Date(from + days * dayMs));
}

/** Same day of a later month, or its last day where the month is shorter. */
function monthsAfter(from: number, months: number): string {
  const [year = 0, month = 1, day = 1] = hanoiDate(new Date(from)).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Last millisecond of a day in Hà Nội. */
function endOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - hanoiOffsetMs + dayMs - 1;
}
