import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { describeError, UnavailableFault, type Clock } from '#libs/kernel';
import { hashBytes } from '../tree/hash.js';
import { acceptBatch, headAfter, numberBatch, readHead, wasAccepted, type Batch, type ProducerHead } from './accept-batch.js';
import type { PreparedEntry } from './prepared-entry.js';
import type { ReceiptItem } from './receipt.js';
import type { SealedOpening } from './sealed-opening.js';

export interface GroupCommitSettings {
  readonly pool: pg.Pool;
  readonly producer: string;
  readonly clock: Clock;
  /** Called once for each durable batch; what it returns is handed to the callers. It may refuse by throwing. */
  readonly accepted: (items: readonly ReceiptItem[]) => Promise<readonly unknown[]>;
  /** The number of the last receipt that lies in the spool: a database that stands behind it has lost entries. */
  readonly lastReceipt: () => number;
}

interface Waiting {
  readonly prepared: PreparedEntry;
  readonly openings: readonly SealedOpening[];
  readonly since: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  isOver: boolean;
}

interface Sent {
  readonly batch: Batch;
  readonly rows: readonly Waiting[];
}

const maxRows = 256;
const maxWaitMs = 2;
/** Two connections: one batch is written while the next is built. */
const maxInFlight = 2;
const limitMs = 1_850;
const expiryLookMs = 50;
const retryMs = 100;

