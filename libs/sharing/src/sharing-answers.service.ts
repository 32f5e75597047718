import { Injectable } from '@nestjs/common';
import type { EntryRef } from '#libs/audit';
import {
  invalidInput,
  notFound,
  stateConflict,
  type InvalidInput,
  type LogEntryRef,
  type NotFound,
  type StateConflict,
} from '#libs/identity';
import { assertNever, Fault, type RequestId, type Viewer } from '#libs/kernel';
import { DecisionView, type DeniedType } from '#libs/regulation';
import type { RevocationType } from './grant/grant.type.js';
import { GrantLookup } from './grant/grant-lookup.service.js';
import type { RevokeOutcome } from './grant/grants.service.js';
import type { Setback } from './outcome.js';
import type { ConsentOutcome, ConsentWithdrawal } from './request/owner-acts.service.js';
import type { PoliceOutcome } from './request/police-acts.service.js';
import { RequestLookup } from './request/request-lookup.service.js';
import type { SharingRequestType, SignedDecisionType } from './request/request.type.js';
import type { SubmitOutcome } from './request/submissions.service.js';
import type { RequestWithdrawal } from './request/withdrawals.service.js';
import type { RevocationReach } from './revocation/revocation.js';
import type {
  ApprovalRecorded,
  ConsentRecorded,
  ConsentWithdrawn,
  GrantRevoked,
  RequestSubmitted,
  RequestWithdrawn,
  ReviewRecorded,
} from './sharing-result.type.js';

type Shown<T extends string, Type> = Type & { readonly __typename: T };
type Refusal =
  Shown<'Denied', DeniedType> | Shown<'NotFound', NotFound> | Shown<'StateConflict', StateConflict> | Shown<'InvalidInput', InvalidInput>;

/** Outcomes of the services as members of the API's unions. */
@Injectable()
export class SharingAnswers {
  constructor(
    private readonly requests: RequestLookup,
    private readonly grants: GrantLookup,
    private readonly view: DecisionView,
  ) {}

  async submitted(viewer: Viewer, outcome: SubmitOutcome): Promise<Shown<'RequestSubmitted', RequestSubmitted> | Refusal> {
    if (outcome.kind !== 'submitted' && outcome.kind !== 'repeated') return this.refusal(outcome);
    const request = await this.request(viewer, outcome.requestId);
    if (outcome.kind === 'repeated') return { __typename: 'RequestSubmitted', request, entry: null, decision: null };
    return {
      __typename: 'RequestSubmitted',
      request,
      entry: entryRef(outcome.decision.entry),
      decision: this.view.decision(outcome.decision),
    };
  }

  async consented(viewer: Viewer, outcome: ConsentOutcome): Promise<Shown<'ConsentRecorded', ConsentRecorded> | Refusal> {
    if (outcome.kind !== 'signed') return this.refusal(outcome);
    const request = await this.request(viewer, outcome.requestId);
    return {
      __typename: 'ConsentRecorded',
      request,
      decision: signedBy(request, viewer, 'CONSENT'),
      entry: entryRef(outcome.decision.entry),
    };
  }

  async reviewed(viewer: Viewer, outcome: PoliceOutcome): Promise<Shown<'ReviewRecorded', ReviewRecorded> | Refusal> {
    if (outcome.kind !== 'signed') return this.refusal(outcome);
    const request = await this.request(viewer, outcome.requestId);
    return {
      __typename: 'ReviewRecorded',
      request,
      decision: signedBy(request, viewer, 'REVIEW'),
      entry: entryRef(outcome.decision.entry),
    };
  }

  async approved(viewer: Viewer, outcome: PoliceOutcome): Promise<Shown<'ApprovalRecorded', ApprovalRecorded> | Refusal> {
    if (outcome.kind !== 'signed') return this.refusal(outcome);
    const request = await this.request(viewer, outcome.requestId);
    const made = new Set<string>(outcome.grantIds);
    return {
      __typename: 'ApprovalRecorded',
      request,
      decision: signedBy(request, viewer, 'APPROVAL'),
      grants: request.grants.filter((grant) => made.has(grant.id)),
      entry: entryRef(outcome.decision.entry),
    };
  }

  async withdrawn(viewer: Viewer, outcome: RequestWithdrawal): Promise<Shown<'RequestWithdrawn', RequestWithdrawn> | Refusal> {
    if (outcome.kind !== 'withdrawn') return this.refusal(outcome);
    const request = await this.request(viewer, outcome.requestId);
    return {
      __typename: 'RequestWithdrawn',
      request,
      entry: entryRef(outcome.decision.entry),
      revocation: revocation(outcome.reach, outcome.decision.entry.acceptedAt),
    };
  }

  async consentWithdrawn(viewer: Viewer, outcome: ConsentWithdrawal): Promise<Shown<'ConsentWithdrawn', ConsentWithdrawn> | Refusal> {
    if (outcome.kind !== 'withdrawn') return this.refusal(outcome);
    const request = await this.request(viewer, outcome.requestId);
    return {
      __typename: 'ConsentWithdrawn',
      request,
      entry: entryRef(outcome.decision.entry),
      revocation: revocation(outcome.reach, outcome.at),
    };
  }

  async revoked(viewer: Viewer, outcome: RevokeOutcome): Promise<Shown<'GrantRevoked', GrantRevoked> | Refusal> {
    if (outcome.kind !== 'revoked') return this.refusal(outcome);
    const grant = await this.grants.afterAct(viewer, outcome.grantId);
    if (grant === null) throw new Fault('grant_missing', `grant ${outcome.grantId} is gone after its revocation`);
    return {
      __typename: 'GrantRevoked',
      grant,
      entry: entryRef(outcome.decision.entry),
      revocation: revocationOf(outcome.reach, outcome.at),
    };
  }

  private refusal(outcome: Setback): Refusal {
    switch (outcome.kind) {
      case 'denied':
        return this.view.denied(outcome.decision);
      case 'notFound':
        return notFound();
      case 'conflict':
        return stateConflict(outcome.problem, outcome.state);
      case 'invalid':
        return invalidInput(outcome.problem);
      default:
        return assertNever(outcome);
    }
  }

  private async request(viewer: Viewer, id: RequestId): Promise<SharingRequestType> {
    const request = await this.requests.afterAct(viewer, id);
    if (request === null) throw new Fault('request_missing', `request ${id} is not visible to whoever has just acted on it`);
    return request;
  }
}

function signedBy(request: SharingRequestType, viewer: Viewer, kind: string): SignedDecisionType {
  const own = request.decisions.filter((one) => one.kind === kind && one.person.id === viewer.personId).at(-1);
  if (own === undefined) throw new Fault('decision_missing', `request ${request.id} lacks the decision that was just signed`);
  return own;
}

const entryRef = (entry: EntryRef): LogEntryRef => ({ id: entry.entryId, acceptedAt: entry.acceptedAt });
const revocation = (reach: RevocationReach | null, at: Date): RevocationType | null => (reach === null ? null : revocationOf(reach, at));

function revocationOf(reach: RevocationReach, at: Date): RevocationType {
  return {
    position: reach.position.toString(),
    revokedAt: at,
    edgesExpected: reach.edgesExpected,
    edgesAcknowledged: reach.edgesAcknowledged,
    tookMs: reach.tookMs,
    sessionsEnded: reach.sessionsEnded,
  };
}
