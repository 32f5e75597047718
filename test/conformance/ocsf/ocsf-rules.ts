import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Attribute {
  /** Of the dictionary (`long_t`), or the name of an object. */
  readonly type: string;
  readonly requirement: 'required' | 'recommended' | 'optional' | 'deprecated';
  readonly array?: true;
  /** Captions by id. */
  readonly values?: Readonly<Record<string, string>>;
  /** The attribute that says the id in words. */
  readonly sibling?: string;
}

interface Shape {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly constraints: { readonly at_least_one?: readonly string[]; readonly just_one?: readonly string[] };
}

interface OcsfFacts {
  readonly version: string;
  readonly types: Readonly<Record<string, { readonly base: string; readonly regex?: string; readonly range?: readonly [number, number] }>>;
  readonly classes: Readonly<
    Record<string, Shape & { readonly name: string; readonly categoryUid: number; readonly categoryName: string }>
  >;
  readonly objects: Readonly<Record<string, Shape>>;
}

/** Taken from the official schema by `take-facts.mjs`. */
export const ocsfFacts = JSON.parse(readFileSync(path.resolve('test/conformance/ocsf/facts.json'), 'utf8')) as OcsfFacts;

export interface OcsfVerdict {
  /** What the schema does not allow, each with its place. */
  readonly problems: readonly string[];
  /** Places of recommended attributes that are not there: `finding_info.analytic`. */
  readonly absent: readonly string[];
}

/** Holds one event against the schema: nothing required is missing, nothing is there that the schema does not know, every value fits. */
export function judgeOcsf(event: Readonly<Record<string, unknown>>): OcsfVerdict {
  const verdict = { problems: [] as string[], absent: [] as string[] };
  const uid = String(event['class_uid']);
  const shape = ocsfFacts.classes[uid];
  if (shape === undefined) return { problems: [`there is no class ${uid}`], absent: [] };
  judgeObject(event, shape, '', verdict);
  const expected: Readonly<Record<string, unknown>> = {
    type_uid: Number(uid) * 100 + Number(event['activity_id']),
    category_uid: shape.categoryUid,
    category_name: shape.categoryName,
    class_name: shape.name,
  };
  for (const [name, value] of Object.entries(expected))
    if (event[name] !== value) verdict.problems.push(`${name}: ${String(event[name])}, not ${String(value)}`);
  const version = (event['metadata'] as { version?: unknown } | undefined)?.version;
  if (version !== ocsfFacts.version) verdict.problems.push(`metadata.version: ${String(version)}, not ${ocsfFacts.version}`);
  return verdict;
}

type Findings = { readonly problems: string[]; readonly absent: string[] };

function judgeObject(value: Readonly<Record<string, unknown>>, { attributes, constraints }: Shape, at: string, found: Findings): void {
  for (const [name, one] of Object.entries(value)) {
    const attribute = attributes[name];
    if (attribute === undefined) found.problems.push(`${at}${name}: the schema does not know it`);
    else if (attribute.requirement === 'deprecated') found.problems.push(`${at}${name}: is deprecated`);
    else judgeAttribute(one, attribute, value, `${at}${name}`, found);
  }
  for (const [name, { requirement }] of Object.entries(attributes)) {
    if (value[name] !== undefined) continue;
    if (requirement === 'required') found.problems.push(`${at}${name}: is required`);
    if (requirement === 'recommended') found.absent.push(`${at}${name}`);
  }
  const { at_least_one: any, just_one: one } = constraints;
  const given = (names: readonly string[]): number => names.filter((name) => value[name] !== undefined).length;
  if (any !== undefined && given(any) === 0) found.problems.push(`${at}: at least one of ${any.join(', ')}`);
  if (one !== undefined && given(one) !== 1) found.problems.push(`${at}: just one of ${one.join(', ')}`);
}

function judgeAttribute(
  value: unknown,
  attribute: Attribute,
  around: Readonly<Record<string, unknown>>,
  at: string,
  found: Findings,
): void {
  if (attribute.array === true) {
    if (!Array.isArray(value)) found.problems.push(`${at}: is no list`);
    else for (const one of value as unknown[]) judgeValue(one, attribute, at, found);
  } else judgeValue(value, attribute, at, found);
  if (attribute.values === undefined) return;
  const caption = attribute.values[String(value)];
  if (caption === undefined) found.problems.push(`${at}: ${String(value)} is none of its ids`);
  const words = attribute.sibling === undefined ? undefined : around[attribute.sibling];
  // 99 is "other": which other, says the sibling. Beside any other id it repeats the caption.
  if (value === 99 && attribute.sibling !== undefined && words === undefined) found.problems.push(`${at}: 99 without ${attribute.sibling}`);
  if (value !== 99 && words !== undefined && words !== caption) found.problems.push(`${at}: ${String(words)} is not ${String(caption)}`);
}

function judgeValue(value: unknown, { type }: Attribute, at: string, found: Findings): void {
  const known = ocsfFacts.types[type];
  if (known === undefined) {
    const shape = ocsfFacts.objects[type];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) found.problems.push(`${at}: is no object`);
    else if (shape === undefined) found.problems.push(`${at}: the facts do not hold ${type}`);
    else if (type !== 'object') judgeObject(value as Readonly<Record<string, unknown>>, shape, `${at}.`, found);
    return;
  }
  if (!fitsBase(value, known.base)) found.problems.push(`${at}: ${JSON.stringify(value)} is no ${known.base}`);
  if (known.regex !== undefined && !new RegExp(known.regex).test(String(value))) found.problems.push(`${at}: does not fit ${type}`);
  if (known.range !== undefined && (Number(value) < known.range[0] || Number(value) > known.range[1]))
    found.problems.push(`${at}: out of range`);
  // Milliseconds: seconds would lie in 1970, microseconds after the year 9999.
  if (type === 'timestamp_t' && !(Number(value) > 1e12 && Number(value) < 2.5e14)) found.problems.push(`${at}: is no time in milliseconds`);
}

function fitsBase(value: unknown, base: string): boolean {
  switch (base) {
    case 'string_t':
      return typeof value === 'string' && value !== '';
    case 'integer_t':
    case 'long_t':
      return Number.isSafeInteger(value);
    case 'float_t':
      return typeof value === 'number';
    case 'boolean_t':
      return typeof value === 'boolean';
    default:
      return base === 'json_t';
  }
}
