import { randomBytes } from 'node:crypto';
import { newId, newIdV7, type Clock, type PlaybackSessionId } from '#libs/kernel';
import {
  SessionDirectory,
  type DeliveredRange,
  type EdgeSession,
  type ExchangeOutcome,
  type Lapse,
  type RevocationEvent,
  type RevocationListener,
  type SessionEnding,
  type SessionState,
} from '#libs/footage';
import type { FollowedList } from '../../apps/edge/src/edge.js';
import type { EdgeLog } from '../../apps/edge/src/reporter.js';

interface Row {
  readonly session: EdgeSession;
  readonly secret: string;
  readonly secretExpiresMs: number;
  state: SessionState;
  papersHold: boolean;
}

/** The record of sessions without a database, for benches of the edge alone and for its journeys where the database plays no part. */
export class MemoryDirectory extends SessionDirectory {
  readonly rows = new Map<PlaybackSessionId, Row>();
  readonly delivered = new Map<PlaybackSessionId, DeliveredRange[]>();
  readonly endings = new Map<PlaybackSessionId, SessionEnding>();
  position = 0n;
  /** Throws what a database that does not answer would. */
  fault: Error | null = null;
  /** Runs between the answer of an exchange and its arrival: the place where a race can happen. */
  beforeAnswer: (() => void) | null = null;

  constructor(private readonly clock: Clock) {
    super();
  }

  /** A session that waits for its first request. @returns it and the secret of its ticket or path */
  open(given: Partial<EdgeSession> & { readonly lifeMs?: number; readonly ticketMs?: number } = {}): {
    readonly session: EdgeSession;
    readonly secret: string;
  } {
    const { lifeMs = 600_000, ticketMs = 30_000, ...rest } = given;
    const session: EdgeSession = {
      id: newId('pls'),
      grantId: newId('grt'),
      requestId: newId('req'),
      cameraId: newId('cam'),
      cameraCode: 'HN-TEST-0001',
      sourceKind: 'virtual',
      personId: newId('per'),
      organisationId: newId('org'),
      notAfterMs: this.clock.nowMs() + lifeMs,
      cookieless: false,
      decisionId: newIdV7('dec', this.clock.nowMs()),
      openEntryId: newIdV7('ent', this.clock.nowMs()),
      entryContext: { purpose: 'GIAO_THONG', basis: 'PDPL-17.1.dd', policySha256: '0'.repeat(64) },
      ...rest,
    };
    const secret = randomBytes(32).toString('base64url');
    this.rows.set(session.id, { session, secret, secretExpiresMs: this.clock.nowMs() + ticketMs, state: 'opening', papersHold: true });
    return { session, secret };
  }

  lapse(id: PlaybackSessionId): void {
    const row = this.rows.get(id);
    if (row !== undefined) row.papersHold = false;
  }

  exchange(id: PlaybackSessionId, secret: string, isPathSecret: boolean, nowMs: number): Promise<ExchangeOutcome> {
    return this.answer(() => {
      const row = this.rows.get(id);
      if (row === undefined) return { kind: 'unknown' };
      if (row.secret !== secret || row.session.cookieless !== isPathSecret) return { kind: 'refused' };
      if (row.state === 'ended') return { kind: 'ended' };
      if (row.state !== 'opening' || row.secretExpiresMs <= nowMs) return { kind: 'refused' };
      if (!row.papersHold || row.session.notAfterMs <= nowMs) return { kind: 'ended' };
      row.state = 'live';
      const outcome: ExchangeOutcome = { kind: 'live', session: row.session, position: this.position };
      this.beforeAnswer?.();
      return outcome;
    });
  }

  findState(id: PlaybackSessionId): Promise<{ readonly state: SessionState; readonly edgeId: string | null } | null> {
    return this.answer(() => {
      const row = this.rows.get(id);
      return row === undefined ? null : { state: row.state, edgeId: 'edge-1' };
    });
  }

  findLapse(id: PlaybackSessionId, nowMs: number): Promise<Lapse | null> {
    return this.answer(() => {
      const row = this.rows.get(id);
      return row?.state === 'live' && row.papersHold && row.session.notAfterMs > nowMs ? null : 'revoked';
    });
  }

  listLive(): Promise<readonly EdgeSession[]> {
    return this.answer(() => [...this.rows.values()].filter((row) => row.state === 'live').map((row) => row.session));
  }

  saveDelivered(id: PlaybackSessionId, ranges: readonly DeliveredRange[]): Promise<void> {
    return this.answer(() => void this.delivered.set(id, [...(this.delivered.get(id) ?? []), ...ranges]));
  }

  saveEnd(id: PlaybackSessionId, end: SessionEnding): Promise<void> {
    return this.answer(() => {
      const row = this.rows.get(id);
      if (row !== undefined) row.state = 'ended';
      this.endings.set(id, end);
    });
  }

  private answer<T>(work: () => T): Promise<T> {
    return this.fault === null ? Promise.resolve().then(work) : Promise.reject(this.fault);
  }
}

/** The list of revocations without a database: published here, applied at once. */
export class MemoryList implements FollowedList {
  ageMs = 0;

  constructor(
    private readonly directory: MemoryDirectory,
    private readonly listener: RevocationListener,
    private readonly clock: Clock,
  ) {}

  get position(): bigint {
    return this.directory.position;
  }

  get isFresh(): boolean {
    return this.ageMs <= 3_000;
  }

  /** @returns how many sessions ended */
  publish(selectorKind: string, selectorId: string, reason = 'test'): number {
    this.directory.position += 1n;
    const event: RevocationEvent = { position: this.directory.position, atMs: this.clock.nowMs(), selectorKind, selectorId, reason };
    for (const { session } of this.directory.rows.values())
      if ([session.grantId, session.id, session.cameraId].some((id) => id === selectorId)) this.directory.lapse(session.id);
    return this.listener.onRevocation(event);
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A log that forgets: for benches that measure something else. */
export const silentLog: EdgeLog = {
  delivered: () => Promise.resolve(newIdV7('ent', 0)),
  closed: () => Promise.resolve(newIdV7('ent', 0)),
};
