import { GrowingTree, hashChildren, hashLength, type Hash } from './merkle.js';
import { tilePath, tileWidth, type LogFolder } from './log-folder.js';

/** Root of the 256 hashes (or another power of two) that fill a tile. */
export function joinTile(hashes: Uint8Array): Hash {
  let level: Hash[] = [];
  for (let at = 0; at < hashes.length; at += hashLength) level.push(hashes.subarray(at, at + hashLength));
  while (level.length > 1) level = level.flatMap((hash, at) => (at % 2 === 0 ? [hashChildren(hash, level[at + 1] ?? hash)] : []));
  return level[0] ?? new Uint8Array(hashLength);
}

/**
 * Root of the first `size` leaves from the leaf tiles alone; upper tiles are not trusted.
 * @param within size of the tree whose tiles are there: those of an earlier one may be gone
 * @returns the root, or which tile is missing or malformed
 */
export function rootFromTiles(log: LogFolder, size: number, within = size): Hash | string {
  const tree = new GrowingTree();
  for (let index = 0; index * tileWidth < size; index += 1) {
    const width = Math.min(tileWidth, size - index * tileWidth);
    const hashes = log.hashes(0, index, Math.min(tileWidth, within - index * tileWidth))?.subarray(0, width * hashLength) ?? null;
    if (hashes === null) return `index ${index * tileWidth}: ${tilePath(0, index)} is missing or malformed`;
    if (width === tileWidth) tree.add(joinTile(hashes), 8);
    else for (let at = 0; at < width; at += 1) tree.add(hashes.subarray(at * hashLength, (at + 1) * hashLength));
  }
  return tree.root();
}
