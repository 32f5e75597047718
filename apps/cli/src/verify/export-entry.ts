import { isObject, readCanonical } from './canonical.js';
import { fromUtf8, isSame } from './codec.js';
import type { ExportManifest } from './export-manifest.js';
import { readLeaf } from './leaf.js';
import { hashLeaf, rootOfPath } from './merkle.js';
import { parseProof } from './proof.js';
import type { TrustedCheckpoint } from './trust-policy.js';
import type { Unzipped } from './zip.js';

export interface ExportedEntry {
  readonly index: number;
  readonly id: string;
  readonly leaf: Readonly<Record<string, unknown>>;
}

/**
 * One leaf of an export: canonical, of this log, at the index of its name under the export's own checkpoint, and of what was asked for.
 * @param manifest null for manifests of the log, which belong to no query
 * @returns the entry, or what is wrong with it
 */
export function readExportedEntry(
  files: Unzipped,
  name: string,
  manifest: ExportManifest | null,
  checkpoint: TrustedCheckpoint,
): ExportedEntry | { readonly what: string } {
  const digits = name.slice(name.indexOf('/') + 1, -'.json'.length);
  const index = Number(digits);
  const bytes = files.get(name) ?? new Uint8Array(0);
  const facts = readLeaf(bytes, checkpoint.origin);
  if (typeof facts === 'string') return { what: `the entry ${facts}` };
  const proofText = fromUtf8(files.get(`proofs/${digits}.tlog-proof`) ?? new Uint8Array(0));
  const proof = proofText === null ? 'is not UTF-8' : parseProof(proofText);
  if (typeof proof === 'string') return { what: `its proof ${proof}` };
  if (proof.index !== index) return { what: `its proof is of index ${proof.index}` };
  if (proof.checkpoint !== fromUtf8(files.get('checkpoint') ?? new Uint8Array(0)))
    return { what: "its proof has another checkpoint than the export's" };
  const hash = hashLeaf(bytes);
  if (proof.leafHash !== null && !isSame(proof.leafHash, hash)) return { what: 'its proof names another leaf hash' };
  const root = rootOfPath(index, checkpoint.size, hash, proof.path);
  if (root === null) return { what: `a proof in a tree of ${checkpoint.size} has another number of hashes` };
  if (!isSame(root, checkpoint.root)) return { what: 'this entry is not the one on the log' };
  const leaf = readCanonical(fromUtf8(bytes) ?? '') ?? {};
  const stray = manifest === null ? null : strayWord(leaf, facts.at, manifest);
  return stray === null ? { index, id: facts.id, leaf } : { what: `the entry does not belong here: ${stray}` };
}

/** Where an entry lies outside the papers or the query under which it was exported. */
function strayWord(leaf: Readonly<Record<string, unknown>>, at: number, { inspection, query }: ExportManifest): string | null {
  const isOf = (key: 'org' | 'request', list: readonly string[]): boolean => typeof leaf[key] === 'string' && list.includes(leaf[key]);
  if (!isOf('org', inspection.organisations) && !isOf('request', inspection.requests)) return 'its organisation is not inspected';
  for (const { from, to } of [inspection, query] as readonly { readonly from?: string; readonly to?: string }[]) {
    if (from !== undefined && at < Date.parse(from)) return 'it lies before the period';
    if (to !== undefined && at >= Date.parse(to)) return 'it lies after the period';
  }
  const resource = isObject(leaf['resource']) ? leaf['resource'] : {};
  const { type, text } = query;
  const isType = type === undefined || leaf['t'] === type || (!type.includes('.') && String(leaf['t']).startsWith(`${type}.`));
  if (!isType) return `its act is not ${type}`;
  const exact = [
    ['outcome', leaf['outcome']],
    ['organisationCode', leaf['org']],
    ['requestId', leaf['request']],
    ['grantId', leaf['grant']],
    ['cameraId', resource['id']],
  ] as const;
  const wrong = exact.find(([word, value]) => query[word] !== undefined && query[word] !== value);
  if (wrong !== undefined) return `its ${wrong[0]} is another one`;
  if (query['atNight'] !== undefined && !isNight(at)) return 'it is not of the night';
  const isOpening = leaf['t'] === 'live_view.open' || leaf['t'] === 'playback.open';
  if (query['lacksCase'] !== undefined && (!isOpening || leaf['case'] !== undefined)) return 'it is no opening of footage without a case';
  return text?.startsWith('ent_') === true && text !== leaf['id'] ? 'its id is another one' : null;
}

/** From 22:00 until before 06:00 in Hà Nội, UTC+7 without summer time (Labour Code 45/2019/QH14, article 106). @param at ms since 1970, UTC */
function isNight(at: number): boolean {
  const hour = Math.floor(at / 3_600_000 + 7) % 24;
  return hour < 6 || hour >= 22;
}
