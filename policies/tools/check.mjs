// Everything that must hold before a set of rules may be signed. Usage: npm run policy:check [-- --deep] [--only <words of a step>]
// The proofs run in their short form; --deep asks all of their questions (minutes; the same as npm run policy:prove -- --all).
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildArguments, entrypoints, generate } from './build.mjs';
import { readCases } from './cases.mjs';
import { hostBuiltins } from './capabilities.mjs';
import { catalogueFaults } from './catalogue-form.mjs';
import { classPathFaults } from './class-path.mjs';
import { layerFaults } from './layers.mjs';
import { lintFile, lintSamples, lintTogether, ruleFiles } from './lint.mjs';
import { findOpa, opa, root } from './opa.mjs';
import { plantedFaults } from './planted.mjs';
import { proofs, prove } from './prove.mjs';
import { readTable } from './shape.mjs';
import { codedRules, showing } from './shown.mjs';
import { plantedInTables, tableFaults } from './table-form.mjs';

const catalogueSamples = path.join(root, 'policies/tools/catalogue-samples.jsonl');

/** Each step returns what is wrong, line by line. */
const steps = {
  'rules are formatted': () => {
    const said = opa(['fmt', '--fail', '-l', 'policies']);
    return said.ok ? [] : said.out.trim().split('\n');
  },
  'rules compile strictly against the input schema and our capabilities': () => {
    const said = opa(['check', '--strict', '--schema', 'policies/bundle/input.schema.json', '--capabilities', 'policies/bundle/capabilities.json', '--ignore', 'bundle', 'policies']);
    return said.ok ? [] : said.err.trim().split('\n');
  },
  'a mistyped fact name does not compile': () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cuao-check-'));
    try {
      writeFileSync(path.join(folder, 'typo.rego'), 'package typo\n\nimport rego.v2\n\nx if input.camera.staet == "ok"\n');
      const said = opa(['check', '--strict', '--schema', 'policies/bundle/input.schema.json', folder]);
      return said.ok ? ['input.camera.staet was accepted'] : [];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  'every Rego test passes, cases among them, and every line of every rule is reached': async () => {
    // The coverage run says only whether a test failed; which one, the plain run says.
    const covered = await coverage;
    if (covered.ok) return [];
    const said = opa(['test', '--fail-on-empty', '--ignore', 'bundle', 'policies']);
    return said.ok ? notCovered(covered) : `${said.out}${said.err}`.trim().split('\n');
  },
  'our own lint finds nothing': () => [...ruleFiles().flatMap((file) => lintFile(file)), ...lintTogether(ruleFiles())],
  'our own lint finds each planted fault and no near miss': () => lintSamples(),
  'answers about classes of cameras depend on nothing outside tables/classes.json': () => classPathFaults(),
  'the walk over the class path finds each planted fault': () => plantedIn('policies/tools/class-path-samples', (file) => classPathFaults([file])),
  'the catalogue has all 148 rows in their form, each enforced as it says': async () => catalogueFaults(await catalogueAsBuilt()),
  'the catalogue check finds each planted fault': async () => plantedInCatalogue(await catalogueAsBuilt()),
  'tables: names of one thing say the same, days are those of their law and written twice alike, every act is logged': () => tableFaults(tablesOfForm()),
  'the check of tables finds each planted fault': () => plantedInTables(tablesOfForm()),
  'tables: every changeover is known': () => {
    const dated = ['rules', 'articles', 'bases', 'grounds', 'standards'].flatMap((name) => Object.values(readTable(name)).flatMap((row) => [row.from, row.to]));
    const times = [...dated, ...Object.values(readTable('sizes')).map(({ until }) => until), readTable('limits').aiComplyBefore, readTable('moratorium').from, readTable('moratorium').to];
    const wanted = [...new Set(times.filter((at) => at > 0 && at < readTable('time').end))].sort((a, b) => a - b);
    return JSON.stringify(wanted) === JSON.stringify(readTable('time').changeovers) ? [] : [`tables/time.json changeovers differ from what the tables say: ${wanted.join(', ')}`];
  },
  'national law says the same without the city layer, and under another one': () => layerFaults(),
  'every rule that decides has a case for it and a case against it': () => rulesWithoutCases(),
  'rebuilding gives the committed bytes': async () => {
    const made = await generate();
    return Object.entries(made).filter(([file, bytes]) => !sameBytes(file, bytes)).map(([file]) => `${file} is not what its sources make: npm run policy:build`);
  },
  'the planted module needs a built-in that we do not give, and our capabilities refuse its source': () => plantedFaults(),
  'the module answers the known entrypoints and asks its host for nothing': async () => {
    const wanted = await hostBuiltins(readFileSync(path.join(root, 'policies/bundle/policy.wasm')));
    const { entrypoints: has } = JSON.parse(readFileSync(path.join(root, 'policies/bundle/manifest.json'), 'utf8'));
    return [...(wanted.size > 0 ? [`asks for ${[...wanted].join(', ')}`] : []), ...(has.join() === entrypoints.join() ? [] : [`answers ${has.join(', ')}`])];
  },
};

/**
 * The longest step, beside the others on a core of its own, into files: nobody may be able to read a pipe for as long as another
 * step lasts. Without `--coverage-runs ''` OPA runs every test twice more, only to say why a line was not reached.
 */
function startCoverage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-coverage-'));
  const [out, err] = ['out', 'err'].map((name) => openSync(path.join(folder, name), 'w'));
  const args = ['test', '--coverage', '--coverage-runs', '', '--threshold', '100', '--ignore', 'bundle', 'policies'];
  const child = spawn(findOpa(), args, { cwd: root, stdio: ['ignore', out, err] });
  return new Promise((done) => {
    const said = (ok) => {
      for (const file of [out, err]) closeSync(file);
      const [outText, errText] = ['out', 'err'].map((name) => readFileSync(path.join(folder, name), 'utf8'));
      rmSync(folder, { recursive: true, force: true });
      done({ ok, out: outText, err: errText });
    };
    child.once('error', () => said(false));
    child.once('exit', (code) => said(code === 0));
  });
}

