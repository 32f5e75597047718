// The law a second time (reference.law), asked: what is refused, needed, permitted and owed, and how it all combines.
import type { Question } from '../../libs/regulation/src/decider.js';
import { inside, isRow, listOf, numberOf, Reader, type Sentence, type Situation, type Tables } from './reference-reader.js';

export interface Said {
  readonly denies: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  readonly obligations: ReadonlySet<string>;
  readonly unknown: boolean;
}

const [hour, day] = [3_600_000, 86_400_000];
const filled = (value: unknown): boolean => (typeof value === 'string' || Array.isArray(value)) && value.length > 0;
const raw = (q: unknown, path: unknown): unknown =>
  String(path)
    .split('.')
    .reduce<unknown>((value, key) => (isRow(value) && Object.hasOwn(value, key) ? value[key] : undefined), q);
const within = (s: Situation, range: unknown): boolean => isRow(range) && Number(range['from']) <= s.now && s.now < Number(range['to']);
const wordsIn = (text: unknown): string[] => (typeof text === 'string' ? text.split(' ').filter((word) => word !== '') : []);
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);

/** Whether a fact of the table is there, of its type, and filled where it must be. */
function stated(s: Situation, fact: unknown): boolean {
  if (!isRow(fact)) return false;
  const value = raw(s.q, listOf(fact['path']).join('.'));
  return typeOf(value) === fact['type'] && (fact['filled'] !== true || filled(value));
}

/** Of one value each; a value that is not there is true of none. */
const ofOne: Readonly<Record<string, (value: unknown, s: Situation) => unknown>> = {
  filled,
  row: isRow,
  array: Array.isArray,
  text: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  answered: (value) => value !== undefined && value !== '',
  count: (value) => listOf(value).length,
  lower: (value) => (typeof value === 'string' ? value.toLowerCase() : undefined),
  ended: (value, { now }) => numberOf(value) <= now,
  runs: (value, { now }) => now < numberOf(value),
  days: (value) => numberOf(value) * day,
  within: (value, s) => within(s, value),
  inForce: (rule, s) => within(s, inside(s.tables['rules'], rule)),
  /** The end of the day in Hà Nội (UTC+7) on which the instant lies. */
  endOfDay: (value) => (Math.floor((numberOf(value) + 7 * hour) / day) + 1) * day - 7 * hour,
  stated: (fact, s) => stated(s, fact),
  saying: (value) => (typeof value === 'string' ? value.replace(/^[ .\-,;:!?_\t\n]+|[ .\-,;:!?_\t\n]+$/g, '') : ''),
  letters: (value) => (typeof value === 'string' ? [...value].length : 0),
  differentWords: (value) => new Set(wordsIn(value)).size,
  /** Clauses of an agreement, as a list of names or one by one. */
  saidIn: (value) =>
    Array.isArray(value)
      ? new Set(value.filter(filled)).size
      : Object.values(isRow(value) ? value : {}).filter((one) => one === true || filled(one)).length,
};
const ofMore: Readonly<Record<string, (s: Situation, given: readonly Sentence[]) => unknown>> = {
  if: (s, [when, then, otherwise]) => (when?.(s) === true ? then?.(s) : otherwise?.(s)),
  /** Both stated and different: a name that nobody states is nobody's alibi. */
  apart: (s, [a, b]) => filled(a?.(s)) && filled(b?.(s)) && a?.(s) !== b?.(s),
  same: (s, [a, b]) => a?.(s) === b?.(s),
  join: (s, given) => given.flatMap((one) => listOf(one(s))),
  least: (s, given) => given.map((one) => one(s)).reduce((a, b) => (typeof b === 'number' && !(numberOf(a) < b) ? b : a), undefined),
};
const functions = {
  ...Object.fromEntries(
    Object.entries(ofOne).map(([name, apply]) => [name, (s: Situation, [one]: readonly Sentence[]) => apply(one?.(s), s)]),
  ),
  ...ofMore,
};

