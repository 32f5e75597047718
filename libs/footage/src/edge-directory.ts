import { createHash, timingSafeEqual } from 'node:crypto';
import type { LogReleases } from '#libs/audit';
import {
  logLine,
  type CameraId,
  type DecisionId,
  type EntryId,
  type GrantId,
  type OrganisationId,
  type PersonId,
  type PlaybackSessionId,
  type RequestId,
} from '#libs/kernel';
import {
  SessionDirectory,
  type EdgeSession,
  type EntryContext,
  type ExchangeOutcome,
  type Lapse,
  type SessionEnding,
  type SessionState,
} from './edge-session.js';
import type { EdgeStore } from './edge-store.js';
import type { DeliveredRange } from './edge-session.js';

/** A row of the view `edge_session`: a session joined with everything that permits it. */
interface SessionRow {
  readonly id: string;
  readonly state: SessionState;
  readonly edge_id: string | null;
  readonly grant_id: string;
  readonly request_id: string;
  readonly camera_id: string;
  readonly camera_code: string;
  readonly source_kind: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly cookieless: boolean;
  readonly secret_hash: Buffer;
  readonly secret_expires_at: Date;
  readonly not_after: Date;
  readonly decision_id: string;
  readonly open_entry_id: string;
  /** Canonical JSON of `EntryContext`. */
  readonly entry_context: string;
  readonly papers_hold: boolean;
  /** Read from the signed request that its grant rests on. */
  readonly is_emergency: boolean;
}

/** A gateway that was made to skip the log can write the row, not the entry: nothing is shown for it (audit.md T17). */
const recordedSql = `(exists (select from audit_outbox where entry_id = substring(s.open_entry_id from 5)::uuid)
  or exists (select from audit_entry where entry_id = substring(s.open_entry_id from 5)::uuid))`;

/** What is stored of tickets and path secrets: 256 random bits need no salt. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The record of sessions in PostgreSQL, for one edge. */
export class PgSessionDirectory extends SessionDirectory {
  constructor(
    private readonly store: EdgeStore,
    private readonly edgeId: string,
    private readonly releases: Pick<LogReleases, 'recent'>,
  ) {
    super();
  }

  async exchange(id: PlaybackSessionId, secret: string, isPathSecret: boolean, nowMs: number): Promise<ExchangeOutcome> {
    // Position and papers in one statement, so in one snapshot: what the list gains later is noticed by its number.
    const [row] = await this.store.query<SessionRow & { position: string; recorded: boolean }>(
      `select (select coalesce(max(position), 0)::text from revocation) as position, ${recordedSql} as recorded, s.* from edge_session s where id = $1`,
      [id],
    );
    if (row === undefined) return { kind: 'unknown' };
    if (!timingSafeEqual(row.secret_hash, hashSecret(secret)) || row.cookieless !== isPathSecret) return { kind: 'refused' };
    if (row.state === 'ended') return { kind: 'ended' };
    if (row.state !== 'opening' || row.secret_expires_at.getTime() <= nowMs) return { kind: 'refused' };
    if (!row.recorded) {
      logLine('error', 'session-directory', 'a session whose opening is not on the log was refused', {
        session: id,
        entry: row.open_entry_id,
      });
      return { kind: 'refused' };
    }
    if (!row.papers_hold || row.not_after.getTime() <= nowMs) return { kind: 'ended' };
    // The gateway refused it already, unless it was made not to, or the log fell silent in between (POL-15).
    const { releases } = await this.releases.recent();
    if (releases === 'EMERGENCIES' && !row.is_emergency) {
      logLine('error', 'session-directory', 'a session was not opened: nobody has witnessed the log for hours', { session: id });
      return { kind: 'held' };
    }
    const used = await this.store.query(
      `update playback_session set state = 'live', edge_id = $2, live_at = $3 where id = $1 and state = 'opening' returning id`,
      [id, this.edgeId, new Date(nowMs)],
    );
    return used.length === 1 ? { kind: 'live', session: toSession(row), position: BigInt(row.position) } : { kind: 'refused' };
  }

  async findState(id: PlaybackSessionId): Promise<{ readonly state: SessionState; readonly edgeId: string | null } | null> {
    const [row] = await this.store.query<{ state: SessionState; edge_id: string | null }>(
      'select state, edge_id from edge_session where id = $1',
      [id],
    );
    return row === undefined ? null : { state: row.state, edgeId: row.edge_id };
  }

  async findLapse(id: PlaybackSessionId, nowMs: number): Promise<Lapse | null> {
    const { releases } = await this.releases.recent();
    const [row] = await this.store.query<Pick<SessionRow, 'is_emergency'>>(
      `select is_emergency from edge_session where id = $1 and edge_id = $2 and state = 'live' and papers_hold and not_after > $3`,
      [id, this.edgeId, new Date(nowMs)],
    );
    if (row === undefined) return 'revoked';
    return releases === 'EMERGENCIES' && !row.is_emergency ? 'log_silent' : null;
  }

  async listLive(): Promise<readonly EdgeSession[]> {
    const rows = await this.store.query<SessionRow>(`select * from edge_session where edge_id = $1 and state = 'live'`, [this.edgeId]);
    return rows.map(toSession);
  }

  async saveDelivered(
    id: PlaybackSessionId,
    ranges: readonly DeliveredRange[],
    times: { readonly firstByteMs: number | null; readonly lastByteMs: number | null },
    entryId: EntryId,
  ): Promise<void> {
    await this.store.transaction(async (client) => {
      if (ranges.length > 0)
        await client.query(
          `insert into delivered_range (session_id, from_at, to_at, entry_id)
           select $1, from_at, to_at, $4 from unnest($2::timestamptz[], $3::timestamptz[]) as given (from_at, to_at)
           on conflict do nothing`,
          [id, ranges.map((range) => new Date(range.fromMs)), ranges.map((range) => new Date(range.toMs)), entryId],
        );
      await client.query(
        `update playback_session set first_byte_at = coalesce(first_byte_at, $2), last_byte_at = $3 where id = $1 and state = 'live'`,
        [id, toDate(times.firstByteMs), toDate(times.lastByteMs)],
      );
    });
  }

  async saveEnd(id: PlaybackSessionId, end: SessionEnding): Promise<void> {
    await this.store.query(
      `update playback_session set state = 'ended', ended_at = $3, end_reason = $4, revoked_at = $5, first_byte_at = coalesce(first_byte_at, $6),
         last_byte_at = coalesce($7, last_byte_at), close_entry_id = $8
       where id = $1 and edge_id = $2 and state = 'live'`,
      [
        id,
        this.edgeId,
        new Date(end.endedAtMs),
        end.reason,
        toDate(end.revokedAtMs),
        toDate(end.firstByteMs),
        toDate(end.lastByteMs),
        end.entryId,
      ],
    );
  }
}

function toDate(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}

function toSession(row: SessionRow): EdgeSession {
  return {
    id: row.id as PlaybackSessionId,
    grantId: row.grant_id as GrantId,
    requestId: row.request_id as RequestId,
    cameraId: row.camera_id as CameraId,
    cameraCode: row.camera_code,
    sourceKind: row.source_kind,
    personId: row.person_id as PersonId,
    organisationId: row.organisation_id as OrganisationId,
    notAfterMs: row.not_after.getTime(),
    cookieless: row.cookieless,
    decisionId: row.decision_id as DecisionId,
    openEntryId: row.open_entry_id as EntryId,
    entryContext: JSON.parse(row.entry_context) as EntryContext,
  };
}
