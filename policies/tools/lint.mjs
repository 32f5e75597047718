// The house's own lint over `opa parse` and `opa inspect` (Regal cannot be installed; policy-engine.md 1.6).
// Usage: node policies/tools/lint.mjs [file ...]   (default: every rule file of policies/)
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { entrypoints } from './build.mjs';
import { opa, opaOrThrow, root } from './opa.mjs';
import { readTable } from './shape.mjs';

const speaking = /^(\w+_)?(denies|needs|permits|unknowns|obligations|deadlines)$/;
const entrypointNames = new Set(entrypoints.filter((e) => e.startsWith('gate/')).map((e) => e.split('/')[1]));

export function ruleFiles(folder = 'policies') {
  return readdirSync(path.join(root, folder)).sort().flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(path.join(root, file)).isDirectory()) return ['bundle', 'tools', 'cases', 'demo-keys', 'tables'].includes(name) ? [] : ruleFiles(file);
    return /(?<!_test)\.rego$/.test(name) ? [file] : [];
  });
}

/** @returns {string[]} one line a violation, `file:row what` */
export function lintFile(file) {
  const parsed = opa(['parse', '--format', 'json', '--json-include', 'locations', file]);
  if (!parsed.ok) return [`${file}:1 does not parse: ${parsed.err.trim()}`];
  const ast = JSON.parse(parsed.out);
  const found = [];
  const at = (node, what) => found.push(`${file}:${node.location?.row ?? 1} ${what}`);
  const pathOf = (ref) => ref.value.map((part) => part.value);

  if (!(ast.imports ?? []).some((one) => pathOf(one.path).join('.') === 'rego.v2')) at(ast.package, 'no `import rego.v2`: denials on missing facts fall silent');
  const own = ast.package.path.slice(1).map((part) => part.value);
  const folder = path.dirname(file).split('/').slice(1);
  if (file.startsWith('policies/') && own.join('.') !== folder.join('.')) at(ast.package, `package ${own.join('.')} does not equal its folder`);

  for (const rule of ast.rules ?? []) {
    const name = rule.head.name ?? pathOf({ value: rule.head.ref ?? [] })[0];
    if (rule.else) at(rule, '`else`: order decides; write two rules');
    if (rule.default && (rule.head.value?.value === true || rule.head.value?.value === 'allow')) at(rule, 'a default that permits');
    if (/^get_/.test(name)) at(rule, `${name}: no get_ prefixes`);
    walk(rule, (node) => {
      if (node.with?.some((one) => one.target.type === 'ref' && pathOf(one.target).join('.') === 'input')) at(node, '`with input as`: WASM and Go differ (opa #6304)');
      if (isRef(node.terms) && pathOf(node.terms)[0] === 'input') at(node, 'bare `input.x` or `not input.x`: null counts as true; compare with a value');
      if ((node.type === 'array' || node.type === 'set') && node.value.length > 1 && node.value.some((item) => item.type === 'ref' && pathOf(item)[0] === 'input') && !insideCall(node))
        at(node, 'a list or set of facts: one that is missing makes the whole of it undefined');
      if (node.type === 'ref' && asksEntrypoint(pathOf(node), own) && !entrypointNames.has(name)) at(node, `${pathOf(node).join('.')}: a rule asks an entrypoint`);
    });
    if (speaking.test(name) && !isCollector(rule)) lintAnnotation(file, rule, name, at);
  }
  return found;
}

const isRef = (terms) => terms !== null && typeof terms === 'object' && !Array.isArray(terms) && terms.type === 'ref';
const insideCall = (node) => node.allowed === true;
const asksEntrypoint = (parts, own) =>
  (parts[0] === 'data' && parts[1] === 'gate' && entrypointNames.has(parts[2])) || (own.join('.') === 'gate' && parts.length === 1 && entrypointNames.has(parts[0]));

/** `denies contains d if { guard; some d in picture_denies }` only passes on what other rules say. */
function isCollector(rule) {
  const text = JSON.stringify(rule.body ?? []);
  return !text.includes('"custom"') && !text.includes('"term"') && !text.includes('"due"');
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node !== null && typeof node === 'object') {
    visit(node);
    // A path for object.get is a list of names, not of facts.
    for (const [key, value] of Object.entries(node)) if (key !== 'location') walk(value, visit);
  }
}

const inspected = new Map();
function annotationsOf(file) {
  if (!inspected.has(file)) {
    const { annotations = [] } = JSON.parse(opaOrThrow(['inspect', '-a', '-f', 'json', file]));
    inspected.set(file, annotations.filter((one) => one.annotations.scope === 'rule'));
  }
  return inspected.get(file);
}

function lintAnnotation(file, rule, name, at) {
  const one = annotationsOf(file).find(({ location }) => location.row === rule.location.row);
  const custom = one?.annotations.custom;
  if (!custom) return at(rule, `${name} has no metadata`);
  if (!one.annotations.title) at(rule, `${name} has no title`);
  const rules = readTable('rules');
  const articles = readTable('articles');
  if (!rules[custom.rule]) at(rule, `rule ${custom.rule} is not in tables/rules.json`);
  else if (!['policy', 'clock'].includes(rules[custom.rule].enforced)) at(rule, `rule ${custom.rule} is catalogued as enforced by ${rules[custom.rule].enforced}`);
  if (!Array.isArray(custom.articles)) at(rule, `rule ${custom.rule} cites no articles`);
  for (const key of custom.articles ?? []) if (!articles[key]) at(rule, `article ${key} is not in tables/articles.json`);
  if ((custom.articles ?? []).length === 0 && !/^POL-/.test(custom.rule) && /^(\w+_)?denies$/.test(name) && rules[custom.rule]?.status !== 'I' && (rules[custom.rule]?.articles ?? []).length > 0)
    at(rule, `denial by ${custom.rule} cites no article`);
  if (/(denies|needs|permits|unknowns)$/.test(name) && !readTable('messages')[custom.message]) at(rule, `message ${custom.message} is not in tables/messages.json`);
  if (/denies$/.test(name) && !['high', 'medium', 'low'].includes(custom.severity)) at(rule, `severity of ${custom.rule} is not high, medium or low`);
  if (/obligations$/.test(name) && !readTable('obligations')[custom.code]?.modes.includes(custom.mode)) at(rule, `obligation ${custom.code}/${custom.mode} is not in tables/obligations.json`);
}

/** Titles name a rule in the matrix, so each denial has its own. */
export function lintTogether(files) {
  const seen = new Map();
  const found = [];
  for (const file of files) {
    for (const { annotations, location } of annotationsOf(file)) {
      const key = `${annotations.custom?.rule} ${annotations.title}`;
      if (seen.has(key)) found.push(`${file}:${location.row} same rule and title as ${seen.get(key)}: ${key}`);
      seen.set(key, `${file}:${location.row}`);
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ruleFiles();
  const found = [...files.flatMap(lintFile), ...lintTogether(files)];
  for (const line of found) process.stdout.write(`${line}\n`);
  process.stdout.write(`${files.length} files, ${found.length} violations\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