interface Effect {
  readonly what: string;
  /** Null when the rule is named by the basis that permits. */
  readonly rule: string | null;
  readonly holds: Sentence;
}

type Found = Readonly<Record<'denies' | 'needs' | 'allows' | 'owes', Effect[]>>;

/** The law as its file writes it. @throws with the sentence that cannot be read */
export function readLaw(text: string) {
  const words = new Map<string, Sentence>();
  const reader = new Reader(words, functions);
  const effect = (what = '', rule: string | null = '', sentence = ''): Effect => ({ what, rule, holds: reader.read(sentence) });
  const found: Found = { denies: [], needs: [], allows: [], owes: [] };
  for (const line of text.replace(/^#.*$/gm, '').replace(/\n +/g, ' ').split('\n')) {
    if (line.trim() === '') continue;
    const word = /^(\w+) := (.+)$/.exec(line);
    const more = /^(needs|owes) (\w+) by (\S+): (.+)$/.exec(line);
    const rule = /^(allows )?([\w.-]+): (.+)$/.exec(line);
    if (word !== null) words.set(word[1] ?? '', reader.read(word[2] ?? ''));
    else if (more !== null) found[more[1] as 'needs' | 'owes'].push(effect(more[2], more[3], more[4]));
    else if (rule?.[1] === undefined && rule !== null) found.denies.push(effect(rule[2], rule[2], rule[3]));
    else if (rule !== null) found.allows.push(effect(rule[2], rule[2] === 'basis.rule' ? null : (rule[2] ?? ''), rule[3]));
    else throw new Error(`no sentence of the law: ${line}`);
  }
  const named = (list: readonly Effect[]): ReadonlySet<string> => new Set(list.flatMap(({ rule }) => rule ?? []));
  return {
    sentences: Object.values(found).flat().length,
    coveredRules: named(found.denies),
    coveredNeeds: named(found.needs),
    coveredReasons: named(found.allows),
    coveredObligations: new Set(found.owes.map(({ what }) => what)),
    reference: (tables: Tables, q: Question) => answer(found, words, tables, q),
  };
}

function answer(found: Found, words: ReadonlyMap<string, Sentence>, tables: Tables, q: Question): Said {
  const now = numberOf(q.asOf);
  const s: Situation = { q: q as unknown as Situation['q'], tables, now, known: new Map(), named: {} };
  const ruleOf = (rule: string): unknown => inside(tables['rules'], rule);
  // What counts is in force on the day; the house's own rules always are.
  const counts = (rule: string): boolean => ruleOf(rule) === undefined || Number.isNaN(now) || within(s, ruleOf(rule));
  const of = (list: readonly Effect[]): ReadonlySet<string> =>
    new Set(list.flatMap(({ what, rule, holds }) => (counts(rule ?? '') && holds(s) === true ? what : [])));
  const reasons = found.allows.flatMap(({ rule, holds }) =>
    holds(s) === true ? (rule ?? String(inside(words.get('basis')?.(s), 'rule'))) : [],
  );
  const act = inside(tables['actions'], q.action);
  return {
    denies: of(found.denies),
    needs: of(found.needs),
    reasons: new Set(reasons.filter((rule) => within(s, ruleOf(rule)))),
    obligations: of(found.owes),
    unknown: isRow(act) && (act['coded'] === false || now < Number(act['knownFrom'])),
  };
}

/** Deny overrides, then what cannot be decided, then what is still needed, then a permission must exist. */
export function combined(
  tables: Tables,
  q: Question,
  said: Readonly<Record<'denied' | 'unknown' | 'needs' | 'permitted', boolean>>,
): string {
  if (typeof q.asOf !== 'number') return 'deny';
  if (q.asOf < Number(raw(tables, 'time.firstKnown'))) return 'cannot_decide';
  if (said.denied) return 'deny';
  if (said.unknown) return 'cannot_decide';
  if (said.needs) return 'needs_approval';
  return said.permitted ? 'allow' : 'deny';
}
