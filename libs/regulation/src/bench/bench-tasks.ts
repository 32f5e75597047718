import type { Decision } from '../decision.js';
import type { Question } from '../decider.js';
import type { DecisionExplanation, ExplainTask } from '../explanation/explanation.js';
import type { PolicyChange } from '../difference/difference.js';
import type { ImpactPart, ImpactRow } from '../impact/impact.js';
import type { TrialAnswer, TrialQuestion } from '../trial/trial.js';

/** What may be asked of bundles that do not decide here, and what comes back. Plain data: it crosses threads. */
export interface BenchTasks {
  /** One case, under the first bundle. */
  readonly trial: { readonly asks: TrialQuestion; readonly answers: TrialAnswer };
  /** One recorded decision, in the words of its bundle. */
  readonly explain: { readonly asks: ExplainTask; readonly answers: DecisionExplanation };
  /** One recorded decision, taken again under the first bundle. */
  readonly replay: { readonly asks: { readonly recorded: Decision; readonly question: Question }; readonly answers: Decision };
  /** What the second bundle has otherwise than the first. */
  readonly difference: { readonly asks: object; readonly answers: readonly PolicyChange[] };
  /** Past questions under both bundles: the first is the one in force, the second the candidate. */
  readonly impact: { readonly asks: { readonly rows: readonly ImpactRow[] }; readonly answers: ImpactPart };
}

export type BenchKind = keyof BenchTasks;
export type BenchQuestion = {
  [K in BenchKind]: { readonly id: number; readonly kind: K; readonly task: BenchTasks[K]['asks'] };
}[BenchKind];
export type BenchAnswer =
  | { readonly id: number; readonly kind: 'answer'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
