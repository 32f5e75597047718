// The engine of the running system (libs/regulation, built), for comparison with the others.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureServerBuild } from '../../../tools/setup/builds.mjs';
import { root } from '../opa.mjs';
import { sortedText } from './draws.mjs';

const built = (file) => import(pathToFileURL(path.join(root, 'dist/libs/regulation/src', file)).href);
/** A day inside every bundle's validity, as the tests take it. */
const someday = Date.parse('2026-11-24T00:00:00Z');
const mostBytes = 1 << 20;

/** @returns the loaded policy, what it decides, and how its answer differs from the answer of Go (null where it does not) */
export async function openOurs() {
  await ensureServerBuild(root);
  const { evaluate } = await built('decider.js');
  const { loadPolicy } = await built('policy.js');
  const policy = await loadPolicy(path.join(root, 'policies/bundle'), someday);
  const decide = (input) => evaluate(policy, input, { evaluatedAt: someday, viewerVersion: null, unenforceable: () => [] });
  const changeovers = policy.tables.time.changeovers;

  /** What the host must make of it: no answer outlives the next changeover, and what is no answer denies with POL-8. */
  function expected(input, go) {
    if (go?.effect === undefined) return null;
    const next = changeovers.find((at) => at > input.asOf);
    return { ...go, validUntil: next === undefined ? go.validUntil : Math.min(next, go.validUntil) };
  }

  function differs(input, go) {
    const raw = policy.engine.ask('gate/decision', JSON.stringify(input), mostBytes);
    const value = raw.kind === 'value' ? raw.value : raw.code === 'no_answer' ? 'undefined' : { failed: raw.detail.split(': ').at(-1) };
    if (sortedText(value) !== sortedText(go)) return ['our engine', value];
    if (Array.isArray(input.cameras)) return null;
    const said = decide(input);
    const wanted = expected(input, go);
    if (wanted === null) return said.effect === 'deny' && said.denies.some(({ rule }) => rule === 'POL-8') ? null : ['our decider', said];
    const { effect, denies, unknowns, needs, reasons, obligations, deadlines, fields, fresh } = said;
    const ours = { effect, denies, unknowns, needs, reasons, obligations, deadlines, fields, validUntil: fresh.validUntil };
    return sortedText(ours) === sortedText(wanted) ? null : ['our decider', ours];
  }
  return { policy, decide, differs };
}
