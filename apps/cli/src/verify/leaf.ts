import { isObject, readCanonical } from './canonical.js';
import { fromUtf8 } from './codec.js';
import {
  committed,
  detailNameForm,
  hexForm,
  lawCode,
  longestDetail,
  mostDetails,
  mostRules,
  resourceForms,
  ruleForm,
  textForms,
  usualLeaf,
} from './leaf-form.js';

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

/** Control and direction characters, which no text on the log holds. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Reads a leaf strictly: canonical JSON, closed schema, this log. @returns what is wrong, as a text */
export function readLeaf(bytes: Uint8Array, origin: string): LeafFacts | string {
  if (bytes.length > 8_192) return `has ${bytes.length} bytes, more than 8192`;
  const text = fromUtf8(bytes);
  if (text === null) return 'is not UTF-8';
  return readUsual(text, origin) ?? readPartByPart(text, origin);
}

/** A leaf as nearly all are, at a glance; null for any that must be looked at closer, right or wrong. */
export function readUsual(text: string, origin: string): LeafFacts | null {
  const found = usualLeaf.exec(text);
  if (found === null) return null;
  const [, atText = '', details, id = '', intent, lane, log, outcome = '', prev, producer = '', pseq, from, to, type = ''] = found;
  if (log !== origin || (pseq === undefined) !== (prev === undefined) || (pseq === undefined) !== (lane === undefined)) return null;
  const at = instantOf(atText);
  if (at === null || (from !== undefined && !isTime(from)) || (to !== undefined && !isTime(to))) return null;
  if (details !== undefined && readCanonical(details) === null) return null;
  return {
    id,
    type,
    at,
    producer,
    outcome,
    lane: lane ?? null,
    pseq: pseq === undefined ? null : Number(pseq),
    prev: prev ?? null,
    intent: intent ?? null,
  };
}

/** Any leaf, and what is wrong with one. */
export function readPartByPart(text: string, origin: string): LeafFacts | string {
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
  const form = textForms.get(key);
  if (form !== undefined) return typeof item === 'string' && form.test(item) && (key !== 'at' || isTime(item));
  if (committed.has(key))
    return isObject(item) && Object.keys(item).join() === 'c' && typeof item['c'] === 'string' && hexForm.test(item['c']);
  if (key === 'v') return true;
  if (key === 'pseq') return Number.isSafeInteger(item) && Number(item) > 0;
  if (key === 'rules')
    return (
      Array.isArray(item)
      && item.length > 0
      && item.length <= mostRules
      && item.every((rule) => typeof rule === 'string' && ruleForm.test(rule))
    );
  if (key === 'resource')
    return (
      isObject(item)
      && 'kind' in item
      && Object.entries(item).every(
        ([part, each]) =>
          typeof each === 'string' && resourceForms.get(part)?.test(each) === true && ((part !== 'from' && part !== 'to') || isTime(each)),
      )
    );
  return (
    key === 'details'
    && isObject(item)
    && Object.keys(item).length > 0
    && Object.keys(item).length <= mostDetails
    && Object.entries(item).every(([part, each]) => detailNameForm.test(part) && isPlain(each))
  );
}

/** Whether an instant in the form of the log exists: no 31 February, no minute 60. */
export const isTime = (text: string): boolean => instantOf(text) !== null;

/** Entries beside each other are nearly always of one day. */
const lastDay = { text: '', ms: 0 };

/**
 * Milliseconds since the epoch; null for an instant that does not exist, some of which `Date.parse` takes (31 February, 24:00).
 * @param text in the form of the log, `2026-11-29T10:00:00.000Z`
 */
function instantOf(text: string): number | null {
  const day = text.slice(0, 10);
  if (day !== lastDay.text) {
    const ms = Date.parse(`${day}T00:00:00.000Z`);
    if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(day)) return null;
    Object.assign(lastDay, { text: day, ms });
  }
  const [hour, minute, second] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return lastDay.ms + hour * 3_600_000 + minute * 60_000 + second * 1_000 + digits(text, 20, 3);
}

function digits(text: string, from: number, many: number): number {
  let value = 0;
  for (let at = from; at < from + many; at += 1) value = value * 10 + text.charCodeAt(at) - 0x30;
  return value;
}

function isPlain(value: unknown): boolean {
  return (
    typeof value === 'boolean'
    || Number.isSafeInteger(value)
    || (typeof value === 'string' && value.length <= longestDetail && !forbidden.test(value))
  );
}
