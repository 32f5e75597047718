// D9: OPA's own conformance cases, compiled with our list of built-ins and asked of our engine. They come with the Go module
// of the pinned OPA and are not kept here; without Go's cache this proof is skipped, in plain words.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServerBuild } from '../../../tools/setup/builds.mjs';
import { opa, opaOrThrow, opaVersion, root } from '../opa.mjs';
import { compiledFiles } from '../pack.mjs';
import { sortedText } from './draws.mjs';

export const title = "OPA's own conformance cases are answered by our engine as upstream wants";

const capabilities = path.join(root, 'policies/bundle/capabilities.json');
const atOnce = 80;

function casesFolder() {
  const said = spawnSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' });
  const folder = path.join((said.stdout ?? '').trim(), `github.com/open-policy-agent/opa@v${opaVersion}/v1/test/cases/testdata/v1`);
  return said.status === 0 && existsSync(folder) ? folder : null;
}

/** @returns {{group: string, note: string, query: string, modules: string[], data: object, input: any, want: any}[]} */
function readUpstream(folder) {
  const texts = {};
  for (const name of readdirSync(folder, { recursive: true })) if (name.endsWith('.yaml')) texts[name] = readFileSync(path.join(folder, name), 'utf8');
  // OPA reads its own YAML: one call for all of it.
  const said = opaOrThrow(['eval', '--stdin-input', '--format', 'raw', '{name: yaml.unmarshal(text) | some name, text in input}'], { input: JSON.stringify(texts) });
  return Object.entries(JSON.parse(said)).flatMap(([name, { cases }]) => cases.map((one) => ({ group: name.split('/')[0], ...one })));
}

/** What our engine cannot or need not be asked, with the reason; null when it can. */
function unaskable(one) {
  if (one.strict_error) return 'errors of built-ins leave a rule undefined in WebAssembly, there is no strict mode';
  if (one.env) return 'needs environment variables';
  if (one.want_result === undefined && one.want_error_code === undefined && one.want_error === undefined) return 'says no wanted result';
  if (one.input === undefined && one.input_term === undefined && /\binput\b/.test([one.query, ...(one.modules ?? [])].join('\n'))) return 'asks what an absent input is; our engine always gives one';
  const input = inputOf(one);
  if (input === undefined || input === null || typeof input !== 'object' || Array.isArray(input)) return 'its input is no JSON object; our engine takes nothing else';
  return null;
}

function inputOf(one) {
  if (one.input_term === undefined) return one.input === undefined ? {} : one.input;
  try {
    return JSON.parse(one.input_term);
  } catch {
    return undefined;
  }
}

