import type { DecisionId } from '#libs/kernel';

export const effects = ['allow', 'deny', 'needs_approval', 'cannot_decide'] as const;
export type Effect = (typeof effects)[number];

export const obligationModes = ['before', 'after', 'stream'] as const;
export type ObligationMode = (typeof obligationModes)[number];

/** One rule's word. `message` is a key of the bundle's message table; `at` is the path of the fact it speaks of. */
export interface Denial {
  readonly rule: string;
  readonly articles: readonly string[];
  readonly message: string;
  readonly at: string;
  readonly severity: string;
  /** Forms of a number that would have done, by their names in the bundle's tables. */
  readonly expects?: readonly string[];
}

/** What is still missing before the act may happen, and who gives it. */
export interface Need {
  readonly rule: string;
  readonly articles: readonly string[];
  readonly message: string;
  readonly at: string;
  readonly by: string;
}

export interface Reason {
  readonly rule: string;
  readonly articles: readonly string[];
  readonly message: string;
  /** For approvers and inspectors only: which paper carried it. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Enforced by whoever opens; a code that nobody enforces here turns the decision into a denial. */
export interface Obligation {
  readonly code: string;
  readonly mode: ObligationMode;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  /** The rule that asks for it; absent for those that the action always carries. */
  readonly rule?: string;
}

export const deadlineUnits = ['hour', 'day', 'workingDay', 'month', 'year'] as const;

/** Named by a rule, counted by libs/deadlines. Times in milliseconds. */
export interface DeadlineRule {
  readonly rule: string;
  readonly name: string;
  readonly from: number;
  readonly amount: number;
  readonly unit: (typeof deadlineUnits)[number];
  /** The clock stood still from here; without an end it still stands. */
  readonly pausedFrom?: number;
  readonly pausedTo?: number;
}

/** What the policy says to one question; the host adds identity, bundle and freshness. */
export interface Answer {
  readonly effect: Effect;
  readonly denies: readonly Denial[];
  /** Why it is `cannot_decide`. */
  readonly unknowns: readonly Denial[];
  readonly needs: readonly Need[];
  readonly reasons: readonly Reason[];
  readonly obligations: readonly Obligation[];
  readonly deadlines: readonly DeadlineRule[];
  readonly fields: { readonly allow: readonly string[]; readonly mask: Readonly<Record<string, string>> };
  /** Milliseconds: ask again then, the answer may change by time alone. */
  readonly validUntil: number;
}

export interface PolicyRevision {
  readonly revision: string;
  readonly sequence: number;
  readonly wasmSha256: string;
  readonly dataSha256: string;
}

/**
 * One decision. `effect` other than `allow` is enforced as a refusal, with the exceptions that the bundle's action table names
 * (`proceeds`): an act that only starts a procedure (submit_request) goes on while approvals are needed, and the first approval
 * of two is taken while the second is. What such an act would open stays closed until the effect is `allow`.
 */
export interface Decision extends Answer {
  readonly id: DecisionId;
  readonly action: string;
  readonly proceeds: boolean;
  readonly policy: PolicyRevision;
  /** Instant of the act, milliseconds. */
  readonly asOf: number;
  readonly fresh: { readonly evaluatedAt: number; readonly validUntil: number; readonly viewerVersion: number | null };
  /** `sha256:` and hex of the canonical JSON of the policy input. */
  readonly factsDigest: string;
}

/** True when a string, a non-empty one. */
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isListOf = (value: unknown, check: (item: Record<string, unknown>) => boolean): boolean =>
  Array.isArray(value) && value.every((item: unknown) => isRecord(item) && check(item));

const cites = (item: Record<string, unknown>): boolean => isText(item['rule']) && isText(item['message']) && isTextList(item['articles']);
const denies = (item: Record<string, unknown>): boolean => cites(item) && isText(item['at']) && isText(item['severity']);

const needs = (item: Record<string, unknown>): boolean => cites(item) && isText(item['at']) && isText(item['by']);
const reasons = (item: Record<string, unknown>): boolean => cites(item) && isRecord(item['evidence']);
const obligations = (item: Record<string, unknown>): boolean =>
  isText(item['code']) && obligationModes.some((mode) => mode === item['mode']) && isRecord(item['params']);
const deadlines = (item: Record<string, unknown>): boolean =>
  isText(item['rule'])
  && typeof item['from'] === 'number'
  && typeof item['amount'] === 'number'
  && deadlineUnits.some((unit) => unit === item['unit']);

/** The engine's answer, or null when it does not have exactly this shape: a policy that answers oddly must not open anything. */
export function asAnswer(value: unknown): Answer | null {
  if (!isRecord(value)) return null;
  const { effect, fields } = value;
  const sound =
    effects.some((known) => known === effect)
    && isListOf(value['denies'], denies)
    && isListOf(value['unknowns'], denies)
    && isListOf(value['needs'], needs)
    && isListOf(value['reasons'], reasons)
    && isListOf(value['obligations'], obligations)
    && isListOf(value['deadlines'], deadlines)
    && isRecord(fields)
    && isTextList(fields['allow'])
    && isRecord(fields['mask'])
    && typeof value['validUntil'] === 'number';
  if (!sound) return null;
  const answer = value as unknown as Answer;
  // The policy's own promise, checked again here: allow means permitted and nothing against it.
  const open = answer.effect === 'allow';
  if (open && (answer.denies.length > 0 || answer.unknowns.length > 0 || answer.needs.length > 0 || answer.reasons.length === 0))
    return null;
  return answer;
}

/** Positions among the classes that were asked about. */
export interface ClassesAnswer {
  readonly allow: readonly number[];
  readonly needsApproval: readonly number[];
  readonly validUntil: number;
}

/** null when it is not an answer about exactly so many classes. */
export function asClassesAnswer(value: unknown, count: number): ClassesAnswer | null {
  if (!isRecord(value)) return null;
  const positions = (list: unknown): boolean =>
    Array.isArray(list) && list.every((i: unknown) => typeof i === 'number' && Number.isInteger(i) && i >= 0 && i < count);
  const sound = positions(value['allow']) && positions(value['needsApproval']) && typeof value['validUntil'] === 'number';
  return sound ? (value as unknown as ClassesAnswer) : null;
}
