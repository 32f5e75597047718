// D13: the bench of decision and reload against its recorded ratios; times are of the hour, ratios hold (test/README.md).
import { heard } from './journey.mjs';

export const title = 'the gate is as quick as its recorded ratios to its peers';

/** Whether the bounds of a row would refuse the same row with our side slower by this factor. */
function refuses({ ratio, wanted, unit }, slower) {
  const perSecond = /\/s/.test(unit);
  const least = Number(/at least ([\d.]+) × baseline/.exec(wanted ?? '')?.[1] ?? Number.NaN);
  const most = Number(/at most ([\d.]+) × baseline/.exec(wanted ?? '')?.[1] ?? Number.NaN);
  const then = perSecond ? ratio / slower : ratio * slower;
  return then < least || then > most;
}

export async function run({ short = false } = {}) {
  if (short) return { asked: 0, unit: 'rows', violations: [], skipped: 'times mean nothing beside other work; npm run policy:prove -- D13' };
  const { code, out, all } = await heard('test/bench/run.mjs', ['decision', 'reload', '--json']);
  const rows = out.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)).filter((row) => row.name !== undefined);
  const violations = rows.filter(({ passed }) => !passed).map(({ name, ratio, wanted, baselineName }) => `${name}: ${ratio.toPrecision(3)} × ${baselineName}, wanted ${wanted}`);
  if (rows.length === 0) violations.push(`the bench ended with ${code}: ${all.slice(-300)}`);
  const caught = rows.filter((row) => row.passed && row.wanted !== null && refuses(row, 3)).length;
  if (rows.length > 0 && caught === 0) violations.push('a gate three times slower would pass');
  return { asked: rows.length, unit: 'rows', violations, figures: { ...Object.fromEntries(rows.map(({ name, ratio, baselineName, wanted }) => [name, `${ratio.toPrecision(3)} × ${baselineName} (${wanted ?? 'told only'})`])), 'rows that a gate three times slower would fail': caught } };
}
