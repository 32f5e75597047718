// D8: rules with one thing changed are noticed by a case; the command that names and hints is mutate.mjs.
import { mutateRules, wantedShare } from '../mutate.mjs';

export const title = 'a rule with one thing changed is noticed by a case';

/** `count` is how many mutants, spread over all files; the short form takes every fortieth. */
export async function run({ short = false, count } = {}) {
  const all = 2_400;
  return reportOf(await mutateRules({ every: short ? 40 : count === undefined ? 1 : Math.max(1, Math.round(all / count)) }), 'mutants');
}

/** What was left is named; so is an entry of equivalent.jsonl that has become wrong. The share of each file stands beside the whole. */
export function reportOf({ rows, survived, stale }, unit) {
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  const percent = (killed, mutants) => ((100 * killed) / Math.max(1, mutants)).toFixed(1);
  const enough = (100 * total('killed')) / Math.max(1, total('mutants')) >= wantedShare;
  const named = survived.map(({ file, row, rule, what }) => `survived ${file}${row ? `:${row}` : ''} ${rule}: ${what}`);
  const share = percent(total('killed'), total('mutants'));
  return {
    asked: total('mutants'),
    unit,
    violations: [...stale.map((key) => `stale in equivalent.jsonl: ${key}`), ...(enough ? [] : [`${share} % killed, wanted ${wantedShare} %`, ...named])],
    figures: {
      killed: `${total('killed')} (${share} %)`,
      ...(total('refused') > 0 ? { 'of them by the form of the tables, before any case': total('refused') } : {}),
      equivalent: total('equivalent'),
      'did not compile': total('unviable'),
      ...Object.fromEntries(rows.map(({ file, killed, mutants }) => [file, `${killed} of ${mutants} (${percent(killed, mutants)} %)`])),
      ...(enough ? Object.fromEntries(named.map((line, i) => [`left ${i + 1}`, line])) : {}),
    },
  };
}
