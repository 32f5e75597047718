// D4: the rules against the same law written a second time (test/policy/reference.law, read by reference.ts), question by question, shrunk where they differ.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hasOpa, root } from '../opa.mjs';
import { openPolicy } from '../wasm.mjs';
import { caseInputs, instants, pathsOf, valueAt, withFact } from './draws.mjs';
import { denialLeftOut, withWrongRules } from './planted.mjs';
import { loadTypeScript } from './typescript.mjs';

export const title = 'a second writing of the law in TypeScript says the same';

/** A case with a few facts taken away or set to what other cases say in the same place: fewer changes are simpler. */
export function questions() {
  const inputs = caseInputs().filter((input) => typeof input.action === 'string');
  const pool = new Map();
  for (const input of inputs) for (const at of pathsOf(input)) {
    const key = JSON.stringify(at);
    const known = pool.get(key) ?? { at, values: new Map() };
    pool.set(key, { at, values: known.values.set(JSON.stringify(valueAt(input, at)), valueAt(input, at)) });
  }
  const places = [...pool.values()].map(({ at, values }) => ({ at, values: [...values.values()] }));
  const change = fc.constantFrom(...places).chain(({ at, values }) => fc.constantFrom(undefined, null, ...values).map((value) => ({ at, value })));
  const acts = [...new Set(inputs.map(({ action }) => action))];
  return fc
    .tuple(fc.constantFrom(...inputs), fc.array(change, { maxLength: 5 }), fc.option(fc.constantFrom(...instants()), { freq: 3 }), fc.option(fc.constantFrom(...acts), { freq: 5 }))
    .map(([base, changes, asOf, action]) => {
      const changed = changes.reduce((made, { at, value }) => withFact(made, at, structuredClone(value)), base);
      return { ...changed, ...(asOf === null ? {} : { asOf }), ...(action === null ? {} : { action }) };
    });
}

const ids = (list, key) => new Set(list.map((one) => one[key]));
const only = (set, covered) => [...set].filter((id) => covered.has(id)).sort().join();

/** What differs between the policy's answer and the reference, or null. */
export function differenceWith({ reference, combined, coveredRules, coveredNeeds, coveredReasons, coveredObligations }, tables, answer, question) {
  const said = reference(tables, question);
  // What the reference does not cover is taken from the answer, so that the combination of all is still checked.
  const rest = [...ids(answer.denies, 'rule')].filter((rule) => !coveredRules.has(rule));
  const misshapen = answer.denies.some(({ message }) => message === 'mistyped_fact');
  const beforeLaw = answer.effect === 'cannot_decide' && answer.denies.length === 0 && typeof question.asOf === 'number' && question.asOf < tables.time.firstKnown;
  if (!beforeLaw && !misshapen) {
    const [ours, theirs] = [only(said.denies, coveredRules), only(ids(answer.denies, 'rule'), coveredRules)];
    if (ours !== theirs) return `denied by [${theirs}], the reference says [${ours}]`;
    const needed = [...ids(answer.needs.filter(({ rule }) => coveredNeeds.has(rule)), 'by')];
    if (question.action !== 'system_connect' && [...said.needs].sort().join() !== needed.sort().join()) return `needs [${needed}], the reference says [${[...said.needs]}]`;
    if (only(said.reasons, coveredReasons) !== only(ids(answer.reasons, 'rule'), coveredReasons)) return `reasons [${[...ids(answer.reasons, 'rule')]}], the reference says [${[...said.reasons]}]`;
    if (only(said.obligations, coveredObligations) !== only(ids(answer.obligations, 'code'), coveredObligations)) return `obligations [${[...ids(answer.obligations, 'code')]}], the reference says [${[...said.obligations]}]`;
  }
  const effect = combined(tables, question, {
    denied: said.denies.size > 0 || rest.length > 0 || misshapen,
    unknown: said.unknown || answer.unknowns.some(({ rule }) => !['POL-6', 'POL-7'].includes(rule)),
    needs: said.needs.size > 0 || answer.needs.some(({ rule }) => question.action === 'system_connect' || !coveredNeeds.has(rule)),
    permitted: said.reasons.size > 0 || [...ids(answer.reasons, 'rule')].some((rule) => !coveredReasons.has(rule)),
  });
  return effect === answer.effect ? null : `${answer.effect}, the reference says ${effect}`;
}

