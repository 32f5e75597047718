import { isObject, readCanonical } from './canonical.js';
import { fromUtf8 } from './codec.js';

/** What an audit needs of a leaf; the other fields are checked for form only. */
export interface LeafFacts {
  readonly id: string;
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly producer: string;
  readonly lane: string | null;
  readonly pseq: number | null;
  readonly prev: string | null;
  readonly outcome: string;
  readonly intent: string | null;
}

/**
 * Fields of version 1 and the form of their values: the whole schema, as the format document states it. Version 2 differs in the form
 * of `basis` alone: codes of law may hold a stroke and the letter đ.
 */
const hex64 = /^[0-9a-f]{64}$/;
const idOf = (prefix: string): RegExp => new RegExp(`^${prefix}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`);
const code = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/;
const lawCode = /^[A-Za-zĐđ0-9][A-Za-zĐđ0-9_.:/-]{0,63}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const name = /^[a-z][a-z0-9-]{0,62}$/;
const mostRules = 64;
const mostDetails = 32;
/** Control and direction characters, which no text on the log holds. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const texts: Readonly<Record<string, RegExp>> = {
  at: time,
  basis: code,
  decision: idOf('dec'),
  facts: hex64,
  grant: idOf('grt'),
  id: idOf('ent'),
  intent: idOf('ent'),
  lane: /^n[1-9]$/,
  log: /^[a-z0-9][a-z0-9.-]*(\/[A-Za-z0-9._-]+)*$/,
  org: code,
  outcome: /^(allowed|refused|done|failed)$/,
  playback: idOf('pls'),
  policy: hex64,
  prev: hex64,
  process: name,
  producer: name,
  purpose: code,
  request: idOf('req'),
  role: /^[a-z][a-z_]{0,39}$/,
  t: /^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/,
};
const resourceTexts: Readonly<Record<string, RegExp>> = { kind: /^[a-z][a-z_]{0,39}$/, id: code, from: time, to: time };
const committed = new Set(['actor', 'case', 'net', 'session']);

/** Reads a leaf strictly: canonical JSON, closed schema, this log. @returns what is wrong, as a text */
export function readLeaf(bytes: Uint8Array, origin: string): LeafFacts | string {
  if (bytes.length > 8_192) return `has ${bytes.length} bytes, more than 8192`;
  const text = fromUtf8(bytes);
  if (text === null) return 'is not UTF-8';
  const value = text.normalize('NFC') === text ? readCanonical(text) : null;
  if (value === null) return 'is not canonical JSON';
  const version = value['v'];
  if (version !== 1 && version !== 2) return 'is of an unknown version';
  for (const [key, item] of Object.entries(value))
    if (!isRight(key, item) && !(version === 2 && key === 'basis' && typeof item === 'string' && lawCode.test(item)))
      return `has an unknown or malformed field ${key.slice(0, 40)}`;
  const { id, t, at, log, producer, lane, pseq, prev, outcome, intent } = value;
  if (
    typeof id !== 'string'
    || typeof t !== 'string'
    || typeof at !== 'string'
    || typeof producer !== 'string'
    || typeof outcome !== 'string'
  )
    return 'lacks a field that every entry has';
  if (log !== origin) return `belongs to the log ${String(log).slice(0, 100)}`;
  if ((pseq === undefined) !== (prev === undefined) || (pseq === undefined) !== (lane === undefined))
    return 'has a number without lane and predecessor, or the reverse';
  const ms = Date.parse(at);
  return {
    id,
    type: t,
    at: ms,
    producer,
    outcome,
    lane: typeof lane === 'string' ? lane : null,
    pseq: typeof pseq === 'number' ? pseq : null,
    prev: typeof prev === 'string' ? prev : null,
    intent: typeof intent === 'string' ? intent : null,
  };
}

function isRight(key: string, item: unknown): boolean {
  const pattern = Object.hasOwn(texts, key) ? texts[key] : undefined;
  if (pattern !== undefined) return typeof item === 'string' && pattern.test(item) && (pattern !== time || isTime(item));
  if (committed.has(key))
    return isObject(item) && Object.keys(item).join() === 'c' && typeof item['c'] === 'string' && hex64.test(item['c']);
  if (key === 'v') return true;
  if (key === 'pseq') return Number.isSafeInteger(item) && Number(item) > 0;
  if (key === 'rules')
    return (
      Array.isArray(item)
      && item.length > 0
      && item.length <= mostRules
      && item.every((rule) => typeof rule === 'string' && /^[A-Za-z0-9_.-]{1,40}$/.test(rule))
    );
  if (key === 'resource')
    return (
      isObject(item)
      && 'kind' in item
      && Object.entries(item).every(
        ([part, each]) =>
          typeof each === 'string'
          && (Object.hasOwn(resourceTexts, part) ? resourceTexts[part] : undefined)?.test(each) === true
          && (resourceTexts[part] !== time || isTime(each)),
      )
    );
  return (
    key === 'details'
    && isObject(item)
    && Object.keys(item).length > 0
    && Object.keys(item).length <= mostDetails
    && Object.entries(item).every(([part, each]) => /^[a-z][A-Za-z0-9]{0,39}$/.test(part) && isPlain(each))
  );
}

/** Whether an instant in the form of the log exists: no 31 February, no minute 60. */
export function isTime(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === 'boolean'
    || Number.isSafeInteger(value)
    || (typeof value === 'string' && value.length <= 512 && !forbidden.test(value))
  );
}
