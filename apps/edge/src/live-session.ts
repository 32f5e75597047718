import { timingSafeEqual } from 'node:crypto';
import type { EdgeSession, EndReason, UpstreamLease } from '#libs/footage';
import { DeliveredLedger } from './delivered-ledger.js';
import type { EventStream } from './event-stream.js';
import { RequestBudget } from './request-budget.js';

/** How many answers with media one session may have under way; a player needs two. */
export const answersAtOnce = 4;
/** Event streams at once: a reload overlaps with the page before it. */
export const streamsAtOnce = 2;

export interface SessionEnd {
  readonly reason: EndReason;
  readonly atMs: number;
  /** When the city decided it, for a revocation; null otherwise. */
  readonly revokedAtMs: number | null;
  /** Code of the revocation, as players are told it. */
  readonly note: string | null;
}

/** One viewer, one camera, at this edge. The unit of checking, cutting and recording. */
export class LiveSession {
  readonly ledger = new DeliveredLedger();
  readonly budget = new RequestBudget();
  readonly streams = new Set<EventStream>();
  answers = 0;
  /** Delivery reports so far. */
  reports = 0;
  lease: UpstreamLease | null = null;
  end: SessionEnd | null = null;
  /** UTC milliseconds of the last right request; a player that is gone falls silent. */
  lastAskedMs: number;

  constructor(
    readonly facts: EdgeSession,
    private readonly secret: string,
    nowMs: number,
  ) {
    this.lastAskedMs = nowMs;
  }

  get isLive(): boolean {
    return this.end === null;
  }

  /** Compares in constant time. */
  isSecret(given: string | null): boolean {
    if (given?.length !== this.secret.length) return false;
    return timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(this.secret, 'latin1'));
  }
}
