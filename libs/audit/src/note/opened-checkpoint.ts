import { parseCheckpointText, type Checkpoint } from './checkpoint.js';
import { parseNote, verifySignatures, type SignedNote, type VerifiedSignature } from './signed-note.js';
import type { VerifierKey } from './verifier-key.js';

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
