import type { GrantState, RequestState } from '../../api/generated/schema.js';
import { Badge } from '../../parts/badge.js';
import type { GateLeaf } from '../../parts/gate-mark.js';
import type { WordId } from '../../words/index.js';
import { useWords } from '../../words/use-words.js';

const requestStates: Readonly<Record<RequestState, readonly [GateLeaf, WordId]>> = {
  DRAFT: ['unknown', 'requestState.DRAFT'],
  SUBMITTED: ['ajar', 'requestState.SUBMITTED'],
  NEEDS_INFO: ['ajar', 'requestState.NEEDS_INFO'],
  UNDER_REVIEW: ['ajar', 'requestState.UNDER_REVIEW'],
  APPROVED: ['open', 'requestState.APPROVED'],
  PARTIAL: ['open', 'requestState.PARTIAL'],
  REFUSED: ['closed', 'requestState.REFUSED'],
  WITHDRAWN: ['closed', 'requestState.WITHDRAWN'],
  LAPSED: ['closed', 'requestState.LAPSED'],
  CLOSED: ['closed', 'requestState.CLOSED'],
};

const grantStates: Readonly<Record<GrantState, readonly [GateLeaf, WordId]>> = {
  ACTIVE: ['open', 'grantState.ACTIVE'],
  REVOKED: ['closed', 'grantState.REVOKED'],
  EXPIRED: ['closed', 'grantState.EXPIRED'],
  WITHDRAWN: ['closed', 'grantState.WITHDRAWN'],
};

/** Whether somebody still has to act on it; then its deadline means something. */
export function isUndecided(state: RequestState): boolean {
  return state === 'SUBMITTED' || state === 'NEEDS_INFO' || state === 'UNDER_REVIEW';
}

export function RequestStateBadge({ state }: { readonly state: RequestState }) {
  const { t } = useWords();
  const [leaf, word] = requestStates[state];
  return <Badge leaf={leaf}>{t(word)}</Badge>;
}

export function GrantStateBadge({ state }: { readonly state: GrantState }) {
  const { t } = useWords();
  const [leaf, word] = grantStates[state];
  return <Badge leaf={leaf}>{t(word)}</Badge>;
}
