import { performance } from 'node:perf_hooks';
import { describeError, UnavailableFault } from '#libs/kernel';
import { hashBytes } from '../tree/hash.js';
import type { Batch } from './accept-batch.js';
import { CommitLane, LostEntries, type LaneRow } from './commit-lane.js';
import { isKeyGone } from './opening-keys.js';
import type { ReceiptItem } from './receipt.js';
import type { SealedOpening } from './sealed-opening.js';

export interface GroupCommitSettings {
  readonly lanes: readonly CommitLane[];
  /** Called once for each durable batch; what it returns is handed to the callers. It may refuse by throwing. */
  readonly accepted: (items: readonly ReceiptItem[]) => Promise<readonly unknown[]>;
  /** Openings of these rows under other keys: one of theirs was destroyed on the way. */
  readonly sealAnew: (rows: readonly LaneRow[]) => Promise<readonly (readonly SealedOpening[])[]>;
}

interface Waiting extends LaneRow {
  openings: readonly SealedOpening[];
  readonly since: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  isOver: boolean;
}

const maxRows = 256;
/** Fewer than these are not shared out between lanes: a batch costs nearly the same for one row as for so many. */
const fewRows = 8;
/** From the call on; the caller must know within two seconds that nothing is released. */
const limitMs = 1_850;
const expiryLookMs = 50;
const retryMs = 100;

/**
 * Makes batches of at most 256 entries durable, each by one statement. Nobody is kept waiting for company: what comes while every
 * lane is at work is the next batch. Every lane is a chain and a connection of its own: their commits share a sync of the disk,
 * and a failure in one leaves the other alone.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  /** Everybody who has no answer yet, in the order of arrival. */
  private readonly waiting = new Set<Waiting>();
  private readonly idle: CommitLane[];
  private expiry: NodeJS.Timeout | null = null;
  private isScheduled = false;
  private lastError: unknown = undefined;
  private frozen: string | null = null;

  constructor(private readonly settings: GroupCommitSettings) {
    this.idle = [...settings.lanes];
  }

  /**
   * Resolves once the entry is durable and its receipt lies in the spool.
   * @throws UnavailableFault within 2 s, or at once when the log is frozen; the caller must then release nothing
   */
  add({ prepared, openings, beside }: LaneRow): Promise<unknown> {
    if (this.frozen !== null) return Promise.reject(new UnavailableFault('log', this.frozen));
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { prepared, openings, beside, since: performance.now(), resolve, reject, isOver: false };
      this.queue.push(waiting);
      this.waiting.add(waiting);
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

  /** At the end of the turn, so that everybody who came in it goes together. */
  private schedule(): void {
    if (this.isScheduled || this.idle.length === 0 || this.queue.length === 0) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.pump();
    });
  }

  private pump(): void {
    // Free lanes share the rows, or one would carry them all while the others stand idle: one commits, one is being prepared.
    const share = Math.max(fewRows, Math.ceil(this.queue.length / Math.max(1, this.idle.length)));
    const rows = this.queue.splice(0, Math.min(share, maxRows)).filter((row) => !row.isOver);
    const lane = rows.length === 0 ? undefined : this.idle.pop();
    if (lane === undefined) {
      this.queue.unshift(...rows);
      return;
    }
    void this.carry(lane, rows).finally(() => {
      this.idle.push(lane);
      this.schedule();
    });
    this.schedule();
  }

  /** Brings a batch through, whatever it takes within the callers' time; afterwards the lane stands on firm ground again. */
  private async carry(lane: CommitLane, rows: readonly Waiting[]): Promise<void> {
    let left = rows;
    let isLost = false;
    while (left.length > 0) {
      try {
        if (isLost) {
          const settled = await lane.settle();
          isLost = false;
          if (settled !== null) return void this.deliver(settled, left);
          left = left.filter((row) => !row.isOver);
          if (left.length === 0) return;
        }
        const result = await lane.accept(left);
        if (result.kind === 'accepted') void this.deliver(result.batch, left);
        else
          for (const row of left)
            this.finish(row, { error: new UnavailableFault('log', 'the database kept fewer rows than it was given') });
        return;
      } catch (error) {
        this.lastError = error;
        if (error instanceof LostEntries) return this.freeze(error.message);
        if (isKeyGone(error)) await this.sealAnew(left);
        isLost = true;
        // Rows keep their places while the batch's fate is unknown; nobody waiting any more is a reason to stop asking.
        if (left.every((row) => row.isOver)) return;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }

  private async sealAnew(rows: readonly Waiting[]): Promise<void> {
    try {
      const openings = await this.settings.sealAnew(rows);
      for (const [at, row] of rows.entries()) row.openings = openings[at] ?? row.openings;
    } catch (error) {
      this.lastError = error;
    }
  }

  private async deliver(batch: Batch, rows: readonly Waiting[]): Promise<void> {
    const { chain, after, hashes, acceptedAt } = batch;
    const items = batch.entryIds.map((entryId, at): ReceiptItem => ({
      entryId,
      leafHash: hashes.toString('hex', (at + 1) * hashBytes, (at + 2) * hashBytes),
      number: { lane: chain.lane, pseq: after.pseq + at + 1 },
      acceptedAt,
    }));
    try {
      const results = await this.settings.accepted(items);
      for (const [at, row] of rows.entries()) this.finish(row, { value: results[at] });
    } catch (error) {
      const text = `the receipt could not be kept: ${describeError(error)}`;
      for (const row of rows) this.finish(row, { error: new UnavailableFault('log', text, { cause: error }) });
    }
  }

  private freeze(why: string): void {
    this.frozen = why;
    this.queue = [];
    for (const row of this.waiting) this.finish(row, { error: new UnavailableFault('log', why) });
  }
}
