import { producerKeys } from '../entry/producer-keys.js';
import { noteKeyTypes, type VerifierKey } from '../note/verifier-key.js';
import { mlDsaTrustPolicyText, trustPolicyText, witnessKeyLines, type WitnessPolicyFile } from '../note/witness-policy.js';
import type { TileStore } from '../store/tile-store.js';
import type { SignerClient } from './signer-client.js';

export interface KeyListSettings {
  readonly stateDir: string;
  readonly signer: SignerClient;
  readonly policy: WitnessPolicyFile;
}

const linesOf = (keys: readonly VerifierKey[]): string => keys.map(({ text }) => `${text}\n`).join('');

/**
 * The lists that tell outsiders whose signatures to look for. `vkeys` (the log's key first, then the witnesses') and `policy` (C2SP
 * tlog-policy) hold Ed25519 keys alone and stay so: parsers of other makes know no others. `vkeys-mldsa` and `policy-mldsa` say the
 * same by ML-DSA-44 and are not there while no witness has such a key. `vkeys-log` are the keys that the log signs with, its own first:
 * two while it changes its key. `producers` are the keys that sign receipts.
 */
export class KeyLists {
  private written = '';

  constructor(
    private readonly store: TileStore,
    private readonly settings: KeyListSettings,
  ) {}

  /** When something of it is new; durable when this resolves. */
  async write(): Promise<void> {
    const { signer, policy, stateDir } = this.settings;
    const logKeys = await signer.verifierKeys();
    const [logKey] = logKeys;
    const current = policy.get();
    const mlDsaKeys = witnessKeyLines(current, noteKeyTypes.mlDsa);
    const lists = {
      vkeys: `${logKey.text}\n${witnessKeyLines(current, noteKeyTypes.cosignatureV1)}`,
      policy: trustPolicyText(logKey, current),
      'vkeys-log': linesOf(logKeys),
      'vkeys-mldsa': mlDsaKeys === '' ? null : mlDsaKeys,
      'policy-mldsa': mlDsaTrustPolicyText(logKey, current),
      producers: linesOf(producerKeys(stateDir)),
    };
    const together = JSON.stringify(lists);
    if (together === this.written) return;
    for (const [name, text] of Object.entries(lists))
      if (text === null) await this.store.removeList(name);
      else await this.store.write(name, text);
    await this.store.sync();
    this.written = together;
  }
}
