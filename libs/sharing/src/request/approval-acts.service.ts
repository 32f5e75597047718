import { Injectable } from '@nestjs/common';
import { SignedDecisions, type SignedDecision } from '#libs/consent';
import { Database, type Tx } from '#libs/database';
import { Clock, type RequestId, type Viewer } from '#libs/kernel';
import { Cameras, type Camera } from '#libs/registry';
import { Gate, type RecordedDecision } from '#libs/regulation';
import { CaseNumbers, type CaseKnowledge } from '../case/case-knowledge.service.js';
import { GrantIssuer } from '../grant/grant-issuer.service.js';
import { latestExpiry } from '../grant/grant.js';
import { absent, denied, invalid, type Setback } from '../outcome.js';
import { approveFacts, ownersOf, repetitionWords, type HouseKnowledge, type Repetition } from '../sharing-facts.js';
import { cleanNote, type SignInput } from './act-input.js';
import { cannotApproveYet } from './approval-setbacks.js';
import type { PoliceOutcome } from './police-acts.service.js';
import { RepetitionAlerts } from '../repetition/repetition-alerts.service.js';
import { RepetitionRepository } from '../repetition/repetition.repository.js';
import { wantedApprovals } from './request-keys.js';
import { RequestRecords } from './request-records.service.js';
import { RequestRepository } from './request.repository.js';
import { nextState } from './request-state.js';
import type { SharingRequest } from './sharing-request.js';

/** The signed decisions on the version that counts, sorted by what they are; none withdrawn. */
interface Keys {
  readonly all: readonly SignedDecision[];
  readonly consents: readonly SignedDecision[];
  readonly approvals: readonly SignedDecision[];
}

/**
 * The police key. Where the rules want two approvers the first approval is signed and recorded and opens nothing; grants exist only
 * once the gate allows, which is when another person approves. Approvals of one request follow each other (its row is locked).
 */
