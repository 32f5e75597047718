import { Injectable } from '@nestjs/common';
import { SignedDecisions, type SignedDecision } from '#libs/consent';
import { Database, type Tx } from '#libs/database';
import { Clock, type RequestId, type Viewer } from '#libs/kernel';
import { Gate, type RecordedDecision } from '#libs/regulation';
import { GrantRepository } from '../grant/grant.repository.js';
import { absent, alreadyAnswered, conflict, denied, invalid, shownSomethingElse, wrongState, type Setback } from '../outcome.js';
import { Revocations } from '../revocation/revocations.service.js';
import type { RevocationReach } from '../revocation/revocation.js';
import { consentFacts, ownersOf } from '../sharing-facts.js';
import { cleanNote, cleanReason, type SignInput } from './act-input.js';
import { RequestRecords } from './request-records.service.js';
import { RequestRepository } from './request.repository.js';
import { nextState, takesConsent } from './request-state.js';
import type { SharingRequest } from './sharing-request.js';

export type ConsentOutcome = { readonly kind: 'signed'; readonly requestId: RequestId; readonly decision: RecordedDecision } | Setback;
export type ConsentWithdrawal =
  | {
      readonly kind: 'withdrawn';
      readonly requestId: RequestId;
      readonly decision: RecordedDecision;
      readonly at: Date;
      readonly reach: RevocationReach | null;
    }
  | Setback;

/** How long an answer waits for the edges before it says how many have applied a revocation. */
export const ackBudgetMs = 1_500;

