import type { EntryId } from '#libs/kernel';
import { seal } from './opening-cipher.js';
import type { OpeningKeys } from './opening-keys.js';
import type { PreparedEntry } from './prepared-entry.js';
import type { RandomPool } from './random-pool.js';

/** One row of the erasable table. */
export interface SealedOpening {
  readonly entryId: EntryId;
  readonly part: 'actor' | 'case';
  readonly subject: string;
  readonly keyId: string;
  readonly ciphertext: Buffer;
  readonly discloseAfter: Date | null;
}

/** Encrypts the openings of an entry, each part under the data key of its subject. */
export async function sealOpenings(prepared: PreparedEntry, keys: OpeningKeys, random: RandomPool): Promise<SealedOpening[]> {
  const sealed: SealedOpening[] = [];
  for (const { part, subject, openings } of prepared.parts) {
    const { keyId, key } = await keys.forSubject(subject, prepared.at);
    const ciphertext = seal(key, Buffer.from(openings, 'utf8'), openingContext(prepared.entryId, part), random.next(12));
    sealed.push({ entryId: prepared.entryId, part, subject, keyId, ciphertext, discloseAfter: prepared.discloseAfter });
  }
  return sealed;
}

/** Authenticated with the ciphertext: an opening cannot be moved to another entry. */
export const openingContext = (entryId: EntryId, part: string): string => `${entryId}/${part}`;
