import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { Fault } from '#libs/kernel';
import { errorCode } from '../error-code.js';
import { keyFromFile, publicKeyOf, rawPublicKey, writeOnce } from '../key-file.js';
import type { KeyObject } from 'node:crypto';
import { newDataKey } from './opening-cipher.js';

export interface DataKey {
  readonly keyId: string;
  readonly key: Buffer;
}

/** Whether the database refused an opening because the subject's key was destroyed (`audit_living_keys`): nothing was written. */
export const isKeyGone = (error: unknown): boolean => errorCode(error) === 'CUKEY';

/** Subjects whose data key stays in memory; beyond that the oldest is made anew when needed. */
const keptSubjects = 20_000;

/** `<state>/keys/openings.key`: private, of the one process that may read openings; `openings.pub`: for every writer. */
export function openingKeyFiles(stateDir: string): { readonly privateFile: string; readonly publicFile: string } {
  const folder = path.join(stateDir, 'keys');
  return { privateFile: path.join(folder, 'openings.key'), publicFile: path.join(folder, 'openings.pub') };
}

/** For the process that reads openings: makes the pair on the first start. */
export function openingPrivateKey(stateDir: string): KeyObject {
  const { privateFile, publicFile } = openingKeyFiles(stateDir);
  const key = keyFromFile(privateFile, 'x25519');
  if (!existsSync(publicFile)) writeOnce(publicFile, `${rawPublicKey(key).toString('base64')}\n`, 0o644);
  return key;
}

/**
 * One data key for each subject (a person, or a case) that this process writes about: destroying the keys of a subject makes all
 * its openings unreadable, in backups too. A key is in the database before the first opening that needs it; the database takes no
 * opening under one that was destroyed since (`isKeyGone`).
 */
export class OpeningKeys {
  private readonly known = new Map<string, Promise<DataKey>>();
  private reader: KeyObject | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly stateDir: string,
  ) {}

  /** @param at time of making, for the record */
  forSubject(subject: string, at: Date): Promise<DataKey> {
    const known = this.known.get(subject);
    if (known !== undefined) return known;
    const made = this.make(subject, at);
    this.known.set(subject, made);
    made.catch(() => this.known.delete(subject));
    if (this.known.size > keptSubjects) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
    return made;
  }

  /** Their subjects get new keys when they are written about next. */
  async forget(keyIds: ReadonlySet<string>): Promise<void> {
    for (const [subject, known] of this.known) {
      const key = await known.catch(() => null);
      if (key !== null && keyIds.has(key.keyId) && this.known.get(subject) === known) this.known.delete(subject);
    }
  }

  private async make(subject: string, at: Date): Promise<DataKey> {
    const keyId = randomUUID();
    const { dataKey, wrapped } = newDataKey(this.readerKey(), keyId);
    await this.pool.query('insert into audit_key (key_id, subject, wrapped, created_at) values ($1, $2, $3, $4)', [
      keyId,
      subject,
      wrapped,
      at,
    ]);
    return { keyId, key: dataKey };
  }

  private readerKey(): KeyObject {
    if (this.reader !== null) return this.reader;
    const { publicFile } = openingKeyFiles(this.stateDir);
    if (!existsSync(publicFile)) {
      throw new Fault(
        'openings_key_missing',
        `${publicFile} is missing: the process that reads openings (the gateway) makes it at its first start`,
      );
    }
    this.reader = publicKeyOf('x25519', Buffer.from(readFileSync(publicFile, 'utf8').trim(), 'base64'));
    return this.reader;
  }
}
