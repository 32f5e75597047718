import type { PolicyTables } from './tables.js';

/** 16 KB: a larger question would hold the event loop; a page of cameras is asked in one batch of its own. */
export const mostInputBytes = 16_384;
export const mostBatchBytes = 262_144;

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const bareDate = /^\d{4}-\d{2}-\d{2}$/;

/** What a bare date means where it stands (`tables/types.json`): its first instant, its last millisecond, or the midnight after it. */
export type DateMeans = 'begins' | 'ends' | 'after';
const sinceMidnight: Readonly<Record<DateMeans, number>> = { begins: 0, ends: 86_399_999, after: 86_400_000 };

/**
 * Milliseconds of RFC 3339 text. A bare date begins at 00:00 in Hà Nội; one that something ends with is whole, to its 24:00
 * (`policies/README.md`). null when the text is neither, or no such day exists.
 */
export function millisecondsOf(text: string, date: DateMeans = 'begins'): number | null {
  if (!bareDate.test(text) && !zoned.test(text)) return null;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  if (day === undefined || month === undefined || month < 1 || month > 12 || day < 1 || day > lastDay) return null;
  const at = bareDate.test(text) ? Date.parse(`${text}T00:00:00+07:00`) + sinceMidnight[date] : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

type InputTables = Pick<PolicyTables, 'shape' | 'types' | 'aliases' | 'spellings'>;

export type ReadInput =
  | { readonly kind: 'input'; readonly input: Record<string, unknown> }
  | { readonly kind: 'refused'; readonly code: 'unknown_field' | 'not_an_object'; readonly paths: readonly string[] };

/**
 * A question as people write it: times may be text, nothing may have an unknown name; the other names and spellings of
 * `tables/aliases.json` and `tables/spellings.json` are put into ours. `facts` may hold them all: `{action, facts, asOf}`.
 * Wrong types pass on purpose: the policy answers them with a denial that names the path.
 */
export function readInput(tables: InputTables, value: unknown): ReadInput {
  if (!isRecord(value)) return { kind: 'refused', code: 'not_an_object', paths: [] };
  const twice = isRecord(value['facts']) ? Object.keys(value['facts']).filter((key) => Object.hasOwn(value, key)) : [];
  const { facts, ...rest } = value;
  const unknown: string[] = twice.map((key) => `facts.${key}`);
  const input = walk(tables, 'input', isRecord(facts) ? { ...rest, ...facts } : value, '', unknown);
  return unknown.length > 0 ? { kind: 'refused', code: 'unknown_field', paths: unknown } : { kind: 'input', input };
}

function walk(
  tables: InputTables,
  shapeName: string,
  value: Record<string, unknown>,
  at: string,
  unknown: string[],
): Record<string, unknown> {
  const shape = tables.shape[shapeName] ?? {};
  const out: Record<string, unknown> = {};
  for (const [field, inner] of Object.entries(inOurNames(tables.aliases[shapeName] ?? {}, value))) {
    const path = at === '' ? field : `${at}.${field}`;
    const typeName = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const type = typeName === undefined ? undefined : tables.types[typeName];
    if (typeName === undefined || type === undefined) unknown.push(path);
    else if (dateOf(typeName, type) !== undefined)
      out[field] = typeof inner === 'string' ? (millisecondsOf(inner, dateOf(typeName, type)) ?? inner) : inner;
    else if (type.json === 'object' && type.shape !== undefined && isRecord(inner))
      out[field] = walk(tables, type.shape, inner, path, unknown);
    else if (type.json === 'array' && type.shape !== undefined && Array.isArray(inner)) {
      const itemShape = type.shape;
      out[field] = inner.map((item: unknown, i) => (isRecord(item) ? walk(tables, itemShape, item, `${path}[${i}]`, unknown) : item));
    } else out[field] = inOurSpelling(tables.spellings[`${shapeName}.${field}`], inner);
  }
  return out;
}

/** Releases signed before dates had a meaning of their own know one type, and it begins. */
const dateOf = (name: string, type: PolicyTables['types'][string]): DateMeans | undefined =>
  type?.date ?? (name === 'time' ? 'begins' : undefined);

/**
 * The catalogue writes some facts in two ways, or in another place (`verifier.title`); stated both ways at once, differently,
 * the second stays where it is, and is an unknown field. `role` → `roles[]` makes a list of one.
 */
function inOurNames(others: Record<string, string>, value: Record<string, unknown>): Record<string, unknown> {
  // The longest names first: a bundle sorts its keys, and `viewer.org.kind` has to be read before `viewer.org`. A second
  // round for what only the first put in its place (`s` → `viewer`).
  const names = Object.entries(others).sort(([one], [other]) => other.split('.').length - one.split('.').length);
  return [...names, ...names].reduce((named, [written, ours]) => inOurName(named, written.split('.'), ours), value);
}

function inOurName(named: Record<string, unknown>, from: readonly string[], ours: string): Record<string, unknown> {
  const to = ours.replace(/\[\]$/, '').split('.');
  if (!isStated(named, from) || !hasRoom(named, to)) return named;
  const fact = valueAt(named, from);
  // The same twice says nothing new; two different things under one name are not ours to choose from.
  if (isStated(named, to)) return fact === valueAt(named, to) ? without(named, from) : named;
  const asOne = ours.endsWith('[]') && (typeof fact === 'string' || isRecord(fact));
  return placed(without(named, from), to, asOne ? [fact] : fact);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}

const isStated = (value: Record<string, unknown>, path: readonly string[]): boolean => valueAt(value, path) !== undefined;

/** Whether every step on the way is an object, or not there yet. */
const hasRoom = (value: Record<string, unknown>, path: readonly string[]): boolean =>
  path.slice(0, -1).every((_, i) => {
    const inner = valueAt(value, path.slice(0, i + 1));
    return inner === undefined || isRecord(inner);
  });

/** The fact is taken away, and with it an object that held nothing else. */
function without(value: Record<string, unknown>, [key = '', ...deeper]: readonly string[]): Record<string, unknown> {
  const { [key]: inner, ...rest } = value;
  if (deeper.length === 0 || !isRecord(inner)) return rest;
  const left = without(inner, deeper);
  return Object.keys(left).length === 0 ? rest : { ...rest, [key]: left };
}

function placed(value: Record<string, unknown>, [key = '', ...deeper]: readonly string[], fact: unknown): Record<string, unknown> {
  if (deeper.length === 0) return { ...value, [key]: fact };
  const inner = value[key];
  return { ...value, [key]: placed(isRecord(inner) ? inner : {}, deeper, fact) };
}

/** A code in another spelling (`trường học` for `school`) becomes ours; any other stays, for the policy to refuse. */
function inOurSpelling(others: Record<string, string> | undefined, value: unknown): unknown {
  if (others === undefined) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => inOurSpelling(others, item));
  if (typeof value !== 'string') return value;
  const written = value.normalize('NFC').trim();
  return Object.hasOwn(others, written) ? others[written] : (ownOf(others, written.toLowerCase()) ?? value);
}

