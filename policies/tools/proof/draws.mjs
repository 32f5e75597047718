// Questions drawn by a seed: parts of cases put together, and the same with something broken in them.
import { readCases } from '../cases.mjs';
import { readTable, withMilliseconds } from '../shape.mjs';

/** Small seeded generator (mulberry32): the same run on every machine. */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = (random, list) => list[Math.floor(random() * list.length)];

/** Every way into a question: keys of objects and positions of lists. */
export function pathsOf(value, at = []) {
  if (value === null || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

export const valueAt = (input, at) => at.reduce((value, key) => value?.[key], input);

/** A copy with one fact changed; `undefined` takes it away. Parents that are not there are not made. The rest is shared, not copied. */
export function withFact(input, at, value) {
  const copy = Array.isArray(input) ? [...input] : { ...input };
  const [key, ...rest] = at;
  if (key === undefined) return copy;
  if (rest.length > 0) {
    const inner = input[key];
    if (inner === null || typeof inner !== 'object') return copy;
    copy[key] = withFact(inner, rest, value);
  } else if (value !== undefined) copy[key] = value;
  else if (Array.isArray(copy)) copy.splice(key, 1);
  else delete copy[key];
  return copy;
}

/** Inputs of all cases, times in milliseconds. */
export const caseInputs = () => readCases().map(({ input }) => withMilliseconds(input)).filter((input) => input !== null && typeof input === 'object');

/** Instants on both sides of every changeover that the tables know, and some days between. */
export function instants() {
  const known = readTable('time').changeovers;
  return [...known.flatMap((at) => [at - 1, at]), ...['2017-12-31', '2025-09-03', '2026-09-15', '2027-03-01'].map((date) => Date.parse(`${date}T00:00:00+07:00`))];
}

/** Parts of different cases put together: sense enough to reach deep into the rules. */
export function* plausible(count, random) {
  const inputs = caseInputs();
  const times = instants();
  for (let i = 0; i < count; i += 1) {
    const made = structuredClone(pick(random, inputs));
    const share = random() < 0.5 ? 0.06 : 0.25;
    const other = pick(random, inputs);
    for (const key of Object.keys(other)) if (random() < share) made[key] = structuredClone(other[key]);
    if (random() < 0.3) made.asOf = pick(random, times) + Math.floor(random() * 3 - 1);
    yield made;
  }
}

const odd = [null, true, false, 0, -1, 1e308, 9007199254740993, '', ' ', 'zz', 'ẫ🚦', '\u0000', '__proto__', [], [[]], {}, { a: 1 }, ['GIAO_THONG'], 1789437600000, 1767200400000 - 1];

export function* damaged(count, random) {
  for (const made of plausible(count, random)) {
    for (let i = 0; i < 1 + random() * 3; i += 1) {
      const paths = pathsOf(made);
      if (paths.length === 0) break;
      const at = pick(random, paths);
      const parent = valueAt(made, at.slice(0, -1));
      if (random() < 0.3 && !Array.isArray(parent)) delete parent[at.at(-1)];
      else parent[at.at(-1)] = structuredClone(pick(random, odd));
    }
    yield made;
  }
}

/** The same value whatever the order of sets, as one line of text. */
export function sortedText(value) {
  const sorted = (one) => {
    if (Array.isArray(one)) return one.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (one !== null && typeof one === 'object') return Object.fromEntries(Object.keys(one).sort().map((key) => [key, sorted(one[key])]));
    return one;
  };
  return JSON.stringify(sorted(value));
}

/** Facts taken away one after another while the violation stays: what is left is what it is about. */
export function shrunk(input, stillWrong) {
  let small = input;
  for (let changed = true; changed; ) {
    changed = false;
    for (const at of pathsOf(small).sort((a, b) => a.length - b.length)) {
      const less = withFact(small, at, undefined);
      if (JSON.stringify(less) === JSON.stringify(small) || !stillWrong(less)) continue;
      small = less;
      changed = true;
      break;
    }
  }
  return small;
}
