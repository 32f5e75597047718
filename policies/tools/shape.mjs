// The input's shape (tables/shape.json, tables/types.json) as JSON Schema and as TypeScript types.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './opa.mjs';

export function readTable(name) {
  const file = path.join(root, 'policies/tables', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8'))[name];
}

/** JSON Schema for `opa check --schema`: times are integers, every name closed. What people may write is printed by `cuao policy eval --schema`. */
export function inputSchema() {
  const shape = readTable('shape');
  const types = readTable('types');
  const ofType = (name) => {
    const type = types[name];
    if (type.json === 'any') return {};
    if (type.date) return { type: 'integer' };
    if (type.json === 'object') return ofShape(type.shape);
    if (type.json === 'array') return { type: 'array', items: type.item ? { type: type.item } : ofShape(type.shape) };
    return { type: type.json };
  };
  const ofShape = (name) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(shape[name]).map(([field, type]) => [field, ofType(type)])),
    additionalProperties: false,
  });
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Policy input', ...ofShape('input') };
}

/**
 * The shape as Rego can look it up in one step (tables/form.json): which JSON types a field may have, which fields hold
 * objects, rows or texts. `cameras` and `classes` are left out: their items are judged one by one as `camera`.
 */
export function formTable() {
  const shape = readTable('shape');
  const types = readTable('types');
  const field = {};
  const inner = {};
  const rows = {};
  const texts = {};
  const judgedAlone = new Set(['cameras', 'classes']);
  for (const [name, fields] of Object.entries(shape)) {
    field[name] = {};
    for (const [key, typeName] of Object.entries(fields)) {
      const type = types[typeName];
      const allowed = type.json === 'any' ? ['string', 'number', 'boolean', 'array', 'object'] : [type.json];
      field[name][key] = Object.fromEntries([...allowed, 'null'].map((json) => [json, true]));
      if (type.json === 'object') (inner[name] ??= {})[key] = type.shape;
      if (type.json === 'array' && type.shape && !judgedAlone.has(key)) (rows[name] ??= {})[key] = type.shape;
      if (type.json === 'array' && type.item) (texts[name] ??= {})[key] = true;
    }
  }
  return { form: { field, inner, rows, texts } };
}

/** TypeScript for libs/regulation: the same names, so a fact nobody knows does not compile. */
export function inputTypes() {
  const shape = readTable('shape');
  const types = readTable('types');
  const name = (key) => (key === 'input' ? 'PolicyInput' : `${key[0].toUpperCase()}${key.slice(1)}Facts`);
  const ofType = (key) => {
    const type = types[key];
    if (type.json === 'any') return 'unknown';
    if (type.json === 'object') return name(type.shape);
    if (type.json === 'array') return `readonly ${type.item ?? name(type.shape)}[]`;
    return type.json;
  };
  const lines = ['// Made from policies/tables/shape.json by `npm run policy:build`; do not edit.', '// Times are integer milliseconds. null says the same as leaving the fact out.', ''];
  for (const [key, fields] of Object.entries(shape)) {
    const text = Object.entries(fields).map(([field, type]) => `readonly ${field}?: ${ofType(type)} | null`);
    lines.push('// prettier-ignore', `export interface ${name(key)} {`);
    let line = ' ';
    for (const part of text) {
      if (line.length + part.length > 150) {
        lines.push(line);
        line = ' ';
      }
      line += ` ${part};`;
    }
    lines.push(line, '}');
  }
  return `${lines.join('\n')}\n`;
}

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const bareDate = /^\d{4}-\d{2}-\d{2}$/;

/** Text times to milliseconds, everywhere the shape says so; a bare date means what its type says. What is not a time stays as it is, for the policy to refuse. */
export function withMilliseconds(input, shapeName = 'input', shape = readTable('shape'), types = readTable('types')) {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).map(([field, value]) => {
    const type = types[shape[shapeName]?.[field]];
    if (type?.date && typeof value === 'string') return [field, millisecondsOf(value, type.date) ?? value];
    if (type?.json === 'object') return [field, withMilliseconds(value, type.shape, shape, types)];
    if (type?.json === 'array' && type.shape && Array.isArray(value)) return [field, value.map((row) => withMilliseconds(row, type.shape, shape, types))];
    return [field, value];
  }));
}

const sinceMidnight = { begins: 0, ends: 86_399_999, after: 86_400_000 };

function millisecondsOf(text, date) {
  const at = bareDate.test(text) ? Date.parse(`${text}T00:00:00+07:00`) + sinceMidnight[date] : zoned.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
