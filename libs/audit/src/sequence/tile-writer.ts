import { Fault } from '#libs/kernel';
import { encodeBundle } from '../tree/entry-bundle.js';
import { hashBytes, type Hash } from '../tree/hash.js';
import { changedTiles, partialFolder, tilePath, tileWidth, widthIn } from '../tree/tile-path.js';
import type { TileStore } from '../tree/tile-store.js';
import { joinPerfect, TileTree } from '../tree/tile-tree.js';

/** Tiles of entries held in memory while catching up. */
const chunkTiles = 16;

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

  /** Brings the files from size `from` to `to`; durable when this resolves. @returns the root that the files lead to */
  async extend(from: number, to: number): Promise<Hash> {
    const first = Math.floor(from / tileWidth);
    for (let tile = first; tile * tileWidth < to; tile += chunkTiles)
      await this.writeLeafTiles(tile, Math.min(to, (tile + chunkTiles) * tileWidth));
    for (const { level, index, width } of changedTiles(from, to)) {
      if (level === 0 || level === 'entries') continue;
      await this.store.write(tilePath({ level, index, width }), await this.upperTile(level, index, width, from, to));
    }
    await this.store.sync();
    return this.tree.root(to);
  }

  /** Removes the partial tiles that full ones of a published tree have replaced. */
  async removePartials(from: number, to: number): Promise<void> {
    for (const name of changedTiles(from, to).filter(({ width }) => width === tileWidth)) {
      await this.store.removeFolder(partialFolder(name));
      if (name.level === 0) await this.store.removeFolder(partialFolder({ ...name, level: 'entries' }));
    }
  }

  private async writeLeafTiles(firstTile: number, to: number): Promise<void> {
    const leaves = await this.leaves(firstTile * tileWidth, to);
    for (let index = firstTile; index * tileWidth < to; index += 1) {
      const width = widthIn(to, 0, index);
      const own = leaves.slice((index - firstTile) * tileWidth, (index - firstTile) * tileWidth + width);
      await this.store.write(tilePath({ level: 'entries', index, width }), encodeBundle(own.map(({ leaf }) => leaf)));
      await this.store.write(tilePath({ level: 0, index, width }), Buffer.concat(own.map(({ hash }) => hash)));
    }
  }

  /** Each hash of an upper tile is the root of one full tile below; what was published before is taken from the old tile. */
  private async upperTile(level: number, index: number, width: number, from: number, to: number): Promise<Buffer> {
    const had = widthIn(from, level, index);
    const hashes = had === 0 ? [] : [await this.tree.hashes(level, index, from)];
    for (let at = had; at < width; at += 1) {
      const below = await this.tree.hashes(level - 1, index * tileWidth + at, to);
      if (below.length !== tileWidth * hashBytes)
        throw new Fault(
          'tile_missing',
          `tile ${tilePath({ level: level - 1, index: index * tileWidth + at, width: tileWidth })} is not full`,
        );
      hashes.push(joinPerfect(below));
    }
    return Buffer.concat(hashes);
  }
}
