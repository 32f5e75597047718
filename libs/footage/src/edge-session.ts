import type { CameraId, DecisionId, EntryId, GrantId, OrganisationId, PersonId, PlaybackSessionId, RequestId } from '#libs/kernel';

/** Why a session ended; the same words in the row, the entry and the message to the player. */
export type EndReason =
  | 'client'
  | 'revoked'
  | 'expired'
  | 'idle'
  | 'source'
  | 'lease'
  | 'unrecorded'
  | 'edge_stopped'
  | 'edge_lost'
  | 'not_started'
  /** Nobody has witnessed the log for hours, and the grant is no emergency's. */
  | 'log_silent';

export type SessionState = 'opening' | 'live' | 'ended';

/** What an edge knows of a session it serves: enough to check, cut and record, nothing that names a person in words. */
export interface EdgeSession {
  readonly id: PlaybackSessionId;
  readonly grantId: GrantId;
  readonly requestId: RequestId;
  readonly cameraId: CameraId;
  readonly cameraCode: string;
  readonly sourceKind: string;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** UTC milliseconds; the session ends then by itself. */
  readonly notAfterMs: number;
  /** Its secret travels in the path instead of a cookie. */
  readonly cookieless: boolean;
  readonly decisionId: DecisionId;
  /** The entry of the opening: the intent that deliveries and the end belong to. */
  readonly openEntryId: EntryId;
  readonly entryContext: EntryContext;
}

/** What every entry about a session repeats, so that each can be read alone. */
export interface EntryContext {
  readonly purpose: string | null;
  readonly basis: string | null;
  readonly policySha256: string;
}

/** A fact that ends sessions, in the order in which it became true for the whole city. */
export interface RevocationEvent {
  /** Contiguous; a hole means that something was missed. */
  readonly position: bigint;
  readonly atMs: number;
  readonly selectorKind: string;
  readonly selectorId: string;
  readonly reason: string;
}

/** Reason text of the revocation that a viewer's own `closePlayback` publishes; the session then ended by its client, not by a revocation. */
export const closedByViewer = 'closed_by_viewer';

export type ExchangeOutcome =
  | { readonly kind: 'live'; readonly session: EdgeSession; readonly position: bigint }
  /** The ticket is used, too old, wrong, or for another edge. */
  | { readonly kind: 'refused' }
  /** The right ticket, but what permitted the session is gone. */
  | { readonly kind: 'ended' }
  /** The right ticket, and nobody has witnessed the log for hours: only emergencies open. The ticket is not used up. */
  | { readonly kind: 'held' }
  | { readonly kind: 'unknown' };

/** How a session ended, for its row. Times in UTC milliseconds; null where it never came to it. */
export interface SessionEnding {
  readonly reason: EndReason;
  readonly endedAtMs: number;
  readonly revokedAtMs: number | null;
  readonly firstByteMs: number | null;
  readonly lastByteMs: number | null;
  readonly entryId: EntryId;
}

/** A session that may not go on, found by looking rather than by being told. */
export interface LapsedSession {
  readonly id: PlaybackSessionId;
  readonly reason: Lapse;
}

/** Its papers are gone, or the log no longer lets it out. */
export type Lapse = Extract<EndReason, 'revoked' | 'log_silent'>;

export interface DeliveredRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The record of sessions as an edge may use it. Every method throws `UnavailableFault` when the database does not answer in time. */
export abstract class SessionDirectory {
  /** Uses the ticket up and makes the session live at this edge, if what permits it still stands. One transaction. */
  abstract exchange(id: PlaybackSessionId, secret: string, isPathSecret: boolean, nowMs: number): Promise<ExchangeOutcome>;
  /** State of a session that this process does not hold. */
  abstract findState(id: PlaybackSessionId): Promise<{ readonly state: SessionState; readonly edgeId: string | null } | null>;
  /** Why the session may not go on at this moment; null while it is live at this edge, its papers hold and the log lets it out. */
  abstract findLapse(id: PlaybackSessionId, nowMs: number): Promise<Lapse | null>;
  /** Adds what was handed over; the same entry twice adds nothing. */
  abstract saveDelivered(
    id: PlaybackSessionId,
    ranges: readonly DeliveredRange[],
    times: { readonly firstByteMs: number | null; readonly lastByteMs: number | null },
    entryId: EntryId,
  ): Promise<void>;
  /** Sessions that stand as live at this edge: at its start, those that its predecessor left behind. */
  abstract listLive(): Promise<readonly EdgeSession[]>;
  abstract saveEnd(id: PlaybackSessionId, end: SessionEnding): Promise<void>;
}

/** The ordered list of revocations and this edge's place in it. */
export interface RevocationListener {
  /** Ends what the event selects. @returns how many sessions */
  onRevocation(event: RevocationEvent): number;
  /** Ends sessions whose papers were found lapsed, or that the log no longer lets out. */
  onLapsed(sessions: readonly LapsedSession[]): void;
}
