// D14: a candidate bundle replayed over past questions: what changes is found, told by direction and rule, and nothing else is.
// The journey with recorded decisions, signers and the inspector's note is test/journeys/policy-release.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServerBuild } from '../../../tools/setup/builds.mjs';
import { root } from '../opa.mjs';
import { openPolicy } from '../wasm.mjs';
import { caseInputs, plausible, seeded, sortedText } from './draws.mjs';
import { denialLeftOut, withWrongRules } from './planted.mjs';

export const title = 'what a candidate bundle would change is found, and nothing else';

const candidates = [
  { what: 'the same rules, built again', wants: () => ({ wider: false, narrower: false }) },
  { ...denialLeftOut, wants: () => ({ wider: true, narrower: false }) },
  { what: 'one purpose more in a row', tables: ({ compatible }) => (compatible.GIAO_THONG.MOI_TRUONG = true), wants: () => ({ wider: true, narrower: false }) },
  { what: 'one purpose less in a row', tables: ({ compatible }) => delete compatible.GIAO_THONG.HA_TANG, wants: () => ({ wider: false, narrower: true }) },
  { what: 'a paper that is no longer asked', file: 'national/keys.rego', changes: [['count(owner_keys) == 0', 'false']], wants: () => ({ wider: true, narrower: false }) },
];

export async function run({ seed = 20261129, count = 20_000, short = false } = {}) {
  await ensureServerBuild(root);
  const { directionOf } = await import(pathToFileURL(path.join(root, 'dist/libs/regulation/src/impact/impact.js')).href);
  const past = [...caseInputs(), ...plausible(short ? 500 : count, seeded(seed))].filter((input) => typeof input.asOf === 'number');
  const committed = await openPolicy();
  const was = past.map((input) => committed('gate/decision', input));
  const violations = [];
  const figures = {};
  for (const candidate of short ? candidates.slice(0, 2) : candidates) {
    const tally = await withWrongRules(candidate, (ask) => {
      const found = { changed: 0, wider: 0, narrower: 0, opened: 0, rules: new Map() };
      for (const [i, input] of past.entries()) {
        const is = ask('gate/decision', input);
        if (sortedText(is) === sortedText(was[i])) continue;
        found.changed += 1;
        const direction = directionOf(was[i], is);
        if (direction === 'wider' || direction === 'narrower') found[direction] += 1;
        if (is.effect === 'allow' && was[i].effect !== 'allow') found.opened += 1;
        const rules = (answer) => new Set(answer.denies.map(({ rule }) => rule));
        for (const rule of [...rules(was[i]), ...rules(is)]) if (rules(was[i]).has(rule) !== rules(is).has(rule)) found.rules.set(rule, (found.rules.get(rule) ?? 0) + 1);
      }
      return found;
    });
    const { wider, narrower } = candidate.wants();
    if (tally.wider > 0 !== wider || tally.narrower > 0 !== narrower) violations.push(`${candidate.what}: ${tally.wider} wider, ${tally.narrower} narrower`);
    if (!wider && !narrower && tally.changed > 0) violations.push(`${candidate.what}: ${tally.changed} changed`);
    figures[candidate.what] = `${tally.changed} changed, ${tally.wider} wider (${tally.opened} newly allowed), ${tally.narrower} narrower; ${[...tally.rules].map(([rule, n]) => `${rule} ${n}`).join(', ') || 'no rule'}`;
  }
  return { asked: past.length * Object.keys(figures).length, unit: 'answers', violations, figures };
}
