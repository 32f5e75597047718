// Mutation testing of the rules: drop a condition, flip a comparison, drop a denial; a case must notice (policy-engine.md 5.5, D8).
// Usage: node policies/tools/mutate.mjs [every n-th mutant, default 1] [--list]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildArguments } from './build.mjs';
import { readCases, wantedMs } from './cases.mjs';
import { ruleFiles } from './lint.mjs';
import { opa, root } from './opa.mjs';
import { unpackBundle } from './pack.mjs';
import { withMilliseconds } from './shape.mjs';
import { openPolicy } from './wasm.mjs';

/** Lines that say nothing by themselves: what they bind is used below, or they only carry the answer. */
const carrying = /^\t(d|n|p|o) := |^\t(some |every )|:= |^\t\}|\{$/;
const flips = [[' <= ', ' < '], [' < ', ' <= '], [' >= ', ' > '], [' > ', ' >= '], [' == ', ' != '], [' != ', ' == ']];

function* mutants() {
  for (const file of ruleFiles().filter((name) => !name.startsWith('policies/system'))) {
    const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
    for (const [i, line] of lines.entries()) {
      if (line.startsWith('#')) continue;
      if (line.startsWith('\t') && !carrying.test(line) && !line.trim().endsWith(',')) yield { file, row: i + 1, what: `without "${line.trim()}"`, text: lines.toSpliced(i, 1).join('\n') };
      for (const [from, to] of flips) {
        if (!line.includes(from) || /^(import|package|default)/.test(line) || line.includes(':= {')) continue;
        yield { file, row: i + 1, what: `"${line.trim()}" with${to}for${from}`.replaceAll('  ', ' '), text: lines.with(i, line.replace(from, to)).join('\n') };
      }
      if (/^\w*denies contains d if \{$/.test(line)) {
        const end = lines.findIndex((one, j) => j > i && one === '}');
        yield { file, row: i + 1, what: 'without this denial', text: lines.toSpliced(i, end - i + 1).join('\n') };
      }
    }
  }
}

const cases = readCases().map((one) => ({ ...one, input: withMilliseconds(one.input), want: wantedMs(one.want) }));

/** @returns the first case that notices, or null */
async function killer(folder) {
  const archive = path.join(folder, 'b.tar.gz');
  const built = opa(buildArguments(path.join(root, 'policies/bundle/capabilities.json'), archive), { cwd: folder });
  if (!built.ok) return { unviable: true };
  const files = unpackBundle(archive);
  for (const name of ['policy.wasm', 'data.json']) writeFileSync(path.join(folder, name), files[name]);
  const ask = await openPolicy(folder);
  return cases.find(({ input, want }) => !asWanted(ask('gate/decision', input), want)) ?? null;
}

function asWanted(answer, want) {
  if (answer?.effect !== want.effect) return false;
  const rules = answer.denies.map(({ rule }) => rule);
  const has = (wanted, list) => (wanted ?? []).every((one) => list.includes(one));
  return has(want.denies, rules) && (want.only === undefined || rules.every((rule) => want.only.includes(rule)))
    && has(want.needs, answer.needs.map(({ by }) => by)) && has(want.reasons, answer.reasons.map(({ rule }) => rule))
    && has(want.obligations, answer.obligations.map(({ code }) => code)) && has(want.at, answer.denies.map(({ at }) => at))
    && has(want.deadlines, answer.deadlines.map(({ rule }) => rule)) && (want.clocks === undefined || [...new Set(answer.deadlines.map(({ name }) => name))].sort().join() === [...want.clocks].sort().join())
    && !(want.notObligations ?? []).some((code) => answer.obligations.some((one) => one.code === code))
    && (want.validUntil ?? answer.validUntil) === answer.validUntil
    && has(want.unknowns, answer.unknowns.map(({ message }) => message));
}

const step = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 1);
const folder = mkdtempSync(path.join(tmpdir(), 'cuao-mutants-'));
let killed = 0;
const survived = [];
let unviable = 0;
try {
  mkdirSync(path.join(folder, 'policies'));
  for (const part of ['gate', 'national', 'hanoi', 'system', 'tables']) cpSync(path.join(root, 'policies', part), path.join(folder, 'policies', part), { recursive: true });
  let i = 0;
  for (const { file, row, what, text } of mutants()) {
    i += 1;
    if (i % step !== 0) continue;
    const place = path.join(folder, file);
    const original = readFileSync(place);
    writeFileSync(place, text);
    const found = await killer(folder);
    writeFileSync(place, original);
    if (found?.unviable) unviable += 1;
    else if (found === null) survived.push(`${file}:${row} ${what}`);
    else killed += 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const line of survived) process.stdout.write(`survived ${line}\n`);
const share = (100 * killed) / (killed + survived.length);
process.stdout.write(`${killed + survived.length} mutants, ${killed} killed (${share.toFixed(1)} %), ${unviable} did not compile\n`);
process.exitCode = share >= 95 ? 0 : 1;
