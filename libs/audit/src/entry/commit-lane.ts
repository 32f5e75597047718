import type pg from 'pg';
import type { Clock } from '#libs/kernel';
import {
  acceptBatch,
  headAfter,
  numberBatch,
  readHead,
  wasAccepted,
  type Batch,
  type ChainName,
  type ProducerHead,
} from './accept-batch.js';
import type { PreparedEntry } from './prepared-entry.js';
import type { RowBeside } from './row-beside.js';
import type { SealedOpening } from './sealed-opening.js';

export interface LaneSettings {
  readonly pool: pg.Pool;
  readonly chain: ChainName;
  readonly clock: Clock;
  /** The number of this lane's last receipt in the spool: a database that stands behind it has lost entries. */
  readonly lastReceipt: () => number;
}

/** An entry on its way, with what is encrypted beside it and a row of its act. */
export interface LaneRow {
  readonly prepared: PreparedEntry;
  readonly openings: readonly SealedOpening[];
  readonly beside: RowBeside | null;
}

/** `swallowed`: the server wrote fewer rows than it was given, nothing may be released. */
export type LaneResult = { readonly kind: 'accepted'; readonly batch: Batch } | { readonly kind: 'swallowed' };

/** Entries were lost: nothing more is accepted on this lane until people have looked. */
export class LostEntries extends Error {}

/**
 * One chain of numbered entries: one batch at a time over one connection. A batch whose answer was lost is settled with the
 * database before the next is numbered, so that no number is left out and none is given twice.
 */
export class CommitLane {
  private head: ProducerHead | null = null;
  private unsettled: Batch | null = null;

  constructor(private readonly settings: LaneSettings) {}

  /**
   * Makes a batch durable. After a throw nothing is known of it; `settle` with the same rows finds out.
   * @throws LostEntries when the receipts say more than the database knows
   */
  async accept(rows: readonly LaneRow[]): Promise<LaneResult> {
    const { pool, chain, clock } = this.settings;
    this.head ??= await this.readHead();
    const batch: Batch = {
      ...numberBatch(
        chain,
        rows.map(({ prepared }) => prepared),
        this.head,
      ),
      acceptedAt: clock.now(),
      entryIds: rows.map(({ prepared }) => prepared.entryId),
      openings: rows.flatMap(({ openings }) => openings),
      beside: rows.flatMap(({ beside }) => beside ?? []),
    };
    this.head = null;
    this.unsettled = batch;
    const acceptance = await acceptBatch(pool, batch);
    this.unsettled = null;
    if (acceptance === 'accepted') this.head = headAfter(batch);
    // Somebody else by our name went on: number again from where the chain stands now.
    if (acceptance === 'not_next') return this.accept(rows);
    return acceptance === 'accepted' ? { kind: 'accepted', batch } : { kind: 'swallowed' };
  }

  /** What became of the batch whose answer was lost: the batch when it is durable, null when it is not and may be sent again. */
  async settle(): Promise<Batch | null> {
    const lost = this.unsettled;
    this.head = await this.readHead();
    const isThere = lost !== null && (await wasAccepted(this.settings.pool, lost));
    this.unsettled = null;
    return isThere ? lost : null;
  }

  /** Waits for a transaction of ours that may still be running: it holds the row. */
  private async readHead(): Promise<ProducerHead> {
    const { pool, chain, lastReceipt } = this.settings;
    const head = await readHead(pool, chain);
    const known = lastReceipt();
    if (head.pseq < known) {
      throw new LostEntries(
        `the database knows ${head.pseq} entries of ${chain.producer} (${chain.lane}), receipts were given for ${known}: entries were lost, nothing is accepted until people have looked`,
      );
    }
    return head;
  }
}
