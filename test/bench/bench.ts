import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { BenchRow } from './bench-row.js';

/** Each part lies beside this file and exports `run(): Promise<BenchRow[]>`. */
const known = [
  'decision',
  'graphql',
  'lists',
  'reload',
  'memory',
  'audit',
  'http',
  'latency',
  'backlog',
  'search',
  'edge',
  'revoke',
] as const;
type Part = (typeof known)[number];
const parts = known.filter((part) => existsSync(new URL(`./${part}.js`, import.meta.url)));

interface BenchPart {
  run(): Promise<readonly BenchRow[]>;
}

const usage = `npm run bench -- [${parts.join(' | ')}] [--json]`;

function isPart(word: string): word is Part {
  return parts.some((part) => part === word);
}

async function load(part: Part): Promise<BenchPart> {
  const loaded: unknown = await import(new URL(`./${part}.js`, import.meta.url).href);
  if (typeof loaded !== 'object' || loaded === null || !('run' in loaded) || typeof loaded.run !== 'function')
    throw new Error(`test/bench/${part}.ts must export run()`);
  return loaded as BenchPart;
}

function figure(value: number): string {
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

function printRow(row: BenchRow, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(row)}\n`);
    return;
  }
  const verdict = row.passed ? 'ok  ' : 'FAIL';
  process.stdout.write(
    `${verdict} ${row.name}\n       ours ${figure(row.ours)} ${row.unit} · ${row.baselineName} ${figure(row.baseline)} ${row.unit}`
      + ` · ratio ${figure(row.ratio)}${row.wanted === null ? '' : ` (wanted: ${row.wanted})`}\n       same work: ${row.sameWork}\n`,
  );
  for (const [key, value] of Object.entries(row.details ?? {}))
    process.stdout.write(`       ${key}: ${typeof value === 'number' ? figure(value) : String(value)}\n`);
}

async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const named = words.filter((word) => word !== '--json');
  if (!named.every(isPart)) {
    process.stderr.write(`unknown part: ${named.filter((word) => !isPart(word)).join(', ')}\nusage: ${usage}\n`);
    return 2;
  }
  let passed = 0;
  let failed = 0;
  for (const part of named.length === 0 ? parts : named) {
    const startedAt = performance.now();
    if (!json) process.stdout.write(`\n${part}\n`);
    try {
      for (const row of await (await load(part)).run()) {
        printRow(row, json);
        if (row.passed) passed += 1;
        else failed += 1;
      }
    } catch (error) {
      failed += 1;
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stdout.write(json ? `${JSON.stringify({ name: part, error: message, passed: false })}\n` : `FAIL ${part}: ${message}\n`);
    }
    if (!json) process.stdout.write(`     ${part} took ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
  process.stdout.write(json ? `${JSON.stringify({ passed, failed })}\n` : `\npassed ${passed}, failed ${failed}\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
