import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { countTerm, vietnameseCalendar, type Term, type TermUnit } from './index.js';

const calendar = vietnameseCalendar();
const count = (from: string, amount: number, unit: TermUnit, pause: Partial<Term> = {}) =>
  countTerm({ from: Date.parse(from), amount, unit, ...pause }, calendar);
const due = (from: string, amount: number, unit: TermUnit, pause: Partial<Term> = {}): string => {
  const counted = count(from, amount, unit, pause);
  return counted.kind === 'counted' ? new Date(counted.dueAt).toISOString() : counted.reason;
};

describe('a term in working days', () => {
  it('passes over the weekend and Culture Day, and says so in both languages', () => {
    expect(count('2026-11-20T15:00:00+07:00', 2, 'workingDay')).toMatchObject({
      kind: 'counted',
      dueDate: '2026-11-25',
      firstDay: '2026-11-21',
      skipped: [
        { date: '2026-11-21', vi: 'thứ Bảy', en: 'Saturday' },
        { date: '2026-11-22', vi: 'Chủ nhật', en: 'Sunday' },
        { date: '2026-11-24', vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
      ],
      isProvisional: false,
      vi: '2 ngày làm việc, không tính ngày 20/11/2026; bỏ qua 21/11/2026 (thứ Bảy), 22/11/2026 (Chủ nhật), 24/11/2026 (Ngày Văn hóa Việt Nam); hết hạn khi hết ngày 25/11/2026 (24 giờ)',
      en: '2 working days, 2026-11-20 not counted; passing over 2026-11-21 (Saturday), 2026-11-22 (Sunday), 2026-11-24 (Vietnamese Culture Day); ends with 2026-11-25 (24:00 in Hà Nội)',
    });
  });
  it('ends before Tết 2026 or passes over the whole of it', () => {
    expect(due('2026-02-12T08:00:00+07:00', 1, 'workingDay')).toBe('2026-02-13T16:59:59.999Z');
    expect(due('2026-02-13T08:00:00+07:00', 1, 'workingDay')).toBe('2026-02-23T16:59:59.999Z');
    expect(due('2026-02-13T08:00:00+07:00', 5, 'workingDay')).toBe('2026-02-27T16:59:59.999Z');
  });
  it('takes in a worked Saturday and says that it was one', () => {
    expect(due('2026-08-21T08:00:00+07:00', 1, 'workingDay')).toBe('2026-08-22T16:59:59.999Z');
    expect(due('2026-08-22T08:00:00+07:00', 1, 'workingDay')).toBe('2026-08-24T16:59:59.999Z');
    expect(due('2026-08-28T08:00:00+07:00', 1, 'workingDay')).toBe('2026-09-03T16:59:59.999Z');
    const counted = count('2026-08-21T08:00:00+07:00', 2, 'workingDay');
    expect(counted.vi).toContain('có tính 22/08/2026 (thứ Bảy làm bù)');
    expect(counted.en).toContain('counting 2026-08-22 (worked Saturday)');
  });
  it('over a Tết whose notice has not come says that it is a forecast', () => {
    const counted = count('2027-02-03T08:00:00+07:00', 1, 'workingDay');
    expect(counted).toMatchObject({ kind: 'counted', dueDate: '2027-02-11', isProvisional: true });
    expect(counted.vi).toContain('chưa công bố');
    expect(count('2027-04-15T08:00:00+07:00', 1, 'workingDay')).toMatchObject({ dueDate: '2027-04-19', isProvisional: false });
  });
  it('takes the day of receipt by the clock of Hà Nội, on both sides of midnight', () => {
    expect(due('2026-10-04T16:59:59.999Z', 1, 'workingDay')).toBe('2026-10-05T16:59:59.999Z');
    expect(due('2026-10-04T17:00:00.000Z', 1, 'workingDay')).toBe('2026-10-06T16:59:59.999Z');
  });
  it('stands still while somebody is asked for more: the days of waiting do not count', () => {
    const asked = { pausedFrom: Date.parse('2026-09-11T10:00:00+07:00'), pausedTo: Date.parse('2026-09-15T10:00:00+07:00') };
    // Received on Thursday the 10th; Friday counts, Monday and Tuesday are waiting, Wednesday and Thursday count.
    expect(due('2026-09-10T09:00:00+07:00', 3, 'workingDay', asked)).toBe('2026-09-17T16:59:59.999Z');
    expect(count('2026-09-10T09:00:00+07:00', 3, 'workingDay', asked).vi).toContain('15/09/2026 (chờ bổ sung)');
    expect(due('2026-09-10T09:00:00+07:00', 3, 'workingDay', { pausedFrom: asked.pausedFrom })).toBe('paused');
    expect(due('2026-09-10T09:00:00+07:00', 24, 'hour', asked)).toBe('2026-09-15T02:00:00.000Z');
    expect(due('2026-09-10T09:00:00+07:00', 10, 'day', asked)).toBe('2026-09-24T16:59:59.999Z');
  });
  it('that reaches a year without a holiday list cannot be counted, and says which year', () => {
    expect(count('2027-12-30T08:00:00+07:00', 1, 'workingDay')).toMatchObject({ kind: 'counted', dueDate: '2027-12-31' });
    expect(count('2027-12-30T08:00:00+07:00', 2, 'workingDay')).toMatchObject({ kind: 'cannot_count', reason: 'year_unknown', year: 2028 });
    expect(count('2024-12-31T08:00:00+07:00', 1, 'workingDay')).toMatchObject({ kind: 'counted', dueDate: '2025-01-02' });
    expect(count('2024-12-30T08:00:00+07:00', 1, 'workingDay')).toMatchObject({ kind: 'cannot_count', year: 2024 });
    expect(count('2028-03-01T08:00:00+07:00', 2, 'workingDay').vi).toBe('chưa tính được: chưa có lịch ngày nghỉ năm 2028');
  });
});

describe('a term in calendar days, months or years', () => {
  it('ends with its last day and is not moved by a day off; the words name the next working day', () => {
    expect(due('2026-09-14T10:00:00+07:00', 10, 'day')).toBe('2026-09-24T16:59:59.999Z');
    const counted = count('2026-08-20T10:00:00+07:00', 10, 'day');
    expect(counted).toMatchObject({ kind: 'counted', dueDate: '2026-08-30', nextWorkingDay: '2026-09-03', skipped: [] });
    expect(counted.vi).toContain('không dời');
  });
  it('needs no holiday list', () => {
    expect(due('2029-05-01T10:00:00+07:00', 30, 'day')).toBe('2029-05-31T16:59:59.999Z');
  });
  it('takes the same day of the month, or the last of a shorter one', () => {
    expect(due('2026-07-01T00:00:00+07:00', 6, 'month')).toBe('2027-01-01T16:59:59.999Z');
    expect(due('2026-08-31T00:00:00+07:00', 6, 'month')).toBe('2027-02-28T16:59:59.999Z');
    expect(due('2028-02-29T09:00:00+07:00', 1, 'year')).toBe('2029-02-28T16:59:59.999Z');
    expect(due('2026-09-15T09:00:00+07:00', 5, 'year')).toBe('2031-09-15T16:59:59.999Z');
  });
  it('of no days is the date itself', () => {
    expect(due('2026-12-31T00:00:00+07:00', 0, 'day')).toBe('2026-12-31T16:59:59.999Z');
    expect(count('2026-12-31T00:00:00+07:00', 0, 'day')).toMatchObject({ firstDay: null });
  });
});

describe('a term in hours', () => {
  it('runs on through the night and the holiday to its very minute', () => {
    expect(due('2026-02-16T22:00:00+07:00', 24, 'hour')).toBe('2026-02-17T15:00:00.000Z');
    expect(count('2026-09-15T08:00:00+07:00', 72, 'hour')).toMatchObject({
      dueDate: '2026-09-18',
      en: '72 hours on end from 08:00 on 2026-09-15 in Hà Nội; ends at 08:00 on 2026-09-18 in Hà Nội',
    });
  });
});

describe('what is no term', () => {
  it.each([Number.NaN, -1, 1.5, 1e9])('is not counted: %p', (amount) => {
    expect(count('2026-09-15T08:00:00+07:00', amount, 'workingDay')).toMatchObject({ kind: 'cannot_count', reason: 'not_a_term' });
  });
});

/** A second counter that shares nothing with the first: it walks the days of the file one by one with the calendar of `Date`. */
describe('against a naive counter', () => {
  const file = JSON.parse(readFileSync(new URL('../data/holidays-vn.json', import.meta.url), 'utf8')) as {
    days_off: { date: string }[];
    working_saturdays: { date: string }[];
  };
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
  const weekdays = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Ho_Chi_Minh', weekday: 'short' });
  const dayAt = (at: number): string => days.format(new Date(at));
  const weekdayAt = (at: number): string => weekdays.format(new Date(at));
  const naive = (from: number, wanted: number, works: (at: number) => boolean): string => {
    let at = from;
    let left = wanted;
    while (left > 0) {
      at += 86_400_000;
      if (works(at)) left -= 1;
    }
    return dayAt(at);
  };
  const isWorked = (at: number): boolean => {
    const day = dayAt(at);
    if (file.working_saturdays.some((one) => one.date === day)) return true;
    return !['Sat', 'Sun'].includes(weekdayAt(at)) && !file.days_off.some((one) => one.date === day);
  };
  const instants = fc.integer({ min: Date.parse('2025-01-01T00:00:00+07:00'), max: Date.parse('2027-09-30T00:00:00+07:00') });

  it('gives the same last day for every start and length, in working and in calendar days', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 45 }), (from, days) => {
        const working = countTerm({ from, amount: days, unit: 'workingDay' }, calendar);
        const plain = countTerm({ from, amount: days, unit: 'day' }, calendar);
        expect(working).toMatchObject({ kind: 'counted', dueDate: naive(from, days, isWorked) });
        expect(plain).toMatchObject({ kind: 'counted', dueDate: naive(from, days, () => true) });
      }),
      { numRuns: 400 },
    );
  });
  it('never ends earlier for a later start, nor for one day more', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 5 * 86_400_000 }), fc.integer({ min: 0, max: 30 }), (from, later, days) => {
        const end = (start: number, amount: number): number => {
          const counted = countTerm({ from: start, amount, unit: 'workingDay' }, calendar);
          return counted.kind === 'counted' ? counted.dueAt : Number.NaN;
        };
        expect(end(from + later, days)).toBeGreaterThanOrEqual(end(from, days));
        expect(end(from, days + 1)).toBeGreaterThan(end(from, days));
      }),
      { numRuns: 300 },
    );
  });
});