const theLaw = () => readFileSync(path.join(root, 'test/policy/reference.law'), 'utf8');

/** Bundles with one wrong thing in them, built in this very run: the questions must find each. */
const plants = [
  denialLeftOut,
  { what: 'a key of the wrong body', file: 'national/keys.rego', changes: [['not two_hands', 'false']] },
  { what: 'a grant that never ends', file: 'national/grant.rego', changes: [['input.asOf < input.grant.expiresAt', 'input.grant.expiresAt > 0']] },
];

/** The first question on which a bundle and the reference differ, shrunk; and how many were asked. */
function compare(written, tables, ask, { seed, most, note = () => {} }) {
  let asked = 0;
  const details = fc.check(
    fc.property(questions(), (question) => {
      const answer = ask('gate/decision', question);
      asked += 1;
      note(answer);
      const differs = differenceWith(written, tables, answer, question);
      if (differs !== null) throw new Error(differs);
    }),
    { seed, numRuns: most, endOnFailure: false },
  );
  const found = details.failed ? `${String(details.errorInstance?.message ?? details.error)} for ${JSON.stringify(details.counterexample?.[0])}` : null;
  return { asked, found, shrinks: details.numShrinks };
}

async function findPlants(written, seed, some) {
  const found = [];
  for (const plant of some) found.push(await withWrongRules(plant, (ask, tables) => ({ what: plant.what, ...compare(written, tables, ask, { seed, most: 20_000 }) })));
  return found;
}

export async function run({ seed = 20261126, count = 50_000, short = false } = {}) {
  const { combined, readLaw } = await loadTypeScript('test/policy', 'reference');
  const written = { combined, ...readLaw(theLaw()) };
  const { tables } = JSON.parse(readFileSync(path.join(root, 'policies/bundle/data.json'), 'utf8'));
  const effects = {};
  const denied = new Map();
  const note = (answer) => {
    effects[answer.effect] = (effects[answer.effect] ?? 0) + 1;
    for (const { rule } of answer.denies) denied.set(rule, (denied.get(rule) ?? 0) + 1);
  };
  const { asked, found } = compare(written, tables, await openPolicy(), { seed, most: short ? 2_000 : count, note });
  const violations = found === null ? [] : [found];
  const silent = [...written.coveredRules].filter((rule) => !denied.has(rule));
  if (!short && found === null && silent.length > 0) violations.push(`covered, but no question was denied by ${silent.join(', ')}`);
  // A wrong bundle is built where there is OPA; the short form also runs without it.
  // Only where the true bundle does not differ does a difference of a wrong one mean anything.
  const planted = found !== null || !hasOpa() ? [] : await findPlants(written, seed, short ? plants.slice(0, 1) : plants);
  violations.push(...planted.filter((one) => one.found === null).map(({ what }) => `a wrong bundle was not noticed: ${what}`));
  return {
    asked,
    unit: 'questions',
    violations,
    figures: {
      ...effects,
      'sentences of the law': written.sentences,
      'rules covered': written.coveredRules.size,
      'times each denied, at least': silent.length > 0 ? 0 : Math.min(...[...written.coveredRules].map((rule) => denied.get(rule))),
      ...Object.fromEntries(planted.map(({ what, asked: after, found: seen, shrinks }) => [`wrong bundle (${what})`, seen === null ? 'not noticed' : `noticed and shrunk in ${shrinks} steps, ${after} questions: ${seen.slice(0, 160)}`])),
    },
  };
}
