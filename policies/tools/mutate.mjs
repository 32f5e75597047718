// Mutation testing of the rules and tables (policy-engine.md 5.5, D8): one thing changed in one rule or row; a case must notice.
// Usage: node policies/tools/mutate.mjs [--tables] [--file <words of a path>]… [--rule <id>]… [--every <n>] [--suggest] [--resume | --left]
//   --file national/keys --file hanoi/scope   only these files;  --rule PD-04   only mutants of this rule (or helper's name)
//   --tables    mutants of tables/*.json instead of the rules: a number, day or flag changed, a row or member left out
//   --suggest   for each survivor a question one step from a case that would notice it
//   --resume    a run that was broken off continues, if nothing has changed since; --left   only what the last run left (no figure of the whole)
// Exit 1 below 95 %. Mutants that change nothing that anybody can see stand in mutants/equivalent.jsonl, each with its reason.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleFiles } from './lint.mjs';
import { openBench } from './mutants/bench.mjs';
import { openJudge } from './mutants/judge.mjs';
import { rulesOf } from './mutants/rules.mjs';
import { openState } from './mutants/state.mjs';
import { suggestion } from './mutants/suggest.mjs';
import { decidingTables, openFormJudge, tableMutants, withChange } from './mutants/tables.mjs';
import { root } from './opa.mjs';
import { openPolicy } from './wasm.mjs';

export const wantedShare = 95;

/** @returns {Promise<{rows: object[], survived: object[], stale: string[]}>} one row a file */
export async function mutateRules({ files = [], rules: only = [], every = 1, suggest = false, how, say = () => {} } = {}) {
  const bench = openBench();
  const court = openCourt({ how, suggest });
  let counter = 0;
  try {
    for (const file of ruleFiles().filter((name) => files.length === 0 || files.some((word) => name.includes(word)))) {
      const rules = rulesOf(file).map((rule) => ({
        ...rule,
        mutants: rule.mutants.filter((one) => (only.length === 0 || only.includes(one.rule) || only.includes(rule.name)) && (counter += 1) % every === 0 && court.asked(one)),
      }));
      const mutants = rules.flatMap((rule) => rule.mutants);
      if (mutants.length === 0) continue;
      const began = performance.now();
      const open = mutants.filter((one) => court.known(one) === undefined);
      const built = open.length === 0 ? null : await bench.build(file, rules);
      if (built !== null) court.sound(built.ask);
      for (const mutant of open) {
        if (built.unviable.has(mutant.id)) court.note(mutant, 'unviable');
        else {
          built.choose(mutant.id);
          await court.judge(mutant, built.ask, () => bench.unitTests(file, rules, mutant));
        }
      }
      say(...court.row(file, mutants, began));
    }
  } finally {
    bench.close();
    court.close();
  }
  return court.found(files.length + only.length === 0 && every === 1 && how !== 'left' ? 'policies/' : null, 'policies/tables/');
}

/** The same for the tables that rules read; one build for all. @returns {Promise<{rows: object[], survived: object[], stale: string[]}>} */
export async function mutateTables({ files = [], every = 1, suggest = false, how, say = () => {} } = {}) {
  const bench = openBench();
  const court = openCourt({ how, suggest });
  let counter = 0;
  try {
    const built = await bench.plain();
    court.sound(built.ask);
    const formNotices = openFormJudge();
    for (const name of decidingTables().filter((one) => files.length === 0 || files.some((word) => `policies/tables/${one}.json`.includes(word)))) {
      const began = performance.now();
      const mutants = tableMutants(name).filter((one) => (counter += 1) % every === 0 && court.asked(one));
      if (mutants.length === 0) continue;
      for (const mutant of mutants.filter((one) => court.known(one) === undefined)) {
        const tables = withChange(built.tables, mutant);
        if (formNotices(tables, mutant)) court.note(mutant, 'refused');
        else {
          built.withTables(tables);
          await court.judge(mutant, built.ask, () => false);
        }
      }
      say(...court.row(`policies/tables/${name}.json`, mutants, began));
    }
  } finally {
    bench.close();
    court.close();
  }
  return court.found(files.length === 0 && every === 1 && how !== 'left' ? 'policies/tables/' : null, null);
}

