import { Injectable } from '@nestjs/common';
import { SignedDecisions } from '#libs/consent';
import { Database, type Tx } from '#libs/database';
import { Clock, Fault, parseId, type CameraId, type GrantId, type RequestId, type Viewer } from '#libs/kernel';
import { Gate, ViewerRows, type Facts, type RecordedDecision } from '#libs/regulation';
import { absent, conflict, denied, invalid, type Setback } from '../outcome.js';
import { cleanReason } from '../request/act-input.js';
import { ackBudgetMs } from '../request/owner-acts.service.js';
import { RequestRecords } from '../request/request-records.service.js';
import { RequestRepository } from '../request/request.repository.js';
import { nextState } from '../request/request-state.js';
import type { RevocationReach } from '../revocation/revocation.js';
import { Revocations } from '../revocation/revocations.service.js';
import { openingFacts, revokeFacts } from '../sharing-facts.js';
import { grantState, type Grant } from './grant.js';
import { GrantRepository } from './grant.repository.js';

export type RevokeOutcome =
  | {
      readonly kind: 'revoked';
      readonly grantId: GrantId;
      readonly decision: RecordedDecision;
      readonly at: Date;
      readonly reach: RevocationReach;
    }
  | Setback;

/** A grant together with everything the gate must be told of it when footage is opened. */
export interface HeldGrant {
  readonly grant: Grant;
  readonly requestId: RequestId;
  readonly requestCode: string;
  readonly purposeCode: string;
  readonly legalBasisCode: string;
  readonly caseReference: string | null;
  /** Papers of the grant; the camera's facts are added by whoever opens. */
  readonly facts: Pick<Facts, 'request' | 'approvals' | 'grant'>;
}

/** Rights that were given, for those who open footage under them, and their end. */
@Injectable()
export class Grants {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly rows: ViewerRows,
    private readonly grants: GrantRepository,
    private readonly requests: RequestRepository,
    private readonly records: RequestRecords,
    private readonly decisions: SignedDecisions,
    private readonly revocations: Revocations,
  ) {}

  /**
   * A grant that the viewer's organisation holds, whatever its state: whether it still opens anything is the gate's question, so
   * that an expired one is refused with its reason. null when there is none, or it is another's. Locked against revocation until
   * the transaction ends: an opening and a revocation follow each other.
   */
  async findUsable(tx: Tx, viewer: Viewer, id: GrantId): Promise<HeldGrant | null> {
    const grant = await this.grants.findHeld(tx, viewer, id);
    if (grant === null) return null;
    const [request] = await this.requests.listByIds(tx, [grant.requestId]);
    if (request === undefined) throw new Fault('grant_without_request', `grant ${id} has no request`);
    const keys = (await this.decisions.listByRequests(tx, [grant.requestId])).filter((one) => grant.keyIds.includes(one.id));
    return {
      grant,
      requestId: request.id,
      requestCode: request.code,
      purposeCode: request.content.purposeCode,
      legalBasisCode: request.content.legalBasisCode,
      caseReference: request.content.caseReference,
      facts: openingFacts(request.content, grant, keys),
    };
  }

  /** Papers for the gate; `cameraId` is there so that a caller cannot forget that a grant is for named cameras. */
  static factsOf(held: HeldGrant, cameraId: CameraId): Pick<Facts, 'request' | 'approvals' | 'grant'> & { readonly isCovered: boolean } {
    return { ...held.facts, isCovered: held.grant.cameraIds.includes(cameraId) };
  }

  /** Ends a grant at once and tells the edges; the answer says how many have applied it and in what time. */
  async revoke(viewer: Viewer, rawId: string, rawReason: string): Promise<RevokeOutcome> {
    const reason = cleanReason(rawReason);
    if (reason.kind === 'problems') return invalid(reason.problems);
    const id = parseId('grt', rawId);
    if (id === null) {
      await this.gate.decideAlone(viewer, 'revoke', {}, { type: 'revoke.apply' });
      return absent;
    }
    const began = await this.db.transaction(
      async (tx): Promise<(Omit<RevokeOutcome & { kind: 'revoked' }, 'reach'> & { position: bigint }) | Setback> => {
        const seen = await this.grants.findVisible(tx, this.rows.of(viewer, 'read_grant'), id);
        const request = seen === null ? null : await this.requests.lock(tx, seen.requestId);
        if (seen === null || request === null) {
          await this.gate.decide(tx, viewer, 'revoke', {}, { type: 'revoke.apply', grantId: id });
          return absent;
        }
        const running = (await this.grants.listByRequests(tx, [request.id])).filter((grant) => grant.end === null);
        const grant = running.find((one) => one.id === id) ?? seen;
        const entry = { type: 'revoke.apply', requestId: request.id, grantId: id };
        const facts = revokeFacts(request.content, grant);
        const at = this.clock.now();
        const state = grantState(grant, at);
        if (state !== 'ACTIVE' && this.gate.preview(viewer, 'revoke', facts).proceeds) return ended(state);
        const decision = await this.gate.decide(tx, viewer, 'revoke', facts, entry);
        if (!decision.proceeds) return denied(decision);
        const { entryId } = decision.entry;
        await this.grants.end(tx, [id], { kind: 'REVOKED', at, reason: reason.text, byPersonId: viewer.personId, entryId });
        await this.records.note(tx, viewer, request.id, 'GRANT_REVOKED', at, decision.entry);
        const next = nextState(request.state, running.length > 1 ? 'SOME_GRANTS_ENDED' : 'ALL_GRANTS_ENDED');
        if (next !== null) await this.requests.setState(tx, request.id, next, at);
        const position = await this.revocations.publish(
          tx,
          { kind: 'grant', id },
          { at, reason: 'grant_revoked', byPersonId: viewer.personId, entryId },
        );
        return { kind: 'revoked', grantId: id, decision, at, position };
      },
    );
    if (began.kind !== 'revoked') return began;
    const { position, ...revoked } = began;
    return { ...revoked, reach: await this.revocations.waitForAcks(position, ackBudgetMs) };
  }
}

function ended(state: string): Setback {
  return conflict('GRANT_ENDED', 'Quyền này đã kết thúc trước đó.', 'This grant has already ended.', state);
}
