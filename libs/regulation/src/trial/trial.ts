import { evaluate, type Question } from '../decider.js';
import type { Decision } from '../decision.js';
import type { ObligationType } from '../decision.type.js';
import { explain, type Explanation } from '../explain.js';
import { obligationTypes } from '../explanation/explanation-view.js';
import { nearMisses, type NearMiss } from '../explanation/near-miss.js';
import { readInput } from '../input.js';
import type { Policy } from '../policy.js';

export interface TrialQuestion {
  /** As people write it: `cuao policy eval` takes the same. */
  readonly input: unknown;
  /** Takes the place of the input's own instant. */
  readonly asOf: number | null;
  readonly nowMs: number;
}

export type TrialAnswer =
  | { readonly kind: 'refused'; readonly code: 'unknown_field' | 'not_an_object'; readonly paths: readonly string[] }
  | {
      readonly kind: 'tried';
      readonly decision: Decision;
      readonly vi: Explanation;
      readonly en: Explanation;
      readonly reasonsVi: Explanation;
      readonly reasonsEn: Explanation;
      readonly obligations: readonly ObligationType[];
      readonly nearMisses: readonly NearMiss[];
    };

/** What a bundle says to a case that nobody acts on. Every obligation counts as enforceable: it is the rules that are tried. */
export function answerTrial(policy: Policy, { input, asOf, nowMs }: TrialQuestion): TrialAnswer {
  const read = readInput(policy.tables, input);
  if (read.kind === 'refused') return read;
  // Wrong types are the policy's to answer; the type only says what is meant.
  const question = { ...read.input, ...(asOf === null ? {} : { asOf }) } as unknown as Question;
  const decision = evaluate(policy, question, { evaluatedAt: nowMs, viewerVersion: null, unenforceable: () => [] });
  const permits = { effect: 'allow', denies: [], unknowns: [], needs: [], reasons: decision.reasons } as const;
  return {
    kind: 'tried',
    decision,
    vi: explain(policy.tables, decision, 'vi'),
    en: explain(policy.tables, decision, 'en'),
    reasonsVi: explain(policy.tables, permits, 'vi'),
    reasonsEn: explain(policy.tables, permits, 'en'),
    obligations: obligationTypes(policy.tables, decision.obligations),
    nearMisses: typeof question.asOf === 'number' ? nearMisses(policy, question) : [],
  };
}
