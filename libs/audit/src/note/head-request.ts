import { hashBytes, type Hash } from '../tree/hash.js';
import { decodeBase64, decodeDecimal } from './base64.js';

/** Body of `add-checkpoint` (C2SP tlog-witness): what was stored before, why the new tree continues it, the new tree's note. */
export interface HeadRequest {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly note: Buffer;
}

export const maxProofLines = 63;

export function formatHeadRequest(oldSize: number, proof: readonly Hash[], note: string): string {
  return [`old ${oldSize}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n');
}

/** Strict reader; null for anything malformed. The note is not looked into. */
export function parseHeadRequest(body: Buffer): HeadRequest | null {
  const split = body.indexOf('\n\n');
  if (split < 0) return null;
  const lines = body.subarray(0, split).toString('latin1').split('\n');
  const oldText = /^old (.+)$/.exec(lines.shift() ?? '')?.[1];
  const oldSize = oldText === undefined ? null : decodeDecimal(oldText);
  if (oldSize === null || lines.length > maxProofLines) return null;
  const proof: Hash[] = [];
  for (const line of lines) {
    const hash = decodeBase64(line);
    if (hash?.length !== hashBytes) return null;
    proof.push(hash);
  }
  return { oldSize, proof, note: body.subarray(split + 2) };
}
