import type { ApprovalVerdict, ConsentVerdict, ReviewVerdict } from '../../api/generated/schema.js';
import type { WordId } from '../../words/index.js';

/** One thing an officer can sign here. `stops` asks for a coded reason. */
export type Verdict = (
  | { readonly desk: 'consent'; readonly verdict: ConsentVerdict }
  | { readonly desk: 'review'; readonly verdict: ReviewVerdict }
  | { readonly desk: 'approval'; readonly verdict: ApprovalVerdict }
) & {
  /** The verb on the button; takes `{count}` cameras. */
  readonly button: WordId;
  readonly title: WordId;
  readonly done: WordId;
  readonly stops: boolean;
};

const give: Verdict = {
  desk: 'consent',
  verdict: 'CONSENT',
  button: 'sign.consent',
  title: 'sign.consentTitle',
  done: 'sign.consented',
  stops: false,
};
const decline: Verdict = {
  desk: 'consent',
  verdict: 'DECLINE',
  button: 'sign.decline',
  title: 'sign.declineTitle',
  done: 'sign.declined',
  stops: true,
};
const forward: Verdict = {
  desk: 'review',
  verdict: 'FORWARD',
  button: 'sign.forward',
  title: 'sign.forwardTitle',
  done: 'sign.forwarded',
  stops: false,
};
const giveBack: Verdict = {
  desk: 'review',
  verdict: 'RETURN',
  button: 'sign.return',
  title: 'sign.returnTitle',
  done: 'sign.returned',
  stops: true,
};
const refuseReview: Verdict = {
  desk: 'review',
  verdict: 'REFUSE',
  button: 'sign.refuse',
  title: 'sign.refuseTitle',
  done: 'sign.refused',
  stops: true,
};
const approve: Verdict = {
  desk: 'approval',
  verdict: 'APPROVE',
  button: 'sign.approve',
  title: 'sign.approveTitle',
  done: 'sign.approved',
  stops: false,
};
const refuse: Verdict = {
  desk: 'approval',
  verdict: 'REFUSE',
  button: 'sign.refuse',
  title: 'sign.refuseTitle',
  done: 'sign.refused',
  stops: true,
};

/** The verdicts that go with what the gateway says this person may do on this request now. */
export function verdictsFor(availableActions: readonly string[]): readonly Verdict[] {
  const offers = (action: string): boolean => availableActions.includes(action);
  const isReview = offers('review');
  return [
    ...(offers('consent') ? [give] : []),
    ...(offers('decline_consent') ? [decline] : []),
    ...(isReview ? [forward, giveBack] : []),
    ...(isReview && offers('refuse_request') ? [refuseReview] : []),
    ...(offers('approve') ? [approve] : []),
    ...(!isReview && offers('refuse_request') ? [refuse] : []),
  ];
}
