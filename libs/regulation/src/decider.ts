import { sha256Hex } from './bundle.js';
import { wholeAnswer } from './brief.js';
import { asAnswer, asClassesAnswer, type Answer, type Decision, type Effect, type Need, type Obligation } from './decision.js';
import type { EngineAnswer } from './engine.js';
import { mostBatchBytes, mostInputBytes } from './input.js';
import type { CameraFacts, PolicyInput } from './policy-input.js';
import type { Policy } from './policy.js';
import { newDecisionId } from './question-text.js';
import type { WrittenQuestion } from './question-writer.js';
import { hasRequiredFacts } from './required-facts.js';

/** A question: the input of `policy-engine.md` 5.1 with its action and instant. */
export type Question = PolicyInput & { readonly action: string; readonly asOf: number };

export interface DecideOptions {
  readonly evaluatedAt: number;
  readonly viewerVersion: number | null;
  /** Obligations that cannot be enforced here; they turn a permission into a denial. */
  readonly unenforceable: (obligations: readonly Obligation[]) => readonly Obligation[];
}

/** Evaluates only: no record, no effect. With `cameras` in the question each is decided alone and the strictest answer stands for all. */
export function evaluate(policy: Policy, question: Question, options: DecideOptions): Decision {
  const written = policy.writer.write(question);
  // Before anything else is written: the bytes are the writer's own.
  const factsDigest = `sha256:${sha256Hex(written.bytes)}`;
  const said = Array.isArray(question.cameras) ? strictest(answersTo(policy, question, written)) : answerOne(policy, question, written);
  return decisionOf(policy, question, factsDigest, enforceable(said, options), options);
}

/** A refusal of the host's own, without asking the rules: same form, same digest of the facts. */
export function refuse(policy: Policy, question: Question, denial: Answer, options: Omit<DecideOptions, 'unenforceable'>): Decision {
  return decisionOf(policy, question, `sha256:${sha256Hex(policy.writer.write(question).bytes)}`, denial, options);
}

function decisionOf(
  policy: Policy,
  question: Question,
  factsDigest: string,
  answer: Answer,
  options: Omit<DecideOptions, 'unenforceable'>,
): Decision {
  const action = Object.hasOwn(policy.tables.actions, question.action) ? policy.tables.actions[question.action] : undefined;
  return {
    // Named one by one: a spread of so many fields takes microseconds.
    effect: answer.effect,
    denies: answer.denies,
    unknowns: answer.unknowns,
    needs: answer.needs,
    reasons: answer.reasons,
    obligations: answer.obligations,
    deadlines: answer.deadlines,
    fields: answer.fields,
    validUntil: answer.validUntil,
    id: newDecisionId(options.evaluatedAt),
    action: question.action,
    proceeds: answer.effect === 'allow' || (answer.effect === 'needs_approval' && mayWait(action, answer.needs)),
    policy: policy.revision,
    asOf: question.asOf,
    fresh: { evaluatedAt: options.evaluatedAt, validUntil: answer.validUntil, viewerVersion: options.viewerVersion },
    factsDigest,
  };
}

/** Whether the act may be done although something is still needed: any need where it starts a procedure, else only those it waits for. */
function mayWait(action: Policy['tables']['actions'][string] | undefined, needs: readonly Need[]): boolean {
  if (action?.waitsForApproval === true) return true;
  const awaited = action?.waitsFor;
  return awaited !== undefined && needs.length > 0 && needs.every(({ by }) => Object.hasOwn(awaited, by));
}

/** The answer per camera, same order; for a page of a list. A fault denies every one of them. */
export function evaluateEach(policy: Policy, question: Omit<Question, 'camera' | 'cameras'>, cameras: readonly CameraFacts[]): Answer[] {
  if (cameras.length === 0) return [];
  const all = { ...question, cameras };
  return answersTo(policy, all, policy.writer.write(all));
}

/**
 * Which classes of cameras (or cameras) have one of the effects, in their order. The same rules as for a decision; reasons and
 * obligations are left out. A fault leaves every one of them closed.
 */
export function evaluateClasses(
  policy: Policy,
  question: Omit<Question, 'camera' | 'cameras'>,
  classes: readonly CameraFacts[],
  counts: readonly ('allow' | 'needs_approval')[],
): { open: boolean[]; validUntil: number } {
  const open = new Array<boolean>(classes.length).fill(false);
  const asked = { ...question, classes };
  const { bytes, wellShaped } = policy.writer.write(asked);
  if (!wellShaped) return { open, validUntil: 0 };
  const said = policy.engine.ask('gate/allowed_classes', bytes, mostBatchBytes);
  const answer = said.kind === 'value' ? asClassesAnswer(said.value, classes.length) : null;
  if (answer === null) return { open, validUntil: 0 };
  for (const effect of counts) for (const i of effect === 'allow' ? answer.allow : answer.needsApproval) open[i] = true;
  return { open, validUntil: beforeChangeover(policy, question.asOf, answer.validUntil) };
}

