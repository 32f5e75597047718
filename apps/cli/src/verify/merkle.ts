import { isSame } from './codec.js';
import { sha256 } from './primitives.js';

/**
 * RFC 6962 from the reader's side, written apart from the code that builds the log: the two meet only in tests. Recursive, after
 * the definitions of §2.1, where the log's own is iterative.
 */
export type Hash = Uint8Array;

export const hashLength = 32;
export const emptyRoot = sha256(new Uint8Array(0));

const scratch = new Uint8Array(1 + 65_535);
const pair = new Uint8Array(1 + 2 * hashLength);
pair[0] = 1;

export function hashLeaf(leaf: Uint8Array): Hash {
  scratch[0] = 0;
  scratch.set(leaf, 1);
  return sha256(scratch.subarray(0, 1 + leaf.length));
}

export function hashChildren(left: Hash, right: Hash): Hash {
  pair.set(left, 1);
  pair.set(right, 1 + hashLength);
  return sha256(pair);
}

/** Hash of two hashes that stand side by side. */
export function hashPair(hashes: Uint8Array, from: number): Hash {
  for (let at = 0; at < 2 * hashLength; at += 1) pair[1 + at] = hashes[from + at] ?? 0;
  return sha256(pair);
}

/** k of §2.1: the largest power of two below n. */
function leftSize(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Root that a path leads to (§2.1.1), or null when it has too few or too many hashes. @param path from the leaf upwards */
export function rootOfPath(index: number, size: number, leaf: Hash, path: readonly Hash[]): Hash | null {
  if (index < 0 || index >= size) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const top = path.at(-1);
  if (top === undefined) return null;
  const k = leftSize(size);
  const below = index < k ? rootOfPath(index, k, leaf, path.slice(0, -1)) : rootOfPath(index - k, size - k, leaf, path.slice(0, -1));
  if (below === null) return null;
  return index < k ? hashChildren(below, top) : hashChildren(top, below);
}

/** Whether a proof (§2.1.2) shows that the larger tree continues the smaller one. */
export function isConsistent(oldSize: number, oldRoot: Hash, newSize: number, newRoot: Hash, proof: readonly Hash[]): boolean {
  if (oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && isSame(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && isSame(oldRoot, emptyRoot);
  const roots = rootsOf(oldSize, newSize, proof, true, oldRoot);
  return roots !== null && isSame(roots.old, oldRoot) && isSame(roots.next, newRoot);
}

/** SUBPROOF read backwards: the two roots over the first m and all n leaves of a subtree. */
function rootsOf(
  m: number,
  n: number,
  proof: readonly Hash[],
  isWhole: boolean,
  known: Hash,
): { readonly old: Hash; readonly next: Hash } | null {
  const last = proof.at(-1);
  if (m === n) {
    if (isWhole) return proof.length === 0 ? { old: known, next: known } : null;
    return proof.length === 1 && last !== undefined ? { old: last, next: last } : null;
  }
  if (last === undefined) return null;
  const k = leftSize(n);
  const rest = proof.slice(0, -1);
  if (m <= k) {
    const left = rootsOf(m, k, rest, isWhole, known);
    return left === null ? null : { old: left.old, next: hashChildren(left.next, last) };
  }
  const right = rootsOf(m - k, n - k, rest, false, known);
  return right === null ? null : { old: hashChildren(last, right.old), next: hashChildren(last, right.next) };
}

/** Grows a tree leaf by leaf and tells its root; holds one hash a level. */
export class GrowingTree {
  private readonly full: (Hash | null)[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Appends a leaf hash, or the root of a perfect subtree of 2^level leaves where the tree's size is a multiple of that. */
  add(leafOrRoot: Hash, ofLevel = 0): void {
    let hash = leafOrRoot;
    let level = ofLevel;
    for (;;) {
      const left = this.full[level] ?? null;
      if (left === null) break;
      hash = hashChildren(left, hash);
      this.full[level] = null;
      level += 1;
    }
    this.full[level] = hash;
    this.count += 2 ** ofLevel;
  }

  /** A tree of its own that stands where this one stands. */
  copy(): GrowingTree {
    const other = new GrowingTree();
    other.full.push(...this.full);
    other.count = this.count;
    return other;
  }

  root(): Hash {
    let root: Hash | null = null;
    for (const hash of this.full) {
      if (hash !== null && hash !== undefined) root = root === null ? hash : hashChildren(hash, root);
    }
    return root ?? emptyRoot;
  }
}
