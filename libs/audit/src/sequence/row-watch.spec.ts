import { stretchInTurn } from './row-watch.js';

describe('the entries that the row watch looks at in turn', () => {
  it.each([0, 1, 2_047, 2_048, 18_863, 100_000])('are all of %i within as many runs as they fill, while the log grows', (entries) => {
    const seen = new Set<number>();
    let turn: number | null = null;
    let youngest = entries;
    // One run more for a first turn that began in the middle, one for the little that growth leaves over.
    for (let run = 0; run < Math.ceil(entries / 8_192) + 2; run += 1) {
      const { from, to } = stretchInTurn(turn, youngest);
      expect([from >= 0, to <= youngest, to - from <= 8_192]).toEqual([true, true, true]);
      for (let index = from; index < to; index += 1) seen.add(index);
      turn = to;
      youngest += 3;
    }
    const missing = Array.from({ length: entries }, (_, index) => index).filter((index) => !seen.has(index));
    // What lies within a step of the youngest may wait until the log has grown past it; it was young at the run before.
    expect(missing.filter((index) => index < entries - 2_048)).toEqual([]);
  });
});
