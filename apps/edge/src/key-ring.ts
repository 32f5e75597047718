import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Misuse, type Clock } from '#libs/kernel';
import type { UrlSignature } from './media-path.js';

interface Key {
  readonly id: string;
  readonly createdMs: number;
  readonly secret: Buffer;
}

/** A key signs for a day and is known for one more, so a URL made just before the change still verifies. */
const signsForMs = 24 * 3_600_000;
const knownForMs = 2 * signsForMs;
/** 128 bits of the MAC: as base64url 22 characters. */
const signatureBytes = 16;

/**
 * Keys of the short signatures in media URLs. A signature only answers "did we make this URL";
 * whether it may still be used is the session's matter. Key ids are in the URL, so keys can change under running sessions.
 */
export class KeyRing {
  private constructor(private keys: readonly Key[]) {}

  /** Reads the ring, makes it or gives it a fresh key when due. The file is readable by its owner only. @throws Misuse */
  static async load(file: string, clock: Clock): Promise<KeyRing> {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const present = await readKeys(file);
      const known = (present ?? []).filter((key) => key.createdMs > clock.nowMs() - knownForMs);
      const [newest] = known;
      if (newest !== undefined && newest.createdMs > clock.nowMs() - signsForMs) return new KeyRing(known);
      const keys = [{ id: randomBytes(3).toString('hex'), createdMs: clock.nowMs(), secret: randomBytes(32) }, ...known];
      if (await writeKeys(file, keys, present === null)) return new KeyRing(keys);
    }
    throw new Misuse(`the key file ${file} keeps changing`, 'start one edge at a time when the key is made for the first time');
  }

  /** For tests and benches: a ring that is nowhere but here. */
  static ephemeral(): KeyRing {
    return new KeyRing([{ id: 'k1', createdMs: 0, secret: randomBytes(32) }]);
  }

  /** `k=…&e=…&s=…` for a path below one session. @param expiresMs UTC milliseconds after which the URL is refused */
  sign(sessionId: string, place: string, expiresMs: number): string {
    const [key] = this.keys;
    if (key === undefined) throw new Misuse('the key ring is empty', 'delete the key file; a new one is made at start');
    return `k=${key.id}&e=${expiresMs}&s=${mac(key, sessionId, place, expiresMs).toString('base64url')}`;
  }

  /** True when one of our keys made exactly this signature; says nothing about time. */
  isOurs(sessionId: string, place: string, given: UrlSignature): boolean {
    const key = this.keys.find((candidate) => candidate.id === given.keyId);
    if (key === undefined) return false;
    const bytes = Buffer.from(given.signature, 'base64url');
    return bytes.length === signatureBytes && timingSafeEqual(bytes, mac(key, sessionId, place, given.expiresMs));
  }
}

function mac(key: Key, sessionId: string, place: string, expiresMs: number): Buffer {
  return createHmac('sha256', key.secret).update(`${sessionId}|${place}|${expiresMs}`).digest().subarray(0, signatureBytes);
}

async function readKeys(file: string): Promise<readonly Key[] | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const parsed = JSON.parse(text) as { keys: { id: string; createdMs: number; secret: string }[] };
    return parsed.keys.map((key) => ({ ...key, secret: Buffer.from(key.secret, 'base64url') })).filter((key) => key.secret.length === 32);
  } catch {
    throw new Misuse(`the key file ${file} is not readable as one`, 'delete it; a new one is made at start and running sessions ask again');
  }
}

/** @param isFirst a second edge that makes the first file at the same moment must lose, and read what the winner wrote */
async function writeKeys(file: string, keys: readonly Key[], isFirst: boolean): Promise<boolean> {
  const unfinished = `${file}.${process.pid}.${randomBytes(3).toString('hex')}`;
  await writeFile(unfinished, JSON.stringify({ keys: keys.map((key) => ({ ...key, secret: key.secret.toString('base64url') })) }), {
    mode: 0o600,
  });
  await chmod(unfinished, 0o600);
  try {
    if (!isFirst) {
      await rename(unfinished, file);
      return true;
    }
    await link(unfinished, file);
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}
