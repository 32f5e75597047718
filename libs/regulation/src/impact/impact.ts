import { evaluate, type Question } from '../decider.js';
import type { Decision, Effect } from '../decision.js';
import type { Policy } from '../policy.js';

/** One past question, asked again of both bundles. */
export interface ImpactRow {
  readonly id: string;
  readonly question: Question;
  /** What was answered that day. */
  readonly effect: Effect;
}

/** How one answer would change. */
export interface Change {
  readonly id: string;
  readonly from: Effect;
  readonly to: Effect;
  readonly direction: Direction;
  /** Ids of the rules that speak now and did not, and the other way round. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly action: string;
  readonly organisationId: string;
  readonly purpose: string;
}

/** Wider: opens what was closed, asks for fewer approvals, or imposes fewer duties. Both at once counts as wider. */
export type Direction = 'wider' | 'narrower' | 'other';

export interface ImpactPart {
  readonly replayed: number;
  readonly changes: readonly Change[];
  /** Decisions that the bundle in force would already answer otherwise than they were answered: older bundles, host's own refusals. */
  readonly recordedOtherwise: number;
}

/** Pure: the same rows and bundles give the same part. */
export function compareRows(base: Policy, candidate: Policy, rows: readonly ImpactRow[]): ImpactPart {
  const changes: Change[] = [];
  let recordedOtherwise = 0;
  for (const { id, question, effect } of rows) {
    const [was, is] = [answered(base, question), answered(candidate, question)];
    if (was.effect !== effect) recordedOtherwise += 1;
    const change = changeOf(was, is);
    if (change === null) continue;
    changes.push({
      id,
      ...change,
      action: question.action,
      organisationId: question.viewer?.orgId ?? '',
      purpose: question.request?.purposeCode ?? '',
    });
  }
  return { replayed: rows.length, changes, recordedOtherwise };
}

/** The rules' own word: what a process could enforce that day is no difference between bundles. */
function answered(policy: Policy, question: Question): Decision {
  return evaluate(policy, question, { evaluatedAt: question.asOf, viewerVersion: null, unenforceable: () => [] });
}

function changeOf(was: Decision, is: Decision): Omit<Change, 'id' | 'action' | 'organisationId' | 'purpose'> | null {
  const [before, after] = [rulesThatSpeak(was), rulesThatSpeak(is)];
  const gained = [...after].filter((rule) => !before.has(rule)).sort();
  const lost = [...before].filter((rule) => !after.has(rule)).sort();
  const direction = directionOf(was, is);
  if (was.effect === is.effect && gained.length === 0 && lost.length === 0 && direction === 'other') return null;
  return { from: was.effect, to: is.effect, direction, gained, lost };
}

export function directionOf(was: Decision, is: Decision): Direction {
  return isWider(was, is) ? 'wider' : isWider(is, was) ? 'narrower' : 'other';
}

const openness: Readonly<Record<Effect, number>> = { deny: 0, cannot_decide: 0, needs_approval: 1, allow: 2 };

function isWider(was: Decision, is: Decision): boolean {
  if (openness[is.effect] > openness[was.effect]) return true;
  if (openness[is.effect] < openness[was.effect]) return false;
  if (is.effect === 'needs_approval' && lacks(needsOf(was), needsOf(is))) return true;
  return openness[is.effect] > 0 && lacks(dutiesOf(was), dutiesOf(is));
}

/** Something of the first is not in the second. */
const lacks = (first: ReadonlySet<string>, second: ReadonlySet<string>): boolean => [...first].some((one) => !second.has(one));
const needsOf = ({ needs }: Decision): Set<string> => new Set(needs.map(({ rule, by, at }) => `${rule} ${by} ${at}`));
const dutiesOf = ({ obligations }: Decision): Set<string> =>
  new Set(obligations.map(({ code, mode, params }) => `${code} ${mode} ${JSON.stringify(params)}`));

function rulesThatSpeak({ effect, denies, unknowns, needs, reasons }: Decision): Set<string> {
  const spoken = effect === 'deny' ? denies : effect === 'cannot_decide' ? unknowns : effect === 'needs_approval' ? needs : reasons;
  return new Set(spoken.map(({ rule }) => rule));
}
