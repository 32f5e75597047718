import { createHash, createPrivateKey, createPublicKey, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { exitCodes } from '../command.js';
import { CommandEnd } from './city-api.js';

/** A signer's private key, read on the signer's machine; only signatures leave it. */
export interface SigningKey {
  readonly keyId: string;
  readonly sign: (bytes: Uint8Array) => string;
}

/** PEM (PKCS 8) or JWK; of the demo city's key file the key of the institution. @throws CommandEnd */
export async function readSigningKey(file: string, signer: string): Promise<SigningKey> {
  let key: KeyObject;
  try {
    const text = await readFile(file, 'utf8');
    key = text.startsWith('-----') ? createPrivateKey(text) : createPrivateKey({ key: jwkOf(JSON.parse(text), signer), format: 'jwk' });
  } catch (cause) {
    throw new CommandEnd(
      exitCodes.absent,
      `${file}: không đọc được khóa · no key can be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new CommandEnd(exitCodes.usage, `${file} holds no Ed25519 key`);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const keyId = createHash('sha256').update(Buffer.from(x, 'base64url')).digest('hex').slice(0, 16);
  return { keyId, sign: (bytes) => sign(null, bytes, key).toString('base64') };
}

function jwkOf(value: unknown, signer: string): JsonWebKey {
  const found = value as { demoKeys?: Record<string, JsonWebKey | undefined> } & JsonWebKey;
  if (found.demoKeys === undefined) return found;
  const demo = found.demoKeys[signer];
  if (demo === undefined) throw new Error(`no demo key of ${signer}`);
  return demo;
}