/** Who hears the cases about one mutant after the other, and remembers. */
function openCourt({ how, suggest }) {
  const judge = openJudge();
  const state = openState(how);
  const same = equivalents();
  const used = new Set();
  const verdicts = new Map();
  const hints = new Map();
  const rows = [];
  const survived = [];
  let original = null;
  const verdictOf = (one) => verdicts.get(keyOf(one)) ?? state.known(keyOf(one));
  const note = (one, verdict) => {
    verdicts.set(keyOf(one), verdict);
    state.note(keyOf(one), verdict);
  };
  return {
    note,
    known: verdictOf,
    asked: (one) => state.wanted(keyOf(one)),
    close: () => state.save(),
    sound(ask) {
      const fails = judge.judges.find(({ wrong }) => wrong(ask).length > 0);
      if (fails !== undefined) throw new Error(`${fails.name} fails on the unchanged rules: ${fails.wrong(ask).join('; ')}`);
    },
    async judge(mutant, ask, orElse) {
      if (judge.notice(ask, mutant.rule, mutant.words) !== null || orElse()) note(mutant, 'killed');
      else if (same.has(keyOf(mutant))) note(mutant, 'equivalent');
      else {
        note(mutant, 'left');
        if (suggest) hints.set(keyOf(mutant), suggestion((original ??= await openPolicy()), ask));
      }
    },
    row(file, mutants, began) {
      const count = (verdict) => mutants.filter((one) => verdictOf(one) === verdict).length;
      for (const one of mutants) if (verdictOf(one) === 'equivalent') used.add(keyOf(one));
      const left = mutants.filter((one) => verdictOf(one) === 'left').map((one) => (suggest ? { ...one, hint: hints.get(keyOf(one)) ?? null } : one));
      const row = { file, mutants: count('killed') + count('refused') + left.length, killed: count('killed') + count('refused'), refused: count('refused'), equivalent: count('equivalent'), unviable: count('unviable'), ms: Math.round(performance.now() - began) };
      rows.push(row);
      survived.push(...left);
      return [row, left];
    },
    /** An entry that no longer names a living, unnoticed mutant is stale: the rule or the cases have changed. */
    found: (under, except) => ({ rows, survived, stale: under === null ? [] : [...same.keys()].filter((key) => key.startsWith(under) && !(except !== null && key.startsWith(except)) && !used.has(key)) }),
  };
}

const keyOf = ({ file, rule, what }) => `${file} ${rule}: ${what}`;

/** mutants/equivalent.jsonl: mutants that no question can tell from the original, each with the reason. */
function equivalents() {
  const text = readFileSync(path.join(root, 'policies/tools/mutants/equivalent.jsonl'), 'utf8');
  return new Map(text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)).map((one) => [keyOf(one), one.why]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = (name) => process.argv.flatMap((arg, i) => (process.argv[i - 1] === name ? [arg] : []));
  const has = (name) => process.argv.includes(name);
  const percent = (killed, mutants) => ((100 * killed) / Math.max(1, mutants)).toFixed(1);
  // What the check of the tables' form refuses to sign is killed as well, and said apart: no case was asked about it.
  const byForm = (refused) => (refused > 0 ? `, ${refused} of them by the form of the tables` : '');
  const say = ({ file, mutants, killed, refused, equivalent, unviable, ms }, left) => {
    for (const one of left) process.stdout.write(`survived ${one.file}${one.row ? `:${one.row}` : ''} ${one.rule}: ${one.what}\n${'hint' in one ? `         ${one.hint ?? 'no step from any case shows it'}\n` : ''}`);
    process.stdout.write(`${file}: ${mutants} mutants, ${killed} killed (${percent(killed, mutants)} %)${byForm(refused)}, ${equivalent} equivalent, ${unviable} did not compile, ${ms} ms\n`);
  };
  const how = has('--left') ? 'left' : has('--resume') ? 'resume' : undefined;
  const { rows, stale } = await (has('--tables') ? mutateTables : mutateRules)({ files: all('--file'), rules: all('--rule'), every: Number(all('--every')[0] ?? 1), suggest: has('--suggest'), how, say });
  for (const key of stale) process.stdout.write(`stale in equivalent.jsonl: ${key}\n`);
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  const what = how === 'left' ? 'mutants that were left' : has('--tables') ? 'mutants of tables' : 'mutants';
  process.stdout.write(`${total('mutants')} ${what}, ${total('killed')} killed (${percent(total('killed'), total('mutants'))} %)${byForm(total('refused'))}, ${total('equivalent')} equivalent, ${total('unviable')} did not compile, ${(total('ms') / 1000).toFixed(0)} s\n`);
  process.exitCode = (100 * total('killed')) / Math.max(1, total('mutants')) >= wantedShare && stale.length === 0 ? 0 : 1;
}
