import { halfYearOf } from './seed.js';

describe('the half-year of an inspection', () => {
  it('begins and ends by the calendar of Hà Nội', () => {
    const half = halfYearOf(new Date('2026-11-24T02:00:00Z'));
    expect([half.name, half.from.toISOString(), half.to.toISOString()]).toEqual([
      '2026h2',
      '2026-06-30T17:00:00.000Z',
      '2026-12-31T17:00:00.000Z',
    ]);
  });

  it('changes at midnight there, not in London', () => {
    expect(halfYearOf(new Date('2026-12-31T16:59:59.999Z')).name).toBe('2026h2');
    expect(halfYearOf(new Date('2026-12-31T17:00:00Z')).name).toBe('2027h1');
  });
});
