import { readCanonicalValue } from './canonical.js';
import { countCells, firstDifference, readCells, type Cell } from './cells.js';
import { fromUtf8, toHex } from './codec.js';
import type { StampJudge } from './anchor.js';
import { hasAnchors, isAnchorPart, judgeAnchors, type ExportedAnchor } from './export-anchors.js';
import { readExportedEntry, type ExportedEntry } from './export-entry.js';
import { readManifest, type Completeness, type ExportManifest } from './export-manifest.js';
import { readOpenings } from './export-openings.js';
import { sha256 } from './primitives.js';
import { openTrusted, parseTrustPolicy, type TrustedCheckpoint, type TrustPolicy } from './trust-policy.js';
import { readZip, type Unzipped } from './zip.js';

/** Something that is not as the export says, at an index of the log where it has one. */
export interface ExportFault {
  readonly index: number | null;
  readonly what: string;
}

export interface ExportReport {
  readonly checkpoint: TrustedCheckpoint;
  readonly manifest: ExportManifest;
  readonly entries: number;
  readonly openings: number;
  /** Stretches of the log of which nothing that the query selects is missing, joined where they meet. */
  readonly complete: readonly { readonly from: number; readonly to: number }[];
  /** Entries of the export that lie in none of them: true each, but nothing shows that none is missing beside them. */
  readonly beyond: number;
  /** Checkpoints that somebody outside stamped with a time, by size. */
  readonly anchors: readonly ExportedAnchor[];
}

const fixedFiles = ['README.md', 'checkpoint', 'leaf.schema.json', 'openings.jsonl', 'policy'];
const numbered = /^(?:entries|proofs|manifests)\/(\d{16})\./;

/**
 * Verifies a sealed export: that it is exactly what it says it is, that every entry stands on the log under a checkpoint with a quorum,
 * that what is opened is what was committed to, and that nothing is missing in the stretches for which it claims so.
 * @param policy whom the reader trusts; null: whom the export itself names, which proves less
 * @param judge of time stamps; null: the reader names nobody whom he trusts for time, and the stamps are not asked
 * @returns the report, or the fault with the lowest index
 */
export async function verifyExport(
  bytes: Uint8Array,
  policy: TrustPolicy | null,
  judge: StampJudge | null = null,
): Promise<ExportReport | ExportFault> {
  const files = readZip(bytes);
  if ('what' in files) return { index: indexOfName(files.name ?? ''), what: files.what };
  const manifestBytes = files.get('manifest.json');
  if (manifestBytes === undefined) return none('the zip holds no manifest.json: it is no export');
  const manifest = readManifest(manifestBytes);
  if (typeof manifest === 'string') return none(`manifest.json ${manifest}`);
  const listed = listFault(files, manifest);
  if (listed !== null) return listed;
  const trusted = policy ?? policyWithin(files);
  if (typeof trusted === 'string') return none(`policy: ${trusted}`);
  const checkpoint = await openTrusted(files.get('checkpoint') ?? new Uint8Array(0), trusted);
  if (typeof checkpoint === 'string') return none(checkpoint);
  if (checkpoint.origin !== manifest.origin || checkpoint.size !== manifest.size)
    return none('the checkpoint is not the one that manifest.json names');
  if (!checkpoint.hasQuorum) return none(`size ${checkpoint.size}: too few witnesses of the policy have cosigned this checkpoint`);
  const judged = judgeEntries(files, manifest, checkpoint);
  if ('what' in judged) return judged;
  const { entries, ...rest } = judged;
  const anchors = await judgeAnchors(files, checkpoint, trusted, entries, judge);
  return 'what' in anchors ? anchors : { ...rest, entries: entries.length, anchors };
}

type JudgedEntries = Omit<ExportReport, 'entries' | 'anchors'> & { readonly entries: readonly ExportedEntry[] };

