import { barsOf } from './day-bars.js';

describe('bars of days', () => {
  it('stand for every day, the empty ones too', () => {
    expect(barsOf([{ code: '2026-11-22', entries: 3 }], '2026-11-21', '2026-11-23')).toEqual([
      { from: '2026-11-21', to: '2026-11-21', entries: 0 },
      { from: '2026-11-22', to: '2026-11-22', entries: 3 },
      { from: '2026-11-23', to: '2026-11-23', entries: 0 },
    ]);
  });

  it('begin shortly before the first entry, and lose none', () => {
    const bars = barsOf(
      [
        { code: '2026-11-20', entries: 2 },
        { code: '2026-11-24', entries: 5 },
      ],
      '2026-01-01',
      '2026-11-24',
    );
    expect(bars).toHaveLength(31);
    expect(bars.reduce((sum, { entries }) => sum + entries, 0)).toBe(7);
  });

  it('stand for weeks where there are many days', () => {
    const days = Array.from({ length: 365 }, (_, n) => ({
      code: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
      entries: 1,
    }));
    const bars = barsOf(days, '2026-01-01', '2026-12-31');
    expect(bars.length).toBeLessThanOrEqual(92);
    expect(bars.reduce((sum, { entries }) => sum + entries, 0)).toBe(365);
    expect(bars.at(-1)?.to).toBe('2026-12-31');
  });
});
