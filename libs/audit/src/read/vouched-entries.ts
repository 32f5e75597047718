import { Fault, type EntryId } from '#libs/kernel';
import { readLeaf, type Leaf } from '../entry/leaf.js';
import { leafHash } from '../tree/hash.js';
import type { PublishedLog } from './published-log.js';

/** How firmly an entry stands: durable, numbered, under a checkpoint with a quorum of cosignatures. */
export type EntryState = 'COMMITTED' | 'SEQUENCED' | 'WITNESSED';

export interface EntryStanding {
  /** null until it is sequenced. */
  readonly index: number | null;
  readonly state: EntryState;
  /** Hex. */
  readonly leafHash: string;
}

export interface LoggedEntry extends EntryStanding {
  readonly entryId: EntryId;
  readonly leaf: Leaf;
  /** The bytes that are hashed, as text. */
  readonly leafText: string;
  readonly acceptedAt: Date;
  /** The text comes from the published files: the database has another one, or none. */
  readonly isRestored: boolean;
}

/** An entry as the database has it today. */
export interface EntryRow {
  readonly entry_id: string;
  readonly idx: string | null;
  /** null, as the hash, where its row is gone, or says something that hides it from the reader. */
  readonly leaf: Buffer | null;
  readonly leaf_hash: Buffer | null;
  readonly accepted_at: Date;
}

export interface VouchedEntries {
  readonly entries: readonly LoggedEntry[];
  /** Rows of which nothing is shown: neither the database nor the published files have a text that fits their hash. */
  readonly withheld: readonly EntryRow[];
}

/**
 * What is shown as witnessed is what the witnesses saw, whatever the database says today: a text is believed when it hashes to its
 * place in the tile, and one that does not is taken from the published bundle, when that holds the same entry there.
 * @param witnessed size of the tree that a quorum has cosigned
 */
export async function vouchedEntries(
  published: Pick<PublishedLog, 'leafHash' | 'leaf'>,
  rows: readonly EntryRow[],
  witnessed: number,
): Promise<VouchedEntries> {
  const entries: LoggedEntry[] = [];
  const withheld: EntryRow[] = [];
  for (const row of rows) {
    const entry = await vouchedEntry(published, row, witnessed);
    if (entry === null) withheld.push(row);
    else entries.push(entry);
  }
  return { entries, withheld };
}

/** @throws Fault `entry_tampered` for a row of which nothing may be shown */
export function shownOnly({ entries, withheld }: VouchedEntries): readonly LoggedEntry[] {
  const [first] = withheld;
  if (first !== undefined)
    throw new Fault('entry_tampered', `entry ent_${first.entry_id}: the database has another text than the log; nothing of it is shown`);
  return entries;
}

async function vouchedEntry(
  published: Pick<PublishedLog, 'leafHash' | 'leaf'>,
  row: EntryRow,
  witnessed: number,
): Promise<LoggedEntry | null> {
  const standing = standingOf(row, witnessed);
  const { index, leafHash: stated } = standing;
  const isWitnessed = index !== null && index < witnessed;
  const inTile = isWitnessed ? await published.leafHash(index, witnessed) : stated;
  const own = stated === inTile ? entryOf(row, row.leaf, standing, false) : null;
  if (own !== null || !isWitnessed) return own;
  // Of this entry only: who may see it was decided by the row, and another's text is not theirs to see.
  const restored = entryOf(row, await published.leaf(index, witnessed), { ...standing, leafHash: inTile }, true);
  return restored?.leaf.id === restored?.entryId ? restored : null;
}

/** null when the text does not hash to where the entry stands, or is no leaf. */
function entryOf(row: EntryRow, text: Buffer | null, standing: EntryStanding, isRestored: boolean): LoggedEntry | null {
  if (text === null || leafHash(text).toString('hex') !== standing.leafHash) return null;
  const read = readLeaf(text);
  if ('problem' in read) return null;
  const entryId = `ent_${row.entry_id}` as EntryId;
  return { entryId, ...standing, leaf: read.leaf, leafText: text.toString('utf8'), acceptedAt: row.accepted_at, isRestored };
}

export function standingOf(row: Pick<EntryRow, 'idx' | 'leaf_hash'>, witnessed: number): EntryStanding {
  const index = row.idx === null ? null : Number(row.idx);
  const state = index === null ? 'COMMITTED' : index < witnessed ? 'WITNESSED' : 'SEQUENCED';
  return { index, state, leafHash: row.leaf_hash?.toString('hex') ?? '' };
}
