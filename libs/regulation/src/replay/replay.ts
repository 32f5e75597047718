import { canonicalJson, type RoleCode } from '#libs/kernel';
import { sha256Hex } from '../bundle.js';
import { evaluate, hostDenial, refuse, type Question } from '../decider.js';
import type { Decision, Obligation } from '../decision.js';
import type { Policy } from '../policy.js';
import { questionText } from '../question-text.js';

/**
 * The same question to the same bundle. What the host itself added is taken from the record, because it was a fact of that day and
 * not of the bundle: which obligations nobody could enforce (POL-9), that the loaded bundle might not decide at all (POL-8,
 * `policy_unavailable`), whom the emergency list stopped (POL-14), how the log stood (POL-15), and that CASL narrowed.
 */
export function takenAgain(policy: Policy, recorded: Decision, question: Question): Decision {
  const stopped = recorded.denies.find(({ rule }) => rule === 'POL-14');
  if (stopped !== undefined) {
    const times = { evaluatedAt: recorded.fresh.evaluatedAt, viewerVersion: recorded.fresh.viewerVersion };
    return { ...refuse(policy, question, hostDenial('POL-14', stopped.message, stopped.at), times), id: recorded.id };
  }
  const open = new Set(recorded.denies.filter(({ rule }) => rule === 'POL-9').map(({ at }) => at));
  const again = evaluate(policy, question, {
    evaluatedAt: recorded.fresh.evaluatedAt,
    viewerVersion: recorded.fresh.viewerVersion,
    unenforceable: (list: readonly Obligation[]) => list.filter(({ code }) => open.has(`obligations.${code}`)),
  });
  const role = (question.viewer?.roles?.[0] ?? 'public') as RoleCode;
  const outage = recorded.denies.find(({ rule, message }) => rule === 'POL-8' && message === 'policy_unavailable');
  const decided = outage === undefined ? again : { ...again, ...hostDenial('POL-8', outage.message, outage.at), proceeds: false };
  const narrowed = decided.proceeds && !policy.abilities.mayTry(role, question.action);
  const told = narrowed ? { ...decided, ...hostDenial('POL-3', 'role_may_not', 'viewer.roles'), proceeds: false } : decided;
  const hold = told.proceeds ? recorded.denies.find(({ rule }) => rule === 'POL-15') : undefined;
  const held = hold === undefined ? told : { ...told, ...hostDenial('POL-15', hold.message, hold.at), proceeds: false };
  return { ...held, id: recorded.id };
}

/** The answer as bytes: everything that was decided, less what only names the facts it was decided from. */
export function answerText({ factsDigest: _, ...decision }: Decision): string {
  return canonicalJson(decision);
}

export const replayDifferences = ['ANSWER', 'FACTS', 'RECORD', 'LOG'] as const;
/** ANSWER: the decision came out otherwise. FACTS, RECORD, LOG: the facts are not those of the row's digest, the decision's, the log's. */
export type ReplayDifference = (typeof replayDifferences)[number];

export interface ReplayVerdict {
  readonly recordedDigest: string;
  readonly replayedDigest: string;
  readonly facts: {
    /** Of the facts as they lie there now. */
    readonly now: string;
    readonly inRow: string;
    readonly inDecision: string;
    /** null while the entry is not searchable yet, or gone. */
    readonly onLog: string | null;
  };
  readonly differs: readonly ReplayDifference[];
  readonly replayed: Decision;
}

/** @param digests what the row and the log say of the facts; the log's cannot be rewritten unseen */
export function verdictOf(
  recorded: Decision,
  question: Question,
  replayed: Decision,
  digests: { readonly inRow: string; readonly onLog: string | null },
): ReplayVerdict {
  const now = `sha256:${sha256Hex(questionText(question))}`;
  const [was, is] = [answerText(recorded), answerText(replayed)];
  const differs: ReplayDifference[] = [];
  if (was !== is) differs.push('ANSWER');
  if (now !== digests.inRow) differs.push('FACTS');
  if (now !== recorded.factsDigest) differs.push('RECORD');
  if (digests.onLog !== null && digests.onLog !== now) differs.push('LOG');
  return {
    recordedDigest: `sha256:${sha256Hex(was)}`,
    replayedDigest: `sha256:${sha256Hex(is)}`,
    facts: { now, inRow: digests.inRow, inDecision: recorded.factsDigest, onLog: digests.onLog },
    differs,
    replayed,
  };
}
