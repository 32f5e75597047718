import { fromDecimal, fromUtf8, toHex } from './codec.js';
import type { LogFolder } from './log-folder.js';
import type { Hash } from './merkle.js';
import { sha256 } from './primitives.js';
import { openTrusted, type TrustPolicy } from './trust-policy.js';

/** A checkpoint of the log with the time at which somebody outside has seen it. */
export interface Anchor {
  readonly size: number;
  readonly origin: string;
  readonly root: Hash;
  readonly timeMs: number;
  readonly authority: string;
  /** Hex, of the reply as it lies in its file. */
  readonly replySha256: string;
}

/** What a listed anchor is, or what is wrong with it. */
export interface ListedAnchor {
  readonly size: number;
  readonly found: Anchor | string;
}

/** Whether a reply stamps these bytes, and whom the reader believes for it; what is wrong as a text. */
export type StampJudge = (reply: Uint8Array, stamped: Uint8Array) => { readonly timeMs: number; readonly authority: string } | string;

/** The anchors that `anchors/list` of a log's folder names: checkpoints signed by a log of the policy, stamped by a trusted authority. */
export async function readAnchors(log: LogFolder, policy: TrustPolicy, judge: StampJudge): Promise<ListedAnchor[]> {
  const bytes = log.read('anchors/list');
  const lines = (bytes === null ? '' : (fromUtf8(bytes) ?? '?')).split('\n');
  const anchors: ListedAnchor[] = [];
  if (lines.pop() !== '') return bytes === null ? [] : [{ size: 0, found: 'anchors/list is malformed' }];
  for (const line of lines) {
    const size = fromDecimal(line);
    if (size === null || size <= (anchors.at(-1)?.size ?? 0)) return [...anchors, { size: 0, found: 'anchors/list is malformed' }];
    anchors.push({ size, found: await readAnchor(log, size, policy, judge) });
  }
  return anchors;
}

async function readAnchor(log: LogFolder, size: number, policy: TrustPolicy, judge: StampJudge): Promise<Anchor | string> {
  const [reply, stamped] = [log.read(`anchors/${size}.tsr`), log.read(`anchors/${size}.checkpoint`)];
  if (reply === null || stamped === null) return `anchors/${size}.${reply === null ? 'tsr' : 'checkpoint'} is listed and missing`;
  const opened = await openAnchor(reply, stamped, policy, judge);
  if (typeof opened === 'string') return `anchors/${size}: ${opened}`;
  return opened.size === size ? opened : `anchors/${size}: its checkpoint is of ${opened.size} entries`;
}

/** @returns what is wrong, as a text */
export async function openAnchor(reply: Uint8Array, stamped: Uint8Array, policy: TrustPolicy, judge: StampJudge): Promise<Anchor | string> {
  const stamp = judge(reply, stamped);
  if (typeof stamp === 'string') return `the time stamp ${stamp}`;
  const checkpoint = await openTrusted(stamped, policy);
  if (typeof checkpoint === 'string') return checkpoint;
  const { size, origin, root } = checkpoint;
  return { size, origin, root, timeMs: stamp.timeMs, authority: stamp.authority, replySha256: toHex(sha256(reply)) };
}
