import type { WorkingCalendar } from '#libs/deadlines';
import type { Decision, DeadlineRule } from '#libs/regulation';

/** Project default where the rules name no deadline; no statutory figure was found (regulation (c), state 4). */
const defaultWorkingDays = 3;
const hourMs = 3_600_000;

/** When a request must have been reviewed: the term comes from the rules, the counting of days from the calendar. */
export class ReviewDeadline {
  constructor(private readonly calendar: WorkingCalendar) {}

  /** @param at when it was received, if the rules name no deadline `review_due` */
  dueAt(decision: Pick<Decision, 'deadlines'>, at: Date): Date {
    const terms = decision.deadlines.filter((deadline) => deadline.name === 'review_due').map((deadline) => this.endOf(deadline));
    if (terms.length === 0) return this.calendar.dueAfter(at, defaultWorkingDays);
    const earliest = new Date(Math.min(...terms.map((term) => term.getTime())));
    return earliest.getTime() < at.getTime() ? at : earliest;
  }

  private endOf({ from, amount, unit }: DeadlineRule): Date {
    const start = new Date(from);
    switch (unit) {
      case 'hour':
        return new Date(from + amount * hourMs);
      case 'day':
        return new Date(from + amount * 24 * hourMs);
      case 'workingDay':
        return this.calendar.dueAfter(start, amount);
      case 'month':
        return new Date(start.setUTCMonth(start.getUTCMonth() + amount));
      case 'year':
        return new Date(start.setUTCFullYear(start.getUTCFullYear() + amount));
    }
  }
}
