import { canonicalJson, Fault, hasForbiddenCharacters } from '#libs/kernel';

/**
 * One entry as it is hashed: RFC 8785 JSON in a closed schema. `v` is in every leaf, so that old versions stay readable for ever.
 * Version 2 is version 1 with a wider `basis`: codes of law as the law writes them (`ND61-14/22`, `PDPL-17.1.đ`). An entry is
 * written in the lowest version that holds it, so that a reader of version 1 goes on reading everything it could.
 * Strings are NFC, integers within ±(2^53−1), times UTC with milliseconds; no null, no fraction, no unknown key.
 */
export interface Leaf {
  readonly v: 1 | 2;
  /** Action and step. */
  readonly t: string;
  readonly id: string;
  readonly at: string;
  /** Origin of the log: a leaf cannot be moved to another log. */
  readonly log: string;
  readonly producer: string;
  /** With `pseq` and `prev`: the producer's own contiguous numbering; all absent in entries that share the transaction of their act. */
  readonly lane?: string;
  readonly pseq?: number;
  readonly prev?: string;
  readonly org?: string;
  readonly role?: string;
  readonly actor?: Commitment;
  /** The process that acted, when no person did. */
  readonly process?: string;
  readonly purpose?: string;
  readonly basis?: string;
  readonly case?: Commitment;
  readonly request?: string;
  readonly grant?: string;
  readonly playback?: string;
  readonly decision?: string;
  readonly intent?: string;
  readonly resource?: { readonly kind: string; readonly id?: string; readonly from?: string; readonly to?: string };
  readonly rules?: readonly string[];
  readonly policy?: string;
  readonly facts?: string;
  readonly outcome: string;
  readonly net?: Commitment;
  readonly session?: Commitment;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Every field named; undefined ones are left out of the text. */
export type LooseLeaf = { readonly [K in keyof Required<Leaf>]: Leaf[K] | undefined };

/** HMAC-SHA-256 of the value under a random salt, hex; value and salt lie in the erasable table. */
export interface Commitment {
  readonly c: string;
}

export const maxLeafBytes = 8_192;

type Check = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const plainText =
  (limit: number): Check =>
  (value) =>
    typeof value === 'string'
    && value.length > 0
    && value.length <= limit
    && value.isWellFormed()
    && value === value.normalize('NFC')
    && !hasForbiddenCharacters(value)
    && !/[\t\n\r]/.test(value);
const timeForm = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** Day 29 and later exist in some months only: asked of the calendar. */
const time: Check = (value) =>
  typeof value === 'string' && timeForm.test(value) && (value.slice(8, 10) < '29' || new Date(value).toISOString() === value);
const origin = matches(/^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9._-]+)*$/);
const processName = matches(/^[a-z][a-z0-9-]{0,62}$/);
const hex64 = matches(/^[0-9a-f]{64}$/);
const code = matches(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/);
/** Version 2: also the stroke and the letter đ, which articles of law are numbered with. */
const lawCode = matches(/^[A-Za-zĐđ0-9][A-Za-zĐđ0-9_.:/-]{0,63}$/);
const whole: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0);
const idOf = (prefix: string): Check => matches(new RegExp(`^${prefix}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`));
const commitmentFields = { c: hex64 };
const commitment: Check = (value) => closed(value, commitmentFields, ['c']);

function closed(value: unknown, checks: Readonly<Record<string, Check>>, required: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined || (item !== undefined && !check(item))) return false;
  }
  return required.every((key) => Reflect.get(value, key) !== undefined);
}

const detailText = plainText(512);
const details: Check = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0
    && entries.length <= 32
    && entries.every(
      ([key, item]) =>
        /^[a-z][A-Za-z0-9]{0,39}$/.test(key) && (typeof item === 'boolean' || item === '' || whole(item) || detailText(item)),
    )
  );
};

const resourceFields = { from: time, id: code, kind: matches(/^[a-z][a-z_]{0,39}$/), to: time };
const resource: Check = (value) => closed(value, resourceFields, ['kind']);
const rule = matches(/^[A-Za-z0-9_.-]{1,40}$/);
const rules: Check = (value) => Array.isArray(value) && value.length > 0 && value.length <= 64 && value.every(rule);

