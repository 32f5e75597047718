import { Injectable } from '@nestjs/common';
import { parseId, type Viewer } from '#libs/kernel';
import { Gate } from '#libs/regulation';
import { absent } from '../outcome.js';
import { ApprovalActs } from './approval-acts.service.js';
import { OwnerActs, type ConsentOutcome, type ConsentWithdrawal } from './owner-acts.service.js';
import { PoliceActs, type PoliceOutcome } from './police-acts.service.js';
import type { ApprovalVerdict, ConsentVerdict, ReviewVerdict } from './request.input.js';
import type { RawRequestForm } from './request-form.js';
import { Submissions, type SubmitOutcome } from './submissions.service.js';
import { Withdrawals, type RequestWithdrawal } from './withdrawals.service.js';

interface Signing<V> {
  readonly requestId: string;
  readonly verdict: V;
  readonly shownDigest: string;
  /** Left out by the caller, or null: the same. */
  readonly note: string | null | undefined;
}

/** The API's mutations on a request: an id of no request's form is answered, and recorded, like one that does not exist. */
@Injectable()
export class RequestActs {
  constructor(
    private readonly submissions: Submissions,
    private readonly owners: OwnerActs,
    private readonly police: PoliceActs,
    private readonly approvals: ApprovalActs,
    private readonly withdrawals: Withdrawals,
    private readonly gate: Gate,
  ) {}

  async consent(viewer: Viewer, input: Signing<ConsentVerdict>): Promise<ConsentOutcome> {
    const requestId = parseId('req', input.requestId);
    if (requestId === null) return this.unknown(viewer, 'consent', 'consent.sign');
    return this.owners.answer(viewer, { ...input, note: input.note ?? null, requestId });
  }

  async review(viewer: Viewer, input: Signing<ReviewVerdict>): Promise<PoliceOutcome> {
    const requestId = parseId('req', input.requestId);
    if (requestId === null) return this.unknown(viewer, 'review', 'review.sign');
    return this.police.review(viewer, { ...input, note: input.note ?? null, requestId });
  }

  async approve(viewer: Viewer, input: Signing<ApprovalVerdict>, expiresAt: Date | null | undefined): Promise<PoliceOutcome> {
    const requestId = parseId('req', input.requestId);
    if (requestId === null) return this.unknown(viewer, 'approve', 'approve.sign');
    const { verdict, shownDigest, note } = input;
    const signing = { requestId, shownDigest, note: note ?? null };
    return verdict === 'APPROVE'
      ? this.approvals.approve(viewer, { ...signing, verdict }, expiresAt ?? null)
      : this.police.refuse(viewer, { ...signing, verdict });
  }

  async withdrawRequest(viewer: Viewer, id: string, reason: string): Promise<RequestWithdrawal> {
    const requestId = parseId('req', id);
    return requestId === null
      ? this.unknown(viewer, 'withdraw_request', 'withdraw_request.apply')
      : this.withdrawals.withdraw(viewer, requestId, reason);
  }

  async withdrawConsent(viewer: Viewer, id: string, reason: string): Promise<ConsentWithdrawal> {
    const requestId = parseId('req', id);
    return requestId === null
      ? this.unknown(viewer, 'withdraw_consent', 'withdraw_consent.apply')
      : this.owners.withdraw(viewer, requestId, reason);
  }

  async supplement(viewer: Viewer, id: string, form: RawRequestForm): Promise<SubmitOutcome> {
    const requestId = parseId('req', id);
    return requestId === null
      ? this.unknown(viewer, 'submit_request', 'submit_request.supplement')
      : this.submissions.supplement(viewer, requestId, form);
  }

  private async unknown(viewer: Viewer, action: string, type: string): Promise<typeof absent> {
    await this.gate.decideAlone(viewer, action, {}, { type });
    return absent;
  }
}
