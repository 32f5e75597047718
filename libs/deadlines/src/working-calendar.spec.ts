import { vietnameseCalendar } from './index.js';

const calendar = vietnameseCalendar();
const due = (from: string, days: number): string => calendar.dueAfter(new Date(from), days).toISOString();

describe('working days', () => {
  it('counts three of them past a weekend, to the end of the third in Hà Nội', () => {
    // Friday 20 November 2026, afternoon; Tuesday the 24th is Culture Day, a day off.
    expect(due('2026-11-20T15:00:00+07:00', 3)).toBe('2026-11-26T16:59:59.999Z');
  });
  it('passes over the whole of Tết 2026 and counts the worked Saturday of January', () => {
    expect(due('2026-02-13T09:00:00+07:00', 1)).toBe('2026-02-23T16:59:59.999Z');
    expect(due('2026-01-09T09:00:00+07:00', 1)).toBe('2026-01-10T16:59:59.999Z');
  });
  it('takes the day of receipt by the clock of Hà Nội, not by UTC', () => {
    // 00:30 on Monday in Hà Nội is still Sunday in UTC.
    expect(due('2026-10-04T17:30:00Z', 1)).toBe('2026-10-06T16:59:59.999Z');
  });
  it('ends at the end of the same day when nothing is to be counted', () => {
    expect(due('2026-10-05T10:00:00+07:00', 0)).toBe('2026-10-05T16:59:59.999Z');
  });
});
