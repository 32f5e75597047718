import { verdictsFor } from './verdicts.js';

const named = (actions: readonly string[]): string[] => verdictsFor(actions).map((one) => `${one.desk}:${one.verdict}`);

describe('what can be signed', () => {
  it('follows the actions that the gateway offers, and nothing else', () => {
    expect(named(['consent', 'decline_consent'])).toEqual(['consent:CONSENT', 'consent:DECLINE']);
    expect(named(['review', 'refuse_request'])).toEqual(['review:FORWARD', 'review:RETURN', 'review:REFUSE']);
    expect(named(['approve', 'refuse_request'])).toEqual(['approval:APPROVE', 'approval:REFUSE']);
    expect(named(['read_request', 'withdraw_request'])).toEqual([]);
  });
});
