import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { placeOnce } from '#libs/identity';
import { Misuse } from '#libs/kernel';

export interface Signature {
  /** Ed25519, 64 bytes. */
  readonly bytes: Buffer;
  readonly keyId: string;
}

const context = 'cuao/signed-decision/v1\n';

/**
 * Signs what an authenticated person decided. The signature is the system's statement that this person, in this sign-in,
 * decided this over that content; it is not the person's own signature, and the gateway that holds the key could forge one.
 */
export class DecisionSigner {
  readonly keyId: string;
  private readonly publicKey: KeyObject;

  constructor(private readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey);
    this.keyId = keyIdOf(this.publicKey);
  }

  /** Ed25519 over a fixed first line and the text, so that the key's signature over anything else means nothing here. */
  sign(text: string): Signature {
    return { bytes: sign(null, Buffer.from(context + text, 'utf8'), this.privateKey), keyId: this.keyId };
  }

  verify(text: string, signature: Signature): boolean {
    return signature.keyId === this.keyId && verify(null, Buffer.from(context + text, 'utf8'), this.publicKey, signature.bytes);
  }

  /** SPKI, PEM: what somebody outside needs to check a decision. */
  publicPem(): string {
    return this.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }
}

/** First 16 hex digits of the SHA-256 of the raw public key. */
function keyIdOf(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
    .digest('hex')
    .slice(0, 16);
}

/** The gateways' decision key, `<state>/keys/decision.key`, made on first use; its public half lies beside it. @throws Misuse */
export async function openDecisionSigner(stateDir: string): Promise<DecisionSigner> {
  const file = path.join(stateDir, 'keys', 'decision.key');
  const { privateKey } = generateKeyPairSync('ed25519');
  await placeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const kept = createPrivateKey(await readFile(file, 'utf8'));
  if (kept.asymmetricKeyType !== 'ed25519')
    throw new Misuse(`${file} holds no Ed25519 key`, 'put the right file back; signatures made with a lost key can no longer be checked');
  const signer = new DecisionSigner(kept);
  await placeOnce(path.join(stateDir, 'keys', 'decision.pub'), signer.publicPem());
  return signer;
}
