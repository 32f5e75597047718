import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Frontier } from './frontier.js';
import { emptyRoot, leafHash, nodeHash, type Hash } from './hash.js';
import { SmallTree } from './small-tree.js';
import { consistencyRuns } from './subtree.js';
import { rootFromInclusion, verifyConsistency, verifyInclusion } from './verify.js';

interface Vectors {
  readonly entries: readonly string[];
  readonly roots: readonly string[];
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly path: readonly string[] }[];
  readonly consistency: readonly { readonly from: number; readonly to: number; readonly proof: readonly string[] }[];
}

/** The reference tree of the Certificate Transparency project (public test vectors), which every verifier of ours is held to. */
const vectors = (JSON.parse(readFileSync(path.resolve('test/conformance/public-vectors.json'), 'utf8')) as { tree: Vectors }).tree;
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const referenceLeaves = vectors.entries.map((input) => leafHash(hex(input)));

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
    vectors.roots.forEach((root, size) => expect(new SmallTree(referenceLeaves.slice(0, size + 1)).root().toString('hex')).toBe(root));
    for (const { index, size, path: hashes } of vectors.inclusion) {
      const tree = new SmallTree(referenceLeaves.slice(0, size));
      expect(tree.inclusionProof(index).map((hash) => hash.toString('hex'))).toEqual(hashes);
    }
    for (const { from, to, proof } of vectors.consistency) {
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
