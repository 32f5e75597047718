// Faults that the syntax tree of one file shows.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { entrypoints } from '../build.mjs';
import { opa, root } from '../opa.mjs';

const entrypointNames = new Set(entrypoints.filter((one) => one.startsWith('gate/')).map((one) => one.split('/')[1]));
/** What a layer may know of another by name; everything else is its own affair. The city layer is replaceable, so it is known least. */
const between = {
  national: { hanoi: ['standing_authority'] },
  gate: { hanoi: ['denies', 'needs', 'permits', 'obligations', 'deadlines'], national: null },
  hanoi: { national: ['apart', 'asker_is_state_agency', 'asker_org', 'by_request', 'concerns_footage', 'due', 'police_keys', 'with_purpose', 'written_request'] },
  'system.log': {},
};
/** Anything that is not a function of the question; and what brings a whole regular-expression engine into the module. */
const worldly = /^(time\.|opa\.runtime|rand\.|uuid\.|http\.|net\.lookup|io\.|trace|print)/;
const costly = /^(walk|regex\.|glob\.|graph\.|json\.match_schema|sprintf)/;

const asts = new Map();
/** @returns {{ast: object | null, fault: string}} */
export function parsed(file) {
  if (!asts.has(file)) {
    const said = opa(['parse', '--format', 'json', '--json-include', 'locations', file]);
    asts.set(file, said.ok ? { ast: JSON.parse(said.out), fault: '' } : { ast: null, fault: said.err.trim() });
  }
  return asts.get(file);
}

export const pathOf = (ref) => ref.value.map((part) => part.value);
export const nameOf = (rule) => rule.head.name ?? rule.head.ref?.[0]?.value;
export const packageOf = (ast) => ast.package.path.slice(1).map((part) => part.value).join('.');
const isRef = (terms) => terms !== null && typeof terms === 'object' && !Array.isArray(terms) && terms.type === 'ref';

export function walk(node, visit) {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node !== null && typeof node === 'object') {
    visit(node);
    for (const [key, value] of Object.entries(node)) if (key !== 'location' && key !== 'annotations') walk(value, visit);
  }
}

/** @param file path from the repository root; outside of policies/ its package is not compared with it */
export function treeFaults(ast, file) {
  const found = [];
  const own = packageOf(ast);
  const at = (node, what) => found.push({ row: node.location?.row ?? 1, what });
  if (!(ast.imports ?? []).some((one) => pathOf(one.path).join('.') === 'rego.v2')) at(ast.package, 'no `import rego.v2`: denials on missing facts fall silent');
  for (const one of ast.imports ?? []) if (pathOf(one.path)[0] === 'data') at(one, `import of ${pathOf(one.path).join('.')}: name another layer where it is asked, so that the borders show`);
  if (file.startsWith('policies/') && own !== path.dirname(file).split('/').slice(1).join('.')) at(ast.package, `package ${own} does not equal its folder`);
  for (const rule of ast.rules ?? []) {
    const name = nameOf(rule);
    if (rule.else) at(rule, '`else`: order decides; write two rules');
    if (rule.default && (rule.head.value?.value === true || rule.head.value?.value === 'allow')) at(rule, 'a default that permits');
    if (/^get_/.test(name)) at(rule, `${name}: no get_ prefixes`);
    if (/^(not|no|isnt|cannot)_/.test(name)) at(rule, `${name}: helpers say what is, and are negated where they are used`);
    walk(rule, (node) => nodeFaults(node, { name, own, at }));
  }
  return found;
}

function nodeFaults(node, { name, own, at }) {
  if (node.with?.some((one) => one.target.type === 'ref' && pathOf(one.target).join('.') === 'input')) at(node, '`with input as`: WASM and Go differ (opa #6304)');
  if (isRef(node.terms) && pathOf(node.terms)[0] === 'input') at(node, 'bare `input.x` or `not input.x`: null counts as true; compare with a value');
  if (isRef(node.terms) && pathOf(node.terms).slice(0, 2).join('.') === 'data.tables') at(node, 'bare `data.tables.x`: a row that holds null or a name counts as true; compare with a value');
  if ((node.type === 'array' || node.type === 'set') && node.value.length > 1 && node.value.some((item) => item.type === 'ref' && pathOf(item)[0] === 'input'))
    at(node, 'a list or set of facts: one that is missing makes the whole of it undefined');
  if (node.type !== 'ref') return;
  const parts = pathOf(node);
  const called = parts.filter((part) => typeof part === 'string').join('.');
  if (asksEntrypoint(parts, own) && !entrypointNames.has(name)) at(node, `${parts.join('.')}: a rule asks an entrypoint`);
  if (parts[0] === 'data' && parts[1] === 'tables' && typeof parts[2] === 'string' && !existsSync(path.join(root, 'policies/tables', `${parts[2]}.json`))) at(node, `there is no tables/${parts[2]}.json: the rule would fall silent`);
  if (node.value[0].type === 'var' && worldly.test(called)) at(node, `${called}: the answer may depend on nothing but the question; time is a fact (input.asOf)`);
  if (node.value[0].type === 'var' && costly.test(called)) at(node, `${called}: dear in WebAssembly; use a table, startswith, or paths that are written out`);
  crossing(parts, own, (what) => at(node, what));
}

const asksEntrypoint = (parts, own) =>
  (parts[0] === 'data' && parts[1] === 'gate' && entrypointNames.has(parts[2])) || (own === 'gate' && parts.length === 1 && entrypointNames.has(parts[0]));

/** A layer that reads more of another than is written down here cannot be replaced alone. */
function crossing(parts, own, say) {
  if (parts[0] !== 'data' || parts[1] === 'tables' || parts[1] === own.split('.')[0] || !(own in between)) return;
  const names = between[own][parts[1]];
  if (names === null || names?.includes(parts[2])) return;
  say(`${own} reads ${parts.slice(0, 3).join('.')}: between layers only ${names === undefined ? 'nothing' : names.join(', ')} of ${parts[1]} is known`);
}
