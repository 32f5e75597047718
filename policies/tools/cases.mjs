// cases/*.jsonl → gate/cases_test.rego, so that plain `opa test policies` runs every case.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './opa.mjs';
import { withMilliseconds } from './shape.mjs';

/** @returns {{file: string, line: number, description: string, input: object, want: object}[]} */
export function readCases() {
  const folder = path.join(root, 'policies/cases');
  return readdirSync(folder).filter((f) => f.endsWith('.jsonl')).sort().flatMap((file) =>
    readFileSync(path.join(folder, file), 'utf8').split('\n').map((text, i) => ({ text, line: i + 1 })).filter(({ text }) => text.trim() !== '')
      .map(({ text, line }) => ({ file, line, ...JSON.parse(text) })));
}

const msOf = (text) => Date.parse(/T/.test(text) ? text : `${text}T00:00:00+07:00`);

/** `validUntil` and the times in `terms` are written as times, like every other. */
export const wantedMs = (want) => ({
  ...want,
  ...(want.validUntil === undefined ? {} : { validUntil: msOf(want.validUntil) }),
  ...(want.terms === undefined ? {} : { terms: Object.fromEntries(Object.entries(want.terms).map(([name, term]) => [name, termMs(term)])) }),
});

const termMs = (term) => Object.fromEntries(Object.entries(term).map(([key, value]) => [key, typeof value === 'string' && /^(from|pausedFrom|pausedTo)$/.test(key) ? msOf(value) : value]));

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const isObject = (v) => v !== null && typeof v === 'object' && !Array.isArray(v);

/** What to merge over `base` and what to remove from it to get `value`; removed paths as OPA's json.remove takes them. */
function difference(base, value, at = []) {
  const set = {};
  const removed = [];
  for (const key of Object.keys(base)) if (!(key in value)) removed.push([...at, key].map((k) => k.replaceAll('~', '~0').replaceAll('/', '~1')).join('/'));
  for (const [key, wanted] of Object.entries(value)) {
    if (same(base[key], wanted)) continue;
    if (isObject(base[key]) && isObject(wanted)) {
      const inner = difference(base[key], wanted, [...at, key]);
      if (Object.keys(inner.set).length > 0) set[key] = inner.set;
      removed.push(...inner.removed);
    } else set[key] = wanted;
  }
  return { set, removed };
}

/** Rego text: a few whole inputs, every other case as a difference to the nearest of them. */
export function casesTest() {
  const bases = [];
  const rows = [];
  for (const one of readCases()) {
    const input = withMilliseconds(one.input);
    const want = wantedMs(one.want);
    let best = null;
    bases.forEach((base, i) => {
      const diff = difference(base, input);
      const size = JSON.stringify(diff).length;
      if (best === null || size < best.size) best = { i, diff, size };
    });
    if (best === null || best.size > 500) {
      bases.push(input);
      best = { i: bases.length - 1, diff: { set: {}, removed: [] } };
    }
    const test = `test_${one.file.replace('.jsonl', '').replaceAll('-', '_')}_${String(one.line).padStart(3, '0')}`;
    rows.push({ test, name: `${one.file}:${one.line} ${one.description}`, base: best.i, set: best.diff.set, removed: best.diff.removed, want });
  }
  return `# Made from policies/cases/*.jsonl by \`npm run policy:build\`; do not edit.
package gate_test

import rego.v2

import data.gate

${rows.map((row) => `# ${row.name}\n${row.test} if holds(${JSON.stringify(row.base)}, ${JSON.stringify(row.set)}, ${JSON.stringify(row.removed)}, ${JSON.stringify(row.want)})`).join('\n\n')}

holds(base, set, removed, want) if {
	given := json.remove(object.union(bases[base], set), removed)
	answer := gate.decision with input as given
	as_wanted(answer, want)
}

as_wanted(answer, want) if {
	answer.effect == want.effect
	every rule in object.get(want, "denies", []) {
		rule in {d.rule | some d in answer.denies}
	}
	every rule in {d.rule | some d in answer.denies} {
		rule in object.get(want, "only", [rule])
	}
	every by in object.get(want, "needs", []) {
		by in {n.by | some n in answer.needs}
	}
	every rule in object.get(want, "reasons", []) {
		rule in {r.rule | some r in answer.reasons}
	}
	every rule in object.get(want, "notReasons", []) {
		not rule in {r.rule | some r in answer.reasons}
	}
	every key in object.get(want, "articles", []) {
		key in cited(answer)
	}
	every key in object.get(want, "notArticles", []) {
		not key in cited(answer)
	}
	every code in object.get(want, "obligations", []) {
		code in {o.code | some o in answer.obligations}
	}
	every at in object.get(want, "at", []) {
		at in {d.at | some d in answer.denies}
	}
	every at in object.get(want, "missing", []) {
		at in {d.at | some d in answer.denies; d.rule == "POL-0"}
	}
	every code in object.get(want, "unknowns", []) {
		code in {u.message | some u in answer.unknowns}
	}
	every rule in object.get(want, "deadlines", []) {
		rule in {d.rule | some d in answer.deadlines}
	}
	every rule in object.get(want, "notDeadlines", []) {
		not rule in {d.rule | some d in answer.deadlines}
	}
	every name in object.get(want, "clocks", [d.name | some d in answer.deadlines]) {
		name in {d.name | some d in answer.deadlines}
	}
	every name in {d.name | some d in answer.deadlines} {
		name in object.get(want, "clocks", [name])
	}
	every name, term in object.get(want, "terms", {}) {
		some d in answer.deadlines
		d.name == name
		every key, value in term {
			object.get(d, key, null) == value
		}
	}
	every duty in object.get(want, "duties", []) {
		some o in answer.obligations
		every key, value in duty {
			object.get(o, key, null) == value
		}
	}
	every code in object.get(want, "notObligations", []) {
		not code in {o.code | some o in answer.obligations}
	}
	object.get(want, "fields", answer.fields) == answer.fields
	object.get(want, "validUntil", answer.validUntil) == answer.validUntil
}

cited(answer) := {key | some one in array.concat(answer.denies, array.concat(answer.needs, answer.reasons)); some key in one.articles}

bases := ${JSON.stringify(bases)}
`;
}

const mostGolden = 120;

/** Every n-th case, and each effect at least once. */
export function goldenCases() {
  const cases = readCases();
  const step = Math.max(1, Math.ceil(cases.length / mostGolden));
  const first = new Map();
  for (const one of cases) if (!first.has(one.want.effect)) first.set(one.want.effect, one);
  return [...new Set([...first.values(), ...cases.filter((_, i) => i % step === 0)])];
}

/** Questions that a bundle must answer before it is taken. */
export function golden() {
  return { questions: goldenCases().map((one) => ({ input: withMilliseconds(one.input), effect: one.want.effect })) };
}
