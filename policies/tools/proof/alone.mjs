// D1: each denial stands alone in some case, and that case is allowed when one fact is mended. Which facts mend it is looked for
// among what other cases say in the same place; so a rule that nothing can mend, or that never decides, is found out.
import { readCases } from '../cases.mjs';
import { annotationsOf } from '../lint/annotations.mjs';
import { ruleFiles } from '../lint.mjs';
import { hasOpa } from '../opa.mjs';
import { withMilliseconds } from '../shape.mjs';
import { openPolicy } from '../wasm.mjs';
import { pathsOf, valueAt, withFact } from './draws.mjs';
import { denialLeftOut, withWrongRules } from './planted.mjs';

export const title = 'each denial decides some case alone, and one mended fact allows it';

/** Denials that another one always accompanies, or that no single fact mends; each with the reason. Stale entries are reported. */
const exceptions = {
  'IN-04 inspection_not_running': 'the same end of the same decision under its second article; IN-02 asks for the beginning as well',
};

const keyOf = ({ rule, message }) => `${rule} ${message}`;

/** Every denial by rule and message, as the metadata of the rules names them. */
function denials() {
  const found = new Map();
  for (const file of ruleFiles()) {
    for (const { annotations, location } of annotationsOf(file)) {
      const custom = annotations.custom;
      if (annotations.scope !== 'rule' || custom?.severity === undefined || custom.message === undefined) continue;
      found.set(keyOf(custom), { ...custom, where: `${file}:${location.row}`, unknown: /unknown|not_coded/.test(custom.message) });
    }
  }
  return found;
}

/** What cases say at a path, by path without positions. */
function pools(inputs) {
  const pool = new Map();
  for (const input of inputs) for (const at of pathsOf(input)) {
    const key = at.join('.');
    if (!pool.has(key)) pool.set(key, new Map());
    pool.get(key).set(JSON.stringify(valueAt(input, at)), { at, value: valueAt(input, at) });
  }
  return pool;
}

/** One step from the case that is allowed: first where the denial points, then anywhere. @returns what was mended, or null */
function mended(ask, input, denial, pool, lasting) {
  const steps = [];
  const near = denial.at.split('.');
  for (const [key, values] of pool) {
    const distance = key === denial.at ? 0 : near.length > 1 && key.startsWith(`${near[0]}.`) ? 1 : 2;
    for (const { at, value } of values.values()) steps.push({ distance, key, at, value });
    steps.push({ distance, key, at: [...values.values()][0].at, value: undefined });
  }
  steps.sort((a, b) => a.distance - b.distance);
  for (const { key, at, value } of steps) {
    if (key === 'action' || JSON.stringify(valueAt(input, at)) === JSON.stringify(value)) continue;
    const changed = withFact(input, at, value);
    if (JSON.stringify(changed) === JSON.stringify(input)) continue;
    lasting.asked += 1;
    const said = ask('gate/decision', changed);
    if (said?.effect === 'allow' || said?.effect === 'needs_approval') return `${key} = ${JSON.stringify(value) ?? 'taken away'}`;
  }
  return null;
}

/** Cases that one denial decides alone, by that denial. */
function deniedAlone(ask, cases) {
  const alone = new Map();
  for (const { name, input } of cases) {
    const { effect, denies } = ask('gate/decision', input) ?? { denies: [] };
    const keys = new Set(denies.map(keyOf));
    if (effect === 'deny' && keys.size === 1) alone.set([...keys][0], [...(alone.get([...keys][0]) ?? []), { name, input, denial: denies[0] }]);
  }
  return alone;
}

export async function run({ short = false, strict = !short } = {}) {
  const ask = await openPolicy();
  const counter = { asked: 0 };
  const cases = readCases().map((one) => ({ name: `${one.file}:${one.line}`, input: withMilliseconds(one.input) })).filter(({ input }) => typeof input === 'object' && input !== null);
  const pool = pools(cases.map(({ input }) => input));
  const alone = deniedAlone(ask, cases);
  counter.asked += cases.length;
  const lacking = [];
  const stale = [];
  let both = 0;
  for (const [key, { where, unknown }] of denials()) {
    if (unknown && !alone.has(key)) continue; // what cannot be decided is no denial
    const own = alone.get(key) ?? [];
    const found = own.length === 0 ? 'never denies alone in a case' : short || own.slice(0, 4).some(({ input, denial }) => mended(ask, input, denial, pool, counter) !== null) ? null : `no single fact mends ${own.slice(0, 4).map(({ name }) => name).join(', ')}`;
    if (found === null) both += 1;
    if (found !== null && exceptions[key] === undefined) lacking.push(`${key} (${where}): ${found}`);
    if (found === null && exceptions[key] !== undefined) stale.push(`exception no longer needed: ${key}`);
  }
  // Where a rule never denies, this proof must say so of that rule.
  const unnoticed = !hasOpa() || !(await withWrongRules(denialLeftOut, (wrong) => deniedAlone(wrong, cases))).has('PD-04 purpose_does_not_fit') ? [] : ['a wrong bundle (a denial left out) still denies alone'];
  return {
    asked: counter.asked,
    unit: 'answers',
    violations: [...unnoticed, ...stale, ...(strict ? lacking : [])],
    figures: { 'denials by rule and message': denials().size, 'alone and mended': both, exceptions: Object.keys(exceptions).length, lacking: lacking.length, ...(strict ? {} : Object.fromEntries(lacking.map((line, i) => [`lacking ${i + 1}`, line]))) },
  };
}
