import { tileWidth } from './tile-path.js';

/** C2SP tlog-tiles: big-endian uint16 length before each entry. */
export function encodeBundle(leaves: readonly Uint8Array[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const leaf of leaves) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(leaf.length);
    parts.push(length, leaf);
  }
  return Buffer.concat(parts);
}

/** Strict reader: at most 256 entries, no byte left over; null otherwise. */
export function decodeBundle(bytes: Buffer): Buffer[] | null {
  const leaves: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length || leaves.length === tileWidth) return null;
    leaves.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return leaves;
}