function answersTo(policy: Policy, question: Question, { bytes, wellShaped }: WrittenQuestion): Answer[] {
  const { cameras, ...one } = question;
  if (!Array.isArray(cameras)) return [answerOne(policy, question, { bytes, wellShaped })];
  const wanted = cameras.length;
  if (wanted === 0) return [hostDenial('POL-0', 'missing_fact', 'cameras')];
  const alone = cameras.map((camera: CameraFacts) => ({ ...one, camera }));
  if (!wellShaped || !alone.every((each) => hasRequiredFacts(policy.tables, each)))
    return alone.map((each) => answerOne(policy, each, policy.writer.write(each)));
  const said = policy.engine.ask('gate/briefs', bytes, mostBatchBytes);
  if (said.kind === 'fault') return Array.from({ length: wanted }, () => engineDenial(said));
  if (!Array.isArray(said.value) || said.value.length !== wanted) return Array.from({ length: wanted }, () => engineDenial(wrongShape));
  return said.value.map((answer: unknown) => withChangeover(policy, question, wholeAnswer(policy.tables, question, answer)));
}

function answerOne(policy: Policy, question: Question, { bytes, wellShaped }: WrittenQuestion): Answer {
  const checked = wellShaped && hasRequiredFacts(policy.tables, question);
  const said = policy.engine.ask(checked ? 'gate/brief' : 'gate/decision', bytes, mostInputBytes);
  if (said.kind === 'fault') return engineDenial(said);
  return withChangeover(policy, question, checked ? wholeAnswer(policy.tables, question, said.value) : asAnswer(said.value));
}

/** The law may change before a paper runs out: no answer outlives the next changeover. */
function withChangeover(policy: Policy, { asOf }: Question, answer: Answer | null): Answer {
  if (answer === null) return engineDenial(wrongShape);
  const validUntil = beforeChangeover(policy, asOf, answer.validUntil);
  return validUntil === answer.validUntil ? answer : { ...answer, validUntil };
}

function beforeChangeover(policy: Policy, asOf: number, validUntil: number): number {
  const next = policy.tables.time.changeovers.find((at) => at > asOf);
  return next === undefined ? validUntil : Math.min(next, validUntil);
}

const wrongShape: EngineAnswer = { kind: 'fault', code: 'no_answer', detail: 'the answer has not the shape of a decision' };

function engineDenial(said: EngineAnswer): Answer {
  const code = said.kind === 'fault' ? said.code : 'no_answer';
  const message = code === 'invalid_input' ? 'invalid_input' : code === 'engine_unavailable' ? 'policy_unavailable' : 'eval_error';
  return hostDenial('POL-8', message, `engine.${code}`);
}

/** A denial that the host says, not the policy. */
export function hostDenial(rule: string, message: string, at: string): Answer {
  return {
    effect: 'deny',
    denies: [{ rule, articles: [], message, at, severity: 'high' }],
    unknowns: [],
    needs: [],
    reasons: [],
    obligations: [],
    deadlines: [],
    fields: { allow: [], mask: {} },
    validUntil: 0,
  };
}

function enforceable(answer: Answer, options: DecideOptions): Answer {
  if (answer.effect !== 'allow') return answer;
  const open = options.unenforceable(answer.obligations);
  if (open.length === 0) return answer;
  return {
    ...answer,
    effect: 'deny',
    denies: open.map(({ code }) => ({
      rule: 'POL-9',
      articles: [],
      message: 'obligation_not_enforceable',
      at: `obligations.${code}`,
      severity: 'high',
    })),
  };
}

const strictness: Readonly<Record<Effect, number>> = { deny: 3, cannot_decide: 2, needs_approval: 1, allow: 0 };

function strictest(answers: readonly Answer[]): Answer {
  const [first, ...rest] = answers;
  if (first === undefined) return hostDenial('POL-8', 'eval_error', 'engine.no_answer');
  return rest.reduce<Answer>(
    (all, one) => ({
      effect: strictness[one.effect] > strictness[all.effect] ? one.effect : all.effect,
      denies: union(all.denies, one.denies),
      unknowns: union(all.unknowns, one.unknowns),
      needs: union(all.needs, one.needs),
      reasons: union(all.reasons, one.reasons),
      obligations: union(all.obligations, one.obligations),
      deadlines: union(all.deadlines, one.deadlines),
      fields: {
        allow: all.fields.allow.filter((field) => one.fields.allow.includes(field)),
        mask: { ...all.fields.mask, ...one.fields.mask },
      },
      validUntil: Math.min(all.validUntil, one.validUntil),
    }),
    first,
  );
}

function union<T>(left: readonly T[], right: readonly T[]): T[] {
  const seen = new Set(left.map((item) => JSON.stringify(item)));
  return [...left, ...right.filter((item) => !seen.has(JSON.stringify(item)))];
}
