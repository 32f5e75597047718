import { Fault, UnavailableFault } from '#libs/kernel';
import { ask } from '../http-exchange.js';
import { decodeDecimal } from '../note/base64.js';
import { checkpointText, type Checkpoint } from '../note/checkpoint.js';
import { formatHeadRequest } from '../note/head-request.js';
import { openCheckpoint } from '../note/opened-checkpoint.js';
import { parseNote } from '../note/signed-note.js';
import { noteKeyTypes, parseVerifierKey, type VerifierKey } from '../note/verifier-key.js';
import type { TileTree } from '../tree/tile-tree.js';

const timeoutMs = 2_000;

/**
 * Asks the signer process, over its local socket, to put the log's name to a tree. The signer keeps its own memory and judges by
 * itself; a refusal other than "I stand elsewhere" is an integrity incident.
 */
export class SignerClient {
  private keys: readonly VerifierKey[] | null = null;

  constructor(
    private readonly socketPath: string,
    private readonly origin: string,
  ) {}

  /** The log's own first; a second one only while the log changes its key. @throws UnavailableFault when the signer does not answer */
  async verifierKeys(): Promise<readonly [VerifierKey, ...VerifierKey[]]> {
    const [first, ...more] = (this.keys ??= await this.askKeys());
    if (first === undefined) throw new Fault('signer_key', 'the signer has no key');
    return [first, ...more];
  }

  private async askKeys(): Promise<readonly VerifierKey[]> {
    const { status, body } = await this.ask('/vkey', undefined);
    const lines = status === 200 ? body.toString('utf8').trim().split('\n') : [];
    const keys = lines.map(parseVerifierKey);
    if (keys.some((key) => key?.type !== noteKeyTypes.ed25519 || key.name !== this.origin))
      throw new Fault('signer_key', `the signer's key is not one of ${this.origin}`);
    return keys.filter((key) => key !== null);
  }

  /** Signed by every key that the signer has now; one that was started again with other keys, or in another order, is asked for them. */
  private async isSigned(note: string): Promise<boolean> {
    const lines = parseNote(Buffer.from(note, 'utf8'))?.signatures ?? [];
    const known = await this.verifierKeys();
    if (lines.length !== known.length || !lines.every(({ keyId }, at) => known[at]?.keyId.equals(keyId))) this.keys = null;
    return (await this.verifierKeys()).every((key) => openCheckpoint(Buffer.from(note, 'utf8'), key) !== null);
  }

  /** @returns the signed note. @throws Fault `signer_refused`: the tree contradicts what was signed before */
  async sign(checkpoint: Checkpoint, tree: TileTree): Promise<string> {
    const text = checkpointText(checkpoint);
    let signed = await this.size();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (signed > checkpoint.size)
        throw new Fault('signer_refused', `the signer has signed ${signed} entries, the log has ${checkpoint.size}: it was rolled back`);
      const proof = await tree.consistencyProof(signed, checkpoint.size);
      const { status, body } = await this.ask('/sign', formatHeadRequest(signed, proof, text));
      if (status === 409) {
        signed = decodeDecimal(body.toString('utf8').trim()) ?? 0;
        continue;
      }
      if (status >= 500)
        throw new UnavailableFault('signer', `the signer answered ${status}: ${body.toString('utf8').slice(0, 200).trim()}`);
      const note = `${text}\n${body.toString('utf8')}`;
      if (status !== 200 || !(await this.isSigned(note))) {
        throw new Fault(
          'signer_refused',
          `the signer refused size ${checkpoint.size} with status ${status}: ${body.toString('utf8').slice(0, 200).trim()}`,
        );
      }
      return note;
    }
    throw new UnavailableFault('signer', 'the signer was busy with other sizes');
  }

  /** The largest tree that the signer has put the log's name to. */
  async size(): Promise<number> {
    const { status, body } = await this.ask('/size', undefined);
    const size = status === 200 ? decodeDecimal(body.toString('utf8').trim()) : null;
    if (size === null) throw new UnavailableFault('signer', `the signer answered ${status}`);
    return size;
  }

  private async ask(url: string, body: string | undefined): ReturnType<typeof ask> {
    try {
      return await ask({ url, socketPath: this.socketPath, timeoutMs, ...(body === undefined ? {} : { method: 'POST', body }) });
    } catch (error) {
      this.keys = null;
      throw new UnavailableFault('signer', 'the signer does not answer', { cause: error });
    }
  }
}
