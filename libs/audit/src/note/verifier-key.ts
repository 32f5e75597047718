import { createHash, type KeyObject } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { publicKeyOf, rawPublicKey } from '../key-file.js';
import { decodeBase64 } from './base64.js';

/** Signature types of C2SP signed-note that we make or check. */
export const noteKeyTypes = { ed25519: 0x01, cosignatureV1: 0x04 } as const;
export type NoteKeyType = (typeof noteKeyTypes)[keyof typeof noteKeyTypes];

/** C2SP signed-note `vkey`: whose signature, of what type, by which key. */
export interface VerifierKey {
  readonly name: string;
  /** First 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ key). */
  readonly keyId: Buffer;
  readonly type: NoteKeyType;
  readonly publicKey: KeyObject;
  /** `<name>+<hex key id>+<base64 of type ‖ key>` */
  readonly text: string;
}

/** What we make is narrower than what we read: the specification forbids spaces of Unicode and the plus sign alone. */
const ownNamePattern = /^[^\s+\p{C}]+$/u;
const namePattern = /^[^\p{White_Space}+]+$/u;

export function verifierKey(name: string, type: NoteKeyType, key: KeyObject): VerifierKey {
  if (!ownNamePattern.test(name)) throw new RangeError('a key name has no spaces, no plus sign and no control characters');
  const typed = Buffer.concat([Buffer.from([type]), rawPublicKey(key)]);
  const keyId = keyIdOf(name, typed);
  return {
    name,
    keyId,
    type,
    publicKey: publicKeyOf('ed25519', typed.subarray(1)),
    text: `${name}+${keyId.toString('hex')}+${typed.toString('base64')}`,
  };
}

/** Strict reader of one vkey line; null for anything else, an unknown type or a key id that does not fit. */
export function parseVerifierKey(line: string): VerifierKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(line);
  if (match === null) return null;
  const [, name = '', hexId = '', keyText = ''] = match;
  const typed = decodeBase64(keyText);
  if (!namePattern.test(name) || typed === null || typed.length !== 33) return null;
  const type = typed[0];
  if (type !== noteKeyTypes.ed25519 && type !== noteKeyTypes.cosignatureV1) return null;
  const keyId = keyIdOf(name, typed);
  if (keyId.toString('hex') !== hexId) return null;
  return { name, keyId, type, publicKey: publicKeyOf('ed25519', typed.subarray(1)), text: line };
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
