import { Fault } from '#libs/kernel';
import { foldRight } from './frontier.js';
import { hashBytes, nodeHash, type Hash } from './hash.js';
import { consistencyRuns, inclusionRuns, perfectSubtrees, type LeafRun, type Subtree } from './subtree.js';
import { tilePath, tileWidth, widthIn } from './tile-path.js';
import type { TileStore } from '../store/tile-store.js';

/** Full tiles never change; the last ones read stay in memory with the hashes above theirs, 64 MiB at most. */
const keptTiles = 4_096;

/** Roots and proofs of a published tree, from its tiles. */
export class TileTree {
  private readonly kept = new Map<string, KeptTile>();
  /** On their way from the store: a proof wants the same tile many times over. */
  private readonly coming = new Map<string, Promise<KeptTile>>();

  constructor(private readonly store: Pick<TileStore, 'read'>) {}

  /** Root of the first `size` leaves. */
  async root(size: number): Promise<Hash> {
    return this.hashOf({ from: 0, to: size }, size);
  }

  /** Hashes of the perfect subtrees that a tree of `size` is made of, from left to right. */
  async frontier(size: number): Promise<Hash[]> {
    return Promise.all(perfectSubtrees({ from: 0, to: size }).map((part) => this.subtreeHash(part, size)));
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
    return (await this.tile(level, index, size)).level(0).subarray(0, widthIn(size, level, index) * hashBytes);
  }

  private async tile(level: number, index: number, size: number): Promise<KeptTile> {
    const width = widthIn(size, level, index);
    const [full, name] = [tileWidth, width].map((wide) => tilePath({ level, index, width: wide })) as [string, string];
    const kept = this.kept.get(full);
    if (kept !== undefined) return kept;
    const coming = this.coming.get(name) ?? this.read(full, name, width).finally(() => this.coming.delete(name));
    this.coming.set(name, coming);
    return coming;
  }

  private async read(full: string, name: string, width: number): Promise<KeptTile> {
    const bytes = (await this.store.read(name)) ?? (width === tileWidth ? null : await this.store.read(full));
    if (bytes === null || bytes.length < width * hashBytes) throw new Fault('tile_missing', `tile ${name} is missing or too short`);
    if (bytes.length === tileWidth * hashBytes) return this.keep(full, new KeptTile(bytes));
    // A partial tile is read each time; what was worked out from the same hashes is good still.
    const hashes = bytes.subarray(0, width * hashBytes);
    const before = this.kept.get(name);
    return before?.level(0).equals(hashes) === true ? before : this.keep(name, new KeptTile(hashes));
  }

  private async hashOf(run: LeafRun, size: number): Promise<Hash> {
    return foldRight(await Promise.all(perfectSubtrees(run).map((part) => this.subtreeHash(part, size))));
  }

  private async subtreeHash({ level, position }: Subtree, size: number): Promise<Hash> {
    const tileLevel = Math.floor(level / 8);
    const width = 2 ** (level % 8);
    const first = position * width;
    const tile = await this.tile(tileLevel, Math.floor(first / tileWidth), size);
    return tile.node(level % 8, (first % tileWidth) / width);
  }

  private keep(name: string, tile: KeptTile): KeptTile {
    this.kept.set(name, tile);
    if (this.kept.size > keptTiles) {
      const [oldest] = this.kept.keys();
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    return tile;
  }
}

/** A tile and the hashes above its own, each worked out when it is first asked for: a proof needs one of every level. */
class KeptTile {
  private readonly levels: Buffer[];

  constructor(bytes: Buffer) {
    this.levels = [bytes];
  }

  /** Hashes of the perfect subtrees of 2^`level` neighbours, `level` 0 to 8, one after the other. */
  level(level: number): Buffer {
    for (let known = this.levels.length; known <= level; known += 1) {
      const below = this.levels[known - 1] as Buffer;
      const above = Buffer.allocUnsafe(Math.floor(below.length / (2 * hashBytes)) * hashBytes);
      for (let at = 0; at < above.length; at += hashBytes)
        nodeHash(below.subarray(2 * at, 2 * at + hashBytes), below.subarray(2 * at + hashBytes, 2 * (at + hashBytes))).copy(above, at);
      this.levels.push(above);
    }
    return this.levels[level] as Buffer;
  }

  /** @throws RangeError when the tile does not hold that subtree whole */
  node(level: number, position: number): Hash {
    const hash = this.level(level).subarray(position * hashBytes, (position + 1) * hashBytes);
    if (hash.length !== hashBytes) throw new RangeError('the tile does not hold that subtree');
    return hash;
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
