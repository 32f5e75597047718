import { backOffMs } from './follow.js';
import { retryAfterMs } from './log-source.js';
import { dueBundles, newRota, readRota, type RotaState } from './rota.js';

const day = 86_400_000;

/** Every minute for this long. @returns how often each bundle came up */
function turns(bundles: number, minutes: number): number[] {
  const counts = new Array<number>(bundles).fill(0);
  let state: RotaState = newRota;
  for (let minute = 0; minute < minutes; minute += 1) {
    const [due, next] = dueBundles(state, bundles, minute * 60_000, day);
    for (const bundle of due) counts[bundle] = (counts[bundle] ?? 0) + 1;
    state = next;
  }
  return counts;
}

describe('the rota', () => {
  it('brings every bundle round within the period, evenly', () => {
    for (const bundles of [1, 3, 1_440, 5_000, 60_000]) {
      const counts = turns(bundles, 24 * 60 + 1);
      expect([bundles, Math.min(...counts) >= 1]).toEqual([bundles, true]);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it('asks for nothing of an empty log, and for one bundle at first', () => {
    expect(dueBundles(newRota, 0, 5, day)).toEqual([[], newRota]);
    expect(dueBundles(newRota, 9, 5, day)[0]).toEqual([0]);
  });

  it('does not make up for a long absence at once, and says when a turn was whole', () => {
    const [due, next] = dueBundles({ next: 5, at: 0, wholeAt: null }, 100, 30 * day, day);
    expect(due.length).toBe(64);
    expect(next).toEqual({ next: 69, at: 30 * day, wholeAt: null });
    expect(dueBundles(next, 100, 31 * day, day)[1]).toMatchObject({ wholeAt: 31 * day });
    expect(dueBundles({ next: 70, at: 0, wholeAt: null }, 10, 60_000, day)[0]).toEqual([0]);
  });

  it('goes on when the clock was set back', () => {
    const [due, next] = dueBundles({ next: 5, at: 9 * day, wholeAt: null }, 100, 2 * day, day);
    expect([due, next.at]).toEqual([[5], 2 * day]);
  });

  it('begins anew where its state cannot be read', () => {
    const state: RotaState = { next: 3, at: 7.5, wholeAt: null };
    expect(readRota(JSON.stringify(state))).toEqual(state);
    for (const text of ['', '{', '[]', '{"next":-1,"at":null,"wholeAt":null}', '{"next":1,"at":"x","wholeAt":null}', '{"next":1}', 'null'])
      expect([text, readRota(text)]).toEqual([text, null]);
  });
});

describe('patience', () => {
  it('grows with the failures, to a minute, and heeds what the log asks for', () => {
    expect([1, 2, 3, 4, 5, 500].map((failures) => backOffMs(failures, 5_000, null))).toEqual([
      5_000, 10_000, 20_000, 40_000, 60_000, 60_000,
    ]);
    expect(backOffMs(1, 5_000, 120_000)).toBe(120_000);
    expect(backOffMs(3, 5_000, 1_000)).toBe(20_000);
  });

  it('reads Retry-After in seconds, an hour at most', () => {
    expect(['0', '7', '99999', '-1', '1.5', 'Wed, 21 Oct 2015 07:28:00 GMT', ''].map(retryAfterMs)).toEqual([
      0,
      7_000,
      3_600_000,
      null,
      null,
      null,
      null,
    ]);
    expect(retryAfterMs(null)).toBeNull();
  });
});
