import { existsSync } from 'node:fs';
import path from 'node:path';
import { evaluate, loadPolicy } from '#libs/regulation';
import { benchRow, type BenchRow } from './bench-row.js';
import { familyQuestions } from './engines/family.js';

const someday = Date.parse('2026-11-24T00:00:00Z');
const decisions = 1_000_000;
const marks = 10;
const mebibyte = 1 << 20;

/** A million decisions on one engine: memory of the process and of the module reaches a plateau (npm-opa-wasm #143). */
export async function run(): Promise<BenchRow[]> {
  const policy = await loadPolicy(path.join(packageRoot(import.meta.dirname), 'policies/bundle'), someday);
  const questions = familyQuestions(5_000, 7);
  const options = { evaluatedAt: someday, viewerVersion: null, unenforceable: () => [] };
  const first = questions.map((question) => evaluate(policy, question, options).effect);
  const rss: number[] = [];
  const pages: number[] = [];
  let drifted = 0;
  for (let mark = 0; mark < marks; mark += 1) {
    for (let i = 0; i < decisions / marks; i += 1) {
      const at = i % questions.length;
      const question = questions[at];
      if (question !== undefined && evaluate(policy, question, options).effect !== first[at]) drifted += 1;
    }
    // Garbage of the last round is no growth: let the collector come by.
    await new Promise((resolve) => setTimeout(resolve, 200));
    rss.push(process.memoryUsage().rss / mebibyte);
    pages.push(policy.engine.memoryBytes / 65_536);
  }
  const [early, late] = [rss[1] ?? Number.NaN, rss.at(-1) ?? Number.NaN];
  return [
    benchRow({
      name: 'memory: the process after a million decisions',
      ours: late,
      baseline: early,
      baselineName: 'the same process after its first 200,000',
      unit: 'MiB RSS',
      wanted: { ratioAtMost: 1.2 },
      work: {
        same: drifted === 0 && new Set(pages).size === 1,
        how: `${drifted} of ${decisions.toLocaleString('en')} answers drifted; pages of the module: ${[...new Set(pages)].join(', ')}`,
      },
      details: { 'RSS in MiB after each tenth': rss.map((one) => Math.round(one)).join(', '), 'pages of 64 KiB': pages.at(-1) ?? 0 },
    }),
  ];
}

function packageRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : packageRoot(path.dirname(from));
}
