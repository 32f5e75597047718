import { hanoiInstant, hanoiTime, hanoiWall } from './hanoi-time.js';
import { leftOf } from './time-left.js';

describe('time as Hà Nội reads it', () => {
  const evening = Date.parse('2026-11-22T13:05:09Z');

  it('puts the day first, then the clock, in both languages', () => {
    expect(hanoiTime(evening, 'second')).toBe('22/11/2026 20:05:09');
    expect(hanoiTime(evening, 'minute', 'en')).toBe('22 Nov 2026 20:05');
    expect(hanoiTime(evening, 'clock')).toBe('20:05:09');
  });

  it('begins a new day at midnight in Hà Nội, not in UTC', () => {
    expect(hanoiTime(Date.parse('2026-11-22T17:00:00Z'), 'second')).toBe('23/11/2026 00:00:00');
  });

  it('reads a clock field as Hà Nội time and nothing else as a time', () => {
    expect(hanoiInstant('2026-11-22T20:05')).toBe('2026-11-22T13:05:00.000Z');
    expect(hanoiInstant('2026-11-22')).toBeNull();
    expect(hanoiInstant('')).toBeNull();
    expect(hanoiWall('2026-11-22T13:05:00.000Z')).toBe('2026-11-22T20:05');
  });
});

describe('time left', () => {
  it('is split for saying, and null when there is none', () => {
    expect(leftOf(90_061_500)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(leftOf(0)).toBeNull();
  });
});
