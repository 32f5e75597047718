import { clockSlackMs } from './anchored.js';
import type { StampJudge } from './anchor.js';
import { fromBase64, fromUtf8 } from './codec.js';
import type { ExportedEntry } from './export-entry.js';
import { hashLength, isConsistent, type Hash } from './merkle.js';
import { openTrusted, type TrustedCheckpoint, type TrustPolicy } from './trust-policy.js';
import type { Unzipped } from './zip.js';

/** A stamped checkpoint that came with an export; time and authority only where the reader trusts somebody for time. */
export interface ExportedAnchor {
  readonly size: number;
  readonly stamp: { readonly timeMs: number; readonly authority: string } | null;
}

const parts = ['checkpoint', 'consistency', 'tsr'] as const;
const named = /^(anchors\/\d{16})\.(checkpoint|consistency|tsr)$/;

/** Whether the name is of an anchor that is there with all its parts. */
export function isAnchorPart(name: string, files: Unzipped): boolean {
  const [, number = ''] = named.exec(name) ?? [];
  return number !== '' && parts.every((part) => files.has(`${number}.${part}`));
}

export const hasAnchors = (files: Unzipped): boolean => [...files.keys()].some((name) => named.test(name));

/**
 * The anchors of an export, each the log's own at its size and continued by the export's checkpoint; with a judge also its stamp, and that
 * no entry under it says that it is later.
 * @returns what is wrong, at an entry's index where it has one
 */
export async function judgeAnchors(
  files: Unzipped,
  checkpoint: TrustedCheckpoint,
  policy: TrustPolicy,
  entries: readonly ExportedEntry[],
  judge: StampJudge | null,
): Promise<ExportedAnchor[] | { readonly index: number | null; readonly what: string }> {
  const anchors: ExportedAnchor[] = [];
  for (const name of [...files.keys()].filter((each) => each.startsWith('anchors/') && each.endsWith('.tsr')).sort()) {
    const number = name.slice(0, -'.tsr'.length);
    const wrong = (what: string): { index: null; what: string } => ({ index: null, what: `${number}: ${what}` });
    const [stamped, reply] = [files.get(`${number}.checkpoint`) ?? new Uint8Array(0), files.get(name) ?? new Uint8Array(0)];
    const opened = await openTrusted(stamped, policy);
    if (typeof opened === 'string') return wrong(opened);
    const { size, origin, root } = opened;
    if (origin !== checkpoint.origin || size < 1 || number !== `anchors/${String(size).padStart(16, '0')}`)
      return wrong('its checkpoint is another one');
    const proof = readHashes(files.get(`${number}.consistency`) ?? new Uint8Array(0));
    if (proof === null || !isConsistent(size, root, checkpoint.size, checkpoint.root, proof))
      return wrong("the export's checkpoint does not continue the one that was stamped");
    const stamp = judge?.(reply, stamped) ?? null;
    if (typeof stamp === 'string') return wrong(`the time stamp ${stamp}`);
    anchors.push({ size, stamp });
    const late = stamp === null ? undefined : entries.find(({ index, leaf }) => index < size && timeOf(leaf) > stamp.timeMs + clockSlackMs);
    if (late !== undefined) return { index: late.index, what: 'its time lies after the time stamp under which it stands' };
  }
  return anchors;
}

const timeOf = (leaf: ExportedEntry['leaf']): number => Date.parse(String(leaf['at']));

/** One hash a line, base64. */
function readHashes(bytes: Uint8Array): Hash[] | null {
  const lines = (fromUtf8(bytes) ?? '?').split('\n');
  if (lines.pop() !== '') return null;
  const hashes = lines.map(fromBase64);
  return hashes.some((hash) => hash?.length !== hashLength) ? null : hashes.filter((hash) => hash !== null);
}
