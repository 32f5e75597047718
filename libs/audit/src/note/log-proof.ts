import { hashBytes, type Hash } from '../tree/hash.js';
import { decodeBase64, decodeDecimal } from './base64.js';

/** C2SP tlog-proof: all that an outsider needs beside the leaf and the trusted keys. File ending `.tlog-proof`. */
export interface LogProof {
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** The checkpoint note, as published. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves is no deeper. */
const maxHashes = 63;

export function formatLogProof({ index, hashes, checkpoint }: LogProof): string {
  return [firstLine, `index ${index}`, ...hashes.map((hash) => hash.toString('base64')), '', checkpoint].join('\n');
}

/** Strict reader; opaque extra data is skipped, since nothing vouches for it. */
export function parseLogProof(text: string): LogProof | null {
  const split = text.indexOf('\n\n');
  if (split < 0 || text.length > 200_000) return null;
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== firstLine) return null;
  if (lines[0]?.startsWith('extra ') === true && decodeBase64((lines.shift() ?? '').slice(6)) === null) return null;
  const index = /^index (.+)$/.exec(lines.shift() ?? '')?.[1];
  const parsedIndex = index === undefined ? null : decodeDecimal(index);
  if (parsedIndex === null || lines.length > maxHashes) return null;
  const hashes: Hash[] = [];
  for (const line of lines) {
    const hash = decodeBase64(line);
    if (hash?.length !== hashBytes) return null;
    hashes.push(hash);
  }
  return { index: parsedIndex, hashes, checkpoint: text.slice(split + 2) };
}
