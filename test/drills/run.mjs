// Tamper drills (audit.md 8) against a real log: `npm run drill -- T6 T9`, `npm run drill -- --all`, `--json` for machines.
import { fileURLToPath } from 'node:url';
import { findNumbered, runNumbered } from '../support/numbered-tests.mjs';

/** @returns {{id: string, file: string, what: string}[]} in the order of their numbers, no number twice */
export function findDrills() {
  const drills = findNumbered('T', ['test/drills', 'test/journeys']);
  if (new Set(drills.map(({ id }) => id)).size !== drills.length)
    throw new Error(`two drills have one number: ${drills.map(({ id }) => id).join(' ')}`);
  return drills;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  runNumbered(process.argv.slice(2), { tests: findDrills(), unknown: 'không có diễn tập · no such drill' });
