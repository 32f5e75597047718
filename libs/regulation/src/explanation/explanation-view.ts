import type { Obligation } from '../decision.js';
import { canonicalJson } from '#libs/kernel';
import type { EffectName, ObligationType } from '../decision.type.js';
import type { Explanation } from '../explain.js';
import type { PolicyTables } from '../tables.js';
import type { DecisionExplanation, UsedFact } from './explanation.js';
import type { DecisionExplanationType, ExplainedRuleType, NearMissType, UsedFactType } from './explanation.type.js';
import type { NearMiss } from './near-miss.js';

type Shown<T extends string, Type> = Type & { readonly __typename: T };

export function explanationType(
  told: DecisionExplanation,
  policySha256: string,
  factsErased: boolean,
): Shown<'DecisionExplanation', DecisionExplanationType> {
  const { decision, vi, en, facts, obligations, evidence, nearMisses } = told;
  return {
    __typename: 'DecisionExplanation',
    decisionId: decision.id,
    action: decision.action,
    effect: decision.effect.toUpperCase() as EffectName,
    asOf: new Date(decision.asOf),
    policyRevision: decision.policy.revision,
    policySha256,
    sentenceVi: vi.sentence,
    sentenceEn: en.sentence,
    nextVi: textOrNull(vi.next),
    nextEn: textOrNull(en.next),
    rules: explainedRules(vi, en),
    facts: facts.map(factType),
    obligations: [...obligations],
    factsErased,
    evidence: evidence === null ? null : evidence.map(({ rule, message, papers }) => ({ rule, message, papers })),
    sameTargetCount30d: told.sameTargetCount30d,
    pairApprovals30d: told.pairApprovals30d,
    nearMisses: nearMisses === null ? null : nearMisses.map(nearMissType),
  };
}

/** Both languages were made from one list, so their rules stand in the same order. */
export function explainedRules(vi: Explanation, en: Explanation): ExplainedRuleType[] {
  return vi.rules.map((rule, i) => ({
    rule: rule.rule,
    sentenceVi: rule.sentence,
    sentenceEn: en.rules[i]?.sentence ?? rule.sentence,
    nextVi: textOrNull(rule.next),
    nextEn: textOrNull(en.rules[i]?.next ?? ''),
    articles: [...rule.articles],
    at: textOrNull(rule.at),
  }));
}

export function nearMissType({ path, kind, value, effect }: NearMiss): NearMissType {
  return { path, kind, value, effect: effect.toUpperCase() as EffectName };
}

export function obligationTypes(tables: PolicyTables, obligations: readonly Obligation[]): ObligationType[] {
  return obligations.map(({ code, mode, params }) => {
    const row = tables.obligations[code];
    return { code, mode, params: canonicalJson(params), textVi: row?.titleVi ?? code, textEn: row?.titleEn ?? code };
  });
}

const sourceWords = {
  FROM_YOU: ['do bạn nêu', 'stated by you'],
  FROM_SYSTEM: ['do hệ thống biết', 'known to the system'],
  HIDDEN: ['một điều kiện bạn không được xem', 'a condition that is not yours to see'],
} as const;

function factType({ path, source, value }: UsedFact): UsedFactType {
  const [textVi, textEn] = sourceWords[source];
  return { path, source, value, textVi, textEn };
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);
