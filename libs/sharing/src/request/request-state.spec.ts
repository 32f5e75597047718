import { isClosed, nextState, requestStates, takesConsent, type RequestMove } from './request-state.js';

const all: readonly RequestMove[] = [
  'SUPPLEMENT',
  'FORWARD',
  'RETURN',
  'REFUSE',
  'APPROVE_ALL',
  'APPROVE_SOME',
  'OWNERS_DECLINED',
  'SOME_GRANTS_ENDED',
  'ALL_GRANTS_ENDED',
  'WITHDRAW',
  'LAPSE',
];

describe('the life of a request', () => {
  it('is approved only after a review has forwarded it', () => {
    expect(nextState('SUBMITTED', 'APPROVE_ALL')).toBeNull();
    expect(nextState('SUBMITTED', 'FORWARD')).toBe('UNDER_REVIEW');
    expect(nextState('UNDER_REVIEW', 'APPROVE_ALL')).toBe('APPROVED');
    expect(nextState('UNDER_REVIEW', 'APPROVE_SOME')).toBe('PARTIAL');
  });
  it('comes back for more information and goes through review again', () => {
    expect(nextState('UNDER_REVIEW', 'RETURN')).toBe('NEEDS_INFO');
    expect(nextState('NEEDS_INFO', 'SUPPLEMENT')).toBe('SUBMITTED');
    expect(nextState('NEEDS_INFO', 'FORWARD')).toBeNull();
  });
  it('is over for good when it is over', () => {
    for (const state of requestStates.filter(isClosed)) {
      expect(all.filter((move) => nextState(state, move) !== null)).toEqual([]);
      expect(takesConsent(state)).toBe(false);
    }
  });
  it('can be withdrawn until it is over', () => {
    expect(requestStates.filter((state) => nextState(state, 'WITHDRAW') !== null)).toEqual([
      'SUBMITTED',
      'NEEDS_INFO',
      'UNDER_REVIEW',
      'APPROVED',
      'PARTIAL',
    ]);
  });
});
