import { countTerm, type WorkingCalendar } from '#libs/deadlines';
import type { Decision, DeadlineRule } from '#libs/regulation';

/** Project default where the rules name no deadline; no statutory figure was found (regulation (c), state 4). */
const defaultWorkingDays = 3;
const dayMs = 86_400_000;

/** When a request must have been reviewed: the term comes from the rules, the counting of days from the calendar. */
export class ReviewDeadline {
  constructor(private readonly calendar: WorkingCalendar) {}

  /** @param at when it was received, if the rules name no deadline `review_due` */
  dueAt(decision: Pick<Decision, 'deadlines'>, at: Date): Date {
    const named = decision.deadlines.filter((deadline) => deadline.name === 'review_due');
    const terms: readonly Pick<DeadlineRule, 'from' | 'amount' | 'unit'>[] =
      named.length > 0 ? named : [{ from: at.getTime(), amount: defaultWorkingDays, unit: 'workingDay' }];
    const earliest = Math.min(...terms.map((term) => this.endOf(term)));
    return earliest < at.getTime() ? at : new Date(earliest);
  }

  /** Where the holidays of a year are not known yet, the earliest day it can be: too early reminds, too late forgets. */
  private endOf(term: Pick<DeadlineRule, 'from' | 'amount' | 'unit'>): number {
    const count = countTerm(term, this.calendar);
    return count.kind === 'counted' ? count.dueAt : term.from + term.amount * dayMs;
  }
}
