import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import {
  closeSync,
  fchownSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
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
  const [key, ...more] = keysFromFile(file, kind);
  if (key === undefined || more.length > 0) throw new Misuse(`the key file ${file} holds more than one key`, 'leave the one that is meant');
  return key;
}

/**
 * `keyFromFile` where a file may hold several keys, in their order: a log that changes its key signs with both for a time.
 * @throws Misuse as `keyFromFile`
 */
export function keysFromFile(file: string, kind: KeyKind): readonly KeyObject[] {
  return keysIn(
    file,
    keptText(file, () => pemOf(newKey(kind))),
    kind,
  );
}

/** PKCS #8 of an ML-DSA-44 key kept as its seed alone (RFC 9881, section 6), up to the 32 bytes. Node 20 reads no such key. */
const mlDsaSeedPrefix = Buffer.from('3034020100300b060960864801650304031104228020', 'hex');

/**
 * The seed of the ML-DSA-44 key in this file, made and kept like the keys of `keyFromFile`. OpenSSL 3.5 reads and writes such files.
 * @returns 32 bytes @throws Misuse when the file cannot be read or holds another kind of key
 */
export function mlDsaSeedFromFile(file: string): Buffer {
  const prefix = mlDsaSeedPrefix;
  const pem = keptText(file, () => {
    const text = Buffer.concat([prefix, randomBytes(32)]).toString('base64');
    return `-----BEGIN PRIVATE KEY-----\n${text.slice(0, 64)}\n${text.slice(64)}\n-----END PRIVATE KEY-----\n`;
  });
  const body = /^-----BEGIN PRIVATE KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END PRIVATE KEY-----\s*$/.exec(pem)?.[1] ?? '';
  const der = Buffer.from(body, 'base64');
  if (der.length !== prefix.length + 32 || !der.subarray(0, prefix.length).equals(prefix))
    throw new Misuse(`the key file ${file} holds no ML-DSA-44 key as a seed`, 'put the right file back; a lost key means a new witness');
  return der.subarray(prefix.length);
}

function keptText(file: string, make: () => string): string {
  const stored = readText(file);
  if (stored !== null) return stored;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeOnce(file, make(), 0o600);
  const text = readText(file);
  if (text === null) throw new Misuse(`the key file ${file} vanished while it was made`, 'start again');
  return text;
}

export function newKey(kind: KeyKind): KeyObject {
  return generateKeyPairSync(kind as 'ed25519').privateKey;
}

/** Puts these keys in the file in place of those that are there: in one step, for the same user, a crash leaves the old or the new. */
export function replaceKeys(file: string, keys: readonly KeyObject[]): void {
  const { uid, gid } = statSync(file);
  const temporary = `${file}.${process.pid}.next`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    // Only root may give a file away; everybody else owns what they replace, or is refused here.
    if (process.geteuid?.() === 0 || uid !== process.geteuid?.()) fchownSync(handle, uid, gid);
    writeSync(handle, keys.map(pemOf).join(''));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temporary, file);
  syncFolder(path.dirname(file));
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
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

const pemPattern = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g;

/** A rename or link survives a power cut only when its folder was synced too. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** null when there is no such file. */
export function readKeys(file: string, kind: KeyKind): readonly KeyObject[] | null {
  const text = readText(file);
  return text === null ? null : keysIn(file, text, kind);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Misuse(`the key file ${file} cannot be read`, 'check its owner and mode (0600, the user of this process)');
  }
}

function keysIn(file: string, text: string, kind: KeyKind): readonly KeyObject[] {
  const keys = (text.match(pemPattern) ?? []).map(keyOf);
  if (keys.length === 0 || keys.some((key) => key?.asymmetricKeyType !== kind))
    throw new Misuse(`the key file ${file} holds no ${kind} key`, 'put the right file back; a lost log key means a new log');
  return keys.filter((key) => key !== null);
}

function keyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
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
