/** Lifecycle of `regulation.md` (c). DRAFT is the portal's own; EMERGENCY_GRANTED and what follows a delivery come with later issues. */
export const requestStates = [
  'DRAFT',
  'SUBMITTED',
  'NEEDS_INFO',
  'UNDER_REVIEW',
  'APPROVED',
  'PARTIAL',
  'REFUSED',
  'WITHDRAWN',
  'LAPSED',
  'CLOSED',
] as const;
export type RequestState = (typeof requestStates)[number];

/** What may happen to a request. Consents are given beside the state and do not move it, unless none is left to hope for. */
export type RequestMove =
  | 'SUPPLEMENT'
  | 'FORWARD'
  | 'RETURN'
  | 'REFUSE'
  | 'APPROVE_ALL'
  | 'APPROVE_SOME'
  | 'OWNERS_DECLINED'
  | 'SOME_GRANTS_ENDED'
  | 'ALL_GRANTS_ENDED'
  | 'WITHDRAW'
  | 'LAPSE';

const waiting = ['SUBMITTED', 'NEEDS_INFO', 'UNDER_REVIEW'] as const;
const granted = ['APPROVED', 'PARTIAL'] as const;

const moves: Readonly<Record<RequestMove, { readonly from: readonly RequestState[]; readonly to: RequestState }>> = {
  SUPPLEMENT: { from: ['NEEDS_INFO'], to: 'SUBMITTED' },
  FORWARD: { from: ['SUBMITTED'], to: 'UNDER_REVIEW' },
  RETURN: { from: ['SUBMITTED', 'UNDER_REVIEW'], to: 'NEEDS_INFO' },
  REFUSE: { from: ['SUBMITTED', 'UNDER_REVIEW'], to: 'REFUSED' },
  APPROVE_ALL: { from: ['UNDER_REVIEW'], to: 'APPROVED' },
  APPROVE_SOME: { from: ['UNDER_REVIEW'], to: 'PARTIAL' },
  OWNERS_DECLINED: { from: waiting, to: 'REFUSED' },
  SOME_GRANTS_ENDED: { from: granted, to: 'PARTIAL' },
  ALL_GRANTS_ENDED: { from: granted, to: 'CLOSED' },
  WITHDRAW: { from: [...waiting, ...granted], to: 'WITHDRAWN' },
  LAPSE: { from: waiting, to: 'LAPSED' },
};

/** The state after the move, or null when it cannot be made from here. */
export function nextState(state: RequestState, move: RequestMove): RequestState | null {
  return moves[move].from.includes(state) ? moves[move].to : null;
}

/** Owners may answer while the request waits for somebody. */
export function takesConsent(state: RequestState): boolean {
  return state === 'SUBMITTED' || state === 'UNDER_REVIEW';
}

/** Nothing more will happen to it. */
export function isClosed(state: RequestState): boolean {
  return state === 'REFUSED' || state === 'WITHDRAWN' || state === 'LAPSED' || state === 'CLOSED';
}
