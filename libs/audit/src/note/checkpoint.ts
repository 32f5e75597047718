import { hashBytes, type Hash } from '../tree/hash.js';
import { decodeBase64, decodeDecimal } from './base64.js';
import { parseNote, verifySignatures, type SignedNote, type VerifiedSignature } from './signed-note.js';
import type { VerifierKey } from './verifier-key.js';

/** Size and root of the log at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text that is signed: three lines, no extension lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Strict reader of a checkpoint's text; extension lines are allowed (other logs have them), empty ones are not. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < 3 || lines.includes('')) return null;
  const [origin = '', sizeText = '', rootText = ''] = lines;
  const size = decodeDecimal(sizeText);
  const root = decodeBase64(rootText);
  return size === null || root?.length !== hashBytes ? null : { origin, size, root };
}

export interface OpenedCheckpoint extends Checkpoint {
  readonly note: SignedNote;
  readonly signatures: readonly VerifiedSignature[];
}

/**
 * A checkpoint note whose log signature was verified; cosignatures by the known witnesses are among `signatures`.
 * @returns null when the note is malformed, of another origin, unsigned by the log, or holds a false signature of a known key
 */
export function openCheckpoint(bytes: Uint8Array, logKey: VerifierKey, witnessKeys: readonly VerifierKey[] = []): OpenedCheckpoint | null {
  const note = parseNote(bytes);
  const checkpoint = note === null ? null : parseCheckpointText(note.text);
  if (note === null || checkpoint === null || checkpoint.origin !== logKey.name) return null;
  const signatures = verifySignatures(note, [logKey, ...witnessKeys]);
  return signatures?.some((each) => each.key === logKey) === true ? { ...checkpoint, note, signatures } : null;
}
