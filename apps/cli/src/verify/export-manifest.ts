import { isObject, readCanonical } from './canonical.js';
import { readCells, type Cell } from './cells.js';
import { fromUtf8 } from './codec.js';
import { isTime as exists } from './leaf.js';

/** A stretch of the log of which the export claims to hold everything that the query selects. */
export interface Completeness {
  /** Index of the `log.manifest` entry that counts the stretch. */
  readonly manifestIndex: number;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly cells: readonly Cell[];
}

/** What an export says of itself: `manifest.json`, version 1, or 2, which is version 1 with anchors. */
export interface ExportManifest {
  readonly version: 1 | 2;
  readonly origin: string;
  /** Of the tree that all its proofs lead to. */
  readonly size: number;
  readonly intent: string;
  readonly inspection: {
    readonly decisionNo: string;
    readonly organisations: readonly string[];
    readonly requests: readonly string[];
    readonly from: string;
    readonly to: string;
  };
  readonly query: Readonly<Record<string, string>>;
  readonly entries: number;
  readonly openings: number;
  readonly counts: readonly Cell[];
  readonly completeness: readonly Completeness[];
  readonly files: ReadonlyMap<string, { readonly sha256: string; readonly size: number }>;
}

const keys = [
  'completeness',
  'counts',
  'entries',
  'files',
  'format',
  'inspection',
  'intent',
  'madeAt',
  'openings',
  'origin',
  'query',
  'size',
];
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 512;
const isTime = (value: unknown): value is string => isText(value) && time.test(value) && exists(value);
const hasKeys = (value: Record<string, unknown>, wanted: readonly string[]): boolean => Object.keys(value).join() === wanted.join();
const texts = (value: unknown): string[] | null =>
  Array.isArray(value) && value.every(isText) && value.every((each, at) => at === 0 || each > String(value[at - 1])) ? value : null;

/** Strict reader: canonical JSON in a closed schema. @returns the manifest, or what is wrong with it */
export function readManifest(bytes: Uint8Array): ExportManifest | string {
  const text = fromUtf8(bytes);
  const value = text === null ? null : readCanonical(text);
  if (value === null) return 'is not canonical JSON';
  const version = value['format'] === 'cuao-export/v1' ? 1 : value['format'] === 'cuao-export/v2' ? 2 : null;
  if (version === null || !hasKeys(value, keys)) return 'is of no known version';
  const { origin, size, intent, madeAt, entries, openings, query } = value;
  if (!isText(origin) || !isCount(size) || !isText(intent) || !isTime(madeAt) || !isCount(entries) || !isCount(openings))
    return 'lacks a word about itself';
  if (!isObject(query) || !Object.values(query).every(isText)) return 'has a malformed query';
  if ([query['from'], query['to']].some((each) => each !== undefined && !isTime(each))) return 'has a malformed query';
  const inspection = readInspection(value['inspection']);
  if (inspection === null) return 'has malformed papers of inspection';
  const counts = readCells(value['counts']);
  const completeness = readCompleteness(value['completeness']);
  const files = readFiles(value['files']);
  if (counts === null || completeness === null || files === null) return 'has malformed counts or a malformed list of files';
  const asked = query as Record<string, string>;
  return { version, origin, size, intent, inspection, query: asked, entries, openings, counts, completeness, files };
}

function readInspection(value: unknown): ExportManifest['inspection'] | null {
  if (!isObject(value) || !hasKeys(value, ['decisionNo', 'from', 'organisations', 'requests', 'to'])) return null;
  const { decisionNo, from, to } = value;
  const [organisations, requests] = [texts(value['organisations']), texts(value['requests'])];
  if (!isText(decisionNo) || !isTime(from) || !isTime(to) || organisations === null || requests === null) return null;
  return { decisionNo, from, to, organisations, requests };
}

function readCompleteness(value: unknown): Completeness[] | null {
  if (!Array.isArray(value)) return null;
  const stretches: Completeness[] = [];
  for (const each of value as unknown[]) {
    if (!isObject(each) || !hasKeys(each, ['cells', 'fromIndex', 'manifestIndex', 'toIndex'])) return null;
    const { fromIndex, toIndex, manifestIndex } = each;
    const cells = readCells(each['cells']);
    if (!isCount(fromIndex) || !isCount(toIndex) || !isCount(manifestIndex) || cells === null || fromIndex > toIndex) return null;
    if (manifestIndex <= (stretches.at(-1)?.manifestIndex ?? -1)) return null;
    stretches.push({ fromIndex, toIndex, manifestIndex, cells });
  }
  return stretches;
}

function readFiles(value: unknown): ExportManifest['files'] | null {
  if (!Array.isArray(value)) return null;
  const files = new Map<string, { readonly sha256: string; readonly size: number }>();
  for (const each of value as unknown[]) {
    if (!isObject(each) || !hasKeys(each, ['name', 'sha256', 'size'])) return null;
    const { name, sha256, size } = each;
    if (!isText(name) || files.has(name) || !isText(sha256) || !/^[0-9a-f]{64}$/.test(sha256) || !isCount(size)) return null;
    files.set(name, { sha256, size });
  }
  return files;
}
