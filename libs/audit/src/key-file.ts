import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
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
  const pem = keptPem(file, () =>
    generateKeyPairSync(kind as 'ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  );
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== kind)
    throw new Misuse(`the key file ${file} holds no ${kind} key`, 'put the right file back; a lost log key means a new log');
  return key;
}

/** PKCS #8 of an ML-DSA-44 key kept as its seed alone (RFC 9881, section 6), up to the 32 bytes. Node 20 reads no such key. */
const mlDsaSeedPrefix = Buffer.from('3034020100300b060960864801650304031104228020', 'hex');

/**
 * The seed of the ML-DSA-44 key in this file, made and kept like the keys of `keyFromFile`. OpenSSL 3.5 reads and writes such files.
 * @returns 32 bytes @throws Misuse when the file cannot be read or holds another kind of key
 */
export function mlDsaSeedFromFile(file: string): Buffer {
  const prefix = mlDsaSeedPrefix;
  const pem = keptPem(file, () => {
    const text = Buffer.concat([prefix, randomBytes(32)]).toString('base64');
    return `-----BEGIN PRIVATE KEY-----\n${text.slice(0, 64)}\n${text.slice(64)}\n-----END PRIVATE KEY-----\n`;
  });
  const body = /^-----BEGIN PRIVATE KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END PRIVATE KEY-----\s*$/.exec(pem)?.[1] ?? '';
  const der = Buffer.from(body, 'base64');
  if (der.length !== prefix.length + 32 || !der.subarray(0, prefix.length).equals(prefix))
    throw new Misuse(`the key file ${file} holds no ML-DSA-44 key as a seed`, 'put the right file back; a lost key means a new witness');
  return der.subarray(prefix.length);
}

function keptPem(file: string, make: () => string): string {
  const stored = readPem(file);
  if (stored !== null) return stored;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeOnce(file, make(), 0o600);
  const pem = readPem(file);
  if (pem === null) throw new Misuse(`the key file ${file} vanished while it was made`, 'start again');
  return pem;
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

function readPem(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Misuse(`the key file ${file} cannot be read`, 'check its owner and mode (0600, the user of this process)');
  }
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
