import { createCipheriv, createDecipheriv, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { Fault } from '#libs/kernel';
import { publicKeyOf, rawPublicKey } from '../key-file.js';

/** AES-256-GCM: 12 bytes nonce ‖ ciphertext ‖ 16 bytes tag. @param nonce random, never used with this key before */
export function seal(key: Uint8Array, plain: Uint8Array, context: string, nonce: Uint8Array = randomBytes(12)): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Fault `opening_unreadable` when key, context or bytes do not belong together */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(sealed.subarray(sealed.length - 16));
    return Buffer.concat([decipher.update(sealed.subarray(12, sealed.length - 16)), decipher.final()]);
  } catch (error) {
    throw new Fault('opening_unreadable', `the opening ${context} cannot be decrypted`, { cause: error });
  }
}

/**
 * A data key for one subject in one process, wrapped to the reader's X25519 key: writers can make openings and read none back
 * after a restart. Wrapped form: ephemeral public key (32 bytes) ‖ sealed data key.
 */
export function newDataKey(reader: KeyObject, keyId: string): { readonly dataKey: Buffer; readonly wrapped: Buffer } {
  const dataKey = randomBytes(32);
  const ephemeral = generateKeyPairSync('x25519');
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: reader });
  const ephemeralRaw = rawPublicKey(ephemeral.publicKey);
  return { dataKey, wrapped: Buffer.concat([ephemeralRaw, seal(wrappingKey(shared, ephemeralRaw), dataKey, keyId)]) };
}

/** @param readerPrivate the reader's X25519 key */
export function unwrapDataKey(readerPrivate: KeyObject, wrapped: Uint8Array, keyId: string): Buffer {
  const ephemeralRaw = wrapped.subarray(0, 32);
  const shared = diffieHellman({ privateKey: readerPrivate, publicKey: publicKeyOf('x25519', ephemeralRaw) });
  return unseal(wrappingKey(shared, ephemeralRaw), wrapped.subarray(32), keyId);
}

function wrappingKey(shared: Uint8Array, ephemeralRaw: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, ephemeralRaw, 'cuao/opening-key/v1', 32));
}
