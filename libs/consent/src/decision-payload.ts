import {
  canonicalJson,
  Fault,
  type DecisionId,
  type OrganisationId,
  type PersonId,
  type RequestId,
  type SessionId,
  type SignedDecisionId,
} from '#libs/kernel';

/** What a person may decide on a request, and with which words. */
export const verdicts = {
  CONSENT: ['CONSENT', 'DECLINE'],
  REVIEW: ['FORWARD', 'RETURN', 'REFUSE'],
  APPROVAL: ['APPROVE', 'REFUSE'],
} as const;

export type DecisionKind = keyof typeof verdicts;
export type Verdict = (typeof verdicts)[DecisionKind][number];

/**
 * What is signed: who decided what, over which version of which request, in which organisation, role and sign-in, and when.
 * `digest` is the SHA-256 of the content that was shown; changing any field of the request afterwards voids the decision.
 */
export interface DecisionPayload {
  readonly v: 1;
  readonly type: 'cuao/decision';
  readonly id: SignedDecisionId;
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  readonly request: RequestId;
  readonly version: number;
  readonly digest: string;
  readonly person: { readonly id: PersonId; readonly name: string; readonly title: string };
  readonly organisation: { readonly id: OrganisationId; readonly code: string; readonly kind: string; readonly name: string };
  readonly role: string;
  readonly session: SessionId;
  /** RFC 3339 UTC with milliseconds. */
  readonly at: string;
  /** The gate's decision that let the person decide. */
  readonly decision: DecisionId;
  readonly note: string | null;
  /** Of an approval: how many the rules wanted, and until when the grant may run (RFC 3339 UTC, null: as long as it can). */
  readonly approval?: { readonly needed: number; readonly until: string | null };
}

/** The bytes that are signed and kept, RFC 8785. @throws Fault `verdict_of_another_kind` */
export function payloadText(payload: DecisionPayload): string {
  const allowed: readonly string[] = verdicts[payload.kind];
  if (!allowed.includes(payload.verdict))
    throw new Fault('verdict_of_another_kind', `${payload.verdict} is no verdict of a decision of kind ${payload.kind}`);
  return canonicalJson(payload);
}

/** The payload of a stored decision. It was written by `payloadText`; whether it is genuine is the signature's question. */
export function readPayload(text: string): DecisionPayload {
  return JSON.parse(text) as DecisionPayload;
}
