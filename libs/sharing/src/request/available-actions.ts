import type { SignedDecision } from '#libs/consent';
import { assertNever, type Viewer } from '#libs/kernel';
import type { Camera } from '#libs/registry';
import type { Facts } from '#libs/regulation';
import { grantState, type Grant } from '../grant/grant.js';
import { approveFacts, consentFacts, requestOnlyFacts, revokeFacts } from '../sharing-facts.js';
import { nextState, takesConsent } from './request-state.js';
import { keysOf, wantedApprovals } from './request-keys.js';
import type { SharingRequest } from './sharing-request.js';

export interface RequestSurroundings {
  readonly request: SharingRequest;
  readonly decisions: readonly SignedDecision[];
  readonly grants: readonly Grant[];
  readonly cameras: readonly Camera[];
}

type Candidate =
  | 'consent'
  | 'decline_consent'
  | 'withdraw_consent'
  | 'review'
  | 'refuse_request'
  | 'approve'
  | 'withdraw_request'
  | 'submit_request'
  | 'revoke';

const candidates: readonly Candidate[] = [
  'consent',
  'decline_consent',
  'withdraw_consent',
  'review',
  'refuse_request',
  'approve',
  'withdraw_request',
  'submit_request',
  'revoke',
];

/**
 * What this viewer can do with the request now: where it stands, and what the rules say to it. A courtesy for buttons; each act is
 * decided again when it is tried. @param permits asks the gate without recording; without facts only whether the role may try
 */
export function availableActions(
  around: RequestSurroundings,
  viewer: Viewer,
  now: Date,
  permits: (action: string, facts: Facts | null) => boolean,
): string[] {
  const acts = candidates.filter((action) => stands(action, around, viewer, now) && permits(action, factsFor(action, around, viewer, now)));
  return [...acts, ...viewing(around, viewer, now).filter((action) => permits(action, null))];
}

function stands(action: Candidate, { request, decisions, grants }: RequestSurroundings, viewer: Viewer, now: Date): boolean {
  const present = decisions.filter((one) => one.requestVersion === request.version);
  const ownConsent = present.find((one) => one.kind === 'CONSENT' && one.organisationId === viewer.organisationId);
  switch (action) {
    case 'consent':
    case 'decline_consent':
      return takesConsent(request.state) && ownConsent === undefined && !request.needsNoConsent;
    case 'withdraw_consent':
      return ownConsent?.verdict === 'CONSENT' && ownConsent.withdrawnAt === null && nextState(request.state, 'WITHDRAW') !== null;
    case 'review':
      return nextState(request.state, 'FORWARD') !== null;
    case 'refuse_request':
      return (
        nextState(request.state, 'REFUSE') !== null && !present.some((one) => one.kind === 'APPROVAL' && one.personId === viewer.personId)
      );
    case 'approve': {
      const answered = new Set(present.filter((one) => one.kind === 'CONSENT').map((one) => one.organisationId));
      const owners = keysOf(request, decisions).filter((key) => key.kind === 'CONSENT');
      const reviewed = present.some((one) => one.kind === 'REVIEW' && one.personId === viewer.personId);
      return (
        nextState(request.state, 'APPROVE_ALL') !== null
        && !reviewed
        && !present.some((one) => one.kind === 'APPROVAL' && one.personId === viewer.personId)
        && owners.every((key) => key.organisationId !== null && answered.has(key.organisationId))
      );
    }
    case 'withdraw_request':
      return nextState(request.state, 'WITHDRAW') !== null;
    case 'submit_request':
      return nextState(request.state, 'SUPPLEMENT') !== null && request.requesterPersonId === viewer.personId;
    case 'revoke':
      return grants.some((grant) => grantState(grant, now) === 'ACTIVE');
    default:
      return assertNever(action);
  }
}

function factsFor(action: Candidate, { request, decisions, grants, cameras }: RequestSurroundings, viewer: Viewer, now: Date): Facts {
  switch (action) {
    case 'consent':
    case 'decline_consent':
    case 'withdraw_consent':
      return consentFacts(request.content, viewer.organisationId);
    case 'approve': {
      const present = decisions.filter((one) => one.requestVersion === request.version && one.withdrawnAt === null);
      const consents = present.filter((one) => one.verdict === 'CONSENT');
      const approvals = present.filter((one) => one.verdict === 'APPROVE');
      const owned = request.needsNoConsent
        ? cameras
        : cameras.filter((camera) => consents.some((one) => one.organisationId === camera.ownerOrgId));
      return approveFacts(request.content, owned, [...consents, ...approvals], { approvalsNeeded: wantedApprovals(request, approvals) });
    }
    case 'revoke': {
      const running = grants.find((grant) => grantState(grant, now) === 'ACTIVE');
      return running === undefined ? {} : revokeFacts(request.content, running);
    }
    case 'submit_request':
      return approveFacts(request.content, cameras, [], {});
    case 'review':
    case 'refuse_request':
    case 'withdraw_request':
      return requestOnlyFacts(request.content);
    default:
      return assertNever(action);
  }
}

/** What the holder may open under a grant that runs; the gate is asked at each opening. */
function viewing({ grants }: RequestSurroundings, viewer: Viewer, now: Date): string[] {
  const own = grants.filter((grant) => grant.holderOrgId === viewer.organisationId && grantState(grant, now) === 'ACTIVE');
  return [...new Set(own.flatMap((grant) => grant.actions))].sort();
}
