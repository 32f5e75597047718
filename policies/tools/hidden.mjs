// Attribute hiding: no fact that is removed, nulled or mistyped turns a refusal into a permission (policy-engine.md 1.8, D5).
// Usage: node policies/tools/hidden.mjs   Every fact of every case; the sampled twin in test/policy runs on each change.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCases } from './cases.mjs';
import { root } from './opa.mjs';
import { readTable, withMilliseconds } from './shape.mjs';
import { openPolicy } from './wasm.mjs';

const wrongTypes = [0, 1, 9e15, '', 'zz', true, false, [], {}, ['zz'], [{}]];
const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** The facts whose absence is itself a statement; the list and its reasons stand in test/policy/damage.ts. */
function statements() {
  const text = readFileSync(path.join(root, 'test/policy/damage.ts'), 'utf8');
  return [...text.matchAll(/path: (\/.+\/),/g)].map(([, pattern]) => new RegExp(pattern.slice(1, -1)));
}

export function pathsOf(value, at = []) {
  if (value === null || typeof value !== 'object') return [];
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

function changed(input, at, change) {
  const copy = structuredClone(input);
  let parent = copy;
  for (const key of at.slice(0, -1)) parent = parent[key];
  change(parent, at.at(-1));
  return copy;
}

export function* damages(input, at) {
  yield changed(input, at, (parent, key) => { if (Array.isArray(parent)) parent.splice(key, 1); else delete parent[key]; });
  yield changed(input, at, (parent, key) => { parent[key] = null; });
  for (const value of wrongTypes) yield changed(input, at, (parent, key) => { parent[key] = typeOf(parent[key]) === typeOf(value) ? null : value; });
}

export async function hiddenFacts() {
  const ask = await openPolicy();
  const absent = statements();
  const actions = readTable('actions');
  const facts = readTable('facts');
  const wrong = [];
  let trials = 0;
  const effect = (input) => { trials += 1; return ask('gate/decision', input)?.effect; };
  for (const one of readCases()) {
    const input = withMilliseconds(one.input);
    if (one.want.effect === 'allow') {
      for (const group of actions[input.action].facts) for (const fact of facts[group]) for (const damaged of damages(input, fact.path)) {
        if (effect(damaged) === 'allow') wrong.push(`${one.file}:${one.line} stays allowed without ${fact.at}`);
      }
    } else if (!(one.want.denies?.includes('POL-0') && one.want.at)) {
      for (const at of pathsOf(input)) {
        if (absent.some((pattern) => pattern.test(at.join('.')))) continue;
        for (const damaged of damages(input, at)) if (effect(damaged) === 'allow') wrong.push(`${one.file}:${one.line} is allowed by hiding ${at.join('.')}`);
      }
    }
  }
  process.stdout.write(`     ${trials} trials, ${wrong.length} denials lost\n`);
  return [...new Set(wrong)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = await hiddenFacts();
  for (const line of wrong) process.stdout.write(`${line}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
