// D10: broken copies of bundle and engine, each refused with its own code (cuao policy faults). What neighbours do to the gate
// (a log that cannot commit, a database that is down) is in test/policy/engine-faults and the journeys.
import { ensureServerBuild } from '../../../tools/setup/builds.mjs';
import { root } from '../opa.mjs';
import { heard } from './journey.mjs';

export const title = 'every fault denies with its code';

export async function run() {
  await ensureServerBuild(root);
  const { code, out, all } = await heard('dist/apps/cli/src/main.js', ['policy', 'faults', '--json']);
  const { items } = JSON.parse(out.trim() === '' ? '{"items":[]}' : out);
  const wrong = items.filter(({ wanted, said }) => wanted !== said);
  const violations = wrong.map(({ fault, wanted, said }) => `${fault}: wanted ${wanted}, said ${said}`);
  if (items.length === 0 || (code === 0) !== (wrong.length === 0)) violations.push(`the drill ended with ${code}: ${all.slice(-300)}`);
  // A drill that calls everything refused would pass too: a sound copy must be taken, and codes must differ.
  const codes = new Set(items.map(({ wanted }) => wanted));
  if (codes.size < 8) violations.push(`only ${codes.size} different codes`);
  const sound = items.filter(({ fault }) => /sound|whole|untouched/.test(fault));
  if (sound.length === 0) violations.push('no sound copy was tried');
  return { asked: items.length, unit: 'copies', violations, figures: { 'different answers': codes.size, 'sound copies, taken': sound.filter(({ wanted, said }) => wanted === said).length } };
}
