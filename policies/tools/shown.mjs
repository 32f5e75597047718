// Which case shows which rule, judged by what the compiled bundle answers, not by what a case's author had in mind.
import { readCases } from './cases.mjs';
import { opaOrThrow } from './opa.mjs';
import { readTable, withMilliseconds } from './shape.mjs';
import { openPolicy } from './wasm.mjs';

/** @returns rule id → its Rego rules; `denies`: it refuses, `code`: the obligation it sets */
export function codedRules() {
  const { annotations = [] } = JSON.parse(opaOrThrow(['inspect', '-a', '-f', 'json', 'policies']));
  const coded = new Map();
  for (const { annotations: one, location, path } of annotations) {
    if (one.scope !== 'rule' || !one.custom?.rule) continue;
    const file = location.file.replace(/^.*policies\//, '');
    const name = String(path.at(-1)?.value ?? '');
    coded.set(one.custom.rule, [...(coded.get(one.custom.rule) ?? []), { title: one.title, file, denies: /denies$/.test(name), code: one.custom.code, message: one.custom.message }]);
  }
  // Clocks whose lengths are rows of a table are named there; one Rego rule reads them all.
  const terms = Object.values(readTable('subjectTerms'));
  const reader = coded.get(terms.map(({ rule }) => rule).find((id) => coded.has(id))) ?? [];
  for (const { rule } of terms) if (!coded.has(rule)) coded.set(rule, reader.filter(({ denies }) => !denies));
  return coded;
}

const leaves = (value, at = '', found = {}) => {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) for (const [key, inner] of Object.entries(value)) leaves(inner, at === '' ? key : `${at}.${key}`, found);
  else found[at] = JSON.stringify(value);
  return found;
};

/** Facts in which two questions differ. */
const difference = (a, b) => [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => a[key] !== b[key]);

/**
 * @returns {Promise<Map<string, {against: object[], kept: object[]}>>} rule id → cases it refuses, and cases that show it kept:
 *   those where it permits, sets a clock, asks for an approval or an obligation, and for a refusing rule the nearest question that it lets pass
 */
export async function showing(coded, bundle) {
  const ask = await openPolicy(bundle);
  const asked = readCases().map((one) => {
    const input = withMilliseconds(one.input);
    const answer = ask('gate/decision', input);
    return { ...one, answer, leaves: leaves(one.input), denied: new Set([...answer.denies, ...answer.unknowns].map(({ rule }) => rule)) };
  });
  const passed = asked.filter(({ answer }) => answer.effect === 'allow' || answer.effect === 'needs_approval');
  const shown = new Map();
  for (const [id, rules] of coded) {
    const against = asked.filter(({ denied }) => denied.has(id)).sort((a, b) => a.denied.size - b.denied.size);
    const kept = asked.filter(({ answer }) => [...answer.reasons, ...answer.deadlines, ...answer.needs].some(({ rule }) => rule === id)
      || answer.obligations.some(({ code }) => rules.every((one) => one.code !== undefined) && rules.some((one) => one.code === code)));
    for (const refused of against.slice(0, 4)) {
      const near = passed.filter((one) => one.input.action === refused.input.action)
        .map((one) => ({ ...one, differs: difference(refused.leaves, one.leaves) })).sort((a, b) => a.differs.length - b.differs.length)[0];
      if (near !== undefined && !kept.some(({ file, line }) => file === near.file && line === near.line)) kept.push(near);
    }
    shown.set(id, { against, kept });
  }
  return shown;
}
