import { hashBytes, type Hash } from '../tree/hash.js';
import { decodeBase64, decodeDecimal } from './base64.js';

/** C2SP tlog-proof: all that an outsider needs beside the leaf and the trusted keys. File ending `.tlog-proof`. */
export interface LogProof {
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The leaf hash, as the format's opaque extra data: it lets the file be checked alone; which entry that is, the leaf says. */
  readonly leafHash?: Hash;
  /** The checkpoint note, as published. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
/** Bytes. */
const largestProof = 200_000;
/** A tree of 2^53 leaves is no deeper. */
const maxHashes = 63;

export function formatLogProof({ index, hashes, checkpoint, leafHash }: LogProof): string {
  const extra = leafHash === undefined ? [] : [`extra ${leafHash.toString('base64')}`];
  return [firstLine, ...extra, `index ${index}`, ...hashes.map((hash) => hash.toString('base64')), '', checkpoint].join('\n');
}

/** Strict reader. Extra data that is no hash is skipped: nothing vouches for it. */
export function parseLogProof(text: string): LogProof | null {
  const split = text.indexOf('\n\n');
  if (split < 0 || Buffer.byteLength(text, 'utf8') > largestProof) return null;
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== firstLine) return null;
  let extra: Buffer | null = null;
  if (lines[0]?.startsWith('extra ') === true) {
    extra = decodeBase64((lines.shift() ?? '').slice('extra '.length));
    if (extra === null) return null;
  }
  const index = /^index (.+)$/.exec(lines.shift() ?? '')?.[1];
  const parsedIndex = index === undefined ? null : decodeDecimal(index);
  if (parsedIndex === null || lines.length > maxHashes) return null;
  const hashes: Hash[] = [];
  for (const line of lines) {
    const hash = decodeBase64(line);
    if (hash?.length !== hashBytes) return null;
    hashes.push(hash);
  }
  return { index: parsedIndex, hashes, checkpoint: text.slice(split + 2), ...(extra?.length === hashBytes ? { leafHash: extra } : {}) };
}
