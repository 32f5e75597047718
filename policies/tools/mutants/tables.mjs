// Mutants of the tables: one number, day or flag changed, one row or member left out (policy-engine.md 5.5, D8).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogueFaults } from '../catalogue-form.mjs';
import { ruleFiles } from '../lint.mjs';
import { root } from '../opa.mjs';
import { readTable } from '../shape.mjs';
import { tableFaults } from '../table-form.mjs';

/** Made from tables/shape.json, byte for byte (`npm run policy:build`); the source is read by no rule. */
const made = ['form'];
/** What people read and what the catalogue alone says: no rule looks at these columns. */
const text = ['titleVi', 'titleEn', 'textVi', 'textEn', 'howVi', 'howEn', 'instrument', 'article', 'fromDate', 'toDate', 'firstKnownDate'];
/** Columns with a word that rules use elsewhere: text in these tables all the same. */
const textOf = { rules: ['kind', 'severity', 'articles', 'source', 'status', 'layer', 'enforced'], articles: ['status'], actions: ['type'] };
const dayMs = 86_400_000;

const rego = () => ruleFiles().filter((file) => !file.endsWith('_test.rego')).map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');

/** Tables that some rule reads. */
export function decidingTables() {
  const rules = rego();
  const wrong = text.filter((column) => new RegExp(`[.]${column}\\b|"${column}"`).test(rules));
  if (wrong.length > 0) throw new Error(`a rule reads ${wrong.join(', ')}, which mutants/tables.mjs takes for text`);
  return [...new Set([...rules.matchAll(/data\.tables\.(\w+)/g)].map((m) => m[1]))].filter((name) => !made.includes(name)).sort();
}

/** @returns {{id: string, file: string, rule: string, what: string, at: (string | number)[], by: unknown}[]} `by` undefined: left out */
export function tableMutants(name) {
  const end = readTable('time').end;
  const found = [];
  const put = (at, what, by) => found.push({ id: `t${found.length + 1}`, file: `policies/tables/${name}.json`, rule: String(at[0] ?? name), what, at: [name, ...at], by, words: at.filter((key) => typeof key === 'string') });
  const walk = (value, at) => {
    const column = at.at(-1);
    const said = at.join('.');
    const isItem = typeof column === 'number';
    if (text.includes(column) || textOf[name]?.includes(column)) return;
    if (typeof value === 'boolean') put(at, `${said} is ${!value}`, !value);
    else if (typeof value === 'number' && value > 1e11) {
      if (value !== end && !isItem) put(at, `${said} is a day later`, value + dayMs);
    } else if (typeof value === 'number') put(at, `${said} is ${value + 1}`, value + 1);
    else if (at.length > 0 && value !== null && name !== 'time') put(at, `without ${said}${isItem ? ` (${JSON.stringify(value)?.slice(0, 60)})` : ''}`, undefined);
    if (Array.isArray(value)) value.forEach((one, i) => walk(one, [...at, i]));
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) walk(one, [...at, key]);
  };
  walk(readTable(name), []);
  return found;
}

/** All tables with one thing changed; only the way to it is copied. A day moves with its date in words. */
export function withChange(tables, { at, by }) {
  const copy = { ...tables };
  let parent = copy;
  for (const key of at.slice(0, -1)) {
    parent[key] = Array.isArray(parent[key]) ? [...parent[key]] : { ...parent[key] };
    parent = parent[key];
  }
  const last = at.at(-1);
  if (by !== undefined) parent[last] = by;
  else if (Array.isArray(parent)) parent.splice(last, 1);
  else delete parent[last];
  if (typeof by === 'number' && by > 1e11 && `${last}Date` in parent) parent[`${last}Date`] = new Date(by + 7 * 3_600_000).toISOString().slice(0, 10);
  return copy;
}

/** Checks of the tables' form, which notice what no question can: a row without its days, two names of one basis that differ. */
export function openFormJudge() {
  const names = ['rules', 'articles', 'actions', 'bases', 'caseForms', 'facts', 'grounds', 'orgs', 'standards', 'time'];
  const sound = Object.fromEntries(names.map((name) => [name, readTable(name)]));
  const faultsOfSound = tableFaults(sound);
  // A check that finds fault with the tables as they are would find it with every mutant.
  if (faultsOfSound.length > 0) throw new Error(`the tables are at fault before anything is changed: ${faultsOfSound.join('; ')}`);
  const inCatalogue = (tables) => catalogueFaults({ rules: tables.rules, articles: tables.articles, coded: new Map(), shown: new Map() });
  // Without the Rego and the cases some rows of the catalogue are at fault already; what counts is a fault that was not there.
  const before = new Set(inCatalogue(sound));
  return (tables, { at }) => names.includes(at[0]) && (tableFaults(tables).length > 0 || ((at[0] === 'rules' || at[0] === 'articles') && inCatalogue(tables).some((fault) => !before.has(fault))));
}
