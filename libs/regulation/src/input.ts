import type { PolicyTables } from './tables.js';

/** 16 KB: a larger question would hold the event loop; a page of cameras is asked in one batch of its own. */
export const mostInputBytes = 16_384;
export const mostBatchBytes = 262_144;

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const bareDate = /^\d{4}-\d{2}-\d{2}$/;

/** Milliseconds of RFC 3339 text; a bare date begins at 00:00 in Hà Nội. null when it is neither, or no such day exists. */
export function millisecondsOf(text: string): number | null {
  if (!bareDate.test(text) && !zoned.test(text)) return null;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  if (day === undefined || month === undefined || month < 1 || month > 12 || day < 1 || day > lastDay) return null;
  const at = Date.parse(bareDate.test(text) ? `${text}T00:00:00+07:00` : text);
  return Number.isNaN(at) ? null : at;
}

type InputTables = Pick<PolicyTables, 'shape' | 'types' | 'aliases'>;

export type ReadInput =
  | { readonly kind: 'input'; readonly input: Record<string, unknown> }
  | { readonly kind: 'refused'; readonly code: 'unknown_field' | 'not_an_object'; readonly paths: readonly string[] };

/**
 * A question as people write it: times may be text, nothing may have an unknown name.
 * Wrong types pass on purpose: the policy answers them with a denial that names the path.
 */
export function readInput(tables: InputTables, value: unknown): ReadInput {
  if (!isRecord(value)) return { kind: 'refused', code: 'not_an_object', paths: [] };
  const unknown: string[] = [];
  const input = walk(tables, 'input', value, '', unknown);
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
  for (const [written, inner] of Object.entries(value)) {
    const path = at === '' ? written : `${at}.${written}`;
    const field = nameOf(tables, shapeName, written, value);
    const typeName = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const type = typeName === undefined ? undefined : tables.types[typeName];
    if (typeName === undefined || type === undefined) unknown.push(path);
    else if (typeName === 'time') out[field] = typeof inner === 'string' ? (millisecondsOf(inner) ?? inner) : inner;
    else if (type.json === 'object' && type.shape !== undefined && isRecord(inner))
      out[field] = walk(tables, type.shape, inner, path, unknown);
    else if (type.json === 'array' && type.shape !== undefined && Array.isArray(inner)) {
      const itemShape = type.shape;
      out[field] = inner.map((item: unknown, i) => (isRecord(item) ? walk(tables, itemShape, item, `${path}[${i}]`, unknown) : item));
    } else out[field] = inner;
  }
  return out;
}

/** The catalogue writes some facts in two ways; stated both ways at once the second is an unknown field. */
function nameOf(tables: InputTables, shapeName: string, written: string, value: Record<string, unknown>): string {
  const others = tables.aliases[shapeName];
  const name = others !== undefined && Object.hasOwn(others, written) ? others[written] : undefined;
  return name === undefined || Object.hasOwn(value, name) ? written : name;
}

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
    if (name === 'time')
      return {
        anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }, { type: 'string', format: 'date' }],
        description: 'milliseconds, RFC 3339, or a date (00:00 in Hà Nội)',
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
