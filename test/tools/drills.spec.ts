import path from 'node:path';
import { pathToFileURL } from 'node:url';

it('every tamper drill of the plan is there, each under one number', async () => {
  const file = path.resolve(import.meta.dirname, '../drills/run.mjs');
  const { findDrills } = (await import(pathToFileURL(file).href)) as { findDrills: () => Map<string, { file: string; what: string }> };
  expect([...findDrills().keys()]).toEqual(Array.from({ length: 25 }, (_, at) => `T${at + 1}`));
});
