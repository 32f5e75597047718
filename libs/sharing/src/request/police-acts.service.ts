import { Injectable } from '@nestjs/common';
import { SignedDecisions, type DecisionKind, type SignedDecision, type Verdict } from '#libs/consent';
import { Database, type Tx } from '#libs/database';
import { Clock, type GrantId, type RequestId, type Viewer } from '#libs/kernel';
import { Cameras } from '#libs/registry';
import { Gate, type RecordedDecision } from '#libs/regulation';
import { GrantIssuer } from '../grant/grant-issuer.service.js';
import { latestExpiry } from '../grant/grant.js';
import { absent, conflict, denied, invalid, shownSomethingElse, wrongState, type Setback } from '../outcome.js';
import { approveFacts, ownersOf, repetitionWords, requestOnlyFacts, type Repetition } from '../sharing-facts.js';
import { cleanNote, type SignInput } from './act-input.js';
import { RepetitionRepository } from './repetition.repository.js';
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

/** What the police decide: a reviewer prepares, another person approves, and then grants exist. */
@Injectable()
export class PoliceActs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly cameras: Cameras,
    private readonly requests: RequestRepository,
    private readonly records: RequestRecords,
    private readonly decisions: SignedDecisions,
    private readonly issuer: GrantIssuer,
    private readonly repetition: RepetitionRepository,
  ) {}

  async review(viewer: Viewer, input: SignInput<'FORWARD' | 'RETURN' | 'REFUSE'>): Promise<PoliceOutcome> {
    return this.decideWithoutGrant(viewer, input, reviewSteps[input.verdict]);
  }

  async refuse(viewer: Viewer, input: SignInput<'REFUSE'>): Promise<PoliceOutcome> {
    return this.decideWithoutGrant(viewer, input, refusal);
  }

  /** @param expiresAt not after the window of a live view; null for the latest that is possible */
  async approve(viewer: Viewer, input: SignInput<'APPROVE'>, expiresAt: Date | null): Promise<PoliceOutcome> {
    const note = cleanNote(input.note);
    if (note.kind === 'problems') return invalid(note.problems);
    const entry = { type: 'approve.sign', requestId: input.requestId };
    return this.db.transaction(async (tx): Promise<PoliceOutcome> => {
      const request = await this.records.take(tx, viewer, input.requestId, 'approve', entry);
      if (request === null) return absent;
      const at = this.clock.now();
      const keys = (await this.decisions.listByRequests(tx, [request.id])).filter((one) => one.requestVersion === request.version);
      const consents = keys.filter((one) => one.kind === 'CONSENT' && one.verdict === 'CONSENT' && one.withdrawnAt === null);
      // The rules come first: whoever may not approve learns nothing of where the request stands.
      const owned = request.needsNoConsent
        ? request.content.cameras
        : request.content.cameras.filter((camera) => consents.some((one) => one.organisationId === camera.owner));
      const shown = owned.length === 0 ? request.content.cameras : owned;
      const cameras = await this.cameras.listByIds(
        tx,
        viewer,
        shown.map((camera) => camera.id),
      );
      const repetition = await this.repetitionOf(tx, viewer, request, at);
      const facts = approveFacts(request.content, cameras, consents, repetition);
      const advice = this.gate.preview(viewer, 'approve', facts);
      const setback = advice.proceeds ? this.cannotApproveYet(viewer, request, keys, input.shownDigest, expiresAt, at) : null;
      if (setback !== null) return setback;
      const decision = await this.gate.decide(tx, viewer, 'approve', facts, { ...entry, details: repetitionWords(repetition) });
      if (!decision.proceeds) return denied(decision);
      const approval = await this.sign(tx, viewer, request, { kind: 'APPROVAL', verdict: 'APPROVE', note: note.text, at, decision });
      const grantIds = await this.issuer.issue(tx, {
        request,
        consents,
        approval,
        decision,
        at,
        expiresAt: expiresAt ?? latestExpiry(new Date(request.content.window.to), at),
      });
      const all = request.needsNoConsent || consents.length === ownersOf(request.content).length;
      await this.move(tx, request, all ? 'APPROVE_ALL' : 'APPROVE_SOME', at);
      await this.records.note(tx, viewer, request.id, 'APPROVED', at, decision.entry);
      return { kind: 'signed', requestId: request.id, decision, grantIds };
    });
  }

  private async repetitionOf(tx: Tx, viewer: Viewer, request: SharingRequest, at: Date): Promise<Repetition> {
    const looks = await this.repetition.looksOf(tx, [request.id]);
    const pairs = await this.repetition.approvalsBetween(tx, viewer.personId, [request.requesterPersonId], at);
    return { sameTargetCount30d: looks.get(request.id) ?? 1, pairApprovals30d: pairs.get(request.requesterPersonId) ?? 0 };
  }

  private cannotApproveYet(
    viewer: Viewer,
    request: SharingRequest,
    keys: readonly SignedDecision[],
    shownDigest: string,
    expiresAt: Date | null,
    at: Date,
  ): Setback | null {
    if (nextState(request.state, 'APPROVE_ALL') === null) return wrongState(request.state);
    if (shownDigest !== request.digest) return shownSomethingElse(request.state);
    if (keys.some((one) => one.kind === 'REVIEW' && one.personId === viewer.personId)) return reviewedByYourself(request);
    const answered = new Set(keys.filter((one) => one.kind === 'CONSENT').map((one) => one.organisationId));
    if (!request.needsNoConsent && ownersOf(request.content).some((owner) => !answered.has(owner))) return ownersHaveNotAnswered(request);
    const latest = latestExpiry(new Date(request.content.window.to), at);
    if (request.content.actions.every((action) => action === 'live_view') && Date.parse(request.content.window.to) <= at.getTime())
      return wrongState('LAPSED');
    if (expiresAt !== null && (expiresAt.getTime() <= at.getTime() || expiresAt.getTime() > latest.getTime()))
      return expiryOutOfRange(latest);
    return null;
  }

  private async decideWithoutGrant(viewer: Viewer, input: SignInput<'FORWARD' | 'RETURN' | 'REFUSE'>, step: Step): Promise<PoliceOutcome> {
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
      }
      const decision = await this.gate.decide(tx, viewer, step.action, facts, entry);
      if (!decision.proceeds) return denied(decision);
      const at = this.clock.now();
      await this.sign(tx, viewer, request, { kind: step.kind, verdict: input.verdict, note: note.text, at, decision });
      await this.move(tx, request, step.move, at);
      await this.records.note(tx, viewer, request.id, step.event, at, decision.entry);
      return { kind: 'signed', requestId: request.id, decision, grantIds: [] };
    });
  }

  private sign(
    tx: Tx,
    viewer: Viewer,
    request: SharingRequest,
    what: { kind: DecisionKind; verdict: Verdict; note: string | null; at: Date; decision: RecordedDecision },
  ): Promise<SignedDecision> {
    return this.decisions.add(tx, viewer, {
      kind: what.kind,
      verdict: what.verdict,
      requestId: request.id,
      requestVersion: request.version,
      digest: request.digest,
      note: what.note,
      at: what.at,
      decisionId: what.decision.id,
      entryId: what.decision.entry.entryId,
    });
  }

  private async move(tx: Tx, request: SharingRequest, move: RequestMove, at: Date): Promise<void> {
    const next = nextState(request.state, move);
    if (next !== null) await this.requests.setState(tx, request.id, next, at);
  }
}

function reviewedByYourself(request: SharingRequest): Setback {
  return conflict(
    'REVIEWED_BY_YOURSELF',
    'Bạn đã thẩm tra yêu cầu này; người khác phải phê duyệt.',
    'You reviewed this request; somebody else must approve it.',
    request.state,
  );
}

function ownersHaveNotAnswered(request: SharingRequest): Setback {
  return conflict(
    'OWNERS_HAVE_NOT_ANSWERED',
    'Chưa đủ ý kiến của các chủ camera. Chờ họ đồng ý hoặc từ chối rồi phê duyệt.',
    'Not every owner has answered. Wait until each has consented or declined.',
    request.state,
  );
}

function expiryOutOfRange(latest: Date): Setback {
  return invalid([
    {
      code: 'EXPIRY',
      path: ['expiresAt'],
      textVi: `Hạn của quyền phải ở tương lai và không sau ${latest.toISOString()}.`,
      textEn: `The expiry must lie in the future and not after ${latest.toISOString()}.`,
    },
  ]);
}
