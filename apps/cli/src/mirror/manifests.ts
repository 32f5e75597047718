import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import { isObject, readCanonical } from '../verify/canonical.js';
import { countCells } from '../verify/cells.js';
import { fromUtf8 } from '../verify/codec.js';
import { tileWidth, type LogFolder } from '../verify/log-folder.js';

/**
 * Counts again what a `log.manifest` entry says of its stretch of the log.
 * @param index of the manifest @param copy holds all entries before it
 * @returns what does not fit, null when all does
 */
export function manifestDifference(index: number, leaf: Uint8Array, copy: LogFolder, size: number): string | null {
  const details = read(leaf)?.['details'];
  const { fromIndex, toIndex, cells, cellsSha256 } = isObject(details) ? details : {};
  if (!Number.isSafeInteger(fromIndex) || !Number.isSafeInteger(toIndex)) return 'the manifest names no stretch of the log';
  const [from, to] = [Number(fromIndex), Number(toIndex)];
  if (from < 0 || from > to || to > index) return `the manifest counts the entries ${from} to ${to}, which is no stretch before it`;
  const counted = countCells(leavesOf(copy, from, to, size));
  if (counted.length !== cells) return `the manifest has ${String(cells)} cells, the entries ${from} to ${to} make ${counted.length}`;
  if (createHash('sha256').update(canonicalJson(counted), 'utf8').digest('hex') !== cellsSha256)
    return `the counts of the manifest are not those of the entries ${from} to ${to}`;
  return null;
}

function* leavesOf(copy: LogFolder, from: number, to: number, size: number): Generator<Readonly<Record<string, unknown>>> {
  for (let tile = Math.floor(from / tileWidth); tile * tileWidth < to; tile += 1) {
    const first = tile * tileWidth;
    const entries = copy.entries(tile, Math.min(tileWidth, size - first)) ?? [];
    for (const [at, entry] of entries.entries()) {
      const leaf = first + at >= from && first + at < to ? read(entry) : null;
      if (leaf !== null) yield leaf;
    }
  }
}

function read(leaf: Uint8Array): Readonly<Record<string, unknown>> | null {
  const text = fromUtf8(leaf);
  return text === null ? null : readCanonical(text);
}
