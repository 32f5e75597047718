import { producerKeys } from '../entry/producer-keys.js';
import { noteKeyTypes } from '../note/verifier-key.js';
import { mlDsaTrustPolicyText, trustPolicyText, witnessKeyLines, type WitnessPolicyFile } from '../note/witness-policy.js';
import type { TileStore } from '../store/tile-store.js';
import type { SignerClient } from './signer-client.js';

export interface KeyListSettings {
  readonly stateDir: string;
  readonly signer: SignerClient;
  readonly policy: WitnessPolicyFile;
}

/**
 * The lists that tell outsiders whose signatures to look for. `vkeys` (the log's key first, then the witnesses', then the second key of a
 * log that changes its key) and `policy` (C2SP tlog-policy) hold Ed25519 keys alone and stay so: parsers of other makes know no others. `vkeys-mldsa` and `policy-mldsa` say the
 * same by ML-DSA-44 and are not there while no witness has such a key. `producers` are the keys that sign receipts.
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
    const [logKey, ...otherKeys] = await signer.verifierKeys();
    const current = policy.get();
    const mlDsaKeys = witnessKeyLines(current, noteKeyTypes.mlDsa);
    const lists = {
      vkeys: `${logKey.text}\n${witnessKeyLines(current, noteKeyTypes.cosignatureV1)}${otherKeys.map(({ text }) => `${text}\n`).join('')}`,
      policy: trustPolicyText(logKey, current),
      'vkeys-mldsa': mlDsaKeys === '' ? null : mlDsaKeys,
      'policy-mldsa': mlDsaTrustPolicyText(logKey, current),
      producers: producerKeys(stateDir)
        .map((key) => `${key.text}\n`)
        .join(''),
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
