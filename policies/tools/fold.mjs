// Puts each rule's metadata where the rule says its word. OPA resolves `rego.metadata.rule()` at compile time too, but at the
// top of the rule's body: every body then builds its object of names and articles before the first condition is looked at,
// which was a third of the whole time of a decision. Rows stay where they are. Go OPA is asked on the rules as written, so the
// differential compares the two.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { opaOrThrow, root } from './opa.mjs';

const packages = ['gate', 'national', 'hanoi', 'system'];
const call = 'rego.metadata.rule().custom';

/** Makes `<folder>/policies`: rules with their metadata folded in, and the tables. Tests, cases and keys stay behind. */
export function foldInto(folder) {
  for (const part of [...packages, 'tables'])
    cpSync(path.join(root, 'policies', part), path.join(folder, 'policies', part), { recursive: true, filter: (name) => !name.endsWith('_test.rego') });
  for (const part of packages) {
    for (const name of readdirSync(path.join(folder, 'policies', part), { recursive: true })) {
      if (!String(name).endsWith('.rego')) continue;
      const file = path.join('policies', part, String(name));
      const text = readFileSync(path.join(folder, file), 'utf8');
      if (text.includes(call)) writeFileSync(path.join(folder, file), folded(text, metadataOf(file)));
    }
  }
}

/** The one field of the question that rules replace (`with input.<field> as …`). @throws when they replace anything else, or several */
export function replacedField(folder) {
  const clauses = packages.flatMap((part) => readdirSync(path.join(folder, 'policies', part), { recursive: true }).filter((name) => String(name).endsWith('.rego'))
    .flatMap((name) => readFileSync(path.join(folder, 'policies', part, String(name)), 'utf8').split('\n').filter((line) => !/^\s*#/.test(line)).flatMap((line) => line.match(/\bwith\s+\S+\s+as\b/g) ?? [])));
  const fields = new Set(clauses.map((clause) => /^with input\.(\w+) as$/.exec(clause)?.[1]));
  const [field] = fields;
  if (fields.size !== 1 || field === undefined) throw new Error(`rules replace more than one field of the question: ${[...new Set(clauses)].join(', ')}`);
  return field;
}

/** @returns {{row: number, custom: object}[]} of the rules of a file, in their order */
function metadataOf(file) {
  const { annotations = [] } = JSON.parse(opaOrThrow(['inspect', '-a', '-f', 'json', file]));
  return annotations.filter((one) => one.annotations.scope === 'rule').map(({ annotations: { custom }, location: { row } }) => ({ row, custom })).sort((a, b) => a.row - b.row);
}

export function folded(text, metadata) {
  return text.split('\n').map((line, i) => {
    if (line.startsWith('#') || !line.includes(call)) return line;
    const own = metadata.filter(({ row }) => row <= i + 1).at(-1);
    if (own?.custom === undefined) throw new Error(`a rule without metadata asks for its own: ${line}`);
    return foldLine(line, own.custom);
  }).join('\n');
}

/** `object.union(<metadata>, {"at": …})` on one line becomes one object; elsewhere the metadata alone is put in. */
function foldLine(line, custom) {
  const union = `object.union(${call}, {`;
  const from = line.indexOf(union);
  const to = from < 0 ? -1 : closing(line, from + union.length - 1);
  if (to < 0 || line[to + 1] !== ')') return line.replaceAll(call, JSON.stringify(custom));
  const added = line.slice(from + union.length, to);
  const kept = Object.entries(custom).filter(([key]) => !topKeys(added).includes(key)).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `${line.slice(0, from)}{${[...kept, added].join(', ')}}${line.slice(to + 2)}`;
}

/** Position of the bracket that closes the one at `open`; -1 when it is on another line. */
function closing(line, open) {
  let depth = 0;
  for (const { char, at } of outsideTexts(line, open)) {
    if ('{[('.includes(char)) depth += 1;
    if ('}])'.includes(char)) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function topKeys(fields) {
  const keys = [];
  let depth = 0;
  for (const { char, at } of outsideTexts(fields, 0)) {
    if ('{[('.includes(char)) depth += 1;
    if ('}])'.includes(char)) depth -= 1;
    if (char === ':' && depth === 0) keys.push(/"([^"]*)"$/.exec(fields.slice(0, at))?.[1]);
  }
  return keys;
}

function* outsideTexts(line, from) {
  let inside = false;
  for (let at = from; at < line.length; at += 1) {
    if (inside && line[at] === '\\') at += 1;
    else if (line[at] === '"') inside = !inside;
    else if (!inside) yield { char: line[at], at };
  }
}
