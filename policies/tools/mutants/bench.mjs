// Builds a file with all its mutants in it, and asks the cases of each.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { buildArguments } from '../build.mjs';
import { opa, root } from '../opa.mjs';
import { compiledFiles } from '../pack.mjs';
import { withMutants } from './rules.mjs';

const none = { id: 'none' };
const ruleFolders = ['gate', 'national', 'hanoi'];

/** A copy of the rules in which files can be replaced; `close` removes it. */
export function openBench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-mutants-'));
  mkdirSync(path.join(folder, 'policies'));
  for (const part of [...ruleFolders, 'system', 'tables']) cpSync(path.join(root, 'policies', part), path.join(folder, 'policies', part), { recursive: true });
  // Of the cases' Rego twin only the whole inputs are needed here; its tests would cost a second a time.
  const twin = path.join(folder, 'policies/gate/cases_test.rego');
  writeFileSync(twin, `package gate_test\n\nimport rego.v2\n${readFileSync(twin, 'utf8').split(/^(?=bases := )/m).at(-1)}`);
  return {
    folder,
    close: () => rmSync(folder, { recursive: true, force: true }),
    build: (file, rules) => build(folder, file, rules),
    unitTests: (file, rules, mutant) => unitTests(folder, file, rules, mutant),
    /** The rules as they are, with tables that can be changed. */
    plain: () => compiled(folder),
  };
}

/** @returns {Promise<{unviable: Set<string>, choose: (id: string) => void, ask: (entrypoint: string, input: object) => any}>} */
async function build(folder, file, rules) {
  const place = path.join(folder, file);
  const original = readFileSync(place);
  const left = new Set(rules.flatMap(({ mutants }) => mutants.map(({ id }) => id)));
  const unviable = new Set();
  try {
    // What does not compile is no mutant: its rows are named by opa, and it is left out.
    for (;;) {
      const { text, rows } = withMutants(file, rules, left);
      writeFileSync(place, text);
      const said = opa(['check', '--max-errors', '2000', '--ignore', '*_test.rego', 'policies'], { cwd: folder });
      if (said.ok) break;
      const named = [...said.err.matchAll(/([^\s:]+\.rego):(\d+)/g)].filter((m) => m[1] === file).map((m) => Number(m[2]));
      const bad = rows.filter(({ from, to }) => named.some((row) => row >= from && row <= to)).map(({ id }) => id);
      if (bad.length === 0) throw new Error(`${file} with its mutants does not compile:\n${said.err.slice(0, 2000)}`);
      for (const id of bad) {
        left.delete(id);
        unviable.add(id);
      }
    }
    return { unviable, ...(await compiled(folder)) };
  } finally {
    writeFileSync(place, original);
  }
}

/** The hand-written Rego tests (not the twins of the cases): do they notice this one mutant? A second each, so only for what is left. */
function unitTests(folder, file, rules, { id, rule: ruleId, what, text: changed }) {
  const rule = rules.find(({ mutants }) => mutants.some((one) => one.id === id));
  // They speak of the gate, the mask, and a few switches by name; the rest is the cases' affair.
  if (!/policies\/(gate|system)\//.test(file) && !handTexts().includes(`"${ruleId}"`) && !/organisationFactsRequired|standing_authority/.test(`${what} ${rule.text}`)) return false;
  const place = path.join(folder, file);
  const original = readFileSync(place, 'utf8');
  try {
    writeFileSync(place, original.replace(rule.text, () => (rule.isDefault ? rule.text.replace(/false$/, 'true') : changed ?? '')));
    const said = opa(['test', '--run', handWritten(), 'policies'], { cwd: folder });
    return !said.ok;
  } finally {
    writeFileSync(place, original);
  }
}

const handTexts = () => ruleFolders.flatMap((folder) => readdirSync(path.join(root, 'policies', folder)).filter((name) => name.endsWith('_test.rego') && name !== 'cases_test.rego').map((name) => readFileSync(path.join(root, 'policies', folder, name), 'utf8'))).join('\n');

function handWritten() {
  const names = [...handTexts().matchAll(/^(test_\w+)/gm)].map((m) => m[1]);
  return `\\.(${names.join('|')})$`;
}

async function compiled(folder) {
  const archive = path.join(folder, 'b.tar.gz');
  const built = opa(buildArguments(path.join(root, 'policies/bundle/capabilities.json'), archive), { cwd: folder });
  if (!built.ok) throw new Error(built.err.slice(0, 2000));
  const files = compiledFiles(archive);
  const policy = await loadPolicy(files['policy.wasm'], { initial: 256, maximum: 2048 });
  const data = JSON.parse(files['data.json']);
  const set = (tables, mutant) => policy.setData({ tables, mutant });
  set(data.tables, none);
  return {
    tables: data.tables,
    choose: (id) => set(data.tables, { id }),
    withTables: (tables) => set(tables, none),
    ask: (entrypoint, input) => {
      try {
        return policy.evaluate(input, entrypoint)[0]?.result;
      } catch (thrown) {
        return { failed: String(thrown?.message ?? thrown) };
      }
    },
  };
}
