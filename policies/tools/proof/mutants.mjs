// D8: rules with one thing changed are noticed by a case; the command that names and hints is mutate.mjs.
import { mutateRules, wantedShare } from '../mutate.mjs';

export const title = 'a rule with one thing changed is noticed by a case';

/** `count` is how many mutants, spread over all files; the short form takes every fortieth. */
export async function run({ short = false, count } = {}) {
  const all = 2_400;
  const { rows, survived, stale } = await mutateRules({ every: short ? 40 : count === undefined ? 1 : Math.max(1, Math.round(all / count)) });
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  const share = (100 * total('killed')) / Math.max(1, total('mutants'));
  const named = survived.map(({ file, row, rule, what }) => `survived ${file}:${row} ${rule}: ${what}`);
  return {
    asked: total('mutants'),
    unit: 'mutants',
    violations: [...(share >= wantedShare ? [] : [`${share.toFixed(1)} % killed, wanted ${wantedShare} %`, ...named]), ...stale.map((key) => `stale in equivalent.jsonl: ${key}`)],
    figures: { killed: `${total('killed')} (${share.toFixed(1)} %)`, equivalent: total('equivalent'), 'did not compile': total('unviable'), ...(share >= wantedShare ? Object.fromEntries(named.map((line, i) => [`left ${i + 1}`, line])) : {}) },
  };
}
