import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { evaluate, loadPolicy } from '#libs/regulation';
import { benchRow, type BenchRow } from './bench-row.js';
import { familyQuestions } from './engines/family.js';

const someday = Date.parse('2026-11-24T00:00:00Z');
const decisions = 1_000_000;
const marks = 10;
const mebibyte = 1 << 20;

interface Mark {
  readonly heap: number;
  readonly rss: number;
  readonly pages: number;
}

/**
 * A million decisions through one engine, each compared with its first answer. Three memories, looked at after each tenth and a
 * full collection: the heap of the process, the module's own, and what the system has given (npm-opa-wasm #143).
 */
export async function run(): Promise<BenchRow[]> {
  const policy = await loadPolicy(path.join(packageRoot(import.meta.dirname), 'policies/bundle'), someday);
  const questions = familyQuestions(5_000, 7);
  const options = { evaluatedAt: someday, viewerVersion: null, unenforceable: () => [] };
  const first = questions.map((question) => textOf(evaluate(policy, question, options)));
  const collect = collector();
  const seen: Mark[] = [];
  let [drifted, asked] = [0, 0];
  const began = performance.now();
  for (let mark = 0; mark < marks; mark += 1) {
    for (let i = 0; i < decisions / marks; i += 1) {
      const at = asked % questions.length;
      const question = questions[at];
      if (question !== undefined && textOf(evaluate(policy, question, options)) !== first[at]) drifted += 1;
      asked += 1;
    }
    collect();
    // Memory of buffers is given back by the collector's own thread.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { heapUsed, rss } = process.memoryUsage();
    seen.push({ heap: heapUsed / mebibyte, rss: rss / mebibyte, pages: policy.engine.memoryBytes / 65_536 });
    const { heap, rss: given, pages } = seen.at(-1) ?? { heap: Number.NaN, rss: Number.NaN, pages: Number.NaN };
    process.stderr.write(
      `     ${asked.toLocaleString('en')} decisions, ${((performance.now() - began) / 1000).toFixed(0)} s: heap ${heap.toFixed(1)}, RSS ${given.toFixed(0)} MiB, ${pages} pages\n`,
    );
  }
  const listed = (of: (mark: Mark) => number, digits: number): string => seen.map((mark) => of(mark).toFixed(digits)).join(', ');
  const pages = new Set(seen.map((mark) => mark.pages));
  const work = {
    same: drifted === 0 && asked === decisions && policy.engine.replaced === 0,
    how: `${drifted} of ${asked.toLocaleString('en')} answers drifted; one instance answered all of them`,
  };
  const details = {
    'heap in MiB after each tenth': listed((mark) => mark.heap, 1),
    'RSS in MiB after each tenth': listed((mark) => mark.rss, 0),
    'pages of 64 KiB after each tenth': listed((mark) => mark.pages, 0),
    'microseconds a decision, comparison included': ((performance.now() - began) * 1000) / decisions,
  };
  const grown = (of: (mark: Mark) => number, unit: string, name: string, ratioAtMost: number): BenchRow => {
    const [early, late] = [seen[1], seen.at(-1)];
    return benchRow({
      name: `memory: ${name} after a million decisions`,
      ours: late === undefined ? Number.NaN : of(late),
      baseline: early === undefined ? Number.NaN : of(early),
      baselineName: 'the same after its first 200,000',
      unit,
      wanted: { ratioAtMost },
      work,
      details,
    });
  };
  return [
    grown((mark) => mark.heap, 'MiB in use', 'heap', 1.05),
    grown((mark) => mark.rss, 'MiB RSS', 'process', 1.2),
    {
      ...grown((mark) => mark.pages, 'pages of 64 KiB', 'module', 1),
      ...(pages.size === 1 ? {} : { details: { ...details, note: 'the module grew on the way' } }),
    },
  ];
}

/** Effect and rules: what a drift would show in. */
function textOf({ effect, denies, obligations }: ReturnType<typeof evaluate>): string {
  return `${effect} ${denies.map(({ rule }) => rule).join()} ${obligations.map(({ code }) => code).join()}`;
}

/** A full collection of garbage, without a flag on the command line. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('this Node offers no collection of garbage: the heap cannot be judged');
  return () => void Reflect.apply(gc, undefined, []);
}

function packageRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : packageRoot(path.dirname(from));
}
