import { Fault } from '#libs/kernel';
import { foldRight } from './frontier.js';
import { hashBytes, nodeHash, type Hash } from './hash.js';
import { consistencyRuns, inclusionRuns, perfectSubtrees, type LeafRun, type Subtree } from './subtree.js';
import { tilePath, tileWidth, widthIn, type TileName } from './tile-path.js';
import type { TileStore } from './tile-store.js';

/** Full tiles never change; the most used ones stay in memory. */
const keptTiles = 4_096;

/** Roots and proofs of a published tree, from its tiles. */
export class TileTree {
  private readonly kept = new Map<string, Buffer>();

  constructor(private readonly store: TileStore) {}

  /** Root of the first `size` leaves. */
  async root(size: number): Promise<Hash> {
    return this.hashOf({ from: 0, to: size }, size);
  }

  async inclusionProof(index: number, size: number): Promise<Hash[]> {
    if (index < 0 || index >= size) throw new RangeError(`no entry ${index} in a tree of ${size}`);
    return Promise.all(inclusionRuns(index, size).map((run) => this.hashOf(run, size)));
  }

  async consistencyProof(oldSize: number, newSize: number): Promise<Hash[]> {
    if (oldSize < 0 || oldSize > newSize) throw new RangeError(`no proof from ${oldSize} to ${newSize}`);
    return Promise.all(consistencyRuns(oldSize, newSize).map((run) => this.hashOf(run, newSize)));
  }

  /** Hash of one leaf as it stands in its tile. */
  async leafHash(index: number, size: number): Promise<Hash> {
    return this.subtreeHash({ level: 0, position: index }, size);
  }

  /**
   * The hashes of a tile in a tree of `size`; a partial one may have been replaced by the full one since.
   * @throws Fault `tile_missing`
   */
  async hashes(level: number, index: number, size: number): Promise<Buffer> {
    const width = widthIn(size, level, index);
    const full = tilePath({ level, index, width: tileWidth });
    const kept = this.kept.get(full);
    if (kept !== undefined) return kept.subarray(0, width * hashBytes);
    const wanted: TileName = { level, index, width };
    const bytes = (await this.store.read(tilePath(wanted))) ?? (width === tileWidth ? null : await this.store.read(full));
    if (bytes === null || bytes.length < width * hashBytes)
      throw new Fault('tile_missing', `tile ${tilePath(wanted)} is missing or too short`);
    if (bytes.length === tileWidth * hashBytes) this.keep(full, bytes);
    return bytes.subarray(0, width * hashBytes);
  }

  private async hashOf(run: LeafRun, size: number): Promise<Hash> {
    return foldRight(await Promise.all(perfectSubtrees(run).map((part) => this.subtreeHash(part, size))));
  }

  private async subtreeHash({ level, position }: Subtree, size: number): Promise<Hash> {
    const tileLevel = Math.floor(level / 8);
    const width = 2 ** (level % 8);
    const first = position * width;
    const tile = await this.hashes(tileLevel, Math.floor(first / tileWidth), size);
    const at = first % tileWidth;
    return joinPerfect(tile.subarray(at * hashBytes, (at + width) * hashBytes));
  }

  private keep(name: string, bytes: Buffer): void {
    this.kept.set(name, bytes);
    if (this.kept.size <= keptTiles) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Root of a perfect tree over 2^n neighbouring hashes, at most 256 of them. */
export function joinPerfect(hashes: Buffer): Hash {
  let level: Hash[] = [];
  for (let at = 0; at < hashes.length; at += hashBytes) level.push(hashes.subarray(at, at + hashBytes));
  while (level.length > 1) {
    const above: Hash[] = [];
    for (let at = 0; at + 1 < level.length; at += 2) above.push(nodeHash(level[at] as Hash, level[at + 1] as Hash));
    level = above;
  }
  const [root] = level;
  if (root === undefined) throw new RangeError('no hashes');
  return root;
}
