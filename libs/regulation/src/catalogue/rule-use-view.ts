import type { Effect } from '../decision.js';
import type { EffectName } from '../decision.type.js';
import type { PolicyRuleDecisionType, PolicyRuleUseType } from './catalogue.type.js';
import type { NamedDecision, RuleCounts } from './rule-use.js';

export function ruleUseType(counts: RuleCounts | null): PolicyRuleUseType | null {
  if (counts === null) return null;
  const { since, total, byEffect } = counts;
  return { since, total, byEffect: byEffect.map(({ effect, count }) => ({ effect: nameOf(effect), count })) };
}

export function namedDecisions(decisions: readonly NamedDecision[] | null): PolicyRuleDecisionType[] | null {
  return decisions?.map(({ decisionId, decidedAt, action, effect }) => ({ decisionId, decidedAt, action, effect: nameOf(effect) })) ?? null;
}

const nameOf = (effect: Effect): EffectName => effect.toUpperCase() as EffectName;
