import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { canonicalJson, type OrganisationId, type PersonId, type PlaybackSessionId, type SessionId, type Viewer } from '#libs/kernel';
import type { Facts, Obligation } from '#libs/regulation';
import type { DeliveredRange, EdgeSession, EndReason, EntryContext } from './edge-session.js';
import { hashSecret } from './edge-directory.js';
import { PlaybackSessionEntity } from './playback-session.entity.js';
import type { PlaybackSession } from './playback-session.js';

/** What a new row needs beside the session itself. */
export interface SessionPapers {
  readonly organisationId: OrganisationId;
  readonly viewerSessionId: SessionId;
  readonly reason: string;
  readonly grantEpoch: number;
  readonly openedPosition: bigint;
  readonly cookieless: boolean;
  readonly secret: string;
  readonly secretExpiresAt: Date;
  readonly entryContext: EntryContext;
}

/** A session with what the gate must be told before somebody else may end it. */
export interface SeenSession {
  readonly session: PlaybackSession;
  readonly revokeFacts: Facts;
}

/** A session that no edge will report on any more. */
export interface LostSession extends Pick<
  EdgeSession,
  'id' | 'grantId' | 'requestId' | 'cameraId' | 'decisionId' | 'openEntryId' | 'entryContext'
> {
  readonly mode: PlaybackSession['mode'];
  readonly firstByteAt: Date | null;
  readonly lastByteAt: Date | null;
}

interface SessionRow extends Omit<PlaybackSession, 'obligations'> {
  readonly obligations: string;
}
interface SeenRow extends SessionRow {
  readonly cameraOwnerOrgId: OrganisationId;
  readonly requesterPersonId: PersonId;
  readonly requesterOrgId: OrganisationId;
}

const columns = `s.id, s.mode, s.state, s.grant_id as "grantId", s.request_id as "requestId", s.camera_id as "cameraId", s.person_id as "personId",
  s.decision_id as "decisionId", s.policy_revision as "policyRevision", s.obligations, s.watermark_text as "watermarkText",
  s.open_entry_id as "openEntryId", s.opened_at as "openedAt", s.not_after as "notAfter", s.first_byte_at as "firstByteAt",
  s.last_byte_at as "lastByteAt", s.revoked_at as "revokedAt", s.ended_at as "endedAt", s.end_reason as "endReason"`;

/** The gateway's and the worker's reader and writer of sessions; the edge has its own (`edge-directory.ts`). */
@Injectable()
export class PlaybackRepository {
  async add(tx: Tx, session: PlaybackSession, { secret, entryContext, openedPosition, ...papers }: SessionPapers): Promise<void> {
    await tx.insert(PlaybackSessionEntity, {
      ...session,
      ...papers,
      obligations: canonicalJson(session.obligations),
      secretHash: hashSecret(secret),
      entryContext: canonicalJson(entryContext),
      openedPosition: openedPosition.toString(),
    });
  }

  /** Where the list of revocations stands. Read in the transaction of the decision: what comes later selects the new session too. */
  async revocationPosition(tx: Tx): Promise<bigint> {
    const [row] = await tx.query<{ position: string }[]>('select position::text as position from revocation_counter');
    return BigInt(row?.position ?? '0');
  }

  /** The viewer's own session. */
  async findOwn(tx: Tx, viewer: Viewer, id: PlaybackSessionId): Promise<PlaybackSession | null> {
    return sessionOf(
      await tx.query<SessionRow[]>(`select ${columns} from playback_session s where s.id = $1 and s.person_id = $2`, [id, viewer.personId]),
    );
  }

  /** A session that is the viewer's own, or shows a camera of the viewer's organisation, or rests on its approval. */
  async findVisible(tx: Tx, viewer: Viewer, id: PlaybackSessionId): Promise<SeenSession | null> {
    const rows = await tx.query<SeenRow[]>(
      `select ${columns}, c.owner_org_id as "cameraOwnerOrgId", g.requester_person_id as "requesterPersonId", g.holder_org_id as "requesterOrgId"
       from playback_session s join access_grant g on g.id = s.grant_id join camera c on c.id = s.camera_id
       where s.id = $1 and (s.person_id = $2 or c.owner_org_id = $3 or g.approval_org_id = $3)`,
      [id, viewer.personId, viewer.organisationId],
    );
    const session = sessionOf(rows);
    const [row] = rows;
    if (session === null || row === undefined) return null;
    const revokeFacts = {
      camera: { id: session.cameraId, ownerOrgId: row.cameraOwnerOrgId },
      request: { requester: { userId: row.requesterPersonId, orgId: row.requesterOrgId } },
    };
    return { session, revokeFacts };
  }

