import { toUtf8 } from './codec.js';
import { sha256 } from './primitives.js';

/**
 * Draws distinct indexes below `size`, in the order drawn, from nothing but the seed: anybody draws the same ones, and nobody can steer
 * the sample who could not choose the seed (the root of a checkpoint that others had already cosigned).
 *
 * Draw k = 0, 1, 2 …: the first eight bytes, big-endian, of SHA-256 of `cuao-sample/v1\n<seed, hex>\n<k, decimal>\n`; values from the last,
 * incomplete multiple of `size` on are left out (no index is likelier than another), the rest modulo `size`, repetitions left out.
 */
export function sampleIndexes(seed: string, size: number, count: number): number[] {
  const drawn = new Set<number>();
  const wanted = Math.min(count, size);
  const below = (1n << 64n) - ((1n << 64n) % BigInt(Math.max(1, size)));
  for (let k = 0; drawn.size < wanted; k += 1) {
    const hash = sha256(toUtf8(`cuao-sample/v1\n${seed}\n${k}\n`));
    const value = new DataView(hash.buffer, hash.byteOffset).getBigUint64(0);
    if (value < below) drawn.add(Number(value % BigInt(size)));
  }
  return [...drawn];
}
