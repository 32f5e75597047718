// D5, hidden facts: no fact that is removed, nulled or mistyped turns a refusal into a permission (policy-engine.md 1.8).
import { readCases } from '../cases.mjs';
import { readTable, withMilliseconds } from '../shape.mjs';
import { openPolicy } from '../wasm.mjs';
import { isStatement } from './absences.mjs';
import { pathsOf, valueAt, withFact } from './draws.mjs';
import { withWrongRules } from './planted.mjs';

export const title = 'no hidden, nulled or mistyped fact loses a denial';

const wrongTypes = [0, 1, 9e15, '', 'zz', true, false, [], {}, ['zz'], [{}]];
const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** The question with one fact removed, nulled, and of every other type. */
export function* damages(input, at) {
  yield withFact(input, at, undefined);
  yield withFact(input, at, null);
  const stated = valueAt(input, at);
  // What was null said nothing: a number or a text there may be what the fact is meant to hold, not a wrong type.
  for (const value of wrongTypes) if (stated !== null || !['number', 'string'].includes(typeof value)) yield withFact(input, at, typeOf(stated) === typeOf(value) ? null : value);
}

/** Rules that ask for no fact, as policy-engine.md 1.8 measured them. (Types are asked twice, here and by the form of the input.) */
const factsNotAsked = { file: 'national/required.rego', changes: [['not stated(fact)', 'false']] };

/** Every fact of every case; the short form takes every 25th trial. */
export async function run({ short = false } = {}) {
  const policy = await openPolicy();
  const { asked, violations } = hiddenFacts((input) => policy('gate/decision', input)?.effect, short ? 25 : 1);
  const planted = await withWrongRules(factsNotAsked, (ask) => hiddenFacts((input) => ask('gate/decision', input)?.effect, short ? 60 : 20));
  if (planted.violations.length === 0) violations.push('a wrong bundle (facts not asked for) was not noticed');
  return { asked, unit: 'trials', violations, figures: { 'denials lost': violations.length, 'wrong bundle (facts not asked for)': `${planted.violations.length} lost in ${planted.asked.toLocaleString('en')} trials` } };
}

/**
 * The property itself, over any engine; test/policy/hidden-facts.spec.ts asks the gateway's own.
 * @param {(input: object) => string | undefined} effectOf the effect of one question
 * @param every each n-th trial, spread over all cases
 * @returns {{asked: number, ofAllowed: number, violations: string[]}} `ofAllowed`: how many trials hid a required fact of an allowed case
 */
export function hiddenFacts(effectOf, every = 1) {
  const actions = readTable('actions');
  const facts = readTable('facts');
  const violations = new Set();
  let seen = 0;
  let asked = 0;
  let ofAllowed = 0;
  // Not required of a person on the road of their own right, nor of anyone in an act that is open to all.
  const excused = (fact, input) => (fact.notOfOwnRight === true && ['dataSubject', 'violator'].includes(input.request?.requesterKind)) || (fact.notOfAnyone === true && actions[input.action].anyone === true);
  const allowed = (input) => {
    asked += 1;
    return effectOf(input) === 'allow';
  };
  const itsTurn = () => (seen += 1) % every === 0;
  for (const one of readCases()) {
    const input = withMilliseconds(one.input);
    const name = `${one.file}:${one.line}`;
    if (one.want.effect === 'allow') {
      for (const fact of actions[input.action].facts.flatMap((group) => facts[group]).filter((one) => !excused(one, input))) for (const damaged of damages(input, fact.path)) {
        // A fact that was not there has no parent to be damaged in: then nothing was changed.
        if (JSON.stringify(damaged) === JSON.stringify(input) || !itsTurn()) continue;
        ofAllowed += 1;
        if (allowed(damaged)) violations.add(`${name} stays allowed without ${fact.at}`);
      }
    } else if (!(one.want.denies?.includes('POL-0') && one.want.at)) {
      for (const at of pathsOf(input).filter((one) => !isStatement(one, input.action))) {
        for (const damaged of damages(input, at)) if (itsTurn() && allowed(damaged)) violations.add(`${name} is allowed by hiding ${at.join('.')}: ${JSON.stringify(valueAt(damaged, at))}`);
      }
    }
  }
  return { asked, ofAllowed, violations: [...violations] };
}