/** In the order of RFC 8785 (UTF-16 code units), so that `JSON.stringify` of an object built in this order is canonical. */
const fields: Readonly<Record<keyof Leaf, Check>> = {
  actor: commitment,
  at: time,
  basis: lawCode,
  case: commitment,
  decision: idOf('dec'),
  details,
  facts: hex64,
  grant: idOf('grt'),
  id: idOf('ent'),
  intent: idOf('ent'),
  lane: matches(/^n[1-9]$/),
  log: origin,
  net: commitment,
  org: code,
  outcome: matches(/^(allowed|refused|done|failed)$/),
  playback: idOf('pls'),
  policy: hex64,
  prev: hex64,
  process: processName,
  producer: processName,
  pseq: (value) => whole(value) && Number(value) > 0,
  purpose: code,
  request: idOf('req'),
  resource,
  role: matches(/^[a-z][a-z_]{0,39}$/),
  rules,
  session: commitment,
  t: matches(/^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/),
  v: (value) => value === 1 || value === 2,
};
const fieldOrder = Object.keys(fields) as (keyof Leaf)[];
const needed: readonly (keyof Leaf)[] = ['v', 't', 'id', 'at', 'log', 'producer', 'outcome'];

/** The first field that breaks the schema, or null when the value is a leaf. */
export function leafProblem(value: Readonly<Record<string, unknown>>): string | null {
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(fields, key)) return `unknown field ${key.slice(0, 40)}`;
    if (!fields[key as keyof Leaf](value[key])) return `field ${key} is not in its form`;
  }
  if (value['v'] === 1 && value['basis'] !== undefined && !code(value['basis'])) return 'field basis is not in the form of version 1';
  const missing = needed.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return `field ${missing} is missing`;
  const numbered = ['lane', 'prev', 'pseq'].filter((key) => Object.hasOwn(value, key)).length;
  return numbered === 0 || numbered === 3 ? null : 'lane, prev and pseq come together';
}

/** The lowest version that holds an entry with this legal basis. */
export function versionFor(basis: string | undefined): Leaf['v'] {
  return basis === undefined || code(basis) ? 1 : 2;
}

/** What somebody typed as a legal basis may be no code at all; whether it is one. */
export function isLawCode(basis: string): boolean {
  return lawCode(basis);
}

/** Forms of what receipts name too. */
export const isLogOrigin = (value: unknown): boolean => origin(value);
export const isProcessName = (value: unknown): boolean => processName(value);

/** @param loose with its keys in canonical order, `resource` and `details` too. @throws Fault `entry_not_encodable` */
export function assertLeaf(loose: LooseLeaf): void {
  for (const key of fieldOrder) {
    const value = loose[key];
    const isRight = value === undefined ? !needed.includes(key) : fields[key](value);
    if (!isRight) throw new Fault('entry_not_encodable', `entry ${String(loose.t).slice(0, 60)}: field ${key} is not in its form`);
  }
  if (loose.v !== versionFor(loose.basis))
    throw new Fault(
      'entry_not_encodable',
      `entry ${String(loose.t).slice(0, 60)}: version ${String(loose.v)} is not the lowest that holds it`,
    );
}

/** The text that is hashed: `JSON.stringify` leaves undefined fields out, and what it writes for ordered leaves is RFC 8785. */
export function leafText(leaf: LooseLeaf): string {
  return JSON.stringify(leaf);
}

/** Proves that the text is the one canonical form and that nothing was lost on the way. @throws Fault `entry_not_encodable` */
export function assertCanonical(type: string, text: string): void {
  const read = readLeaf(Buffer.from(text, 'utf8'));
  if ('problem' in read) throw new Fault('entry_not_encodable', `entry ${type} ${read.problem}`);
}

/** Strict reader of the same format: canonical bytes, closed schema, known version. @returns the leaf or what is wrong */
export function readLeaf(bytes: Uint8Array): { readonly leaf: Leaf } | { readonly problem: string } {
  if (bytes.length > maxLeafBytes) return { problem: `${bytes.length} bytes, at most ${maxLeafBytes}` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { problem: 'is not an object' };
    if (canonicalJson(value) !== text) return { problem: 'is not canonical JSON' };
    const problem = leafProblem(value as Record<string, unknown>);
    return problem === null ? { leaf: value as Leaf } : { problem };
  } catch {
    return { problem: 'is not JSON' };
  }
}
