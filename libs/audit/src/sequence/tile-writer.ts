import { Fault } from '#libs/kernel';
import { encodeBundle } from '../tree/entry-bundle.js';
import { Frontier } from '../tree/frontier.js';
import { hashBytes, type Hash } from '../tree/hash.js';
import { changedTiles, partialFolder, tilePath, tileWidth, widthIn } from '../tree/tile-path.js';
import type { TileStore } from '../store/tile-store.js';
import { joinPerfect, TileTree } from '../tree/tile-tree.js';

/** Tiles of entries held in memory while catching up. */
const chunkTiles = 16;
const foreseenAtOnce = 4_096;

/** A leaf as it goes into the files, with its hash. */
export interface HashedLeaf {
  readonly leaf: Uint8Array;
  readonly hash: Hash;
}

/** Where the leaves [from, to) come from, all of them and in order; it has made sure that each hash is its leaf's. */
export type LeafSource = (from: number, to: number) => Promise<readonly HashedLeaf[]>;

/**
 * Writes the files of a grown tree: bundles and leaf tiles from the leaves of its source, upper tiles from the tiles below.
 * A tile is a function of the entries, so a broken-off run is simply repeated.
 */
export class TileWriter {
  private readonly tree: TileTree;

  constructor(
    private readonly leaves: LeafSource,
    private readonly store: TileStore,
  ) {
    this.tree = new TileTree(store);
  }

  /**
   * The root to which the leaves [from, to) lead behind the tree of `from`, before any of them is written: the files' names are given once.
   * @param hashes of the leaves, as their source has them
   */
  async foresee(from: number, to: number, hashes: (from: number, to: number) => Promise<readonly Hash[]>): Promise<Hash> {
    const frontier = Frontier.fromBytes(from, Buffer.concat(await this.tree.frontier(from)));
    for (let at = from; at < to; at += foreseenAtOnce)
      for (const hash of await hashes(at, Math.min(to, at + foreseenAtOnce))) frontier.append(hash);
    return frontier.root();
  }

  /** Brings the files from size `from` to `to`; durable when this resolves. @returns the root that the files lead to */
  async extend(from: number, to: number): Promise<Hash> {
    const first = Math.floor(from / tileWidth);
    for (let tile = first; tile * tileWidth < to; tile += chunkTiles)
      await this.writeLeafTiles(tile, Math.min(to, (tile + chunkTiles) * tileWidth));
    for (const { level, index, width } of changedTiles(from, to)) {
      if (level === 0 || level === 'entries') continue;
      await this.store.add(tilePath({ level, index, width }), await this.upperTile(level, index, width, from, to));
    }
    await this.store.sync();
    return this.tree.root(to);
  }

  /** Removes the partial tiles that full ones of a published tree have replaced. */
  async removePartials(from: number, to: number): Promise<void> {
    const full = changedTiles(from, to).filter(({ width }) => width === tileWidth);
    const folders = full.flatMap((name) => (name.level === 0 ? [name, { ...name, level: 'entries' as const }] : [name])).map(partialFolder);
    for (let at = 0; at < folders.length; at += chunkTiles)
      await Promise.all(folders.slice(at, at + chunkTiles).map((folder) => this.store.removeFolder(folder)));
  }

  private async writeLeafTiles(firstTile: number, to: number): Promise<void> {
    const leaves = await this.leaves(firstTile * tileWidth, to);
    const written: Promise<void>[] = [];
    for (let index = firstTile; index * tileWidth < to; index += 1) {
      const width = widthIn(to, 0, index);
      const own = leaves.slice((index - firstTile) * tileWidth, (index - firstTile) * tileWidth + width);
      written.push(
        this.store.add(tilePath({ level: 'entries', index, width }), encodeBundle(own.map(({ leaf }) => leaf))),
        this.store.add(tilePath({ level: 0, index, width }), Buffer.concat(own.map(({ hash }) => hash))),
      );
    }
    await allSettledWell(written);
  }

  /** Each hash of an upper tile is the root of one full tile below; what was published before is taken from the old tile. */
  private async upperTile(level: number, index: number, width: number, from: number, to: number): Promise<Buffer> {
    const had = widthIn(from, level, index);
    const hashes = had === 0 ? [] : [await this.tree.hashes(level, index, from)];
    const tilesBelow = await Promise.all(
      Array.from({ length: width - had }, (_, at) => this.tree.hashes(level - 1, index * tileWidth + had + at, to)),
    );
    for (const [at, below] of tilesBelow.entries()) {
      if (below.length !== tileWidth * hashBytes)
        throw new Fault(
          'tile_missing',
          `tile ${tilePath({ level: level - 1, index: index * tileWidth + had + at, width: tileWidth })} is not full`,
        );
      hashes.push(joinPerfect(below));
    }
    return Buffer.concat(hashes);
  }
}

/** Nothing of a run that failed goes on beside the next one. */
async function allSettledWell(written: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(written)).find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
