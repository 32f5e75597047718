// D3: Go OPA on the sources, the compiled module through the SDK, many cameras at once, and our own engine answer alike.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBench } from '../mutants/bench.mjs';
import { root } from '../opa.mjs';
import { openPolicy } from '../wasm.mjs';
import { caseInputs, damaged, plausible, seeded, shrunk, sortedText } from './draws.mjs';
import { openOracle } from './oracle.mjs';
import { openOurs } from './ours.mjs';

export const title = 'Go OPA, WebAssembly (one, many), the SDK and our engine answer alike';

const atOnce = 200;

export async function run({ seed = 20261124, count = 20_000, damagedCount = count / 2, short = false } = {}) {
  const [good, bad] = short ? [600, 300] : [count, damagedCount];
  const random = seeded(seed);
  const questions = [...plausible(good, random), ...damaged(bad, random)];
  const tables = JSON.parse(readFileSync(path.join(root, 'policies/bundle/data.json'), 'utf8')).tables;
  const oracle = await openOracle(tables);
  try {
    const engines = { sdk: await openPolicy(), ours: await openOurs() };
    const found = await differences(oracle, engines, questions);
    const older = await seenInOlder(oracle, questions.filter((_, i) => i % (short ? 3 : 8) === 0), short ? 1 : 3);
    const violations = [...found.violations, ...older.filter(({ differs }) => differs === 0).map(({ what }) => `the tool did not notice an older module: ${what}`)];
    return {
      asked: questions.length,
      unit: `questions (${bad} damaged)`,
      violations,
      figures: { ...found.figures, differences: found.violations.length, ...Object.fromEntries(older.map(({ what, differs, of }) => [`older module (${what})`, `${differs} of ${of} differ`])) },
    };
  } finally {
    oracle.close();
  }
}

async function differences(oracle, { sdk, ours }, questions) {
  const violations = [];
  const effects = {};
  let batches = 0;
  const cameras = caseInputs().flatMap(({ camera }) => (camera ? [camera] : [])).slice(0, 40);
  for (let i = 0; i < questions.length; i += atOnce) {
    const items = questions.slice(i, i + atOnce);
    const go = await oracle.answers(items);
    for (const [j, input] of items.entries()) {
      const wanted = go[j];
      effects[wanted?.effect ?? wanted?.failed ?? wanted] = (effects[wanted?.effect ?? wanted?.failed ?? wanted] ?? 0) + 1;
      const said = sdk('gate/decision', input) ?? 'undefined';
      const wrong = sortedText(said) !== sortedText(wanted) ? ['sdk', said] : ours.differs(input, wanted);
      if (wrong !== null) violations.push(await example(oracle, { sdk, ours }, input, wrong));
    }
    // Every twentieth question about four cameras at once: Go and WebAssembly, and each camera asked alone.
    const batch = items.filter((input, j) => j % 20 === 0 && input.camera).map((input, j) => ({ ...input, cameras: [input.camera, ...[1, 2, 3].map((k) => cameras[(j * 3 + k + i) % cameras.length])] }));
    const many = await oracle.many(batch);
    for (const [j, input] of batch.entries()) {
      batches += 1;
      const said = sdk('gate/briefs', input) ?? 'undefined';
      const alone = input.cameras.map((camera) => sdk('gate/brief', { ...input, camera }) ?? 'undefined');
      if (sortedText(said) !== sortedText(many[j])) violations.push(`many cameras, Go and WebAssembly differ: ${JSON.stringify(input).slice(0, 300)}`);
      if (Array.isArray(said) && said.map(sortedText).join() !== alone.map(sortedText).join()) violations.push(`many cameras and one by one differ: ${JSON.stringify(input).slice(0, 300)}`);
    }
  }
  return { violations, figures: { ...effects, 'batches of 4 cameras': batches } };
}

async function example(oracle, { sdk, ours }, input, [engine, said]) {
  if (engine !== 'sdk') return `${engine} ${sortedText(said).slice(0, 200)} for ${JSON.stringify(input).slice(0, 400)}`;
  // Shrinking asks Go each time, so it is tried on the SDK's own checked and unchecked answer only.
  const [go] = await oracle.answers([input]);
  return `go ${sortedText(go).slice(0, 200)} wasm ${sortedText(said).slice(0, 200)} for ${JSON.stringify(shrunk(input, (less) => ours.differs(less, go) !== null)).slice(0, 400)}`;
}

/** Modules of changed sources, built in this very run: a tool that finds no difference there finds none anywhere. */
async function seenInOlder(oracle, questions, most) {
  const changes = [
    { what: 'a denial left out', file: 'policies/national/purpose.rego', from: 'not purpose_fits_camera', to: 'false' },
    { what: 'a comparison turned', file: 'policies/national/grant.rego', from: 'input.asOf < input.grant.expiresAt', to: 'input.asOf > input.grant.expiresAt' },
    { what: 'types of facts not asked', file: 'policies/national/required.rego', from: 'type_name(value) == fact.type', to: 'value != null' },
  ];
  const go = [];
  for (let i = 0; i < questions.length; i += atOnce) go.push(...(await oracle.answers(questions.slice(i, i + atOnce))));
  const seen = [];
  for (const { what, file, from, to } of changes.slice(0, most)) {
    const bench = openBench();
    try {
      const place = path.join(bench.folder, file);
      const text = readFileSync(place, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} no longer holds ${from}`);
      writeFileSync(place, text.replace(from, () => to));
      const { ask } = await bench.plain();
      seen.push({ what, of: questions.length, differs: questions.filter((input, i) => sortedText(ask('gate/decision', input) ?? 'undefined') !== sortedText(go[i])).length });
    } finally {
      bench.close();
    }
  }
  return seen;
}
