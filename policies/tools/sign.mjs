// Detached Ed25519 signatures over the raw bytes of manifest.json, by two institutions (HN-08).
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './opa.mjs';

/** First 16 hex digits of SHA-256 over the raw 32-byte public key. */
export const keyIdOf = (publicJwk) => createHash('sha256').update(Buffer.from(publicJwk.x, 'base64url')).digest('hex').slice(0, 16);

/** The demo city's signing keys are public, so that CI can rebuild and re-sign; a real signer's key never comes here. */
export function readDemoKey(signer) {
  const { demoKeys } = JSON.parse(readFileSync(path.join(root, 'policies/demo-keys/keys.json'), 'utf8'));
  return createPrivateKey({ key: demoKeys[signer], format: 'jwk' });
}

export function signatureOf(signer, key, bytes) {
  const publicJwk = createPublicKey(key).export({ format: 'jwk' });
  return { signer, keyId: keyIdOf(publicJwk), alg: 'Ed25519', signature: sign(null, bytes, key).toString('base64') };
}