  /** Why, in the words of the person who takes the right back; the list of revocations carries a code only. */
  async noteRevocation(tx: Tx, id: PlaybackSessionId, reason: string): Promise<void> {
    await tx.query('update playback_session set revoke_reason = $2 where id = $1', [id, reason]);
  }

  /** What was handed over, neighbouring stretches joined, oldest first. */
  async listDelivered(tx: Tx, id: PlaybackSessionId): Promise<DeliveredRange[]> {
    const rows = await tx.query<{ from: Date; to: Date }[]>(
      `select lower(stretch) as "from", upper(stretch) as "to"
       from (select unnest(range_agg(tstzrange(from_at, to_at + interval '50 milliseconds'))) as stretch from delivered_range where session_id = $1) joined
       order by 1`,
      [id],
    );
    return rows.map((row) => ({ fromMs: row.from.getTime(), toMs: row.to.getTime() - 50 }));
  }

  /** Tickets that nobody used in time. Locked; other workers pass them by. */
  async lockNotStarted(tx: Tx, before: Date, limit: number): Promise<LostSession[]> {
    return this.lockLost(tx, `s.state = 'opening' and s.secret_expires_at < $1`, before, limit);
  }

  /** Live sessions of edges that have not been heard of, and such as are long over and were never reported so. */
  async lockUnreported(tx: Tx, before: Date, limit: number): Promise<LostSession[]> {
    return this.lockLost(
      tx,
      `s.state = 'live' and (s.not_after < $1 or not exists (select from edge_node n where n.edge_id = s.edge_id and n.seen_at >= $1))`,
      before,
      limit,
    );
  }

  async end(
    tx: Tx,
    id: PlaybackSessionId,
    end: { readonly at: Date; readonly reason: EndReason; readonly entryId: string },
  ): Promise<void> {
    await tx.query(`update playback_session set state = 'ended', ended_at = $2, end_reason = $3, close_entry_id = $4 where id = $1`, [
      id,
      end.at,
      end.reason,
      end.entryId,
    ]);
  }

  private async lockLost(tx: Tx, condition: string, before: Date, limit: number): Promise<LostSession[]> {
    const rows = await tx.query<(Omit<LostSession, 'entryContext'> & { entryContext: string })[]>(
      `select s.id, s.mode, s.grant_id as "grantId", s.request_id as "requestId", s.camera_id as "cameraId", s.decision_id as "decisionId",
         s.open_entry_id as "openEntryId", s.entry_context as "entryContext", s.first_byte_at as "firstByteAt", s.last_byte_at as "lastByteAt"
       from playback_session s where ${condition} order by s.opened_at limit $2 for update of s skip locked`,
      [before, limit],
    );
    return rows.map((row) => ({ ...row, entryContext: JSON.parse(row.entryContext) as EntryContext }));
  }
}

function sessionOf(rows: readonly SessionRow[]): PlaybackSession | null {
  const [row] = rows;
  if (row === undefined) return null;
  return {
    id: row.id,
    mode: row.mode,
    state: row.state,
    grantId: row.grantId,
    requestId: row.requestId,
    cameraId: row.cameraId,
    personId: row.personId,
    decisionId: row.decisionId,
    policyRevision: row.policyRevision,
    obligations: JSON.parse(row.obligations) as Obligation[],
    watermarkText: row.watermarkText,
    openEntryId: row.openEntryId,
    openedAt: row.openedAt,
    notAfter: row.notAfter,
    firstByteAt: row.firstByteAt,
    lastByteAt: row.lastByteAt,
    revokedAt: row.revokedAt,
    endedAt: row.endedAt,
    endReason: row.endReason,
  };
}
