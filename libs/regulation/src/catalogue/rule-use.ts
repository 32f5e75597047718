import type { Effect } from '../decision.js';

export interface EffectCount {
  readonly effect: Effect;
  readonly count: number;
}

export interface NamedDecision {
  readonly decisionId: string;
  readonly decidedAt: Date;
  readonly action: string;
  readonly effect: Effect;
}

export interface RuleCounts {
  readonly since: Date;
  readonly total: number;
  readonly byEffect: readonly EffectCount[];
}

/** What happened under the rules, asked once for a whole page, and only when somebody wants to see it. */
export interface RuleUse {
  /** null when the viewer may not count. */
  counts(ruleId: string): Promise<RuleCounts | null>;
  /** null when the viewer may not read decisions of others. */
  latest(ruleId: string): Promise<readonly NamedDecision[] | null>;
}
