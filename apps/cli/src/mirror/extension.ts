import { encodeBundle, tileWidth, type HashedLeaf, type LeafSource } from '#libs/audit';
import { isSame, isSameAt } from '../verify/codec.js';
import { tilePath } from '../verify/log-folder.js';
import { hashLeaf, hashLength, type GrowingTree } from '../verify/merkle.js';
import type { Checkpoint } from '../verify/note.js';
import { joinTile } from '../verify/tile-tree.js';
import type { Copy } from './copy.js';
import { Found, notServed } from './finding.js';
import { firstDifference, firstDifferentHash } from './first-difference.js';
import type { LogSource } from './log-source.js';

/** Bundles asked for side by side. */
const sideBySide = 4;

/**
 * How the log went on from what is held. The leaf tiles that it serves, put after the tree held here, must lead to the root of its
 * checkpoint: so nothing before may have changed, without any word of the log for it. Each new bundle is then held against them.
 */
export class Extension {
  private constructor(
    private readonly source: LogSource,
    private readonly copy: Copy,
    readonly next: Checkpoint,
    /** At the size of `next`. */
    readonly tree: GrowingTree,
    /** Of each new full tile its root, of the last its hashes: 32 bytes for 256 entries. */
    private readonly tiles: ReadonlyMap<number, Uint8Array>,
  ) {}

  /**
   * @param seen the newest checkpoint judged before, at the copy's size or beyond it: the way to `next` must lead past it
   * @throws Found when it does not, with the first index in which the two histories differ
   */
  static async judge(source: LogSource, copy: Copy, seen: Checkpoint, next: Checkpoint): Promise<Extension> {
    const { size: held } = copy.held;
    const tree = copy.tree.copy();
    const tiles = new Map<number, Uint8Array>();
    const fork = async (size: number): Promise<Found> => {
      const index = (await firstDifference(source, copy.log, held, next.size)) ?? held;
      const en = `the log shows another history: what it holds up to ${size} does not lead to the root that it signed`;
      return new Found({ kind: 'forked', index, vi: 'nhật ký đưa ra một lịch sử khác', en });
    };
    for (let tile = Math.floor(held / tileWidth); tile * tileWidth < next.size; tile += 1) {
      const first = tile * tileWidth;
      const width = Math.min(tileWidth, next.size - first);
      const hashes = await source.hashes(0, tile, width);
      if (typeof hashes === 'string') throw notServed(0, tile, Math.max(first, held), hashes);
      const known = Math.max(0, held - first);
      const kept = known === 0 ? null : copy.log.hashes(0, tile, known);
      const differs = kept === null ? null : firstDifferentHash(hashes, kept, known);
      if (differs !== null)
        throw new Found(
          { kind: 'forked', index: first + differs, vi: 'nhật ký đưa ra một lịch sử khác', en: `${tilePath(0, tile)} is not the one held` },
          { tile: hashes },
        );
      tiles.set(tile, width === tileWidth ? joinTile(hashes) : hashes);
      if (known === 0 && width === tileWidth && (seen.size <= first || seen.size >= first + width)) tree.add(joinTile(hashes), 8);
      else
        for (let at = known; at < width; at += 1) {
          tree.add(hashes.subarray(at * hashLength, (at + 1) * hashLength));
          if (tree.size === seen.size && !isSame(tree.root(), seen.root)) throw await fork(seen.size);
        }
      if (tree.size === seen.size && !isSame(tree.root(), seen.root)) throw await fork(seen.size);
    }
    if (!isSame(tree.root(), next.root)) throw await fork(next.size);
    return new Extension(source, copy, next, tree, tiles);
  }

  /**
   * Entries for the copy's writer: each bundle fits its tile before it is handed on, each new entry keeps what the log promises.
   * @throws Found for the first that does not
   */
  readonly leaves: LeafSource = async (from, to) => {
    const found: HashedLeaf[] = [];
    for (let tile = Math.floor(from / tileWidth); tile * tileWidth < to; tile += sideBySide) {
      const some = Array.from({ length: sideBySide }, (_, beside) => tile + beside).filter((each) => each * tileWidth < to);
      for (const part of await Promise.all(some.map((each) => this.bundle(each)))) found.push(...part);
    }
    const first = Math.floor(from / tileWidth) * tileWidth;
    for (const [at, { leaf, hash }] of found.entries()) this.copy.hear(first + at, leaf, hash);
    this.copy.expectNoContradiction(found, first);
    return found;
  };

  private async bundle(tile: number): Promise<readonly HashedLeaf[]> {
    const first = tile * tileWidth;
    const width = Math.min(tileWidth, this.next.size - first);
    // Written in a round that was cut short, it need not be asked for again.
    const kept = width === tileWidth ? this.copy.log.entries(tile, width)?.map(hashed) : undefined;
    if (kept !== undefined && this.fits(tile, kept)) return kept;
    const entries = await this.source.entries(tile, width);
    if (typeof entries === 'string') throw notServed('entries', tile, Math.max(first, this.copy.held.size), entries);
    const leaves = entries.map(hashed);
    if (!this.fits(tile, leaves)) throw await this.bent(tile, leaves);
    return leaves;
  }

  private fits(tile: number, leaves: readonly HashedLeaf[]): boolean {
    const hashes = Buffer.concat(leaves.map(({ hash }) => hash));
    const wanted = this.tiles.get(tile);
    return wanted !== undefined && isSame(leaves.length === tileWidth ? joinTile(hashes) : hashes, wanted);
  }

  private async bent(tile: number, leaves: readonly HashedLeaf[]): Promise<Found> {
    const hashes = await this.source.hashes(0, tile, leaves.length);
    const at = typeof hashes === 'string' ? -1 : leaves.findIndex(({ hash }, index) => !isSameAt(hash, hashes, index * hashLength));
    const index = tile * tileWidth + Math.max(at, 0);
    const en = `${tilePath('entries', tile)} as served: the entry does not hash to its place in the tile`;
    return new Found(
      { kind: 'altered', index, vi: 'bản ghi không khớp ô băm của nó', en },
      { bundle: encodeBundle(leaves.map(({ leaf }) => leaf)), ...(typeof hashes === 'string' ? {} : { tile: hashes }) },
    );
  }
}

const hashed = (leaf: Uint8Array): HashedLeaf => ({ leaf, hash: Buffer.from(hashLeaf(leaf)) });
