import { fromHex, join, toHex, toUtf8 } from './codec.js';
import { sha256 } from './primitives.js';

const blockSize = 64;

/** RFC 2104 over SHA-256. */
function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(blockSize);
  block.set(key.length > blockSize ? sha256(key) : key);
  const inner = sha256(
    join(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256(
    join(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

/** Whether salt (64 hex digits) and value (canonical JSON) are what a commitment in a leaf stands for. */
export function opensTo(commitment: string, salt: string, canonicalValue: string): boolean {
  const key = salt.length === 64 ? fromHex(salt) : null;
  return key !== null && toHex(hmacSha256(key, toUtf8(canonicalValue))) === commitment;
}
