import { vietnameseCalendar } from '#libs/deadlines';
import { countDeadline } from './deadline-count.js';
import type { DeadlineRule } from './decision.js';

const calendar = vietnameseCalendar();
const rule = (from: string, amount: number, unit: DeadlineRule['unit']): DeadlineRule => ({
  rule: 'XX-01',
  name: 'x',
  from: Date.parse(from),
  amount,
  unit,
});
const due = (from: string, amount: number, unit: DeadlineRule['unit']): string =>
  new Date(countDeadline(rule(from, amount, unit), calendar).dueAt).toISOString();

describe('a deadline', () => {
  it('in working days passes over weekend and Culture Day', () => {
    const counted = countDeadline(rule('2026-11-20T15:00:00+07:00', 2, 'workingDay'), calendar);
    expect(counted.dueDate).toBe('2026-11-25');
    expect(counted.counted).toMatchObject({ firstDay: '2026-11-21', skipped: ['2026-11-21', '2026-11-22', '2026-11-24'] });
  });
  it('in working days passes over the whole of Tết 2026', () => {
    expect(due('2026-02-13T08:00:00+07:00', 5, 'workingDay')).toBe('2026-02-27T16:59:59.999Z');
  });
  it('in hours runs on through the night and the holiday', () => {
    expect(due('2026-02-16T22:00:00+07:00', 24, 'hour')).toBe('2026-02-17T15:00:00.000Z');
    expect(due('2026-09-15T08:00:00+07:00', 72, 'hour')).toBe('2026-09-18T01:00:00.000Z');
  });
  it('in days ends at the end of the last of them', () => {
    expect(due('2026-09-14T10:00:00+07:00', 10, 'day')).toBe('2026-09-24T16:59:59.999Z');
  });
  it('in days that ends on a day off ends with the next working day', () => {
    const counted = countDeadline(rule('2026-08-20T10:00:00+07:00', 10, 'day'), calendar);
    // 30 August is a Sunday, 31 August and 1 and 2 September are off.
    expect(counted.dueDate).toBe('2026-09-03');
    expect(counted.counted.skipped).toEqual(['2026-08-30', '2026-08-31', '2026-09-01', '2026-09-02']);
  });
  it('in months and years takes the same day, or the last of a shorter month', () => {
    expect(due('2026-07-01T00:00:00+07:00', 6, 'month')).toBe('2027-01-04T16:59:59.999Z');
    expect(due('2026-08-31T00:00:00+07:00', 6, 'month')).toBe('2027-03-01T16:59:59.999Z');
    expect(due('2026-09-15T09:00:00+07:00', 5, 'year')).toBe('2031-09-15T16:59:59.999Z');
  });
  it('named by the law itself stays where it is', () => {
    expect(due('2026-12-31T00:00:00+07:00', 0, 'day')).toBe('2026-12-31T16:59:59.999Z');
  });
  it('counts by the clock of Hà Nội, not by UTC', () => {
    expect(due('2026-10-04T17:30:00Z', 1, 'workingDay')).toBe('2026-10-06T16:59:59.999Z');
  });
});
