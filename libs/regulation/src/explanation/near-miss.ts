import { evaluate, type Question } from '../decider.js';
import { asAnswer, type Decision, type Effect } from '../decision.js';
import { mostInputBytes } from '../input.js';
import type { CameraFacts } from '../policy-input.js';
import type { Policy } from '../policy.js';
import { questionText } from '../question-text.js';
import { possibleEdits, type Edit, type ValueKind } from './fact-edits.js';

/** One fact that, were it otherwise and nothing else, would open the answer further. */
export interface NearMiss {
  /** `request.purposeCode`. */
  readonly path: string;
  readonly kind: ValueKind;
  /** Codes of the bundle's own tables and yes or no; never a value that somebody stated. */
  readonly value: string | null;
  readonly effect: Effect;
}

/** How far an answer opens. */
const openness: Readonly<Record<Effect, number>> = { deny: 0, cannot_decide: 1, needs_approval: 2, allow: 3 };
export const mostEdits = 60;

/**
 * Which single fact would open the answer further. Bounded: at most `mostEdits` questions, asked one after the other without a pause
 * (tens of milliseconds): a thread of its own is the place for it. Sound: whatever is reported was asked once more through the entrypoint that checks
 * everything. Not complete: facts that nobody spoke of are not tried.
 */
export function nearMisses(policy: Policy, asked: Question): NearMiss[] {
  const question = withoutList(asked);
  const answer = evaluated(policy, question);
  if (answer.effect === 'allow') return [];
  const found = possibleEdits(policy.tables, question, spokenOf(answer), mostEdits).flatMap((edit) => {
    const effect = effectAfter(policy, edit);
    return effect !== null && openness[effect] > openness[answer.effect] && isConfirmed(policy, edit, effect) ? [missOf(edit, effect)] : [];
  });
  return found.sort((a, b) => openness[b.effect] - openness[a.effect] || a.path.localeCompare(b.path) || a.kind.localeCompare(b.kind));
}

function evaluated(policy: Policy, question: Question): Decision {
  return evaluate(policy, question, { evaluatedAt: question.asOf, viewerVersion: null, unenforceable: () => [] });
}

/** null when the changed question cannot even be asked. */
function effectAfter(policy: Policy, { question }: Edit): Effect | null {
  const { effect, denies } = evaluated(policy, question);
  return denies.some(({ rule }) => rule === 'POL-8') ? null : effect;
}

/** Asked again in full, without the host's own check of the form; of several cameras each alone, and the strictest counts. */
function isConfirmed(policy: Policy, { question }: Edit, effect: Effect): boolean {
  const { cameras, ...one } = question;
  const questions = Array.isArray(cameras) ? cameras.map((camera: CameraFacts) => ({ ...one, camera })) : [question];
  const effects = questions.map((each) => {
    const said = policy.engine.ask('gate/decision', questionText(each), mostInputBytes);
    return said.kind === 'value' ? asAnswer(said.value)?.effect : undefined;
  });
  const isStrictest = (each: Effect | undefined): boolean => each !== undefined && openness[each] >= openness[effect];
  return effects.includes(effect) && effects.every(isStrictest);
}

/** With one camera the question is the same without the list. With several no single fact of a camera can be changed. */
function withoutList(question: Question): Question {
  const { cameras, ...rest } = question;
  if (!Array.isArray(cameras)) return question;
  const [camera, ...others] = cameras;
  return camera === undefined || others.length > 0 ? question : { ...rest, camera };
}

/** Paths of the facts that the answer speaks of, the weightiest first. */
function spokenOf({ denies, unknowns, needs }: Decision): string[] {
  return [...new Set([...denies, ...unknowns, ...needs].map(({ at }) => at))];
}

function missOf({ path, kind, value }: Edit, effect: Effect): NearMiss {
  return { path, kind, value, effect };
}
