import { canonicalJson } from '#libs/kernel';
import type { Decision, Denial, Need } from '../decision.js';
import type { Question } from '../decider.js';
import type { ObligationType } from '../decision.type.js';
import { explain, type Explanation } from '../explain.js';
import type { Policy } from '../policy.js';
import { factAt } from './fact-path.js';
import { obligationTypes } from './explanation-view.js';
import { nearMisses, type NearMiss } from './near-miss.js';

/** Where a fact came from, as the person it concerns may know it. */
export const factSources = ['FROM_YOU', 'FROM_SYSTEM', 'HIDDEN'] as const;
export type FactSource = (typeof factSources)[number];

/** A fact that the rules spoke of. `value` is canonical JSON, and only ever the reader's own. */
export interface UsedFact {
  readonly path: string;
  readonly source: FactSource;
  readonly value: string | null;
}

/** Which paper carried a permission; for approvers and inspectors. */
export interface Evidence {
  readonly rule: string;
  readonly message: string;
  /** Canonical JSON. */
  readonly papers: string;
}

export interface DecisionExplanation {
  readonly decision: Decision;
  readonly vi: Explanation;
  readonly en: Explanation;
  readonly facts: readonly UsedFact[];
  readonly obligations: readonly ObligationType[];
  /** null for the person it concerns, who has no right to more. */
  readonly evidence: readonly Evidence[] | null;
  readonly nearMisses: readonly NearMiss[] | null;
  /** Counts of thirty days that the decision was told; null where it was told none, or they are not the reader's to know. */
  readonly sameTargetCount30d: number | null;
  readonly pairApprovals30d: number | null;
}

/** Who reads, and by which right. */
export interface Reader {
  readonly readerId: string;
  readonly seesEvidence: boolean;
}

export interface ExplainTask {
  readonly decision: Decision;
  /** null when the facts are erased. */
  readonly question: Question | null;
  readonly reader: Reader;
}

/**
 * What a decision says to a reader. The person it concerns reads their own facts again; of what others stated or the house knows
 * they read that it was looked at, never what it said. @param seek null where nobody has the time to look for near misses
 */
export function explained(
  policy: Policy,
  { decision, question, reader }: ExplainTask,
  seek: ((policy: Policy, question: Question) => NearMiss[]) | null = nearMisses,
): DecisionExplanation {
  const { tables } = policy;
  // Whoever acted was shown the counts when acting.
  const counted = reader.seesEvidence || question?.viewer?.userId === reader.readerId ? question?.request : null;
  const paths = [...new Set(spoken(decision).map(({ at }) => at))].filter((path) => path !== '').sort();
  return {
    decision,
    vi: explain(tables, decision, 'vi'),
    en: explain(tables, decision, 'en'),
    facts: paths.map((path) => usedFact(path, question, reader.readerId)),
    obligations: obligationTypes(tables, decision.obligations),
    evidence: reader.seesEvidence ? evidenceOf(decision) : null,
    nearMisses: reader.seesEvidence && question !== null && seek !== null ? seek(policy, question) : null,
    sameTargetCount30d: counted?.sameTargetCount30d ?? null,
    pairApprovals30d: counted?.pairApprovals30d ?? null,
  };
}

function evidenceOf(decision: Decision): Evidence[] {
  return decision.reasons.map(({ rule, message, evidence }) => ({ rule, message, papers: canonicalJson(evidence) }));
}

function spoken({ effect, denies, unknowns, needs }: Decision): readonly (Denial | Need)[] {
  return effect === 'deny' ? denies : effect === 'cannot_decide' ? unknowns : effect === 'needs_approval' ? needs : [];
}

function usedFact(path: string, question: Question | null, readerId: string): UsedFact {
  if (question === null) return { path, source: 'HIDDEN', value: null };
  const source = sourceOf(path, question, readerId);
  const value = source === 'FROM_YOU' ? factAt(question, path) : undefined;
  return { path, source, value: value === undefined ? null : canonicalJson(value) };
}

/** Parts of a question that say nothing of a person or a paper of somebody else. */
const ofTheSystem = new Set(['action', 'asOf', 'camera', 'cameras', 'context', 'moratorium', 'organisation', 'inventory', 'system']);

function sourceOf(path: string, question: Question, readerId: string): FactSource {
  const [part = ''] = path.split('.');
  const isReader = question.viewer?.userId === readerId;
  if (part === 'viewer') return isReader ? 'FROM_YOU' : 'HIDDEN';
  // A request that names nobody was stated by whoever acted.
  const requester = question.request?.requester?.userId ?? question.viewer?.userId;
  if (part === 'request') return requester === readerId ? 'FROM_YOU' : 'HIDDEN';
  return ofTheSystem.has(part) ? 'FROM_SYSTEM' : 'HIDDEN';
}
