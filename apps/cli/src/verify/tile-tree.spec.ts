import { hashLeaf, GrowingTree, hashLength } from './merkle.js';
import { joinTile } from './tile-tree.js';

describe('the root of a tile', () => {
  const leaves = Array.from({ length: 256 }, (_, at) => hashLeaf(new Uint8Array([at])));

  it('is that of its leaves, and leaves the tile as it was, of whatever kind its bytes are', () => {
    const tree = new GrowingTree();
    for (const leaf of leaves) tree.add(leaf);
    for (const tile of [Buffer.concat(leaves), new Uint8Array(Buffer.concat(leaves))]) {
      const before = Buffer.from(tile);
      const root = joinTile(tile);
      expect(Buffer.from(root)).toEqual(Buffer.from(tree.root()));
      expect(Buffer.from(tile)).toEqual(before);
      expect(Buffer.from(joinTile(tile))).toEqual(Buffer.from(root));
      // Kept for as long as the tree is, it does not keep the tile.
      expect(root.buffer.byteLength).toBe(hashLength);
    }
  });
});
