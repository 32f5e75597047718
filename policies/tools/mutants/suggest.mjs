// A question one step away from a case that would notice a mutant which no case notices: a hint for who writes the next case.
import { readCases } from '../cases.mjs';
import { readTable, withMilliseconds } from '../shape.mjs';
import { pathsOf } from '../proof/draws.mjs';

const valueAt = (input, at) => at.reduce((value, key) => value?.[key], input);
/** A place in which a fact can be stated: cases with a mistyped object have none there. */
const holdsFacts = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const nameOf = (at) => at.map((key) => (typeof key === 'number' ? '*' : key)).join('.');

function with_(input, at, value) {
  const copy = structuredClone(input);
  const parent = valueAt(copy, at.slice(0, -1));
  if (value === undefined && Array.isArray(parent)) parent.splice(at.at(-1), 1);
  else if (value === undefined) delete parent[at.at(-1)];
  else parent[at.at(-1)] = value;
  return copy;
}

/** Every case, and every case with one fact taken away or set to what some other case says there. */
function* neighbours() {
  const cases = readCases().map((one) => ({ name: `${one.file}:${one.line}`, input: withMilliseconds(one.input) })).filter(({ input }) => typeof input === 'object');
  const values = new Map();
  for (const { input } of cases) for (const at of pathsOf(input)) {
    const key = nameOf(at);
    const known = values.get(key) ?? new Map();
    if (known.size < 12) values.set(key, known.set(JSON.stringify(valueAt(input, at)), valueAt(input, at)));
  }
  const instants = readTable('time').changeovers.flatMap((at) => [at - 1, at]);
  for (const { name, input } of cases) yield { name, change: 'as it is', input };
  for (const { name, input } of cases) {
    for (const at of pathsOf(input)) yield { name, change: `without ${at.join('.')}`, input: with_(input, at, undefined) };
    for (const asOf of instants) yield { name, change: `asOf ${new Date(asOf + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`, input: { ...input, asOf } };
  }
  for (const { name, input } of cases) {
    for (const at of pathsOf(input)) for (const [text, value] of values.get(nameOf(at)) ?? []) if (text !== JSON.stringify(valueAt(input, at))) yield { name, change: `${at.join('.')} = ${text}`, input: with_(input, at, value) };
    for (const [key, known] of values) if (!key.includes('*') && valueAt(input, key.split('.')) === undefined && holdsFacts(valueAt(input, key.split('.').slice(0, -1))))
      for (const [text, value] of [...known].slice(0, 3)) yield { name, change: `${key} = ${text}`, input: with_(input, key.split('.'), value) };
  }
}

const ids = (list, key) => [...new Set((list ?? []).map((one) => one[key]))].sort().join();
export const shortOf = (answer) => `${answer?.effect ?? 'no answer'} [${ids(answer?.denies, 'rule')}]${answer?.needs?.length > 0 ? ` needs ${ids(answer.needs, 'by')}` : ''}`;
const wholeOf = (answer) => [shortOf(answer), ids(answer?.denies, 'at'), ids(answer?.reasons, 'rule'), ids(answer?.obligations, 'code'), ids(answer?.deadlines, 'name'), ids(answer?.unknowns, 'message'), answer?.validUntil].join('|');

/** @returns {string | null} which step from which case shows the mutant; null when `most` steps show nothing */
export function suggestion(original, mutant, most = 20_000) {
  let tried = 0;
  for (const { name, change, input } of memoised()) {
    tried += 1;
    if (tried > most) break;
    const said = mutant('gate/decision', input);
    const before = answerOf(original, tried, input);
    if (wholeOf(said) !== before.whole) return `${name}, ${change}: ${before.short}, changed rule ${shortOf(said)}${shortOf(said) === before.short ? ' (other reasons, obligations, deadlines or end)' : ''}`;
  }
  return null;
}

let list = null;
const memoised = () => (list ??= [...neighbours()]);
const answers = [];
/** The unchanged rules answer each step once. */
function answerOf(original, i, input) {
  if (answers[i] === undefined) {
    const said = original('gate/decision', input);
    answers[i] = { short: shortOf(said), whole: wholeOf(said) };
  }
  return answers[i];
}
