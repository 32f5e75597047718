import { emptyRoot, hashBytes, nodeHash, type Hash } from './hash.js';

/** Sizes and indexes are plain integers up to 2^53 − 1, so halving is division, never a 32-bit shift. */
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * The root that an inclusion proof leads to (RFC 9162 §2.1.3.2), or null when index, size and proof length do not fit exactly.
 * @param proof sibling hashes, from the leaf upwards
 */
export function rootFromInclusion(index: number, size: number, leaf: Uint8Array, proof: readonly Uint8Array[]): Hash | null {
  if (!isSize(index) || !isSize(size) || index >= size || leaf.length !== hashBytes || proof.some((hash) => hash.length !== hashBytes))
    return null;
  let node = index;
  let last = size - 1;
  let root: Hash = Buffer.from(leaf);
  for (const sibling of proof) {
    if (last === 0) return null;
    if (isOdd(node) || node === last) {
      root = nodeHash(sibling, root);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      root = nodeHash(root, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 ? root : null;
}

/** Whether the leaf hash stands at this index of the tree with this size and root. */
export function verifyInclusion(index: number, size: number, leaf: Uint8Array, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  return rootFromInclusion(index, size, leaf, proof)?.equals(root) ?? false;
}

/**
 * Whether the tree (newSize, newRoot) continues the tree (oldSize, oldRoot): nothing before oldSize differs (RFC 9162 §2.1.4.2).
 * An empty old tree is continued by every tree, with an empty proof only.
 */
export function verifyConsistency(
  oldSize: number,
  newSize: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  newRoot: Uint8Array,
): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize || proof.some((hash) => hash.length !== hashBytes)) return false;
  if (oldSize === newSize) return proof.length === 0 && Buffer.compare(oldRoot, newRoot) === 0;
  if (oldSize === 0) return proof.length === 0 && Buffer.compare(oldRoot, emptyRoot) === 0;
  let node = oldSize - 1;
  let last = newSize - 1;
  while (isOdd(node)) {
    node = half(node);
    last = half(last);
  }
  // When oldSize is a power of two its root is a node of the new tree and the proof leaves it out.
  const [first, rest] = node === 0 ? [oldRoot, proof] : [proof[0], proof.slice(1)];
  if (first === undefined) return false;
  let oldHash: Hash = Buffer.from(first);
  let newHash: Hash = Buffer.from(first);
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(node) || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (!isOdd(node) && node !== 0) {
        node = half(node);
        last = half(last);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    node = half(node);
    last = half(last);
  }
  return last === 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
}
