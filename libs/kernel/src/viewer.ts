import type { InspectionDecisionId, OrganisationId, PersonId, SessionId } from './ids.js';

/** Role codes of `regulation.md` (b); exactly one is acted in per session. `public` is somebody who has not signed in. */
export type RoleCode =
  | 'public'
  | 'requester'
  | 'agency_head'
  | 'owner'
  | 'reviewer'
  | 'approver'
  | 'duty_officer'
  | 'duty_commander'
  | 'extraction_officer'
  | 'inspection_issuer'
  | 'inspection_head'
  | 'inspector'
  | 'policy_signer'
  | 'dpo'
  | 'operator';

/** Organisation kinds, code idea of `regulation.md` (b). */
export type OrganisationKind = string;

/**
 * The person asking, as known from the record at this request (never from the token alone).
 * Built by `identity` only; passed first and visible to every service.
 */
export interface Viewer {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly displayName: string;
  readonly organisationId: OrganisationId;
  readonly organisationCode: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationName: string;
  readonly unitId: string | null;
  readonly areaCodes: readonly string[];
  readonly title: string;
  readonly role: RoleCode;
  readonly functions: readonly string[];
  readonly inspectionIds: readonly InspectionDecisionId[];
  readonly mfaLevel: number;
  /** RFC 3339 or null when no training is recorded. */
  readonly trainingValidTo: string | null;
  /** Network address of the caller as the gateway saw it; goes into entries as a commitment only. */
  readonly sourceAddress: string;
  /** Raised whenever the person's rights change; part of cached decisions. */
  readonly version: number;
}
