import { GrowingTree, hashLength, hashPair, type Hash } from './merkle.js';
import { tilePath, tileWidth, type LogFolder } from './log-folder.js';

/** Root of the 256 hashes (or another power of two) that fill a tile. */
export function joinTile(hashes: Uint8Array): Hash {
  // A copy of its own: `slice` of a Buffer would be a view, and the tile would be overwritten.
  const level = new Uint8Array(hashes);
  for (let many = level.length / hashLength; many > 1; many /= 2)
    for (let at = 0; at < many / 2; at += 1) level.set(hashPair(level, at * 2 * hashLength), at * hashLength);
  return level.slice(0, hashLength);
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
