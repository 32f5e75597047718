import { isObject, readCanonical } from './canonical.js';
import { fromUtf8 } from './codec.js';
import type { ExportedEntry } from './export-entry.js';
import type { ExportManifest } from './export-manifest.js';
import { opensTo } from './opening.js';

/** What an export opens of one entry: who acted, and in which case. */
export interface EntryOpening {
  /** Why this may not be here, or is not what was committed to; null when all is well. */
  readonly faultOf: (entry: ExportedEntry, manifest: ExportManifest) => string | null;
}

const parts = ['actor', 'case'] as const;

/** `openings.jsonl`: one line of canonical JSON an entry, in the order of their indexes. @returns what is wrong, as a text */
export function readOpenings(bytes: Uint8Array): Map<number, EntryOpening> | string {
  const openings = new Map<number, EntryOpening>();
  const text = fromUtf8(bytes);
  if (text === null) return 'is not UTF-8';
  if (text === '') return openings;
  if (!text.endsWith('\n')) return 'ends within a line';
  let before = -1;
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    const value = readCanonical(line);
    if (value === null) return `is not canonical JSON in line ${at + 1}`;
    const { index, entry } = value;
    if (!Number.isSafeInteger(index) || Number(index) <= before || typeof entry !== 'string') return `is out of order in line ${at + 1}`;
    const opened = Object.entries(value).filter(([key]) => key !== 'index' && key !== 'entry');
    if (opened.length === 0) return `opens nothing in line ${at + 1}`;
    before = Number(index);
    openings.set(before, { faultOf: (of, manifest) => faultOf(entry, opened, of, manifest) });
  }
  return openings;
}

function faultOf(
  id: string,
  opened: readonly (readonly [string, unknown])[],
  { leaf, id: entryId }: ExportedEntry,
  { inspection }: ExportManifest,
): string | null {
  if (id !== entryId) return 'what is opened is of another entry';
  // Names and case numbers are for the inspected bodies' own people, whatever else the export may show.
  if (typeof leaf['org'] !== 'string' || !inspection.organisations.includes(leaf['org'])) return 'something is opened outside the scope';
  for (const [part, opening] of opened) {
    const commitment = leaf[part];
    if (!(parts as readonly string[]).includes(part) || !isObject(opening) || Object.keys(opening).join() !== 'salt,value')
      return `the opening of ${part.slice(0, 40)} is malformed or may not be here`;
    const c = isObject(commitment) ? commitment['c'] : undefined;
    const { salt, value } = opening;
    if (typeof c !== 'string' || typeof salt !== 'string' || !opensTo(c, salt, JSON.stringify(value)))
      return `the ${part} that is shown is not the one on the log`;
  }
  return null;
}
