// D8 for the tables: a number, day or flag changed, a row or member left out, is noticed by a case; the command is mutate.mjs --tables.
import { mutateTables } from '../mutate.mjs';
import { reportOf } from './mutants.mjs';

export const title = 'a table with one thing changed is noticed by a case';

/** `count` is how many mutants, spread over all tables; the short form takes every fortieth. */
export async function run({ short = false, count } = {}) {
  const all = 3_360;
  return reportOf(await mutateTables({ every: short ? 40 : count === undefined ? 1 : Math.max(1, Math.round(all / count)) }), 'mutants of tables');
}
