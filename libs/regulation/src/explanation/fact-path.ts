import type { PolicyTables } from '../tables.js';

type Shapes = Pick<PolicyTables, 'shape' | 'types'>;
type Json = Readonly<Record<string, unknown>>;

/** `request.timeWindow.from` → its type name in the bundle's shape tables; null for what is no fact. */
export function factType(tables: Shapes, path: string): string | null {
  let shape = 'input';
  const steps = path.split('.');
  for (const [i, step] of steps.entries()) {
    const fields = Object.hasOwn(tables.shape, shape) ? tables.shape[shape] : undefined;
    const type = fields !== undefined && Object.hasOwn(fields, step) ? fields[step] : undefined;
    if (type === undefined) return null;
    if (i === steps.length - 1) return type;
    const inner = tables.types[type];
    if (inner?.json !== 'object' || inner.shape === undefined) return null;
    shape = inner.shape;
  }
  return null;
}

/** Facts directly below a fact that is an object; the fact itself otherwise. */
export function leavesBelow(tables: Shapes, path: string): string[] {
  const type = factType(tables, path);
  const row = type === null ? undefined : tables.types[type];
  if (row?.json !== 'object' || row.shape === undefined) return type === null ? [] : [path];
  return Object.keys(tables.shape[row.shape] ?? {}).map((field) => `${path}.${field}`);
}

/** undefined when it is not stated. */
export function factAt(question: object, path: string): unknown {
  let value: unknown = question;
  for (const step of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value ?? undefined;
}

/** The question with one fact changed; undefined takes it away. What stands above it is made where it is missing. */
export function withFact<T extends object>(question: T, path: string, value: unknown): T {
  const [step = '', ...rest] = path.split('.');
  const { [step]: inner, ...others } = question as Json;
  if (rest.length > 0) return { ...question, [step]: withFact(isRecord(inner) ? inner : {}, rest.join('.'), value) } as T;
  return (value === undefined ? others : { ...question, [step]: value }) as T;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
