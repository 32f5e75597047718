import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';

/**
 * The only two pieces of cryptography that the verifier needs, here from Node. The page that verifies in a browser brings its own.
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keys = new Map<string, KeyObject>();

/** @param publicKey 32 bytes (RFC 8032) */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const name = Buffer.from(publicKey).toString('hex');
  const key = keys.get(name) ?? createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
  keys.set(name, key);
  return Promise.resolve(verify(null, message, key, signature));
}