/** Rows that no test reaches, `file:from-to`. */
function notCovered({ err }) {
  const { files } = JSON.parse(opa(['test', '--coverage', '--coverage-runs', '', '--ignore', 'bundle', 'policies']).out);
  return [err.trim(), ...Object.entries(files).flatMap(([file, { not_covered: rows = [] }]) => rows.map(({ start, end }) => `${file}:${start.row}-${end.row}`))];
}

/** @param find file → what is found in it, line by line */
function plantedIn(samplesFolder, find) {
  const samples = path.join(root, samplesFolder);
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-lint-'));
  try {
    return readdirSync(samples).flatMap((name) => {
      const text = readFileSync(path.join(samples, name), 'utf8');
      const file = path.join(folder, name.replace('.sample', ''));
      writeFileSync(file, text);
      const wanted = /^# expect: (.+)$/m.exec(text)?.[1] ?? '';
      const found = find(file);
      return found.some((line) => line.includes(wanted)) ? [] : [`${name}: wanted "${wanted}", found ${found.length === 0 ? 'nothing' : found.join('; ')}`];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tablesOfForm = () => Object.fromEntries(['actions', 'articles', 'bases', 'caseForms', 'facts', 'grounds', 'orgs', 'rules', 'standards', 'time'].map((name) => [name, readTable(name)]));

let built = null;

/** Asks every case once for the two steps that look at it; neither changes it. */
function catalogueAsBuilt() {
  return (built ??= readCatalogue());
}

async function readCatalogue() {
  const coded = codedRules();
  return { rules: readTable('rules'), articles: readTable('articles'), coded, shown: await showing(coded) };
}

/** A sample sets or removes (null) one field, `rules.PD-04.textEn`, or takes a rule's Rego (`coded.PD-04`) or cases (`shown.PD-04`) away. */
function plantedInCatalogue(good) {
  return readFileSync(catalogueSamples, 'utf8').trim().split('\n').flatMap((line) => {
    const { fault, expect, at, to } = JSON.parse(line);
    const bad = { rules: structuredClone(good.rules), articles: structuredClone(good.articles), coded: new Map(good.coded), shown: new Map(good.shown) };
    const [part, key, field] = at;
    if (bad[part] instanceof Map) bad[part].delete(key);
    else if (field === undefined) delete bad[part][key];
    else if (to === null) delete bad[part][key][field];
    else bad[part][key] = { ...bad[part][key], [field]: to };
    const found = catalogueFaults(bad);
    return found.some((one) => one.includes(expect)) ? [] : [`${fault}: wanted "${expect}", found ${found.join('; ') || 'nothing'}`];
  });
}

/** A rule denies alone in some case (`only`), and there is an allowed case of an act it speaks about. */
function rulesWithoutCases() {
  const cases = readCases();
  const denying = new Set(ruleFiles().flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(/# {3}rule: (\S+)\n(?:#.*\n)*?# {3}severity/g)].map((m) => m[1])));
  denying.delete('POL-6');
  denying.delete('POL-7');
  const deniedAlone = new Set(cases.flatMap(({ want }) => (want.only?.length > 0 ? want.only : want.denies ?? [])));
  const unknown = new Set(['EV-12']);
  return [...denying].filter((rule) => !deniedAlone.has(rule) && !unknown.has(rule)).map((rule) => `no case is denied by ${rule}`);
}

function sameBytes(file, bytes) {
  try {
    return readFileSync(path.join(root, file)).equals(bytes);
  } catch {
    return false;
  }
}

for (const [id, parts] of Object.entries(proofs)) {
  // Mutants take minutes even in part: npm run policy:prove -- D8, or --deep here.
  if (id === 'D8' && !process.argv.includes('--deep')) continue;
  for (const [i, load] of parts.entries()) {
    steps[`proof ${id}${parts.length > 1 ? ` part ${i + 1}` : ''}`] = async () => {
      const { title, asked, unit, violations, skipped } = await prove(id, load, { short: !process.argv.includes('--deep') });
      process.stdout.write(`     ${title}: ${asked} ${unit}${skipped ? ` (${skipped})` : ''}\n`);
      return violations;
    };
  }
}

const only = process.argv.flatMap((arg, i) => (process.argv[i - 1] === '--only' ? [arg] : []));
const chosen = Object.entries(steps).filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)));
let failed = 0;
// Begun first, asked last.
const isCovered = ([name]) => name.startsWith('every Rego test');
const coverage = chosen.some(isCovered) ? startCoverage() : null;
for (const [name, step] of [...chosen.filter((one) => !isCovered(one)), ...chosen.filter(isCovered)]) {
  const began = performance.now();
  const wrong = await step();
  const ms = Math.round(performance.now() - began);
  process.stdout.write(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${ms} ms)\n`);
  for (const line of wrong.slice(0, 20)) process.stdout.write(`     ${line}\n`);
  if (wrong.length > 0) failed += 1;
}
process.stdout.write(`${chosen.length - failed} passed, ${failed} failed; built with: opa ${buildArguments('policies/bundle/capabilities.json', 'bundle.tar.gz').slice(0, 4).join(' ')} ...\n`);
process.exitCode = failed > 0 ? 1 : 0;
