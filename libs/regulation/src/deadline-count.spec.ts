import { vietnameseCalendar } from '#libs/deadlines';
import { countDeadline, countDeadlines } from './deadline-count.js';
import type { DeadlineRule } from './decision.js';

const calendar = vietnameseCalendar();
const rule = (from: string, amount: number, unit: DeadlineRule['unit'], more: Partial<DeadlineRule> = {}): DeadlineRule => ({
  rule: 'XX-01',
  name: 'x',
  from: Date.parse(from),
  amount,
  unit,
  ...more,
});

describe('a deadline that a rule names', () => {
  it('keeps its rule and gains its date and how it was counted', () => {
    expect(countDeadline(rule('2026-11-20T15:00:00+07:00', 2, 'workingDay'), calendar)).toMatchObject({
      rule: 'XX-01',
      dueAt: Date.parse('2026-11-25T23:59:59.999+07:00'),
      dueDate: '2026-11-25',
      counted: {
        firstDay: '2026-11-21',
        cannotCount: null,
        skipped: [{ date: '2026-11-21' }, { date: '2026-11-22' }, { date: '2026-11-24' }],
      },
    });
  });
  it('that cannot be counted has no date and says why', () => {
    expect(countDeadline(rule('2028-11-20T15:00:00+07:00', 2, 'workingDay'), calendar)).toMatchObject({
      dueAt: null,
      dueDate: null,
      counted: { cannotCount: 'year_unknown', en: 'cannot be counted: the days off of 2028 are not known yet' },
    });
  });
});

it('orders deadlines by date, those without one last', () => {
  const from = '2026-09-15T08:00:00+07:00';
  const names = countDeadlines([
    rule(from, 3, 'workingDay', { name: 'paused', pausedFrom: Date.parse(from) }),
    rule(from, 3, 'workingDay', { name: 'days' }),
    rule(from, 24, 'hour', { name: 'hours' }),
  ]).map((deadline) => deadline.name);
  expect(names).toEqual(['hours', 'days', 'paused']);
});