/**
 * Collects entries for at most 2 ms or 256 rows and makes them durable by one statement. Numbers are given when a batch is built,
 * so that a batch that failed leaves no gap: whatever was in flight is settled with the database before the next one is numbered.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  /** Everybody who has no answer yet, in the order of arrival. */
  private readonly waiting = new Set<Waiting>();
  private expiry: NodeJS.Timeout | null = null;
  private head: ProducerHead | null = null;
  private unsettled: Sent[] = [];
  private inFlight = 0;
  private isSettling = false;
  private isScheduled = false;
  private lastError: unknown = undefined;
  private frozen: string | null = null;

  constructor(private readonly settings: GroupCommitSettings) {}

  /**
   * Resolves once the entry is durable and its receipt lies in the spool.
   * @throws UnavailableFault after 1.9 s, or at once when the log is frozen; the caller must then release nothing
   */
  add(prepared: PreparedEntry, openings: readonly SealedOpening[]): Promise<unknown> {
    if (this.frozen !== null) return Promise.reject(new UnavailableFault('log', this.frozen));
    return new Promise((resolve, reject) => {
      const row: Waiting = { prepared, openings, since: performance.now(), resolve, reject, isOver: false };
      this.queue.push(row);
      this.waiting.add(row);
      this.expiry ??= setTimeout(() => this.expire(), expiryLookMs);
      this.schedule();
    });
  }

  /** Why nothing can be accepted until people have looked, or null. */
  get frozenBecause(): string | null {
    return this.frozen;
  }

  /** Answers a caller, once. */
  private finish(row: Waiting, answer: { readonly value: unknown } | { readonly error: Error }): void {
    if (!this.waiting.delete(row)) return;
    row.isOver = true;
    if ('error' in answer) row.reject(answer.error);
    else row.resolve(answer.value);
  }

  /** Rows stand in the order of their arrival, so the first young one ends the look. */
  private expire(): void {
    const now = performance.now();
    for (const row of this.waiting) {
      if (now - row.since < limitMs) break;
      const text = `entry ${row.prepared.entryId} was not durable within ${limitMs} ms`;
      this.finish(row, { error: new UnavailableFault('log', text, { cause: this.lastError }) });
    }
    this.expiry = this.waiting.size === 0 ? null : setTimeout(() => this.expire(), expiryLookMs);
  }

  private schedule(): void {
    if (this.isScheduled || this.isSettling || this.queue.length === 0) return;
    this.isScheduled = true;
    const next = (): void => {
      this.isScheduled = false;
      this.pump();
    };
    const age = performance.now() - (this.queue[0]?.since ?? 0);
    if (this.inFlight === 0 || this.queue.length >= maxRows || age >= maxWaitMs) setImmediate(next);
    else setTimeout(next, maxWaitMs);
  }

  private pump(): void {
    if (this.isSettling || this.inFlight >= maxInFlight) return;
    this.queue = this.queue.filter((row) => !row.isOver);
    if (this.queue.length === 0) return;
    if (this.head === null || this.unsettled.length > 0) {
      if (this.inFlight === 0) void this.settle();
      return;
    }
    const rows = this.queue.splice(0, maxRows);
    const sent = { rows, batch: this.number(rows, this.head) };
    this.head = headAfter(sent.batch);
    this.inFlight += 1;
    void this.send(sent).finally(() => {
      this.inFlight -= 1;
      this.schedule();
    });
    this.schedule();
  }

  private number(rows: readonly Waiting[], after: ProducerHead): Batch {
    return {
      ...numberBatch(
        rows.map((row) => row.prepared),
        after,
      ),
      acceptedAt: this.settings.clock.now(),
      entryIds: rows.map((row) => row.prepared.entryId),
      openings: rows.flatMap((row) => row.openings),
    };
  }

  private async send(sent: Sent): Promise<void> {
    try {
      const acceptance = await acceptBatch(this.settings.pool, this.settings.producer, sent.batch);
      if (acceptance === 'accepted') {
        void this.deliver(sent);
        return;
      }
      if (acceptance === 'swallowed') {
        this.head = null;
        for (const row of sent.rows)
          this.finish(row, { error: new UnavailableFault('log', 'the database kept fewer rows than it was given') });
        return;
      }
      this.unsettled.push(sent);
    } catch (error) {
      this.lastError = error;
      this.unsettled.push(sent);
    }
  }

  private async deliver({ batch, rows }: Sent): Promise<void> {
    const items = batch.entryIds.map((entryId, at): ReceiptItem => ({
      entryId,
      leafHash: batch.hashes.toString('hex', (at + 1) * hashBytes, (at + 2) * hashBytes),
      pseq: batch.after.pseq + at + 1,
      acceptedAt: batch.acceptedAt,
    }));
    try {
      const results = await this.settings.accepted(items);
      for (const [at, row] of rows.entries()) this.finish(row, { value: results[at] });
    } catch (error) {
      for (const row of rows)
        this.finish(row, {
          error: new UnavailableFault('log', `the receipt could not be kept: ${describeError(error)}`, { cause: error }),
        });
    }
  }

  /** Finds out what became of everything that was in flight, and from where to go on. Gives up when nobody waits any more. */
  private async settle(): Promise<void> {
    this.isSettling = true;
    try {
      while (this.queue.some((row) => !row.isOver) || this.unsettled.some(({ rows }) => rows.some((row) => !row.isOver))) {
        try {
          await this.settleOnce();
          return;
        } catch (error) {
          this.lastError = error;
          await new Promise((resolve) => setTimeout(resolve, retryMs));
        }
      }
      this.unsettled = [];
      this.head = null;
    } finally {
      this.isSettling = false;
      this.schedule();
    }
  }

  private async settleOnce(): Promise<void> {
    const { pool, producer, lastReceipt } = this.settings;
    const head = await readHead(pool, producer);
    this.unsettled.sort((a, b) => a.batch.after.pseq - b.batch.after.pseq);
    const again: Waiting[] = [];
    for (const sent of this.unsettled) {
      if (await wasAccepted(pool, sent.batch)) void this.deliver(sent);
      else again.push(...sent.rows.filter((row) => !row.isOver));
    }
    this.unsettled = [];
    const known = lastReceipt();
    if (head.pseq < known) {
      this.frozen = `the database knows ${head.pseq} entries of ${producer}, receipts were given for ${known}: entries were lost, nothing is accepted until people have looked`;
      for (const row of [...again, ...this.queue]) this.finish(row, { error: new UnavailableFault('log', this.frozen) });
      this.queue = [];
      return;
    }
    this.head = head;
    this.queue = [...again, ...this.queue];
  }
}
