import { tileWidth, widthIn } from '#libs/audit';
import { isSameAt } from '../verify/codec.js';
import { hashLength } from '../verify/merkle.js';
import type { LogFolder } from '../verify/log-folder.js';
import type { LogSource } from './log-source.js';

/**
 * The first leaf in which the tiles that the log serves differ from the ones held, found from the top: one tile a level.
 * @param held size of the copy @param shown size of the checkpoint that the log shows
 * @returns its index, or null when the log's tiles agree as far as the copy goes (or are not there): they then contradict its checkpoint
 */
export async function firstDifference(source: LogSource, copy: LogFolder, held: number, shown: number): Promise<number | null> {
  const common = Math.min(held, shown);
  let level = 0;
  while (widthIn(common, level + 1, 0) > 0) level += 1;
  let tile = 0;
  for (; ; level -= 1) {
    const width = widthIn(common, level, tile);
    const differs = width === 0 ? null : await differenceIn(source, copy, level, tile, [width, widthIn(held, level, tile)]);
    if (differs === 'unreadable') return null;
    if (level === 0) return differs === null ? null : tile * tileWidth + differs;
    // Where all hashes of a tile agree, the difference lies to their right, below what is not full yet.
    tile = tile * tileWidth + (differs ?? width);
  }
}

async function differenceIn(
  source: LogSource,
  copy: LogFolder,
  level: number,
  tile: number,
  [width, own]: readonly [number, number],
): Promise<number | null | 'unreadable'> {
  const [served, kept] = [await source.hashes(level, tile, width), copy.hashes(level, tile, own)];
  if (typeof served === 'string' || kept === null) return 'unreadable';
  return firstDifferentHash(served, kept, width);
}

/** Place of the first of `width` hashes that differs, null when none does. */
export function firstDifferentHash(served: Uint8Array, kept: Uint8Array, width: number): number | null {
  for (let at = 0; at < width; at += 1) {
    const from = at * hashLength;
    if (!isSameAt(served.subarray(from, from + hashLength), kept, from)) return at;
  }
  return null;
}
