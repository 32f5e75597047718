// D2: the golden questions that anybody may run are what the cases say, and the bundle and Go OPA answer them as written.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../opa.mjs';
import { questionOf, readVectors, vectors, wrongAnswer } from '../vectors.mjs';
import { openPolicy } from '../wasm.mjs';
import { openOracle } from './oracle.mjs';
import { denialLeftOut, withWrongRules } from './planted.mjs';

export const title = 'golden questions in a public form are answered as written';

export async function run() {
  const all = readVectors();
  const violations = [];
  const written = readFileSync(path.join(root, 'policies/bundle/vectors.jsonl'), 'utf8');
  if (written !== vectors()) violations.push('bundle/vectors.jsonl is not what the cases make: npm run policy:build');
  const ask = await openPolicy();
  const oracle = await openOracle(JSON.parse(readFileSync(path.join(root, 'policies/bundle/data.json'), 'utf8')).tables);
  try {
    const go = await oracle.answers(all.map(({ request }) => questionOf(request)));
    for (const [i, vector] of all.entries()) {
      for (const [engine, answer] of [['wasm', ask('gate/decision', questionOf(vector.request))], ['go', go[i]]]) {
        const wrong = wrongAnswer(vector, answer);
        if (wrong !== null) violations.push(`line ${i + 1} ${vector.description}: ${engine} says ${wrong}`);
      }
    }
  } finally {
    oracle.close();
  }
  const noticed = await withWrongRules(denialLeftOut, (wrong) => all.filter((vector) => wrongAnswer(vector, wrong('gate/decision', questionOf(vector.request))) !== null).length);
  if (noticed === 0) violations.push('a wrong bundle (a denial left out) answers every question as written');
  const rules = new Set(all.flatMap(({ response }) => response.context.denies ?? []));
  return { asked: all.length * 2, unit: 'answers (WebAssembly and Go)', violations, figures: { vectors: all.length, 'answered otherwise by a wrong bundle (a denial left out)': noticed, allowed: all.filter(({ response }) => response.decision).length, 'rules that deny among them': rules.size } };
}
