import type { CameraId, GrantId, OrganisationId, PersonId, RequestId } from '#libs/kernel';
import type { Obligation } from '#libs/regulation';

export type GrantEndKind = 'REVOKED' | 'EXPIRED' | 'WITHDRAWN';
export type GrantState = 'ACTIVE' | GrantEndKind;

/** The right of one organisation to the cameras of one owner, for a window and until an expiry, resting on two signed decisions. */
export interface Grant {
  readonly id: GrantId;
  readonly requestId: RequestId;
  readonly requestVersion: number;
  readonly ownerOrgId: OrganisationId;
  /** The organisation that asked; its people may use the grant. */
  readonly holderOrgId: OrganisationId;
  readonly requesterPersonId: PersonId;
  readonly cameraIds: readonly CameraId[];
  readonly actions: readonly string[];
  readonly windowFrom: Date;
  readonly windowTo: Date;
  /** What the table of actions obliges for these actions; each opening is told its own by the gate. */
  readonly obligations: readonly Obligation[];
  readonly policySha256: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** Raised when the grant ends; a session that was opened under an earlier number is not served. */
  readonly epoch: number;
  /** How many approvals it rests on. */
  readonly approvalsNeeded: number;
  readonly end: { readonly kind: GrantEndKind; readonly at: Date; readonly reason: string | null } | null;
}

/** State at an instant: an expiry holds from its very moment, whether or not a clock has already written it down. */
export function grantState(grant: Pick<Grant, 'end' | 'expiresAt'>, now: Date): GrantState {
  if (grant.end !== null) return grant.end.kind;
  return grant.expiresAt.getTime() <= now.getTime() ? 'EXPIRED' : 'ACTIVE';
}

/** Longest time that a grant may run when its window lies in the past (playback only). */
const longestPastGrantMs = 7 * 86_400_000;

/** The latest instant at which a grant may expire: never after the window of a live view, a week for what is already recorded. */
export function latestExpiry(windowTo: Date, now: Date): Date {
  return windowTo.getTime() > now.getTime() ? windowTo : new Date(now.getTime() + longestPastGrantMs);
}
