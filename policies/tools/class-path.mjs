// Which attributes of a camera can an answer about a class of cameras depend on? (policy-engine.md 4: the soundness of lists.)
// Walks the rules from the class entrypoint with only the action known. A body that cannot hold for that action is left out;
// everything else counts, so what is found is never too little. Usage: node policies/tools/class-path.mjs [extra rule file ...]
import { fileURLToPath } from 'node:url';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ruleFiles } from './lint.mjs';
import { opa, root } from './opa.mjs';
import { readTable } from './shape.mjs';

/** What a question about classes states beside the action; every other fact is absent (libs/regulation, gate.service.ts). */
const stated = new Set(['asOf', 'viewer', 'request', 'classes', 'camera']);
const entry = ['gate.effect', 'gate.valid_until'];

const comparisons = new Set(['equal', 'neq', 'internal.member_2', 'is_string']);
/** Functions of the national layer that only compare, or ask whether something is stated. */
const comparers = new Set(['apart', 'filled']);
const undef = { kind: 'undefined' };
const unknown = { kind: 'unknown' };
const known = (value) => ({ kind: 'known', value });
const builtinTests = { is_object: (v) => typeof v === 'object' && v !== null && !Array.isArray(v), is_array: Array.isArray, is_string: (v) => typeof v === 'string', is_number: (v) => typeof v === 'number', is_boolean: (v) => typeof v === 'boolean' };

const asts = new Map();
function parsed(file) {
  if (!asts.has(file)) {
    const said = opa(['parse', '--format', 'json', file]);
    if (!said.ok) throw new Error(`${file} does not parse: ${said.err}`);
    asts.set(file, JSON.parse(said.out));
  }
  return asts.get(file);
}

/** Every rule by `package.name`. @param extra further rule files, for planted faults */
export function readRules(extra = []) {
  const rules = new Map();
  for (const file of [...ruleFiles(), ...extra]) {
    const ast = parsed(file);
    const pack = ast.package.path.slice(1).map(({ value }) => value).join('.');
    for (const rule of ast.rules ?? []) {
      const name = `${pack}.${rule.head.name ?? rule.head.ref[0].value}`;
      if (!rules.has(name)) rules.set(name, []);
      rules.get(name).push({ ...rule, pack, file, locals: localsOf(rule) });
    }
  }
  return rules;
}

export function readTables() {
  return Object.fromEntries(readdirSync(path.join(root, 'policies/tables')).filter((file) => file.endsWith('.json')).map((file) => [file.slice(0, -5), readTable(file.slice(0, -5))]));
}

/** Names that a rule binds itself: they hide rules of the same name. */
function localsOf(rule) {
  const names = new Set();
  const add = (term) => { if (term?.type === 'var') names.add(term.value); };
  for (const arg of rule.head.args ?? []) walk(arg, add);
  walk(rule, (node) => {
    if (Array.isArray(node?.terms) && ['assign', 'eq'].includes(operatorOf(node.terms[0]))) walk(node.terms[1], add);
    for (const symbol of node?.symbols ?? []) {
      if (symbol.type === 'call') for (const term of symbol.value.slice(1, -1)) walk(term, add);
      else add(symbol);
    }
    if (node?.domain !== undefined) [node.key, node.value].forEach(add);
  });
  return names;
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node !== null && typeof node === 'object') {
    visit(node);
    for (const [key, value] of Object.entries(node)) if (key !== 'location' && key !== 'annotations' && key !== 'locals') walk(value, visit);
  }
}

const operatorOf = (term) => (term?.type === 'ref' ? term.value.map(({ value }) => value).join('.') : '');

class ClassPath {
  truths = new Map();
  reads = new Map();
  looked = new Map();
  seen = new Set();

  constructor(rules, tables, action) {
    Object.assign(this, { rules, tables, action });
  }

  valueOfRule(name) {
    if (this.truths.has(name)) return this.truths.get(name);
    this.truths.set(name, unknown); // what leads back to itself is not judged
    const value = this.judged(this.rules.get(name));
    this.truths.set(name, value);
    return value;
  }

  judged(all) {
    const fallback = all.find((rule) => rule.default);
    const own = all.filter((rule) => !rule.default && rule.head.args === undefined);
    if (own.length === 0 && all.some((rule) => rule.head.args !== undefined)) return unknown;
    const truth = own.map((rule) => this.all(rule.body, rule));
    if (own.some((rule) => rule.head.key !== undefined)) return truth.every((one) => one === false) ? known([]) : unknown;
    for (const [i, rule] of own.entries()) if (truth[i] === true) return rule.head.value === undefined ? known(true) : this.term(rule.head.value, rule);
    if (truth.every((one) => one === false)) return fallback === undefined ? undef : this.term(fallback.head.value, fallback);
    return unknown;
  }

  /** true, false, or null where it depends on what is not known. */
  all(body, rule) {
    const parts = body.map((expr) => this.expression(expr, rule));
    return parts.includes(false) ? false : parts.every((one) => one === true) ? true : null;
  }

  expression(expr, rule) {
    if (expr.with !== undefined) return null;
    const truth = this.positive(expr.terms, rule);
    return expr.negated === true && truth !== null ? !truth : truth;
  }

