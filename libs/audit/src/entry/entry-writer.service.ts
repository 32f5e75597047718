import path from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import type { KeyObject } from 'node:crypto';
import type { Tx } from '#libs/database';
import { Clock, Fault, UnavailableFault, type EntryId } from '#libs/kernel';
import { auditPool, AuditSettings } from '../audit-settings.js';
import { Doorbell } from '../doorbell.js';
import { keyFromFile, writeOnce } from '../key-file.js';
import { noteKeyTypes, verifierKey, type VerifierKey } from '../note/verifier-key.js';
import { leafHash } from '../tree/hash.js';
import { bareUuid } from './accept-batch.js';
import { CommitLane } from './commit-lane.js';
import type { EntryDraft, EntryRef, Receipt } from './entry-draft.js';
import { GroupCommit } from './group-commit.js';
import { isKeyGone, OpeningKeys } from './opening-keys.js';
import { EntryPreparer, type PreparedEntry } from './prepared-entry.js';
import { RandomPool } from './random-pool.js';
import { ReceiptSpool } from './receipt-spool.js';
import { checkRowBeside, type RowBeside, type TableBeside } from './row-beside.js';
import { receiptKeyName, signReceipts, type ReceiptItem } from './receipt.js';
import { sealOpenings, type SealedOpening } from './sealed-opening.js';

const insertEntry = `
  with accepted as (
    insert into audit_outbox (entry_id, producer, lane, leaf, leaf_hash, accepted_at) values ($1, $2, 'tx', $3, $4, $5) returning 1
  ), kept as (
    insert into audit_opening (entry_id, part, subject, key_id, ciphertext, disclose_after)
    select $1, part, subject, key_id, ciphertext, $10 from unnest($6::text[], $7::text[], $8::uuid[], $9::bytea[]) as sent (part, subject, key_id, ciphertext)
    returning 1
  )
  select (select count(*) from accepted)::int as entries, (select count(*) from kept)::int as openings`;

/** One for each connection of the pool. */
const laneNames = ['n1', 'n2'];

/**
 * The one way onto the log. An entry is durable before the promise resolves (`append`) or when the caller's transaction commits
 * (`appendIn`); nothing may be released before that. Neither needs Redis.
 */
@Injectable()
export class EntryWriter implements OnModuleDestroy {
  private readonly pool: pg.Pool;
  private readonly preparer: EntryPreparer;
  private readonly random = new RandomPool();
  private readonly openingKeys: OpeningKeys;
  private readonly spool: ReceiptSpool;
  private readonly receiptKey: KeyObject;
  private readonly groupCommit: GroupCommit;
  private readonly doorbell: Doorbell | null;
  private tableBeside: TableBeside | null = null;
  /** Public half of the key that signs this producer's receipts. */
  readonly receiptVerifierKey: VerifierKey;

  constructor(
    @Inject(AuditSettings) private readonly settings: AuditSettings,
    private readonly clock: Clock,
  ) {
    const { stateDir, producer } = settings;
    this.pool = auditPool(settings);
    this.preparer = new EntryPreparer(settings);
    this.openingKeys = new OpeningKeys(this.pool, stateDir);
    this.spool = new ReceiptSpool(path.join(stateDir, 'receipts', producer));
    this.receiptKey = keyFromFile(path.join(stateDir, 'keys', `receipt-${producer}.key`), 'ed25519');
    this.receiptVerifierKey = verifierKey(receiptKeyName(settings), noteKeyTypes.ed25519, this.receiptKey);
    writeOnce(path.join(stateDir, 'keys', `receipt-${producer}.pub`), `${this.receiptVerifierKey.text}\n`, 0o644);
    this.doorbell = settings.doorbell === null ? null : new Doorbell({ ...settings.doorbell, origin: settings.origin });
    const lanes = laneNames.map(
      (lane) => new CommitLane({ pool: this.pool, chain: { producer, lane }, clock, lastReceipt: () => this.spool.lastNumber(lane) }),
    );
    this.groupCommit = new GroupCommit({
      lanes,
      accepted: (items) => this.receipts(items),
      sealAnew: async (rows) => {
        await this.forgetKeysOf(rows.flatMap(({ openings }) => openings));
        return Promise.all(rows.map(({ prepared }) => this.sealed(prepared)));
      },
    });
  }

  /**
   * For reads and other acts without a transaction of their own: durable, and its receipt in the spool, when this resolves.
   * @throws UnavailableFault within 2 s when the database does not answer; then nothing may be released
   * @param beside a row that belongs to the act: durable with the entry or not at all. Always of the same table in one process
   * @throws Fault `entry_not_encodable` when the draft breaks the schema
   * @throws Fault `row_not_storable` when the database could not keep the row
   */
  async append(draft: EntryDraft, beside: RowBeside | null = null): Promise<Receipt> {
    if (beside !== null) {
      this.tableBeside ??= beside.table;
      if (beside.table !== this.tableBeside) throw new Fault('row_not_storable', `rows of ${this.tableBeside.name} go with entries here`);
      checkRowBeside(beside);
    }
    const prepared = this.preparer.prepare(draft, this.clock.now(), 'node');
    const receipt = (await this.groupCommit.add({ prepared, openings: await this.sealed(prepared), beside })) as Receipt;
    this.doorbell?.ring();
    return receipt;
  }