/** Each case in a package of its own, so that many share one build. @returns files by name */
function filesOf(one, prefix) {
  const own = (text) => (prefix === null ? text : text.replace(/(^|[^\w.])data(?=[.[])/g, `$1data.${prefix}`));
  const put = (text) => (prefix === null ? text : own(text).replace(/^(\s*package\s+)/m, `$1${prefix}.`));
  const names = [...new Set((one.want_result ?? []).flatMap((row) => Object.keys(row)))];
  const answers = `package ${prefix === null ? '' : `${prefix}.`}cuao\n\nanswers := [{${names.map((name) => `${JSON.stringify(name)}: ${name}`).join(', ')}} |\n\t${own(one.query)}\n]\n`;
  const folder = prefix ?? 'alone';
  return {
    ...Object.fromEntries((one.modules ?? []).map((text, i) => [`${folder}/m${i}.rego`, put(text)])),
    [`${folder}/answers.rego`]: answers,
    [`${prefix === null ? '' : `${prefix}/`}data.json`]: JSON.stringify(one.data ?? {}),
  };
}

export async function run({ short = false, count } = {}) {
  const folder = casesFolder();
  if (folder === null) return { asked: 0, unit: 'cases', violations: [], skipped: `Go's module cache holds no opa v${opaVersion}` };
  await ensureServerBuild(root);
  const { instanceMaker, PolicyEngine } = await import(pathToFileURL(path.join(root, 'dist/libs/regulation/src/engine.js')).href);
  const start = async (files, entrypoints) => {
    const data = files['data.json'] === undefined ? {} : JSON.parse(files['data.json']);
    return PolicyEngine.start(instanceMaker(await WebAssembly.compile(files['policy.wasm']), data, JSON.stringify(data).length), entrypoints);
  };
  const all = readUpstream(folder).filter((_, i) => (short ? i % 40 === 0 : count === undefined || i < count));
  const skipped = new Map();
  const groups = new Map();
  const skip = (one, why) => {
    skipped.set(why, [...(skipped.get(why) ?? []), one.group]);
  };
  const able = all.filter((one) => {
    const why = unaskable(one);
    if (why !== null) skip(one, why);
    return why === null;
  });
  const violations = [];
  let passed = 0;
  let altered = 0;
  const judge = (one, said) => {
    const wrong = wrongWith(one, said);
    // The judge itself: an answer with one row more must be wrong for every case.
    if (wrong === null && said.kind !== 'fault') {
      altered += 1;
      if (wrongWith(one, { ...said, value: [...said.value, { planted: 1 }] }) === null) violations.push(`a wrong answer passes for ${one.note}`);
    }
    if (wrong === null) {
      passed += 1;
      groups.set(one.group, (groups.get(one.group) ?? 0) + 1);
    }
    return wrong;
  };
  for (let i = 0; i < able.length; i += atOnce) {
    const batch = able.slice(i, i + atOnce).map((one, j) => ({ one, prefix: `c${i + j}` }));
    const { kept, refused, engine } = await built(batch, start);
    for (const { one, why } of refused) {
      if (one.want_error_code?.startsWith('rego_')) passed += 1;
      else skip(one, why);
    }
    for (const { one, prefix } of kept) {
      const said = engine.ask(`${prefix}/cuao/answers`, JSON.stringify(inputOf(one)), 1 << 20);
      if (judge(one, said) === null) continue;
      // The package of its own may itself be the difference: then the case decides alone and unchanged.
      const alone = await built([{ one, prefix: null }], start);
      const again = alone.engine === null ? alone.refused[0].why : judge(one, alone.engine.ask('cuao/answers', JSON.stringify(inputOf(one)), 1 << 20));
      if (again === null) continue;
      const known = knownLimits.find(({ group, note }) => group === one.group && (note === undefined || note.test(one.note)));
      if (known) skip(one, known.why);
      else violations.push(`${one.note} (${one.group}): ${again}`);
    }
  }
  const reasons = [...skipped].sort(([, a], [, b]) => b.length - a.length).map(([why, of]) => [`skipped, ${why}`, `${of.length} (${[...new Set(of)].slice(0, 12).join(', ')}${new Set(of).size > 12 ? ' …' : ''})`]);
  return { asked: passed + violations.length, unit: `cases of ${all.length}`, violations, figures: { passed, 'wrong answers planted and refused': altered, 'groups with a passed case': groups.size, ...Object.fromEntries(reasons) } };
}

/** Differences of WebAssembly that upstream knows; the rules of this house stay clear of them. */
const knownLimits = [
  { group: 'jsonbuiltins', note: /exponent/, why: 'numbers beyond the range of a double are read by WebAssembly, refused by Go; the form of our questions holds plain numbers' },
  { group: 'dataderef', note: /integer/, why: 'a number as a key of data; our tables are read by text' },
  { group: 'strings', note: /bignum/, why: 'whole numbers beyond 64 bits; ours are milliseconds' },
];

function wrongWith(one, said) {
  if (one.want_error_code !== undefined || one.want_error !== undefined) return said.kind === 'fault' ? null : `wanted the error ${one.want_error_code ?? one.want_error}, got ${JSON.stringify(said.value).slice(0, 200)}`;
  if (said.kind === 'fault') return `${said.code}: ${said.detail}`;
  const rows = (list) => list.map((row) => (one.sort_bindings ? sortedText(row) : canonical(row))).sort().join('\n');
  // JSON has no sets: a set comes as a list in the order of its hashes, so the order of lists is let go where it alone differs.
  const same = rows(said.value) === rows(one.want_result) || sortedText(said.value) === sortedText(one.want_result);
  return same ? null : `wanted ${JSON.stringify(one.want_result).slice(0, 200)}, got ${JSON.stringify(said.value).slice(0, 200)}`;
}

/** Keys of objects in one order; lists as they are. */
function canonical(value) {
  const ordered = (one) => (Array.isArray(one) ? one.map(ordered) : one !== null && typeof one === 'object' ? Object.fromEntries(Object.keys(one).sort().map((key) => [key, ordered(one[key])])) : one);
  return JSON.stringify(ordered(value));
}

/** Compiles what compiles; a case that our capabilities refuse is named with opa's own words. */
async function built(batch, start) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-conformance-'));
  const refused = [];
  try {
    let kept = batch;
    const write = ({ one, prefix }) => {
      for (const [name, text] of Object.entries(filesOf(one, prefix))) {
        mkdirSync(path.dirname(path.join(folder, 'p', name)), { recursive: true });
        writeFileSync(path.join(folder, 'p', name), text);
      }
    };
    const drop = (item, why) => {
      refused.push({ one: item.one, why });
      rmSync(path.join(folder, 'p', item.prefix ?? '.'), { recursive: true, force: true });
      kept = kept.filter((other) => other !== item);
    };
    batch.forEach(write);
    while (kept.length > 0) {
      const said = opa(['check', '--max-errors', '5000', '--capabilities', capabilities, 'p'], { cwd: folder });
      if (said.ok) break;
      const errors = [...said.err.matchAll(/p\/(\w+)\/\w+\.rego:\d+: (\w+): ([^\n]*)/g)];
      const bad = kept.filter(({ prefix }) => errors.some(([, name]) => name === (prefix ?? 'alone')));
      if (bad.length === 0) throw new Error(said.err.slice(0, 1500));
      for (const item of bad) drop(item, reasonOf(errors.find(([, name]) => name === (item.prefix ?? 'alone'))));
    }
    if (kept.length === 0) return { kept, refused, engine: null };
    const entrypoints = kept.map(({ prefix }) => `${prefix === null ? '' : `${prefix}/`}cuao/answers`);
    opaOrThrow(['build', '-t', 'wasm', '--capabilities', capabilities, ...entrypoints.flatMap((name) => ['-e', name]), '-o', 'b.tar.gz', 'p'], { cwd: folder });
    return { kept, refused, engine: await start(compiledFiles(path.join(folder, 'b.tar.gz')), entrypoints) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reasonOf([, , code, words]) {
  if (/undefined function/.test(words)) return 'asks for a built-in outside our list';
  return `does not compile (${code})`;
}
