import { Injectable } from '@nestjs/common';
import { SignedDecisions, type DecisionKind, type SignedDecision } from '#libs/consent';
import { Database } from '#libs/database';
import { Clock, type GrantId, type RequestId, type Viewer } from '#libs/kernel';
import { Gate, type RecordedDecision } from '#libs/regulation';
import { absent, alreadyAnswered, denied, invalid, shownSomethingElse, wrongState, type Setback } from '../outcome.js';
import { requestOnlyFacts } from '../sharing-facts.js';
import { cleanNote, type SignInput } from './act-input.js';
import { RequestRecords } from './request-records.service.js';
import { RequestRepository } from './request.repository.js';
import { nextState, type RequestMove } from './request-state.js';
import type { RequestEventType } from './request-event.js';
import type { SharingRequest } from './sharing-request.js';

export type PoliceOutcome =
  | { readonly kind: 'signed'; readonly requestId: RequestId; readonly decision: RecordedDecision; readonly grantIds: readonly GrantId[] }
  | Setback;

interface Step {
  readonly kind: DecisionKind;
  readonly action: string;
  readonly move: RequestMove;
  readonly event: RequestEventType;
}

const reviewSteps: Readonly<Record<'FORWARD' | 'RETURN' | 'REFUSE', Step>> = {
  FORWARD: { kind: 'REVIEW', action: 'review', move: 'FORWARD', event: 'FORWARDED' },
  RETURN: { kind: 'REVIEW', action: 'review', move: 'RETURN', event: 'RETURNED' },
  REFUSE: { kind: 'REVIEW', action: 'refuse_request', move: 'REFUSE', event: 'REFUSED' },
};
const refusal: Step = { kind: 'APPROVAL', action: 'refuse_request', move: 'REFUSE', event: 'REFUSED' };

/** What the police decide without opening anything: a review, and the refusal of a request. For approvals see `ApprovalActs`. */
@Injectable()
export class PoliceActs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly requests: RequestRepository,
    private readonly records: RequestRecords,
    private readonly decisions: SignedDecisions,
  ) {}

  async review(viewer: Viewer, input: SignInput<'FORWARD' | 'RETURN' | 'REFUSE'>): Promise<PoliceOutcome> {
    return this.decide(viewer, input, reviewSteps[input.verdict]);
  }

  async refuse(viewer: Viewer, input: SignInput<'REFUSE'>): Promise<PoliceOutcome> {
    return this.decide(viewer, input, refusal);
  }

  private async decide(viewer: Viewer, input: SignInput<'FORWARD' | 'RETURN' | 'REFUSE'>, step: Step): Promise<PoliceOutcome> {
    const note = cleanNote(input.note);
    if (note.kind === 'problems') return invalid(note.problems);
    const entry = { type: `${step.action}.sign`, requestId: input.requestId };
    return this.db.transaction(async (tx): Promise<PoliceOutcome> => {
      const request = await this.records.take(tx, viewer, input.requestId, step.action, entry);
      if (request === null) return absent;
      const facts = requestOnlyFacts(request.content);
      if (this.gate.preview(viewer, step.action, facts).proceeds) {
        if (nextState(request.state, step.move) === null) return wrongState(request.state);
        if (input.shownDigest !== request.digest) return shownSomethingElse(request.state);
        const decided = await this.decisions.listByRequests(tx, [request.id]);
        if (decided.some((one) => isOwnDecision(one, viewer, request, step.kind))) return alreadyAnswered(request.state);
      }
      const decision = await this.gate.decide(tx, viewer, step.action, facts, entry);
      if (!decision.proceeds) return denied(decision);
      const at = this.clock.now();
      await this.decisions.add(tx, viewer, {
        kind: step.kind,
        verdict: input.verdict,
        requestId: request.id,
        requestVersion: request.version,
        digest: request.digest,
        note: note.text,
        at,
        decisionId: decision.id,
        entryId: decision.entry.entryId,
      });
      const next = nextState(request.state, step.move);
      if (next !== null) await this.requests.setState(tx, request.id, next, at);
      await this.records.note(tx, viewer, request.id, step.event, at, decision.entry);
      return { kind: 'signed', requestId: request.id, decision, grantIds: [] };
    });
  }
}

/** One review for a body, one approval or refusal for a person, on each version. */
function isOwnDecision(one: SignedDecision, viewer: Viewer, request: SharingRequest, kind: DecisionKind): boolean {
  if (one.kind !== kind || one.requestVersion !== request.version) return false;
  return one.personId === viewer.personId || (kind !== 'APPROVAL' && one.organisationId === viewer.organisationId);
}
