import { hash } from 'node:crypto';

/** A SHA-256 value: 32 bytes. */
export type Hash = Buffer;

export const hashBytes = 32;

const sha256 = (bytes: Uint8Array): Hash => hash('sha256', bytes, 'buffer');

/** Root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export const emptyRoot: Hash = sha256(Buffer.alloc(0));

/** Filled and hashed in one go, so that it can be used again and again. */
const pair = Buffer.alloc(1 + 2 * hashBytes, 1);
const leafPrefix = Buffer.from([0]);

/** RFC 6962 §2.1: SHA-256(0x00 ‖ leaf). The prefix keeps a leaf from passing as a node. */
export function leafHash(leaf: Uint8Array): Hash {
  return sha256(Buffer.concat([leafPrefix, leaf]));
}

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). @throws RangeError when either is not 32 bytes */
export function nodeHash(left: Uint8Array, right: Uint8Array): Hash {
  if (left.length !== hashBytes || right.length !== hashBytes) throw new RangeError('a hash has 32 bytes');
  pair.set(left, 1);
  pair.set(right, 1 + hashBytes);
  return sha256(pair);
}