@Injectable()
export class ApprovalActs {
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
    private readonly alerts: RepetitionAlerts,
    private readonly cases: CaseNumbers,
  ) {}

  /** @param expiresAt not after the window of a live view; null for the latest that is possible. Of two approvers' the earlier counts. */
  async approve(viewer: Viewer, input: SignInput<'APPROVE'>, expiresAt: Date | null): Promise<PoliceOutcome> {
    const note = cleanNote(input.note);
    if (note.kind === 'problems') return invalid(note.problems);
    const entry = { type: 'approve.sign', requestId: input.requestId };
    const asked = await this.caseOf(viewer, input.requestId);
    return this.db.transaction(async (tx): Promise<PoliceOutcome> => {
      const request = await this.records.take(tx, viewer, input.requestId, 'approve', entry);
      if (request === null) return absent;
      const at = this.clock.now();
      const keys = await this.keysOf(tx, request);
      const cameras = await this.camerasOf(tx, viewer, request, keys.consents);
      const repetition = await this.repetitionOf(tx, viewer, request, at);
      const known: HouseKnowledge = { ...repetition, approvalsNeeded: wantedApprovals(request, keys.approvals), ...asked(request) };
      const facts = approveFacts(request.content, cameras, [...keys.consents, ...keys.approvals], known);
      // The rules come first: whoever may not approve learns nothing of where the request stands.
      const advice = this.gate.preview(viewer, 'approve', facts);
      const shown = { shownDigest: input.shownDigest, expiresAt };
      const setback: Setback | null = advice.proceeds ? cannotApproveYet(viewer, request, keys.all, shown, at) : null;
      if (setback !== null) return setback;
      const decision = await this.gate.decide(tx, viewer, 'approve', facts, { ...entry, details: detailsOf(repetition, advice.effect) });
      if (!decision.proceeds) return denied(decision);
      await this.alerts.tell(tx, viewer, request.content, decision);
      const [first] = keys.approvals;
      const opens = decision.effect === 'allow';
      const approval = await this.decisions.add(tx, viewer, {
        kind: 'APPROVAL',
        verdict: 'APPROVE',
        requestId: request.id,
        requestVersion: request.version,
        digest: request.digest,
        note: note.text,
        at,
        decisionId: decision.id,
        entryId: decision.entry.entryId,
        approval: { needed: opens && first === undefined ? 1 : 2, until: expiresAt },
      });
      if (opens) {
        const signed = first === undefined ? { approval, secondApproval: null } : { approval: first, secondApproval: approval };
        const grantIds = await this.issuer.issue(tx, { request, ...keys, ...signed, decision, at, expiresAt: endOf(request, signed, at) });
        await this.moveOn(tx, request, keys.consents, at);
        await this.records.note(tx, viewer, request.id, 'APPROVED', at, decision.entry);
        return { kind: 'signed', requestId: request.id, decision, grantIds };
      }
      await this.records.note(tx, viewer, request.id, 'FIRST_APPROVED', at, decision.entry);
      return { kind: 'signed', requestId: request.id, decision, grantIds: [] };
    });
  }

  /**
   * What is known of the request's case number, asked before the transaction: a register is of the outside world. Of another version
   * than the one that was looked up nothing is confirmed.
   */
  private async caseOf(viewer: Viewer, id: RequestId): Promise<(request: SharingRequest) => CaseKnowledge> {
    const seen = await this.db.read((tx) => this.requests.findVisible(tx, viewer, id));
    if (seen === null) return () => ({});
    const known = await this.cases.about(seen.content);
    return (request) => (request.version === seen.version ? known : { caseRegister: 'unavailable' });
  }

  private async keysOf(tx: Tx, request: SharingRequest): Promise<Keys> {
    const all = (await this.decisions.listByRequests(tx, [request.id])).filter((one) => one.requestVersion === request.version);
    const present = all.filter((one) => one.withdrawnAt === null);
    return {
      all,
      consents: present.filter((one) => one.verdict === 'CONSENT'),
      approvals: present.filter((one) => one.verdict === 'APPROVE'),
    };
  }

  /** Those whose owner has consented; all of them while none has, so that the rules say what is missing. */
  private camerasOf(tx: Tx, viewer: Viewer, request: SharingRequest, consents: readonly SignedDecision[]): Promise<readonly Camera[]> {
    const { cameras } = request.content;
    const owned = request.needsNoConsent
      ? cameras
      : cameras.filter((camera) => consents.some((one) => one.organisationId === camera.owner));
    const shown = owned.length === 0 ? cameras : owned;
    return this.cameras.listByIds(
      tx,
      viewer,
      shown.map((camera) => camera.id),
    );
  }

  private async repetitionOf(tx: Tx, viewer: Viewer, request: SharingRequest, at: Date): Promise<Repetition> {
    const looks = await this.repetition.looksOf(tx, [request.id]);
    const pairs = await this.repetition.approvalsBetween(tx, viewer.personId, [request.requesterPersonId], at);
    return { sameTargetCount30d: looks.get(request.id) ?? 1, pairApprovals30d: pairs.get(request.requesterPersonId) ?? 0 };
  }

  private async moveOn(tx: Tx, request: SharingRequest, consents: readonly SignedDecision[], at: Date): Promise<void> {
    const all = request.needsNoConsent || consents.length === ownersOf(request.content).length;
    const next = nextState(request.state, all ? 'APPROVE_ALL' : 'APPROVE_SOME');
    if (next !== null) await this.requests.setState(tx, request.id, next, at);
  }
}

/** What the entry says beside the decision: the counts, and that this approval waits for another. */
function detailsOf(repetition: Repetition, effect: RecordedDecision['effect']): Record<string, string> {
  return { ...repetitionWords(repetition), ...(effect === 'needs_approval' ? { waitsFor: 'second_approver' } : {}) };
}

/** The earliest end that any of the approvers set, else the latest that is possible. */
function endOf(
  request: SharingRequest,
  { approval, secondApproval }: { readonly approval: SignedDecision; readonly secondApproval: SignedDecision | null },
  at: Date,
): Date {
  const ends = [latestExpiry(new Date(request.content.window.to), at), approval.grantUntil, secondApproval?.grantUntil ?? null];
  return new Date(Math.min(...ends.flatMap((end) => (end === null ? [] : [end.getTime()]))));
}
