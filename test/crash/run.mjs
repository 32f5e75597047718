// Crash tests (audit.md 9) against a real log: `npm run crash -- C5 C13`, `-- --all`, `--json`; `-- loop --kills 1000 --seed 7`.
// `npm test` runs a short form: fewer points, and not the longest.
import { fileURLToPath } from 'node:url';
import { findNumbered, runNumbered } from '../support/numbered-tests.mjs';
import { reasons } from './able.mjs';

export const findCrashTests = () => findNumbered('C', ['test/crash']);

async function main([first, ...rest]) {
  if (first === 'loop') {
    const { runBuilt } = await import('../story/run.mjs');
    return runBuilt('test/crash/loop.js', rest);
  }
  if (first === undefined) console.log('C16  npm run crash -- loop [--kills 1000] [--seed 1] [--json]\n');
  return runNumbered(process.argv.slice(2), {
    tests: findCrashTests(),
    unknown: 'không có phép thử · no such crash test',
    unable: reasons(),
    env: { CRASH: 'whole' },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