  /**
   * In the transaction of the act: both happen or neither. The receipt, if one is wanted, comes after the commit (`receiptFor`).
   * @throws Fault `entry_swallowed` when the database kept fewer rows than it was given; let it roll the act back
   * @throws UnavailableFault while the database is known to have lost entries of this producer, and once for each process after the
   * key of somebody in the entry was destroyed: the transaction is over then, the act may be tried again
   */
  async appendIn(tx: Tx, draft: EntryDraft): Promise<EntryRef> {
    const { frozenBecause } = this.groupCommit;
    if (frozenBecause !== null) throw new UnavailableFault('log', frozenBecause);
    const at = this.clock.now();
    const prepared = this.preparer.prepare(draft, at, 'tx');
    const openings = await this.sealed(prepared);
    const leaf = Buffer.from(prepared.text, 'utf8');
    const hash = leafHash(leaf);
    const values = [
      bareUuid(prepared.entryId),
      this.settings.producer,
      leaf,
      hash,
      at,
      openings.map((each) => each.part),
      openings.map((each) => each.subject),
      openings.map((each) => each.keyId),
      openings.map((each) => each.ciphertext),
      prepared.discloseAfter,
    ];
    const [counts] = await this.underLivingKeys(openings, () => tx.query<{ entries: number; openings: number }[]>(insertEntry, values));
    if (counts?.entries !== 1 || counts.openings !== openings.length)
      throw new Fault('entry_swallowed', `entry ${prepared.entryId} was not kept by the database`);
    this.doorbell?.ring();
    return { entryId: prepared.entryId, digest: hash.toString('hex'), acceptedAt: at };
  }

  /**
   * A receipt for an entry that `appendIn` wrote, once its transaction has committed.
   * @returns null when no such entry is committed
   */
  async receiptFor(entryId: EntryId): Promise<Receipt | null> {
    const { rows } = await this.pool.query<{ leaf_hash: Buffer; lane: string; pseq: string | null; accepted_at: Date }>(
      `select leaf_hash, lane, pseq, accepted_at from audit_outbox where entry_id = $1
       union all select leaf_hash, lane, pseq, accepted_at from audit_entry where entry_id = $1 limit 1`,
      [bareUuid(entryId)],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const item = {
      entryId,
      leafHash: row.leaf_hash.toString('hex'),
      number: row.pseq === null ? null : { lane: row.lane, pseq: Number(row.pseq) },
      acceptedAt: row.accepted_at,
    };
    const [receipt] = await this.receipts([item]);
    return receipt ?? null;
  }

  /** For health pages: why nothing is accepted, or null; and the doorbell's counts. */
  get state(): { readonly frozenBecause: string | null; readonly doorbell: Doorbell['counts'] | null } {
    return { frozenBecause: this.groupCommit.frozenBecause, doorbell: this.doorbell?.counts ?? null };
  }

  async onModuleDestroy(): Promise<void> {
    await this.doorbell?.close();
    await this.spool.close();
    await this.pool.end();
  }

  private async sealed(prepared: PreparedEntry): Promise<SealedOpening[]> {
    try {
      return await sealOpenings(prepared, this.openingKeys, this.random);
    } catch (error) {
      throw error instanceof Fault
        ? error
        : new UnavailableFault('log', `entry ${prepared.entryId}: its openings could not be kept`, { cause: error });
    }
  }

  private async underLivingKeys<T>(openings: readonly SealedOpening[], write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (!isKeyGone(error)) throw error;
      await this.forgetKeysOf(openings);
      throw new UnavailableFault('log', 'a key of the openings was destroyed meanwhile; try again', { cause: error });
    }
  }

  private forgetKeysOf(openings: readonly SealedOpening[]): Promise<void> {
    return this.openingKeys.forget(new Set(openings.map(({ keyId }) => keyId)));
  }

  /** A6: signed and in the spool before anybody learns of it. */
  private async receipts(items: readonly ReceiptItem[]): Promise<Receipt[]> {
    const signed = await signReceipts(this.settings, items, this.receiptKey);
    await this.spool.append(
      signed.map(({ text }) => text),
      this.clock.now(),
    );
    return signed.map(({ item, signature, text }) => ({
      entryId: item.entryId,
      digest: item.leafHash,
      acceptedAt: item.acceptedAt,
      producer: this.settings.producer,
      signature,
      text,
    }));
  }
}
