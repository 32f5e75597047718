import { type Bytes, join, sha256 } from './bytes.js';

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** RFC 6962 §2.1: SHA-256(0x00 ‖ leaf). */
export async function leafHash(leaf: Bytes): Promise<Bytes> {
  return await sha256(join(leafPrefix, leaf));
}

/**
 * The root that an inclusion path leads to (RFC 9162 §2.1.3.2); null when the path has not exactly the length
 * that `index` and `size` ask for. Sizes up to 2^53: bit work is done in BigInt.
 */
export async function rootFromPath(leaf: Bytes, index: bigint, size: bigint, path: readonly Bytes[]): Promise<Bytes | null> {
  if (index < 0n || index >= size) return null;
  let fn = index;
  let sn = size - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (sn === 0n) return null;
    if ((fn & 1n) === 1n || fn === sn) {
      hash = await sha256(join(nodePrefix, sibling, hash));
      while ((fn & 1n) === 0n && fn !== 0n) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      hash = await sha256(join(nodePrefix, hash, sibling));
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n ? hash : null;
}
