import { ask } from '../http-exchange.js';
import { decodeDecimal } from '../note/base64.js';
import type { Checkpoint } from '../note/checkpoint.js';
import { formatHeadRequest } from '../note/head-request.js';
import { parseNote, verifySignatures } from '../note/signed-note.js';
import type { WitnessSettings } from '../note/witness-policy.js';
import type { TileTree } from '../tree/tile-tree.js';

const timeoutMs = 2_000;

export type Cosigning =
  /** Its lines by vkey, Ed25519 first; not of all its keys where it is of an older make than its settings say. */
  | { readonly kind: 'cosigned'; readonly lines: ReadonlyMap<string, string> }
  /** Says that it knows more of the log than was ever signed: somebody else signs, or we were rolled back. */
  | { readonly kind: 'ahead'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'silent' };

/** One witness, spoken to by C2SP tlog-witness; it may be of any make. */
export class WitnessClient {
  private knownSize = 0;
  private isBusy = false;

  constructor(readonly settings: WitnessSettings) {}

  /** @param note the checkpoint with the log's signature only: some witnesses refuse bodies over 10 KiB */
  async cosign(checkpoint: Checkpoint, note: string, tree: TileTree): Promise<Cosigning> {
    if (this.isBusy) return { kind: 'silent' };
    this.isBusy = true;
    try {
      for (let attempt = 0; attempt < 3; attempt += 1) {
        if (this.knownSize > checkpoint.size) return { kind: 'ahead', size: this.knownSize };
        const proof = await tree.consistencyProof(this.knownSize, checkpoint.size);
        const { status, body } = await ask({
          url: `${this.settings.url}/add-checkpoint`,
          method: 'POST',
          body: formatHeadRequest(this.knownSize, proof, note),
          timeoutMs,
        });
        const stored = status === 409 ? decodeDecimal(body.toString('utf8').replace(/\n$/, '')) : null;
        if (stored !== null && stored !== this.knownSize) {
          // A lost reply, or the first word with a witness that has a past: ask again from where it stands.
          this.knownSize = stored;
          continue;
        }
        if (status !== 200) return { kind: 'refused', status };
        const verified = this.verified(note, body.toString('utf8'));
        if (verified === null) return { kind: 'refused', status: 0 };
        this.knownSize = checkpoint.size;
        return verified;
      }
      return { kind: 'refused', status: 409 };
    } catch {
      return { kind: 'silent' };
    } finally {
      this.isBusy = false;
    }
  }

  private verified(note: string, lines: string): Cosigning | null {
    const cosigned = parseNote(Buffer.from(note + lines, 'utf8'));
    const { keys } = this.settings;
    const signatures = cosigned === null ? [] : (verifySignatures(cosigned, keys) ?? []);
    const ordered = keys.flatMap((key) => signatures.filter((each) => each.key === key));
    return ordered.length === 0 ? null : { kind: 'cosigned', lines: new Map(ordered.map(({ key, line }) => [key.text, line])) };
  }
}
