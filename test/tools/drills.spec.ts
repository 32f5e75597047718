import path from 'node:path';
import { pathToFileURL } from 'node:url';

const load = (file: string): Promise<unknown> => import(pathToFileURL(path.resolve(import.meta.dirname, '..', file)).href);
const numbers = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

it('every tamper drill of the plan is there, each under one number', async () => {
  const { findDrills } = (await load('drills/run.mjs')) as { findDrills: () => { id: string }[] };
  expect(findDrills().map(({ id }) => id)).toEqual(numbers('T', 25));
});

it('every crash test of the plan is there; C16 is the loop of random kills', async () => {
  const { findCrashTests } = (await load('crash/run.mjs')) as { findCrashTests: () => { id: string }[] };
  const found = new Set(findCrashTests().map(({ id }) => id));
  expect(numbers('C', 17).filter((id) => !found.has(id))).toEqual(['C16']);
});
