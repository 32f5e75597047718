import { Frontier } from './frontier.js';
import { emptyRoot, leafHash, nodeHash, type Hash } from './hash.js';
import { SmallTree } from './small-tree.js';
import { consistencyRuns } from './subtree.js';
import { rootFromInclusion, verifyConsistency, verifyInclusion } from './verify.js';

/** The reference inputs and roots of the Certificate Transparency project (public test vectors). */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const paths: readonly (readonly [index: number, size: number, path: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
];
const consistency: readonly (readonly [from: number, to: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
];
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const referenceLeaves = inputs.map((input) => leafHash(hex(input)));

/** RFC 6962 §2.1 word for word: slow and plainly right. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot;
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

const largest = 300;
const leaves = Array.from({ length: largest }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const naive: Hash[] = Array.from({ length: largest + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)));
const trees = naive.map((_, size) => new SmallTree(leaves.slice(0, size)));
const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

describe('the tree', () => {
  it('has the roots, paths and consistency proofs of the public test vectors', () => {
    roots.forEach((root, size) => expect(new SmallTree(referenceLeaves.slice(0, size + 1)).root().toString('hex')).toBe(root));
    for (const [index, size, path] of paths) {
      const tree = new SmallTree(referenceLeaves.slice(0, size));
      expect(tree.inclusionProof(index).map((hash) => hash.toString('hex'))).toEqual(path);
    }
    for (const [from, to, proof] of consistency) {
      const tree = new SmallTree(referenceLeaves.slice(0, to));
      expect(consistencyRuns(from, to).map((run) => tree.hashOf(run).toString('hex'))).toEqual(proof);
    }
  });

  it('grows by its frontier to the same root as the definition, for every size to 300', () => {
    const frontier = Frontier.empty();
    for (let size = 0; size <= largest; size += 1) {
      expect(frontier.root().equals(at(naive, size))).toBe(true);
      const copy = Frontier.fromBytes(size, frontier.toBytes());
      expect(copy.root().equals(at(naive, size))).toBe(true);
      if (size < largest) frontier.append(at(leaves, size));
    }
  });

  it('refuses a frontier that belongs to another size', () => {
    expect(() => Frontier.fromBytes(3, at(leaves, 0))).toThrow(RangeError);
    expect(() => Frontier.fromBytes(-1, Buffer.alloc(0))).toThrow(RangeError);
  });
});

describe('proofs, for every pair of sizes to 300', () => {
  it('of inclusion verify, at their own index only', () => {
    let wrong = 0;
    for (let size = 1; size <= largest; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = at(trees, size).inclusionProof(index);
        if (!verifyInclusion(index, size, at(leaves, index), proof, at(naive, size))) wrong += 1;
        if (size > 1 && verifyInclusion((index + 1) % size, size, at(leaves, index), proof, at(naive, size))) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
  });

  it('of consistency verify, and not against another root', () => {
    let wrong = 0;
    for (let to = 0; to <= largest; to += 1) {
      for (let from = 0; from <= to; from += 1) {
        const proof = consistencyRuns(from, to).map((run) => at(trees, to).hashOf(run));
        if (!verifyConsistency(from, to, proof, at(naive, from), at(naive, to))) wrong += 1;
        if (from > 0 && verifyConsistency(from, to, proof, at(naive, from - 1), at(naive, to))) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
  });

  it('fail with a hash too many, too few, exchanged, or of the wrong length', () => {
    const size = 211;
    const index = 77;
    const root = at(naive, size);
    const leaf = at(leaves, index);
    const proof = at(trees, size).inclusionProof(index);
    expect(verifyInclusion(index, size, leaf, [...proof, leaf], root)).toBe(false);
    expect(verifyInclusion(index, size, leaf, proof.slice(1), root)).toBe(false);
    expect(verifyInclusion(index, size, leaf, proof.toReversed(), root)).toBe(false);
    expect(verifyInclusion(index, size, leaf.subarray(1), proof, root)).toBe(false);
    expect(rootFromInclusion(size, size, leaf, proof)).toBeNull();
    expect(rootFromInclusion(-1, size, leaf, proof)).toBeNull();
    expect(rootFromInclusion(0.5, size, leaf, proof)).toBeNull();
    const between = consistencyRuns(64, size).map((run) => at(trees, size).hashOf(run));
    expect(verifyConsistency(64, size, between, at(naive, 64), root)).toBe(true);
    expect(verifyConsistency(64, size, [...between, leaf], at(naive, 64), root)).toBe(false);
    expect(verifyConsistency(64, size, between.slice(0, -1), at(naive, 64), root)).toBe(false);
    expect(verifyConsistency(size, 64, between, root, at(naive, 64))).toBe(false);
  });

  it('from the empty tree and between equal sizes are empty, and nothing else', () => {
    const root = at(naive, 9);
    expect(verifyConsistency(0, 9, [], emptyRoot, root)).toBe(true);
    expect(verifyConsistency(0, 9, [root], emptyRoot, root)).toBe(false);
    expect(verifyConsistency(0, 9, [], root, root)).toBe(false);
    expect(verifyConsistency(9, 9, [], root, root)).toBe(true);
    expect(verifyConsistency(9, 9, [], root, at(naive, 8))).toBe(false);
    expect(verifyConsistency(0, 0, [], emptyRoot, root)).toBe(false);
  });
});
