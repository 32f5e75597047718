// Mutants of a rule file, made on its syntax tree: each is one rule with one thing changed (policy-engine.md 5.5, D8).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { opaOrThrow, root } from '../opa.mjs';

const flips = { '==': ['!='], '!=': ['=='], '<': ['<=', '>'], '<=': ['<', '>'], '>': ['>=', '<'], '>=': ['>', '<'] };
const decoded = (node) => Buffer.from(node.location?.text ?? '', 'base64').toString('utf8');

/**
 * @typedef {{id: string, file: string, row: number, rule: string, what: string, text: string | null, body: number | null}} Mutant
 * `text` is null where the rule is gone; `body` is where its body begins
 * @returns {{annotation: string, text: string, body: number | null, isDefault: boolean, name: string, mutants: Mutant[]}[]} the rules of the file, in order
 */
export function rulesOf(file) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  const ast = JSON.parse(opaOrThrow(['parse', '--format', 'json', '--json-include', 'locations', file]));
  let number = 0;
  // Two rules of one name may have the same thing changed: the second says so, for a name must name one mutant.
  const named = new Map();
  const unique = (id, what) => {
    const before = named.get(`${id}: ${what}`) ?? 0;
    named.set(`${id}: ${what}`, before + 1);
    return before === 0 ? what : `${what} (${before + 1})`;
  };
  return (ast.rules ?? []).map((rule) => {
    const row = rule.location.row;
    const text = rule.default ? lines[row - 1] : decoded(rule);
    const starts = text.split('\n').reduce((all, line) => [...all, all.at(-1) + line.length + 1], [0]);
    const offset = ({ location }) => starts[location.row - row] + location.col - 1;
    const meta = rule.annotations?.[0];
    const annotation = meta ? decoded(meta) : '';
    const name = rule.head.name ?? rule.head.ref?.[0]?.value;
    const id = meta?.custom?.rule ?? name;
    const whole = rule.default || rule.body[0]?.generated ? null : offset(rule.body[0]);
    const made = rule.default ? [] : changes(rule, text, offset);
    const mutants = made.map(({ at, what, text: changed, before }) => {
      number += 1;
      const body = whole === null || changed === null || !before(whole) ? whole : whole + changed.length - text.length;
      return { id: `m${number}`, file, row: row + at, rule: id, what: unique(id, what), text: changed, body };
    });
    if (rule.default && rule.head.value?.value === false) {
      number += 1;
      mutants.push({ id: `m${number}`, file, row, rule: id, what: unique(id, `default ${name} is true`), text: `${name} := true`, body: null });
    }
    return { annotation, text, body: whole, isDefault: rule.default === true, name, mutants };
  });
}

function changes(rule, text, offset) {
  const found = [];
  const seen = new Set();
  const put = (node, length, by, what) => {
    const from = offset(node);
    const changed = `${text.slice(0, from)}${by}${text.slice(from + length)}`;
    if (changed === text || seen.has(changed)) return;
    seen.add(changed);
    found.push({ at: node.location.row - rule.location.row, what, text: changed, before: (body) => from < body });
  };
  if (!rule.body[0]?.generated) found.push({ at: 0, what: 'without this rule', text: null });
  visit([rule.head, rule.body], (node) => {
    if (node.terms) ofExpression(node, put);
    if (node.type === 'set' || (node.type === 'array' && node.value.length > 1)) ofCollection(node, text, offset, put);
    if (node.type === 'number') put(node, decoded(node).length, String(Number(node.value) + 1), `${decoded(node)} is ${Number(node.value) + 1}`);
  });
  return found;
}

function ofExpression(node, put) {
  const said = decoded(node);
  if (said === '' || node.generated) return;
  const short = said.replace(/\s+/g, ' ').slice(0, 90);
  const binds = /^(some|every)\b/.test(said) || (Array.isArray(node.terms) && decoded(node.terms[0]) === ':=');
  if (!binds || said.startsWith('every')) put(node, said.length, 'true', `without "${short}"`);
  if (said.startsWith('not ')) put(node, 4, '', `"${short}" without not`);
  if (!Array.isArray(node.terms)) return;
  const operator = decoded(node.terms[0]);
  for (const by of flips[operator] ?? []) put(node.terms[0], operator.length, by, `"${short}" with ${by}`);
  if (operator === 'in' && !binds) put(node, said.length, `not ${said}`, `not ${short}`);
}

/** Elements of a written-out set or list are left out one by one: what names them no longer counts. */
function ofCollection(node, text, offset, put) {
  const from = offset(node);
  const said = decoded(node);
  for (const [i, item] of node.value.entries()) {
    if (item.type === 'object' || item.type === 'ref' || item.type === 'var') continue;
    const rest = node.value.filter((_, j) => j !== i).map(decoded);
    const by = node.type === 'array' ? `[${rest.join(', ')}]` : rest.length === 0 ? 'set()' : `{${rest.join(', ')}}`;
    put(node, said.length, by, `${text.slice(from, from + said.length).replace(/\s+/g, ' ').slice(0, 60)} without ${decoded(item)}`);
  }
}

function visit(node, at) {
  if (Array.isArray(node)) for (const item of node) visit(item, at);
  else if (node !== null && typeof node === 'object') {
    if (node.location) at(node);
    for (const [key, value] of Object.entries(node)) if (key !== 'location' && key !== 'annotations') visit(value, at);
  }
}

/**
 * One file that holds every mutant at once: the original rule keeps quiet while one of its mutants is chosen by
 * `data.mutant.id`, and that mutant speaks instead. So a file costs one build, not one build a mutant.
 * @returns {{text: string, rows: {from: number, to: number, id: string}[]}} with the rows on which each mutant stands
 */
export function withMutants(file, rules, left) {
  const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
  const head = ['package ', 'import '].flatMap((word) => lines.filter((line) => line.startsWith(word)));
  const parts = [head.join('\n')];
  const rows = [];
  let row = head.length + 2;
  const add = (annotation, text, id) => {
    const part = annotation === '' ? text : `${annotation}\n${text}`;
    const size = part.split('\n').length;
    if (id) rows.push({ from: row, to: row + size - 1, id });
    row += size + 1;
    parts.push(part);
  };
  for (const rule of rules) {
    const chosen = rule.mutants.filter(({ id }) => left.has(id));
    if (rule.isDefault || chosen.length === 0) add(rule.annotation, rule.text);
    else add(rule.annotation, guarded(rule.text, rule.body, `not data.mutant.id in {${chosen.map(({ id }) => `"${id}"`).join(', ')}}`));
    for (const { id, text, body } of chosen) if (text !== null) add(rule.annotation, guarded(text, body, `data.mutant.id == "${id}"`), id);
  }
  return { text: `${parts.join('\n\n')}\n`, rows };
}

/** The rule with one more condition at its beginning. */
function guarded(text, body, guard) {
  if (body === null) return `${text} if ${guard}`;
  const before = text.slice(0, body).trimEnd();
  if (before.endsWith('{')) return `${before}\n\t${guard}\n\t${text.slice(body)}`;
  return `${before} {\n\t${guard}\n\t${text.slice(body)}\n}`;
}
