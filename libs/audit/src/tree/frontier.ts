import { emptyRoot, hashBytes, nodeHash, type Hash } from './hash.js';

/**
 * The right edge of a growing tree: hashes of the perfect subtrees of its size, from left (largest) to right. All that is needed
 * to append and to know the root; at most 53 hashes.
 */
export class Frontier {
  private constructor(
    private count: number,
    private readonly edge: Hash[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @throws RangeError when the bytes are not the frontier of a tree of this size */
  static fromBytes(size: number, bytes: Uint8Array): Frontier {
    if (!Number.isSafeInteger(size) || size < 0 || bytes.length !== onesOf(size) * hashBytes)
      throw new RangeError(`no frontier of a tree of ${size}`);
    const edge: Hash[] = [];
    for (let at = 0; at < bytes.length; at += hashBytes) edge.push(Buffer.from(bytes.subarray(at, at + hashBytes)));
    return new Frontier(size, edge);
  }

  get size(): number {
    return this.count;
  }

  append(leaf: Hash): void {
    let hash = leaf;
    for (let rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.edge.pop();
      if (left === undefined) throw new RangeError('the frontier is shorter than its size says');
      hash = nodeHash(left, hash);
    }
    this.edge.push(hash);
    this.count += 1;
  }

  root(): Hash {
    return foldRight(this.edge);
  }

  toBytes(): Buffer {
    return Buffer.concat(this.edge);
  }
}

/** The hash over neighbouring perfect subtrees of falling size: they are joined from the right (RFC 6962 §2.1). */
export function foldRight(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot;
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

function onesOf(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
