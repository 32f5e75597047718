import type { ReasonFields } from './generated/refusal.js';

export interface ReasonGroup {
  readonly reason: ReasonFields;
  /** The facts it speaks of, by their names in policy input; each once. */
  readonly facts: readonly string[];
}

/** One rule may object to several facts with one sentence: it is said once, with all of them. The order stays. */
export function groupReasons(reasons: readonly ReasonFields[]): readonly ReasonGroup[] {
  const groups = new Map<string, { reason: ReasonFields; facts: string[] }>();
  for (const reason of reasons) {
    const key = [reason.rule, reason.textVi, ...reason.articles].join('\n');
    const group = groups.get(key) ?? { reason, facts: [] };
    if (reason.at !== null && reason.at !== '' && !group.facts.includes(reason.at)) group.facts.push(reason.at);
    groups.set(key, group);
  }
  return [...groups.values()];
}
