import { createHash } from 'node:crypto';

/** Repeatable chance for demo data: the same seed text gives the same numbers on every machine. Not for secrets. */
export class SeededRandom {
  private block = Buffer.alloc(0);
  private offset = 0;
  private counter = 0;

  constructor(private readonly seed: string) {}

  /** In [0, 1), with 32 bits. */
  next(): number {
    if (this.offset >= this.block.length) {
      this.block = createHash('sha512').update(`${this.seed}#${this.counter++}`).digest();
      this.offset = 0;
    }
    const value = this.block.readUInt32BE(this.offset);
    this.offset += 4;
    return value / 2 ** 32;
  }

  /** Whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A new array in random order (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const [a, b] = [result[last], result[other]];
      if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
    }
    return result;
  }

  /** `count` of the items, the favoured (heavier) ones rather; weight 0 is never taken. Only exact arithmetic, so order is the same everywhere. */
  favoured<T>(items: readonly T[], count: number, weightOf: (item: T) => number): T[] {
    return items
      .map((item) => ({ item, weight: weightOf(item), chance: this.next() }))
      .filter(({ weight }) => weight > 0)
      .map(({ item, weight, chance }) => ({ item, key: chance * weight }))
      .sort((a, b) => b.key - a.key)
      .slice(0, count)
      .map(({ item }) => item);
  }
}