function judgeEntries(files: Unzipped, manifest: ExportManifest, checkpoint: TrustedCheckpoint): JudgedEntries | ExportFault {
  const openings = readOpenings(files.get('openings.jsonl') ?? new Uint8Array(0));
  if (typeof openings === 'string') return none(`openings.jsonl ${openings}`);
  if (openings.size !== manifest.openings) return none(`manifest.json promises ${manifest.openings} openings, ${openings.size} are here`);
  const entries: ExportedEntry[] = [];
  const ids = new Set<string>();
  for (const name of files.keys()) {
    if (!name.startsWith('entries/')) continue;
    const entry = readExportedEntry(files, name, manifest, checkpoint);
    const fault = 'what' in entry ? entry.what : (openings.get(entry.index)?.faultOf(entry, manifest) ?? null);
    const index = indexOfName(name);
    if ('what' in entry || fault !== null) return { index, what: fault ?? '' };
    if (ids.has(entry.id)) return { index, what: `entry ${entry.id} stands twice in the export` };
    ids.add(entry.id);
    openings.delete(entry.index);
    entries.push(entry);
  }
  const [stray] = openings.keys();
  if (stray !== undefined) return { index: stray, what: 'something is opened of an entry that is not in the export' };
  if (entries.length !== manifest.entries) return none(`manifest.json promises ${manifest.entries} entries, ${entries.length} are here`);
  const difference = firstDifference(manifest.counts, countCells(entries.map(({ leaf }) => leaf)));
  if (difference !== null) return none(`counts of manifest.json, ${difference}`);
  const stretches = judgeManifests(files, manifest, checkpoint, entries);
  if ('what' in stretches) return stretches;
  const complete = joined(stretches);
  const isCovered = ({ index }: ExportedEntry): boolean => complete.some(({ from, to }) => from <= index && index < to);
  return {
    checkpoint,
    manifest,
    entries,
    openings: manifest.openings,
    complete,
    beyond: entries.filter((entry) => !isCovered(entry)).length,
  };
}

/** The manifests of the log in the export: proven like any entry, with the cells they digest, and each claim of completeness against them. */
function judgeManifests(
  files: Unzipped,
  manifest: ExportManifest,
  checkpoint: TrustedCheckpoint,
  entries: readonly ExportedEntry[],
): readonly Completeness[] | ExportFault {
  const cellsOf = new Map<number, { readonly from: number; readonly to: number; readonly cells: readonly Cell[] }>();
  for (const name of files.keys()) {
    if (!name.startsWith('manifests/') || name.endsWith('.cells.json')) continue;
    const index = indexOfName(name);
    const entry = readExportedEntry(files, name, null, checkpoint);
    if ('what' in entry) return { index, what: entry.what };
    const read = readLogManifest(entry, files.get(name.replace(/\.json$/, '.cells.json')));
    if (typeof read === 'string') return { index, what: read };
    cellsOf.set(entry.index, read);
  }
  for (const claim of manifest.completeness) {
    const { manifestIndex: index, fromIndex, toIndex, cells } = claim;
    const told = cellsOf.get(index);
    if (told === undefined) return { index, what: 'the manifest entry of a claim of completeness is not in the export' };
    if (told.from !== fromIndex || told.to !== toIndex)
      return { index, what: 'the manifest entry counts another stretch than the export says' };
    if (!isOfCells(manifest.query)) return { index, what: 'a query that no count of the log can answer claims to be complete' };
    const selected = told.cells.filter((cell) => isSelected(cell, manifest));
    const promised = firstDifference(selected, cells);
    if (promised !== null) return { index, what: `the claim of completeness leaves out what the log counts: ${promised}` };
    const here = entries.filter((entry) => fromIndex <= entry.index && entry.index < toIndex).map(({ leaf }) => leaf);
    const missing = firstDifference(
      cells,
      countCells(here).filter((cell) => isSelected(cell, manifest)),
    );
    if (missing !== null) return { index, what: `entries ${fromIndex} to ${toIndex - 1} are not complete: ${missing}` };
  }
  return manifest.completeness;
}