/** What the owner of cameras decides on a request: to consent, to decline, and to take consent back. */
@Injectable()
export class OwnerActs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly requests: RequestRepository,
    private readonly records: RequestRecords,
    private readonly decisions: SignedDecisions,
    private readonly grants: GrantRepository,
    private readonly revocations: Revocations,
  ) {}

  async answer(viewer: Viewer, input: SignInput<'CONSENT' | 'DECLINE'>): Promise<ConsentOutcome> {
    const note = cleanNote(input.note);
    if (note.kind === 'problems') return invalid(note.problems);
    const consents = input.verdict === 'CONSENT';
    const action = consents ? 'consent' : 'decline_consent';
    const entry = { type: `${action}.sign`, requestId: input.requestId };
    return this.db.transaction(async (tx): Promise<ConsentOutcome> => {
      const request = await this.records.take(tx, viewer, input.requestId, action, entry);
      if (request === null) return absent;
      const facts = consentFacts(request.content, viewer.organisationId);
      const given = await this.consentsOn(tx, request);
      // The rules come first: where the request stands is told to those who may decide on it.
      const setback = this.gate.preview(viewer, action, facts).proceeds ? cannotAnswer(viewer, request, given, input.shownDigest) : null;
      if (setback !== null) return setback;
      const decision = await this.gate.decide(tx, viewer, action, facts, entry);
      if (!decision.proceeds) return denied(decision);
      const at = this.clock.now();
      const signed = await this.decisions.add(tx, viewer, {
        kind: 'CONSENT',
        verdict: input.verdict,
        requestId: request.id,
        requestVersion: request.version,
        digest: input.shownDigest,
        note: note.text,
        at,
        decisionId: decision.id,
        entryId: decision.entry.entryId,
      });
      await this.records.note(tx, viewer, request.id, consents ? 'CONSENTED' : 'DECLINED', at, decision.entry);
      await this.refuseIfHopeless(tx, request, [...given, signed], at);
      return { kind: 'signed', requestId: request.id, decision };
    });
  }

  /** For the future only: grants that rest on the consent end now, and players are cut. */
  async withdraw(viewer: Viewer, requestId: RequestId, rawReason: string): Promise<ConsentWithdrawal> {
    const reason = cleanReason(rawReason);
    if (reason.kind === 'problems') return invalid(reason.problems);
    const entry = { type: 'withdraw_consent.apply', requestId };
    const began = await this.db.transaction(
      async (tx): Promise<(Omit<ConsentWithdrawal & { kind: 'withdrawn' }, 'reach'> & { position: bigint | null }) | Setback> => {
        const request = await this.records.take(tx, viewer, requestId, 'withdraw_consent', entry);
        if (request === null) return absent;
        const given = await this.consentsOn(tx, request);
        const own = given.find(
          (one) => one.organisationId === viewer.organisationId && one.verdict === 'CONSENT' && one.withdrawnAt === null,
        );
        const usable = takesConsent(request.state) || request.state === 'APPROVED' || request.state === 'PARTIAL';
        if (own === undefined || !usable) return nothingToWithdraw(request);
        const decision = await this.gate.decide(
          tx,
          viewer,
          'withdraw_consent',
          consentFacts(request.content, viewer.organisationId),
          entry,
        );
        if (!decision.proceeds) return denied(decision);
        const at = this.clock.now();
        await this.decisions.withdraw(tx, viewer, own.id, at, decision.entry.entryId);
        await this.records.note(tx, viewer, request.id, 'CONSENT_WITHDRAWN', at, decision.entry);
        const left = given.map((one) => (one.id === own.id ? { ...one, withdrawnAt: at } : one));
        await this.refuseIfHopeless(tx, request, left, at);
        const position = await this.endGrants(tx, viewer, request, decision, { at, reason: reason.text });
        return { kind: 'withdrawn', requestId, decision, at, position };
      },
    );
    if (began.kind !== 'withdrawn') return began;
    const { position, ...withdrawn } = began;
    return { ...withdrawn, reach: position === null ? null : await this.revocations.waitForAcks(position, ackBudgetMs) };
  }

  private async consentsOn(tx: Tx, request: SharingRequest): Promise<SignedDecision[]> {
    const all = await this.decisions.listByRequests(tx, [request.id]);
    return all.filter((one) => one.kind === 'CONSENT' && one.requestVersion === request.version);
  }

  /** When every owner has said no, there is nothing left to approve. */
  private async refuseIfHopeless(tx: Tx, request: SharingRequest, consents: readonly SignedDecision[], at: Date): Promise<void> {
    const refusing = consents.filter((one) => one.verdict === 'DECLINE' || one.withdrawnAt !== null);
    const next = nextState(request.state, 'OWNERS_DECLINED');
    if (next !== null && refusing.length === ownersOf(request.content).length) await this.requests.setState(tx, request.id, next, at);
  }

  /** @returns the position of the revocation, or null when no grant was running */
  private async endGrants(
    tx: Tx,
    viewer: Viewer,
    request: SharingRequest,
    decision: RecordedDecision,
    end: { at: Date; reason: string },
  ): Promise<bigint | null> {
    const running = (await this.grants.listByRequests(tx, [request.id])).filter((grant) => grant.end === null);
    const [own] = running.filter((grant) => grant.ownerOrgId === viewer.organisationId);
    if (own === undefined) return null;
    const { entryId } = decision.entry;
    await this.grants.end(tx, [own.id], { kind: 'WITHDRAWN', ...end, byPersonId: viewer.personId, entryId });
    const next = nextState(request.state, running.length > 1 ? 'SOME_GRANTS_ENDED' : 'ALL_GRANTS_ENDED');
    if (next !== null) await this.requests.setState(tx, request.id, next, end.at);
    return this.revocations.publish(
      tx,
      { kind: 'grant', id: own.id },
      { at: end.at, reason: 'consent_withdrawn', byPersonId: viewer.personId, entryId },
    );
  }
}

function cannotAnswer(viewer: Viewer, request: SharingRequest, given: readonly SignedDecision[], shownDigest: string): Setback | null {
  if (!takesConsent(request.state)) return wrongState(request.state);
  if (shownDigest !== request.digest) return shownSomethingElse(request.state);
  if (request.needsNoConsent) return noConsentNeeded(request);
  return given.some((one) => one.organisationId === viewer.organisationId) ? alreadyAnswered(request.state) : null;
}

function noConsentNeeded(request: SharingRequest): Setback {
  return conflict(
    'NO_CONSENT_NEEDED',
    'Căn cứ pháp lý của yêu cầu này không cần chủ camera đồng ý.',
    'The legal basis of this request needs no consent of the owner.',
    request.state,
  );
}

function nothingToWithdraw(request: SharingRequest): Setback {
  return conflict(
    'NO_CONSENT_TO_WITHDRAW',
    'Không có sự đồng ý nào đang có hiệu lực để rút.',
    'There is no consent in force to withdraw.',
    request.state,
  );
}