  positive(terms, rule) {
    if (Array.isArray(terms)) return this.call(terms, rule, true);
    if (terms.type === 'not') {
      const inner = this.all(terms.body, rule);
      return inner === null ? null : !inner;
    }
    if (terms.symbols !== undefined) {
      const call = terms.symbols[0];
      if (call.type !== 'call') return null;
      const domain = this.term(call.value.at(-1), rule);
      return domain.kind === 'undefined' || (domain.kind === 'known' && Object.keys(domain.value ?? {}).length === 0) ? false : null;
    }
    if (terms.domain !== undefined) return this.term(terms.domain, rule).kind === 'undefined' ? false : null;
    const value = this.term(terms, rule);
    return value.kind === 'unknown' ? null : value.kind === 'known' && value.value !== false;
  }

  call([operator, ...args], rule) {
    const values = args.map((arg) => this.term(arg, rule));
    const name = operatorOf(operator);
    const [left, right] = values;
    if (name === 'assign' || name === 'eq') {
      const side = name === 'assign' ? [right] : values;
      return side.some(({ kind }) => kind === 'undefined') ? false : null;
    }
    if (values.some(({ kind }) => kind === 'undefined')) return false;
    if (!values.every(({ kind }) => kind === 'known')) return null;
    const same = JSON.stringify(left.value) === JSON.stringify(right?.value);
    if (name === 'equal') return same;
    if (name === 'neq') return !same;
    if (name === 'internal.member_2') return Object.values(right.value ?? {}).some((item) => JSON.stringify(item) === JSON.stringify(left.value));
    return builtinTests[name]?.(left.value) ?? null;
  }

  term(term, rule) {
    switch (term.type) {
      case 'string':
      case 'number':
      case 'boolean':
      case 'null':
        return known(term.value);
      case 'array':
      case 'set': {
        const items = term.value.map((item) => this.term(item, rule));
        if (items.some(({ kind }) => kind === 'undefined')) return undef;
        return items.every(({ kind }) => kind === 'known') ? known(items.map(({ value }) => value)) : unknown;
      }
      case 'var':
        return rule.locals.has(term.value) || !this.rules.has(`${rule.pack}.${term.value}`) ? unknown : this.valueOfRule(`${rule.pack}.${term.value}`);
      case 'ref':
        return this.reference(term.value, rule);
      case 'call':
        return term.value.slice(1).some((arg) => this.term(arg, rule).kind === 'undefined') ? undef : unknown;
      default:
        return unknown;
    }
  }

  reference(parts, rule) {
    const [head, ...rest] = parts;
    if (head.type !== 'var') return unknown;
    if (head.value === 'input') {
      const key = rest[0];
      if (key?.type !== 'string') return unknown;
      if (key.value === 'action') return rest.length === 1 ? known(this.action) : undef;
      return stated.has(key.value) ? unknown : undef;
    }
    if (head.value === 'data') {
      if (rest[0]?.value === 'tables') return this.inside(known(this.tables), rest.slice(1), rule);
      for (let length = rest.length; length > 1; length -= 1) {
        const name = rest.slice(0, length).map(({ value }) => value).join('.');
        if (this.rules.has(name)) return this.inside(this.valueOfRule(name), rest.slice(length), rule);
      }
      return undef; // a layer that says nothing of it
    }
    if (rule.locals.has(head.value) || !this.rules.has(`${rule.pack}.${head.value}`)) return unknown;
    return this.inside(this.valueOfRule(`${rule.pack}.${head.value}`), rest, rule);
  }