/** A `log.manifest` entry with its cells. @returns what is wrong */
function readLogManifest(
  { leaf }: ExportedEntry,
  cellBytes: Uint8Array | undefined,
): { readonly from: number; readonly to: number; readonly cells: readonly Cell[] } | string {
  const details = (leaf['details'] ?? {}) as Record<string, unknown>;
  const { fromIndex, toIndex, cellsSha256 } = details;
  if (leaf['t'] !== 'log.manifest' || leaf['outcome'] !== 'done' || !Number.isSafeInteger(fromIndex) || !Number.isSafeInteger(toIndex))
    return 'this entry is no manifest of the log';
  const text = cellBytes === undefined ? null : fromUtf8(cellBytes);
  const cells = text === null ? null : readCells(readCanonicalValue(text));
  if (cellBytes === undefined || cells === null) return 'the cells of this manifest are missing or malformed';
  if (toHex(sha256(cellBytes)) !== cellsSha256 || cells.length !== details['cells'])
    return 'the cells are not those whose digest is on the log';
  return { from: Number(fromIndex), to: Number(toIndex), cells };
}

/** The log counts by organisation, act and outcome: only queries for these can be answered completely, as the counts show. */
const cellWords = new Set(['organisationCode', 'type', 'outcome', 'from', 'to']);
const isOfCells = (query: ExportManifest['query']): boolean => Object.keys(query).every((word) => cellWords.has(word));

function isSelected([organisation, type, outcome]: Cell, { query, inspection }: ExportManifest): boolean {
  return (
    inspection.organisations.includes(organisation)
    && (query['organisationCode'] === undefined || query['organisationCode'] === organisation)
    && (query['outcome'] === undefined || query['outcome'] === outcome)
    && (query['type'] === undefined || type === query['type'] || (!query['type'].includes('.') && type.startsWith(`${query['type']}.`)))
  );
}

/** Every file is listed with its digest and of a name that means something; every listed file is here. */
function listFault(files: Unzipped, manifest: ExportManifest): ExportFault | null {
  const faults: ExportFault[] = [];
  const say = (name: string, what: string): void => void faults.push({ index: indexOfName(name), what: `${name} ${what}` });
  for (const name of fixedFiles) if (!files.has(name)) say(name, 'is missing');
  for (const name of manifest.files.keys()) if (!files.has(name)) say(name, 'is listed and missing');
  for (const [name, content] of files) {
    if (name === 'manifest.json') continue;
    const listed = manifest.files.get(name);
    if (listed === undefined) say(name, 'is not listed in manifest.json');
    else if (listed.size !== content.length || listed.sha256 !== toHex(sha256(content)))
      say(name, 'is not the file that manifest.json lists');
    const isAnchor = manifest.version === 2 && isAnchorPart(name, files);
    if (!fixedFiles.includes(name) && !isAnchor && !isOurs(name, files)) say(name, 'belongs to nothing in the export');
  }
  if (manifest.version === 2 && !hasAnchors(files)) say('manifest.json', 'is of version 2, and no anchor is here');
  return faults.sort((a, b) => (a.index ?? -1) - (b.index ?? -1))[0] ?? null;
}

function isOurs(name: string, files: Unzipped): boolean {
  const [, number = ''] = numbered.exec(name) ?? [];
  if (/^(entries|manifests)\/\d{16}\.json$/.test(name)) return true;
  if (/^manifests\/\d{16}\.cells\.json$/.test(name)) return files.has(`manifests/${number}.json`);
  return /^proofs\/\d{16}\.tlog-proof$/.test(name) && (files.has(`entries/${number}.json`) || files.has(`manifests/${number}.json`));
}

function policyWithin(files: Unzipped): TrustPolicy | string {
  const policy = parseTrustPolicy(fromUtf8(files.get('policy') ?? new Uint8Array(0)) ?? '');
  return typeof policy !== 'string' && policy.logs.length === 0 ? 'names no log' : policy;
}

function joined(stretches: readonly Completeness[]): { from: number; to: number }[] {
  const joint: { from: number; to: number }[] = [];
  for (const { fromIndex, toIndex } of [...stretches].sort((a, b) => a.fromIndex - b.fromIndex)) {
    const last = joint.at(-1);
    if (last !== undefined && fromIndex <= last.to) last.to = Math.max(last.to, toIndex);
    else joint.push({ from: fromIndex, to: toIndex });
  }
  return joint;
}

const none = (what: string): ExportFault => ({ index: null, what });

function indexOfName(name: string): number | null {
  const [, digits] = numbered.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}
