// Mutation testing of the rules (policy-engine.md 5.5, D8): one thing changed in one rule; a case must notice.
// Usage: node policies/tools/mutate.mjs [--file <words of a path>]… [--rule <id>]… [--every <n>] [--suggest]
//   --file national/keys --file hanoi/scope   only these files;  --rule PD-04   only mutants of this rule (or helper's name)
//   --suggest   for each survivor a question one step from a case that would notice it
// Exit 1 below 95 %. Mutants that change nothing that anybody can see stand in mutants/equivalent.jsonl, each with its reason.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleFiles } from './lint.mjs';
import { openBench } from './mutants/bench.mjs';
import { openJudge } from './mutants/judge.mjs';
import { rulesOf } from './mutants/rules.mjs';
import { suggestion } from './mutants/suggest.mjs';
import { root } from './opa.mjs';
import { openPolicy } from './wasm.mjs';

export const wantedShare = 95;

/** @returns {Promise<{rows: object[], survived: object[]}>} one row a file */
export async function mutateRules({ files = [], rules: only = [], every = 1, suggest = false, say = () => {} } = {}) {
  const bench = openBench();
  const judge = openJudge();
  const rows = [];
  const survived = [];
  let counter = 0;
  let original = null;
  const same = equivalents();
  const used = new Set();
  try {
    for (const file of ruleFiles().filter((name) => files.length === 0 || files.some((word) => name.includes(word)))) {
      const began = performance.now();
      const rules = rulesOf(file).map((rule) => ({
        ...rule,
        mutants: rule.mutants.filter((one) => (only.length === 0 || only.includes(one.rule) || only.includes(rule.name)) && (counter += 1) % every === 0),
      }));
      const mutants = rules.flatMap((rule) => rule.mutants);
      if (mutants.length === 0) continue;
      const built = await bench.build(file, rules);
      const sound = judge.judges.find(({ wrong }) => wrong(built.ask).length > 0);
      if (sound !== undefined) throw new Error(`${sound.name} fails on the unchanged rules: ${sound.wrong(built.ask).join('; ')}`);
      let killed = 0;
      const left = [];
      for (const mutant of mutants.filter(({ id }) => !built.unviable.has(id))) {
        built.choose(mutant.id);
        if (judge.notice(built.ask, mutant.rule) !== null || bench.unitTests(file, rules, mutant)) killed += 1;
        else if (same.has(keyOf(mutant))) used.add(keyOf(mutant));
        else left.push(suggest ? { ...mutant, hint: suggestion((original ??= await openPolicy()), built.ask) } : mutant);
      }
      const row = { file, mutants: killed + left.length, killed, equivalent: mutants.length - built.unviable.size - killed - left.length, unviable: built.unviable.size, ms: Math.round(performance.now() - began) };
      rows.push(row);
      survived.push(...left);
      say(row, left);
    }
  } finally {
    bench.close();
  }
  // An entry that no longer names a living, unnoticed mutant is stale: the rule or the cases have changed.
  const stale = files.length + only.length === 0 && every === 1 ? [...same.keys()].filter((key) => !used.has(key)) : [];
  return { rows, survived, stale };
}

const keyOf = ({ file, rule, what }) => `${file} ${rule}: ${what}`;

/** mutants/equivalent.jsonl: mutants that no question can tell from the original, each with the reason. */
function equivalents() {
  const text = readFileSync(path.join(root, 'policies/tools/mutants/equivalent.jsonl'), 'utf8');
  return new Map(text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)).map((one) => [keyOf(one), one.why]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = (name) => process.argv.flatMap((arg, i) => (process.argv[i - 1] === name ? [arg] : []));
  const say = ({ file, mutants, killed, equivalent, unviable, ms }, left) => {
    for (const one of left) process.stdout.write(`survived ${one.file}:${one.row} ${one.rule}: ${one.what}\n${'hint' in one ? `         ${one.hint ?? 'no step from any case shows it'}\n` : ''}`);
    process.stdout.write(`${file}: ${mutants} mutants, ${killed} killed (${((100 * killed) / Math.max(1, mutants)).toFixed(1)} %), ${equivalent} equivalent, ${unviable} did not compile, ${ms} ms\n`);
  };
  const { rows, stale } = await mutateRules({ files: all('--file'), rules: all('--rule'), every: Number(all('--every')[0] ?? 1), suggest: process.argv.includes('--suggest'), say });
  for (const key of stale) process.stdout.write(`stale in equivalent.jsonl: ${key}\n`);
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  const share = (100 * total('killed')) / Math.max(1, total('mutants'));
  process.stdout.write(`${total('mutants')} mutants, ${total('killed')} killed (${share.toFixed(1)} %), ${total('equivalent')} equivalent, ${total('unviable')} did not compile, ${(total('ms') / 1000).toFixed(0)} s\n`);
  process.exitCode = share >= wantedShare && stale.length === 0 ? 0 : 1;
}
