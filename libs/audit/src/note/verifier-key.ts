import { createHash, type KeyObject } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { publicKeyOf, rawPublicKey } from '../key-file.js';
import { decodeBase64 } from './base64.js';
import { mlDsaBytes } from './ml-dsa.js';

/** Signature types of C2SP signed-note that we make or check: the log's own, and cosignatures by Ed25519 and by ML-DSA-44. */
export const noteKeyTypes = { ed25519: 0x01, cosignatureV1: 0x04, mlDsa: 0x06 } as const;
export type Ed25519KeyType = typeof noteKeyTypes.ed25519 | typeof noteKeyTypes.cosignatureV1;

/** C2SP signed-note `vkey`: whose signature, of what type, by which key. */
export type VerifierKey = Ed25519VerifierKey | MlDsaVerifierKey;

interface NamedKey {
  readonly name: string;
  /** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key). */
  readonly keyId: Buffer;
  /** `<name>+<hex key id>+<base64 of type ‖ key>` */
  readonly text: string;
}

export interface Ed25519VerifierKey extends NamedKey {
  readonly type: Ed25519KeyType;
  readonly publicKey: KeyObject;
}

export interface MlDsaVerifierKey extends NamedKey {
  readonly type: typeof noteKeyTypes.mlDsa;
  /** 1,312 bytes (FIPS 204, ML-DSA-44). */
  readonly publicKey: Uint8Array;
}

/** What we make is narrower than what we read: the specification forbids spaces of Unicode and the plus sign alone. */
const ownNamePattern = /^[^\s+\p{C}]+$/u;
const namePattern = /^[^\p{White_Space}+]+$/u;

/** The longest name, and origin, that an ML-DSA-44 cosignature can be over: its message counts them in one byte. */
export const mlDsaNameBytes = 255;

/** @throws RangeError when the name is none */
export function verifierKey(name: string, type: Ed25519KeyType, key: KeyObject): Ed25519VerifierKey {
  const typed = typedKey(name, type, rawPublicKey(key));
  return { ...named(name, typed), type, publicKey: publicKeyOf('ed25519', typed.subarray(1)) };
}

/** @param publicKey 1,312 bytes @throws RangeError when the name is none, or too long */
export function mlDsaVerifierKey(name: string, publicKey: Uint8Array): MlDsaVerifierKey {
  if (!fitsMlDsa(name, publicKey)) throw new RangeError('an ML-DSA-44 key has 1312 bytes, and its name at most 255');
  return { ...named(name, typedKey(name, noteKeyTypes.mlDsa, publicKey)), type: noteKeyTypes.mlDsa, publicKey };
}

/** Strict reader of one vkey line; null for anything else, an unknown type or a key id that does not fit. */
export function parseVerifierKey(line: string): VerifierKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(line);
  if (match === null) return null;
  const [, name = '', hexId = '', keyText = ''] = match;
  const typed = decodeBase64(keyText);
  if (!namePattern.test(name) || typed === null) return null;
  const raw = typed.subarray(1);
  const key = { name, keyId: keyIdOf(name, typed), text: line };
  if (key.keyId.toString('hex') !== hexId) return null;
  switch (typed[0]) {
    case noteKeyTypes.ed25519:
    case noteKeyTypes.cosignatureV1:
      return raw.length === 32 ? { ...key, type: typed[0], publicKey: publicKeyOf('ed25519', raw) } : null;
    case noteKeyTypes.mlDsa:
      return fitsMlDsa(name, raw) ? { ...key, type: noteKeyTypes.mlDsa, publicKey: raw } : null;
    default:
      return null;
  }
}

const fitsMlDsa = (name: string, raw: Uint8Array): boolean =>
  raw.length === mlDsaBytes.publicKey && Buffer.byteLength(name, 'utf8') <= mlDsaNameBytes;

function typedKey(name: string, type: number, raw: Uint8Array): Buffer {
  if (!ownNamePattern.test(name)) throw new RangeError('a key name has no spaces, no plus sign and no control characters');
  return Buffer.concat([Buffer.of(type), raw]);
}

function named(name: string, typed: Buffer): NamedKey {
  const keyId = keyIdOf(name, typed);
  return { name, keyId, text: `${name}+${keyId.toString('hex')}+${typed.toString('base64')}` };
}

function keyIdOf(name: string, typed: Buffer): Buffer {
  return createHash('sha256').update(name, 'utf8').update('\n').update(typed).digest().subarray(0, 4);
}

/** Puts verifier keys, one a line, where anyone may read them; the file is replaced whole, never emptied. */
export function publishVerifierKey(file: string, ...keys: readonly VerifierKey[]): void {
  const temporary = `${file}.next`;
  writeFileSync(temporary, keys.map((key) => `${key.text}\n`).join(''), { mode: 0o644 });
  renameSync(temporary, file);
}
