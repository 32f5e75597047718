import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock, type RequestId, type Viewer } from '#libs/kernel';
import { Gate, type RecordedDecision } from '#libs/regulation';
import { GrantRepository } from '../grant/grant.repository.js';
import { absent, denied, invalid, wrongState, type Setback } from '../outcome.js';
import type { RevocationReach } from '../revocation/revocation.js';
import { Revocations } from '../revocation/revocations.service.js';
import { requestOnlyFacts } from '../sharing-facts.js';
import { cleanReason } from './act-input.js';
import { ackBudgetMs } from './owner-acts.service.js';
import { RequestRecords } from './request-records.service.js';
import { RequestRepository } from './request.repository.js';
import { nextState } from './request-state.js';

export type RequestWithdrawal =
  | {
      readonly kind: 'withdrawn';
      readonly requestId: RequestId;
      readonly decision: RecordedDecision;
      readonly reach: RevocationReach | null;
    }
  | Setback;

/** The body that asked takes its request back, with every right that came of it. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly requests: RequestRepository,
    private readonly records: RequestRecords,
    private readonly grants: GrantRepository,
    private readonly revocations: Revocations,
  ) {}

  async withdraw(viewer: Viewer, requestId: RequestId, rawReason: string): Promise<RequestWithdrawal> {
    const reason = cleanReason(rawReason);
    if (reason.kind === 'problems') return invalid(reason.problems);
    const entry = { type: 'withdraw_request.apply', requestId };
    const began = await this.db.transaction(
      async (tx): Promise<(Omit<RequestWithdrawal & { kind: 'withdrawn' }, 'reach'> & { position: bigint | null }) | Setback> => {
        const request = await this.records.take(tx, viewer, requestId, 'withdraw_request', entry);
        if (request === null) return absent;
        const facts = requestOnlyFacts(request.content);
        const next = nextState(request.state, 'WITHDRAW');
        if (next === null && this.gate.preview(viewer, 'withdraw_request', facts).proceeds) return wrongState(request.state);
        const decision = await this.gate.decide(tx, viewer, 'withdraw_request', facts, entry);
        if (!decision.proceeds || next === null) return denied(decision);
        const at = this.clock.now();
        const { entryId } = decision.entry;
        await this.requests.setState(tx, requestId, next, at);
        await this.records.note(tx, viewer, requestId, 'WITHDRAWN', at, decision.entry);
        const running = (await this.grants.listByRequests(tx, [requestId])).filter((grant) => grant.end === null);
        const ended = await this.grants.end(
          tx,
          running.map((grant) => grant.id),
          { kind: 'WITHDRAWN', at, reason: reason.text, byPersonId: viewer.personId, entryId },
        );
        const position =
          ended === 0
            ? null
            : await this.revocations.publish(
                tx,
                { kind: 'request', id: requestId },
                { at, reason: 'request_withdrawn', byPersonId: viewer.personId, entryId },
              );
        return { kind: 'withdrawn', requestId, decision, position };
      },
    );
    if (began.kind !== 'withdrawn') return began;
    const { position, ...withdrawn } = began;
    return { ...withdrawn, reach: position === null ? null : await this.revocations.waitForAcks(position, ackBudgetMs) };
  }
}
