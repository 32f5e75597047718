import { canonicalJson, Fault, hasForbiddenCharacters } from '#libs/kernel';

/**
 * One entry as it is hashed: RFC 8785 JSON in a closed schema. `v` is in every leaf, so that old versions stay readable for ever.
 * Strings are NFC, integers within ±(2^53−1), times UTC with milliseconds; no null, no fraction, no unknown key.
 */
export interface Leaf {
  readonly v: 1;
  /** Action and step. */
  readonly t: string;
  readonly id: string;
  readonly at: string;
  /** Origin of the log: a leaf cannot be moved to another log. */
  readonly log: string;
  readonly producer: string;
  /** With `prev`: the producer's own contiguous numbering; absent in entries that share the transaction of their act. */
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
const time = matches(/^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/);
const hex64 = matches(/^[0-9a-f]{64}$/);
const code = matches(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/);
const whole: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0);
const idOf = (prefix: string): Check => matches(new RegExp(`^${prefix}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`));
const commitment: Check = (value) => closed(value, { c: hex64 }, ['c']);

function closed(value: unknown, checks: Readonly<Record<string, Check>>, needed: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const [key, item] of Object.entries(value)) {
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (check === undefined || !check(item)) return false;
  }
  return needed.every((key) => Object.hasOwn(value, key));
}

const details: Check = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  const text = plainText(512);
  return (
    entries.length > 0
    && entries.length <= 32
    && entries.every(
      ([key, item]) => /^[a-z][A-Za-z0-9]{0,39}$/.test(key) && (typeof item === 'boolean' || item === '' || whole(item) || text(item)),
    )
  );
};

const resource: Check = (value) => closed(value, { kind: matches(/^[a-z][a-z_]{0,39}$/), id: code, from: time, to: time }, ['kind']);
const rules: Check = (value) =>
  Array.isArray(value) && value.length > 0 && value.length <= 64 && value.every(matches(/^[A-Za-z0-9_.-]{1,40}$/));

/** In the order of RFC 8785 (UTF-16 code units), so that `JSON.stringify` of an object built in this order is canonical. */
const fields: Readonly<Record<keyof Leaf, Check>> = {
  actor: commitment,
  at: time,
  basis: code,
  case: commitment,
  decision: idOf('dec'),
  details,
  facts: hex64,
  grant: idOf('grt'),
  id: idOf('ent'),
  intent: idOf('ent'),
  log: matches(/^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9._-]+)*$/),
  net: commitment,
  org: code,
  outcome: matches(/^(allowed|refused|done|failed)$/),
  playback: idOf('pls'),
  policy: hex64,
  prev: hex64,
  process: matches(/^[a-z][a-z0-9-]{0,62}$/),
  producer: matches(/^[a-z][a-z0-9-]{0,62}$/),
  pseq: (value) => whole(value) && Number(value) > 0,
  purpose: code,
  request: idOf('req'),
  resource,
  role: matches(/^[a-z][a-z_]{0,39}$/),
  rules,
  session: commitment,
  t: matches(/^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/),
  v: (value) => value === 1,
};
const fieldOrder = Object.keys(fields) as (keyof Leaf)[];
const needed: readonly (keyof Leaf)[] = ['v', 't', 'id', 'at', 'log', 'producer', 'outcome'];

/** The first field that breaks the schema, or null when the value is a leaf. */
export function leafProblem(value: Readonly<Record<string, unknown>>): string | null {
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(fields, key)) return `unknown field ${key.slice(0, 40)}`;
    if (!fields[key as keyof Leaf](value[key])) return `field ${key} is not in the form of version 1`;
  }
  const missing = needed.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return `field ${missing} is missing`;
  return Object.hasOwn(value, 'pseq') === Object.hasOwn(value, 'prev') ? null : 'pseq and prev come together';
}

/** The leaf with its keys in canonical order and without undefined ones. @throws Fault `entry_not_encodable` */
export function orderedLeaf(loose: { readonly [K in keyof Leaf]: Leaf[K] | undefined }): Leaf {
  const ordered: Record<string, unknown> = {};
  for (const key of fieldOrder) {
    const value = loose[key];
    if (value === undefined) continue;
    ordered[key] = key === 'details' || key === 'resource' ? sorted(value as object) : value;
  }
  const problem = leafProblem(ordered);
  if (problem !== null) throw new Fault('entry_not_encodable', `entry ${String(loose.t).slice(0, 60)}: ${problem}`);
  return ordered as unknown as Leaf;
}

function sorted(value: object): Record<string, unknown> {
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Bytes that are hashed. @param leaf from `orderedLeaf` @param reserve bytes that must stay free */
export function encodeLeaf(leaf: Leaf, reserve = 0): Buffer {
  const bytes = Buffer.from(JSON.stringify(leaf), 'utf8');
  if (bytes.length + reserve > maxLeafBytes)
    throw new Fault('entry_not_encodable', `entry ${leaf.t}: ${bytes.length} bytes, at most ${maxLeafBytes}`);
  return bytes;
}

/** Proves that our bytes are the one canonical form and nothing was lost on the way. @throws Fault `entry_not_encodable` */
export function assertCanonical(leaf: Leaf, bytes: Buffer): void {
  const text = bytes.toString('utf8');
  if (canonicalJson(JSON.parse(text)) !== text || canonicalJson(leaf) !== text)
    throw new Fault('entry_not_encodable', `entry ${leaf.t} has no canonical form`);
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
