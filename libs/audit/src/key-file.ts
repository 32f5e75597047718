import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Misuse } from '#libs/kernel';
import { errorCode, isMissing } from './error-code.js';

export type KeyKind = 'ed25519' | 'x25519';

/**
 * The private key in this file; made on the first start, mode 0600, durable before it is used.
 * Two processes that start together agree on one key: the file appears whole or not at all.
 * @throws Misuse when the file cannot be read or holds another kind of key
 */
export function keyFromFile(file: string, kind: KeyKind): KeyObject {
  const stored = readKey(file, kind);
  if (stored !== null) return stored;
  const pem = generateKeyPairSync(kind as 'ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeOnce(file, pem, 0o600);
  const key = readKey(file, kind);
  if (key === null) throw new Misuse(`the key file ${file} vanished while it was made`, 'start again');
  return key;
}

/** Writes a file that must not exist yet; when it does, the first writer wins and nothing is changed. */
export function writeOnce(file: string, text: string, mode: number): void {
  const temporary = `${file}.${process.pid}.new`;
  const handle = openSync(temporary, 'w', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    unlinkSync(temporary);
  }
  syncFolder(path.dirname(file));
}

/** A rename or link survives a power cut only when its folder was synced too. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function readKey(file: string, kind: KeyKind): KeyObject | null {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Misuse(`the key file ${file} cannot be read`, 'check its owner and mode (0600, the user of this process)');
  }
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== kind)
    throw new Misuse(`the key file ${file} holds no ${kind} key`, 'put the right file back; a lost log key means a new log');
  return key;
}

/** The 32 bytes of an Ed25519 or X25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
}

const spkiPrefix = { ed25519: '302a300506032b6570032100', x25519: '302a300506032b656e032100' } as const;

/** The other way round. @param raw 32 bytes */
export function publicKeyOf(kind: KeyKind, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([Buffer.from(spkiPrefix[kind], 'hex'), raw]), format: 'der', type: 'spki' });
}
