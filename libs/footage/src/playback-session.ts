import { randomBytes } from 'node:crypto';
import type { CameraId, DecisionId, EntryId, GrantId, PersonId, PlaybackSessionId, RequestId } from '#libs/kernel';
import type { Obligation } from '#libs/regulation';
import type { EndReason, SessionState } from './edge-session.js';

export type PlaybackMode = 'LIVE' | 'RECORDED';

/** One opening of one camera by one person, as other libs and the API may know it. */
export interface PlaybackSession {
  readonly id: PlaybackSessionId;
  readonly mode: PlaybackMode;
  readonly state: SessionState;
  readonly grantId: GrantId;
  readonly requestId: RequestId;
  readonly cameraId: CameraId;
  readonly personId: PersonId;
  readonly decisionId: DecisionId;
  readonly policyRevision: string;
  readonly obligations: readonly Obligation[];
  readonly watermarkText: string;
  readonly openEntryId: EntryId;
  readonly openedAt: Date;
  readonly notAfter: Date;
  readonly firstByteAt: Date | null;
  readonly lastByteAt: Date | null;
  readonly revokedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
}

/** Addresses for the player; they are told once, at the opening. */
export interface MediaAddresses {
  readonly mediaUrl: string;
  readonly eventsUrl: string;
}

/** A ticket must be exchanged, a path secret first used, within this time. */
export const secretLifeMs = 30_000;
/** A secret that stays in the address may be copied with it: such a session is short. */
export const cookielessLifeMs = 10 * 60_000;

/** 256 random bits, base64url: 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** With cookies: a ticket that is exchanged once. Without: the secret is part of every address of the session. */
export function mediaAddresses(edgeUrl: string, id: PlaybackSessionId, secret: string, cookieless: boolean): MediaAddresses {
  const base = `${edgeUrl}/media/${id}`;
  return cookieless
    ? { mediaUrl: `${base}~${secret}/index.m3u8`, eventsUrl: `${base}~${secret}/events` }
    : { mediaUrl: `${base}/index.m3u8?ticket=${secret}`, eventsUrl: `${base}/events` };
}

/** The earliest of everything that ends a session by time, UTC milliseconds. */
export function notAfterMs(limits: {
  readonly nowMs: number;
  readonly grantExpiresAt: Date;
  readonly windowTo: Date;
  readonly decisionValidUntilMs: number;
  readonly maxMinutes: number;
  readonly cookieless: boolean;
}): number {
  return Math.min(
    limits.grantExpiresAt.getTime(),
    limits.windowTo.getTime(),
    limits.decisionValidUntilMs,
    limits.nowMs + limits.maxMinutes * 60_000,
    limits.cookieless ? limits.nowMs + cookielessLifeMs : Number.POSITIVE_INFINITY,
  );
}
