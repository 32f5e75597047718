import type { KeyObject } from 'node:crypto';
import type { Database } from '#libs/database';
import { Fault, logLine, type EntryId } from '#libs/kernel';
import { opens, type Opening } from '../entry/commitment.js';
import { bareUuid } from '../entry/accept-batch.js';
import type { Leaf } from '../entry/leaf.js';
import { unseal, unwrapDataKey } from '../entry/opening-cipher.js';
import { readRows, type ReadAs } from './inspection-role.js';
import { openingContext } from '../entry/sealed-opening.js';

/** What the commitments of one entry stand for; a field is absent where there is none, where it was erased, and before its disclosure date. */
export interface EntryOpenings {
  readonly actor?: { readonly id: string; readonly name: string; readonly title: string };
  readonly session?: string;
  readonly net?: string;
  readonly case?: string;
  /** What is stored is not what was committed to: somebody altered it, and nothing of it is shown. */
  readonly isAltered?: true;
}

interface OpeningRow {
  readonly entry_id: string;
  readonly part: string;
  readonly key_id: string;
  readonly ciphertext: Buffer;
  readonly wrapped: Buffer | null;
}

/** Codes of faults that say so. */
const alteredBy = ['opening_mismatch', 'opening_unreadable'];
const keptKeys = 5_000;
const fields = ['actor', 'session', 'net', 'case'] as const;

/** Openings with the salt of each; absent as in `EntryOpenings`. */
export type SaltedOpenings = { readonly [field in (typeof fields)[number]]?: Opening };

/** Decrypts openings and holds each against its commitment. Whether the asker may see them is the caller's question. */
export class OpeningReader {
  private readonly keys = new Map<string, Buffer>();

  constructor(
    private readonly database: Database,
    private readonly privateKey: KeyObject,
  ) {}

  /** For people's eyes: an entry whose openings were altered says so, and hides no other. */
  async read(leaves: readonly Leaf[], now: Date, as: ReadAs): Promise<Map<EntryId, EntryOpenings>> {
    const rowsOf = await this.rowsOf(leaves, now, as);
    return new Map(leaves.map((leaf) => [leaf.id as EntryId, this.shown(leaf, rowsOf(leaf))]));
  }

  /**
   * The same with the salts, so that whoever is given them can hold them against the log.
   * @throws Fault `opening_mismatch`, `opening_unreadable` when the table says something else than what was committed to
   */
  async readSalted(leaves: readonly Leaf[], now: Date, as: ReadAs): Promise<Map<EntryId, SaltedOpenings>> {
    const rowsOf = await this.rowsOf(leaves, now, as);
    return new Map(leaves.map((leaf) => [leaf.id as EntryId, this.openAll(leaf, rowsOf(leaf))]));
  }

  private async rowsOf(leaves: readonly Leaf[], now: Date, as: ReadAs): Promise<(leaf: Leaf) => readonly OpeningRow[]> {
    if (leaves.length === 0) return () => [];
    const sql = `select o.entry_id, o.part, o.key_id, o.ciphertext, k.wrapped from audit_opening o join audit_key k on k.key_id = o.key_id
       where o.entry_id = any($1::uuid[]) and (o.disclose_after is null or o.disclose_after <= $2)`;
    const parameters = [leaves.map(({ id }) => bareUuid(id)), now];
    const rows = await readRows<OpeningRow>(this.database, as, sql, parameters);
    const byEntry = new Map<string, OpeningRow[]>();
    for (const row of rows) byEntry.set(row.entry_id, [...(byEntry.get(row.entry_id) ?? []), row]);
    return ({ id }) => byEntry.get(bareUuid(id)) ?? [];
  }

  private shown(leaf: Leaf, rows: readonly OpeningRow[]): EntryOpenings {
    try {
      const opened = Object.entries(this.openAll(leaf, rows));
      return Object.fromEntries(opened.map(([field, { value }]) => [field, value])) as EntryOpenings;
    } catch (error) {
      if (!(error instanceof Fault) || !alteredBy.includes(error.code)) throw error;
      logLine('error', 'openings', 'an opening was altered: nothing of it is shown', { entry: leaf.id, error: error.message });
      return { isAltered: true };
    }
  }

  private openAll(leaf: Leaf, rows: readonly OpeningRow[]): SaltedOpenings {
    return Object.assign({}, ...rows.map((row) => this.open(row, leaf))) as SaltedOpenings;
  }

  private open(row: OpeningRow, leaf: Leaf): SaltedOpenings {
    const key = this.dataKey(row);
    if (key === null) return {};
    const plain = JSON.parse(unseal(key, row.ciphertext, openingContext(leaf.id as EntryId, row.part)).toString('utf8')) as SaltedOpenings;
    const opened: Partial<Record<(typeof fields)[number], Opening>> = {};
    for (const field of fields) {
      const opening = plain[field];
      if (opening === undefined) continue;
      const commitment = leaf[field];
      if (commitment === undefined || !opens(commitment, opening))
        throw new Fault('opening_mismatch', `entry ${leaf.id}: the stored ${field} is not the one on the log`);
      opened[field] = { salt: opening.salt, value: opening.value };
    }
    return opened;
  }

  private dataKey({ key_id, wrapped }: OpeningRow): Buffer | null {
    const known = this.keys.get(key_id);
    if (known !== undefined && wrapped !== null) return known;
    if (wrapped === null) {
      this.keys.delete(key_id);
      return null;
    }
    const key = unwrapDataKey(this.privateKey, wrapped, key_id);
    if (this.keys.size >= keptKeys) this.keys.clear();
    this.keys.set(key_id, key);
    return key;
  }
}
