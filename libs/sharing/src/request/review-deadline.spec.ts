import { vietnameseCalendar } from '#libs/deadlines';
import type { DeadlineRule } from '#libs/regulation';
import { ReviewDeadline } from './review-deadline.js';

const deadlines = new ReviewDeadline(vietnameseCalendar());
const at = new Date('2026-11-20T08:00:00Z');
const term = (amount: number, unit: DeadlineRule['unit'], name = 'review_due'): DeadlineRule => ({
  rule: 'SH-11',
  name,
  from: at.getTime(),
  amount,
  unit,
});

describe('when a review is due', () => {
  it('follows the rules, counting working days past the weekend and a day off', () => {
    expect(deadlines.dueAt({ deadlines: [term(3, 'workingDay')] }, at).toISOString()).toBe('2026-11-26T16:59:59.999Z');
    expect(deadlines.dueAt({ deadlines: [term(3, 'hour'), term(3, 'workingDay')] }, at).toISOString()).toBe('2026-11-20T11:00:00.000Z');
    expect(deadlines.dueAt({ deadlines: [term(1, 'month')] }, at).toISOString()).toBe('2026-12-20T16:59:59.999Z');
  });
  it('reminds on the earliest possible day where the holidays of the year are not known yet', () => {
    const later = new Date('2027-12-30T08:00:00Z');
    const named = { ...term(3, 'workingDay'), from: later.getTime() };
    expect(deadlines.dueAt({ deadlines: [named] }, later).toISOString()).toBe('2028-01-02T08:00:00.000Z');
  });
  it('is three working days where the rules name none', () => {
    expect(deadlines.dueAt({ deadlines: [] }, at).toISOString()).toBe('2026-11-26T16:59:59.999Z');
    expect(deadlines.dueAt({ deadlines: [term(1, 'hour', 'other')] }, at).toISOString()).toBe('2026-11-26T16:59:59.999Z');
  });
});
