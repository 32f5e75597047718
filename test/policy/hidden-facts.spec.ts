import type { Question } from '../../libs/regulation/src/decider.js';
import { absenceMeans } from '../../policies/tools/proof/absences.mjs';
import { hiddenFacts } from '../../policies/tools/proof/hidden.mjs';
import { effectOf, loadCommitted } from './policy-cases.js';

/** All of them take minutes; `CUAO_POLICY_TRIALS=all` runs all, otherwise every n-th, spread over all cases. */
const every = process.env['CUAO_POLICY_TRIALS'] === 'all' ? 1 : 23;

interface Tried {
  readonly asked: number;
  readonly ofAllowed: number;
  readonly violations: readonly string[];
}

describe('hiding, nulling or mistyping a fact', () => {
  // The property stands once, in the proof D5; here it is asked of the engine that the gateway runs.
  it('never turns a refusal into a permission, and leaves nothing allowed that lacks a required fact', async () => {
    const policy = await loadCommitted();
    const tried = (hiddenFacts as (effect: (input: Question) => string, every: number) => Tried)((input) => effectOf(policy, input), every);
    process.stdout.write(`hidden facts: ${tried.asked} trials, ${tried.violations.length} denials lost\n`);
    expect(tried.violations).toEqual([]);
    expect(tried.ofAllowed).toBeGreaterThan(500);
    expect(tried.asked - tried.ofAllowed).toBeGreaterThan(5_000);
  }, 600_000);

  it('says of each fact that may be left out what that means', () => {
    for (const { means } of absenceMeans as readonly { means: string }[]) expect(means).not.toBe('');
  });
});
