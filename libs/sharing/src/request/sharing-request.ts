import type { OrganisationId, PersonId, RequestId } from '#libs/kernel';
import type { RequestContent } from './request-content.js';
import type { RequestState } from './request-state.js';

/** A request with the version that counts now. */
export interface SharingRequest {
  readonly id: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly version: number;
  readonly requesterPersonId: PersonId;
  readonly requesterOrgId: OrganisationId;
  readonly submittedAt: Date;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly content: RequestContent;
  /** SHA-256 hex of the content's canonical text: what deciders are shown and sign. */
  readonly digest: string;
  /** Its legal basis stands instead of the owners' consent. */
  readonly needsNoConsent: boolean;
  /** Its basis is one of emergencies and it names the document that proves it: it goes on while nobody witnesses the log. */
  readonly isEmergency: boolean;
  /** How many approvals the rules wanted when this version was sent; an approval may want more, never fewer. */
  readonly approvalsNeeded: number;
}

/** The worklists of a role. */
export const requestLists = ['MINE', 'TO_CONSENT', 'TO_REVIEW', 'TO_APPROVE', 'VISIBLE'] as const;
export type RequestList = (typeof requestLists)[number];