const ownOf = (others: Record<string, string>, key: string): string | undefined => (Object.hasOwn(others, key) ? others[key] : undefined);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON Schema of a question as people write it, printed by `cuao policy eval --schema`. */
export function peopleSchema(tables: PolicyTables): object {
  const closed: Record<string, readonly string[]> = {
    'input.action': Object.keys(tables.actions),
    'viewer.roles': Object.keys(tables.roles),
    'viewer.orgKind': Object.keys(tables.orgs),
    'camera.systemKind': Object.keys(tables.systems),
    'camera.missionClass': Object.keys(tables.purposes),
    'camera.purposes': Object.keys(tables.purposes),
    'request.purposeCode': Object.keys(tables.purposes),
    'request.legalBasisCode': Object.keys(tables.bases),
    'request.transferGround': Object.keys(tables.grounds),
  };
  const ofShape = (name: string): object => ({
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(tables.shape[name] ?? {}).map(([field, type]) => [field, ofType(type, `${name}.${field}`)]),
    ),
    additionalProperties: false,
  });
  const ofType = (name: string, where: string): object => {
    const type = tables.types[name];
    const known = closed[where] === undefined ? {} : { description: `known values: ${closed[where].join(', ')}; any other denies` };
    if (type === undefined || type.json === 'any') return {};
    const date = dateOf(name, type);
    if (date !== undefined)
      return {
        anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }, { type: 'string', format: 'date' }],
        description: `milliseconds, RFC 3339, or a date (${date === 'begins' ? '00:00 in Hà Nội' : 'the whole day: until 24:00 in Hà Nội'})`,
      };
    if (type.json === 'object' && type.shape !== undefined) return ofShape(type.shape);
    if (type.json === 'array')
      return { type: 'array', items: type.shape === undefined ? { type: type.item } : ofShape(type.shape), ...known };
    return { type: type.json, ...known };
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Policy input',
    description:
      'One question: may this viewer do this now? Which facts an action needs stands in tables/facts.json; one that is missing is answered by a denial that names it. null says the same as leaving a fact out. Unknown fields are refused.',
    ...ofShape('input'),
    required: ['action', 'asOf'],
  };
}
