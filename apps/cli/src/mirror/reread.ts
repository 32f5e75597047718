import { encodeBundle, tileWidth, widthIn } from '#libs/audit';
import { isSame, isSameAt } from '../verify/codec.js';
import { tilePath } from '../verify/log-folder.js';
import { hashLeaf, hashLength } from '../verify/merkle.js';
import { joinTile } from '../verify/tile-tree.js';
import type { Copy } from './copy.js';
import { Found, notServed, ownCopy } from './finding.js';
import { firstDifferentHash } from './first-difference.js';
import type { LogSource } from './log-source.js';

/**
 * Reads one bundle of what is held again, here and at the log, with the tiles that end with it: the log must still serve each byte
 * of it, and the copy must still be what it was.
 * @throws Found naming the first bad index
 */
export async function rereadBundle(source: LogSource, copy: Copy, tile: number): Promise<void> {
  const { size } = copy.held;
  const first = tile * tileWidth;
  const width = Math.min(tileWidth, size - first);
  const own = ownEntries(copy, tile, width);
  const served = await source.entries(tile, width);
  if (typeof served === 'string') throw notServed('entries', tile, first, served);
  const differs = own.findIndex((entry, at) => !isSame(entry, served[at] ?? new Uint8Array(0)));
  if (differs >= 0)
    throw new Found(
      {
        kind: 'altered',
        index: first + differs,
        vi: 'nhật ký đưa ra bản ghi khác bản đang giữ',
        en: 'the log serves another entry than the one held',
      },
      { bundle: encodeBundle(served) },
    );
  for (let level = 0; ; level += 1) {
    const at = Math.floor(tile / tileWidth ** level);
    const wide = widthIn(size, level, at);
    const isLastBelow = tile === Math.ceil(size / tileWidth) - 1 || (tile + 1) % tileWidth ** level === 0;
    if (wide === 0 || !isLastBelow) return;
    await rereadTile(source, copy, level, at, wide);
  }
}

/** The copy's own bundle, which must still hash to the copy's own tile. */
function ownEntries(copy: Copy, tile: number, width: number): readonly Uint8Array[] {
  const entries = copy.log.entries(tile, width);
  const hashes = copy.log.hashes(0, tile, width);
  const name = tilePath('entries', tile);
  if (entries === null || hashes === null) throw ownCopy(tile * tileWidth, `${name} or its tile is missing or malformed`);
  const bent = entries.findIndex((entry, at) => !isSameAt(hashLeaf(entry), hashes, at * hashLength));
  if (bent >= 0) throw ownCopy(tile * tileWidth + bent, `${name}: the entry does not hash to its place in the tile`);
  return entries;
}

async function rereadTile(source: LogSource, copy: Copy, level: number, tile: number, width: number): Promise<void> {
  const span = tileWidth ** level;
  const first = tile * tileWidth * span;
  const own = copy.log.hashes(level, tile, width);
  if (own === null) throw ownCopy(first, `${tilePath(level, tile)} is missing or malformed`);
  const served = await source.hashes(level, tile, width);
  if (typeof served === 'string') throw notServed(level, tile, first, served);
  const differs = firstDifferentHash(served, own, width);
  if (differs === null) return;
  const index = first + differs * span;
  if (level > 0 && !isOwnRight(copy, level, tile * tileWidth + differs, own, differs))
    throw ownCopy(index, `${tilePath(level, tile)} differs from the tiles below it`);
  throw new Found(
    { kind: 'altered', index, vi: 'nhật ký đưa ra ô băm khác ô đang giữ', en: `${tilePath(level, tile)} as served is not the one held` },
    { tile: served },
  );
}

/** Whether a hash of the copy's upper tile is what the copy's tile below makes of it. */
function isOwnRight(copy: Copy, level: number, below: number, own: Uint8Array, at: number): boolean {
  const hashes = copy.log.hashes(level - 1, below, tileWidth);
  return hashes !== null && isSameAt(joinTile(hashes), own, at * hashLength);
}
