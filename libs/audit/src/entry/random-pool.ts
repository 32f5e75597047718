import { randomFillSync } from 'node:crypto';
import type { EntryId } from '#libs/kernel';

/** Random bytes of the system's generator, fetched many at a time: salts and nonces are needed at every entry. */
export class RandomPool {
  private readonly bytes = Buffer.alloc(4_096);
  private at = this.bytes.length;

  /** Bytes that nobody has had before. @param length at most 4,096 */
  next(length: number): Buffer {
    if (this.at + length > this.bytes.length) {
      randomFillSync(this.bytes);
      this.at = 0;
    }
    this.at += length;
    return Buffer.from(this.bytes.subarray(this.at - length, this.at));
  }
}

/** `ent_` and a UUIDv7 (RFC 9562 §5.7). @param random 16 bytes, which it changes */
export function entryIdOf(atMs: number, random: Buffer): EntryId {
  random.writeUIntBE(atMs, 0, 6);
  random[6] = ((random[6] ?? 0) & 0x0f) | 0x70;
  random[8] = ((random[8] ?? 0) & 0x3f) | 0x80;
  const hex = random.toString('hex');
  return `ent_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as EntryId;
}
