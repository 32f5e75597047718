import { countedCells, type CountedStretch, type ManifestCell } from '#libs/audit';
import { canonicalJson } from '#libs/kernel';
import type { ExportContent, ExportProofs } from './export-content.js';
import { exportReadme } from './export-readme.js';
import { sha256Of } from './export-store.js';
import { leafSchema } from './leaf-schema.js';
import { storedZip } from './stored-zip.js';

/** Words of a query that the counts of the log know. */
const countedWords: ReadonlySet<string> = new Set(['organisationCode', 'type', 'outcome', 'from', 'to']);

/**
 * The sealed export, `cuao-export/v1` (`v2` where anchors are in it): exact leaves, their proofs under one witnessed checkpoint, openings within the papers, the
 * manifests of the log for the same stretch, and `manifest.json`, which says what all of it claims to be. The same content is the same
 * bytes. Its readers are `cuao verify export`, the page at /verify/ and whoever has the README in it.
 */
export function sealedExport(content: ExportContent, { proofs, stretches, anchors }: ExportProofs): Buffer {
  const { entries, head } = content;
  const files = new Map<string, Buffer>();
  const add = (name: string, text: string): void => void files.set(name, Buffer.from(text, 'utf8'));
  add('checkpoint', head.note);
  add('policy', head.policy);
  add('leaf.schema.json', `${JSON.stringify(leafSchema, null, 2)}\n`);
  for (const { index, leafText } of entries) add(`entries/${numberOf(index)}.json`, leafText);
  for (const { index, leafText, cells } of stretches) {
    add(`manifests/${numberOf(index)}.json`, leafText);
    add(`manifests/${numberOf(index)}.cells.json`, canonicalJson(cells));
  }
  for (const [index, proof] of proofs) add(`proofs/${numberOf(index)}.tlog-proof`, proof);
  for (const { size, checkpoint, reply, consistency } of anchors) {
    files.set(`anchors/${numberOf(size)}.checkpoint`, checkpoint);
    files.set(`anchors/${numberOf(size)}.tsr`, reply);
    add(`anchors/${numberOf(size)}.consistency`, consistency);
  }
  const openings = openingLines(content);
  add('openings.jsonl', openings.map((line) => `${line}\n`).join(''));
  const completeness = stretches.filter((stretch) => isWhole(stretch, content)).map((stretch) => claimOf(stretch, content));
  add('README.md', exportReadme(content, { openings: openings.length, completeness, anchors: anchors.length }));
  const statement = {
    completeness,
    counts: countedCells(entries.map(({ leaf }) => leaf)),
    entries: entries.length,
    files: [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, bytes]) => ({ name, sha256: sha256Of(bytes), size: bytes.length })),
    // The lowest version that holds it: readers of the first know no anchors.
    format: anchors.length === 0 ? 'cuao-export/v1' : 'cuao-export/v2',
    inspection: statedPapers(content),
    intent: content.intentId,
    madeAt: content.madeAt.toISOString(),
    openings: openings.length,
    origin: head.origin,
    query: content.query,
    size: head.size,
  };
  add('manifest.json', canonicalJson(statement));
  return storedZip(files);
}

/** Sixteen digits: file names sort as the log does. */
const numberOf = (index: number): string => String(index).padStart(16, '0');

function openingLines({ entries, openings }: ExportContent): string[] {
  return entries.flatMap(({ entryId, index }) => {
    const opened = openings.get(entryId) ?? {};
    return Object.keys(opened).length === 0 ? [] : [canonicalJson({ ...opened, entry: entryId, index })];
  });
}

function statedPapers({ inspection }: ExportContent): Readonly<Record<string, unknown>> {
  return {
    decisionNo: inspection.decisionNo.normalize('NFC'),
    from: inspection.from.toISOString(),
    organisations: [...new Set(inspection.organisations)].sort(),
    requests: [...new Set(inspection.requests)].sort(),
    to: inspection.to.toISOString(),
  };
}

export interface CompletenessClaim {
  readonly manifestIndex: number;
  readonly fromIndex: number;
  readonly toIndex: number;
  /** What the log counts there of what the query selects. */
  readonly cells: readonly ManifestCell[];
}

/** Whether the question takes in the whole stretch, so that the counts of the log answer it. */
function isWhole({ earliest, latest }: CountedStretch, { query, inspection }: ExportContent): boolean {
  if (!Object.keys(query).every((word) => countedWords.has(word)) || earliest === null || latest === null) return false;
  const from = Math.max(inspection.from.getTime(), Date.parse(query['from'] ?? inspection.from.toISOString()));
  const to = Math.min(inspection.to.getTime(), Date.parse(query['to'] ?? inspection.to.toISOString()));
  return from <= earliest.getTime() && latest.getTime() < to;
}

/** Taken from the manifest, not from what was found: a search from which somebody hid a row cannot make the claim smaller. */
function claimOf({ index, fromIndex, toIndex, cells }: CountedStretch, { query, inspection }: ExportContent): CompletenessClaim {
  const { organisationCode, type, outcome } = query;
  const selected = cells.filter(
    ([ofOrganisation, ofType, ofOutcome]) =>
      inspection.organisations.includes(ofOrganisation)
      && (organisationCode === undefined || ofOrganisation === organisationCode)
      && (outcome === undefined || ofOutcome === outcome)
      && (type === undefined || ofType === type || (!type.includes('.') && ofType.startsWith(`${type}.`))),
  );
  return { cells: selected, fromIndex, manifestIndex: index, toIndex };
}