  inside(value, rest, rule) {
    let at = value;
    for (const part of rest) {
      if (at.kind !== 'known') return at;
      const key = this.term(part, rule);
      if (key.kind !== 'known') return key;
      const inner = at.value;
      if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key.value)) return undef;
      at = known(inner[key.value]);
    }
    return at;
  }

  /** Notes what the rule reads of a camera and goes on to the rules it asks. */
  reach(name) {
    if (this.seen.has(name)) return;
    this.seen.add(name);
    for (const rule of this.rules.get(name)) if (rule.default || this.all(rule.body, rule) !== false) this.look(rule, name);
  }

  look(rule, name) {
    const note = (attribute) => {
      if (!this.reads.has(attribute)) this.reads.set(attribute, new Set());
      this.reads.get(attribute).add(`${rule.file} ${name}`);
    };
    const constants = new Set();
    walk(rule.body, (node) => { if (node.type === 'string') constants.add(node.value); });
    this.noteUses(rule, name);
    // The id as evidence of a permission decides nothing: every class has one, as every camera has.
    const told = new Set();
    walk(rule.body, (node) => {
      if (node.type === 'object') for (const [key, value] of node.value) if (key.value === 'evidence') walk(value, (inner) => told.add(inner));
    });
    const factPaths = new Set();
    walk([rule.body, rule.head], (node) => {
      if (node.type === 'call' && operatorOf(node.value[0]) === 'object.get') factPaths.add(node.value[1]);
      if (Array.isArray(node.terms) && operatorOf(node.terms[0]) === 'object.get') factPaths.add(node.terms[1]);
    });
    walk([rule.body, rule.head], (node) => {
      if (node.type === 'var' && !rule.locals.has(node.value)) {
        if (node.value === 'input') this.wholeInput(node, factPaths, note);
        if (this.rules.has(`${rule.pack}.${node.value}`)) this.reach(`${rule.pack}.${node.value}`);
      }
      if (node.type !== 'ref') return;
      const [head, ...rest] = node.value;
      if (head.value === 'input' && rest.length === 0) this.wholeInput(node, factPaths, note);
      if (head.value === 'input' && rest[0] !== undefined && rest[0].type !== 'string') note('*');
      if (head.value === 'input' && rest[0]?.value === 'camera') {
        if (rest.length === 1) note('*');
        else if (rest[1].type === 'string') { if (!(rest[1].value === 'id' && told.has(node))) note(rest[1].value); }
        // input.camera[name]: one of the names that the rule itself lists
        else for (const constant of Object.keys(this.tables.shape.camera).filter((field) => constants.has(field))) note(constant);
      }
      if (head.value === 'data' && rest[0]?.value !== 'tables') {
        for (let length = rest.length; length > 1; length -= 1) {
          const asked = rest.slice(0, length).map(({ value }) => value).join('.');
          if (this.rules.has(asked)) this.reach(asked);
        }
      }
    });
  }

  /** Where an attribute that is only a name is looked at otherwise than by comparing it with something that is no camera's. */
  noteUses(rule, name) {
    const opaque = new Set(this.tables.classes.opaque);
    const fieldOf = (node) => (node?.type === 'ref' && node.value[0].value === 'input' && node.value[1]?.value === 'camera' ? node.value[2] : undefined);
    const isOpaque = (node) => { const field = fieldOf(node); return field !== undefined && (field.type !== 'string' || opaque.has(field.value)); };
    const compared = new Set();
    const see = (operator, args) => {
      if (!comparisons.has(operator) && !comparers.has(operator.replace(/^data\.national\./, ''))) return;
      if (args.filter((arg) => fieldOf(arg) !== undefined).length === 1) for (const arg of args) compared.add(arg);
    };
    walk(rule.body, (node) => {
      if (Array.isArray(node.terms)) see(operatorOf(node.terms[0]), node.terms.slice(1));
      if (node.type === 'call') see(operatorOf(node.value[0]), node.value.slice(1));
    });
    walk(rule.body, (node) => {
      if (isOpaque(node) && !compared.has(node)) this.looked.set(`${fieldOf(node).value}`, `${rule.file} ${name}`);
    });
  }

  /** `object.get(input, fact.path, …)` reads the facts that the action needs; any other use of the whole input reads everything. */
  wholeInput(node, factPaths, note) {
    if (node.type === 'var') return; // the head of a reference, or of the case below
    if (!factPaths.has(node)) return note('*');
    for (const group of this.tables.actions[this.action].facts ?? [])
      for (const { path: at } of this.tables.facts[group] ?? []) if (at[0] === 'camera' && at[1] !== 'id') note(at[1]);
  }
}

/**
 * `reads`: attribute → where it is read, `*` when more than single attributes is. `looked`: attribute that is only a name →
 * where it is looked into: two unlike names would then be no longer the same to the rules.
 * @returns {{ reads: Map<string, Set<string>>, looked: Map<string, string> }}
 */
export function cameraReads(rules, tables, action) {
  const walked = new ClassPath(rules, tables, action);
  // Footage is not opened by a list; what a list itself shows stands under its obligations, too.
  for (const name of [...entry, ...(tables.classes.finder[action] === undefined ? ['gate.standing_obligations', 'gate.added_obligations'] : [])]) walked.reach(name);
  return walked;
}

/** What breaks the class path: attributes read that `tables/classes.json` does not name for the action, or names without need. */
export function classPathFaults(extra = []) {
  const [rules, tables] = [readRules(extra), readTables()];
  const { tuple, actions } = tables.classes;
  return Object.entries(actions).flatMap(([action, named]) => {
    const { reads, looked } = cameraReads(rules, tables, action);
    const stray = [...reads].filter(([attribute]) => !named.includes(attribute));
    return [
      ...named.filter((attribute) => !tuple.includes(attribute)).map((attribute) => `${action}: ${attribute} is not part of the tuple`),
      ...stray.map(([attribute, places]) => `${action}: input.camera.${attribute} outside the class, read by ${[...places].slice(0, 3).join(', ')}`),
      ...[...looked].map(([attribute, place]) => `${action}: input.camera.${attribute} is only a name, but ${place} looks into it`),
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [rules, tables] = [readRules(process.argv.slice(2)), readTables()];
  for (const action of Object.keys(tables.classes.actions)) {
    process.stdout.write(`${action}\n`);
    for (const [attribute, places] of [...cameraReads(rules, tables, action).reads].sort()) process.stdout.write(`  ${attribute}: ${[...places].join(', ')}\n`);
  }
  const faults = classPathFaults(process.argv.slice(2));
  for (const line of faults) process.stdout.write(`${line}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
