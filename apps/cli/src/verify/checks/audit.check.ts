import path from 'node:path';
import { readAnchors } from '../anchor.js';
import { Misused, onlyFile, parseWords, readInput, timeAuthorities, trustPolicy } from '../arguments.js';
import { auditLog } from '../audit.js';
import type { AnchorReport } from '../anchored.js';
import { LogFolder } from '../log-folder.js';
import { judgeTimeStamp } from '../time-stamp-trust.js';
import { openTrusted, type TrustedCheckpoint } from '../trust-policy.js';
import { failed, seenBy, type Check, type Row } from '../verdict.js';

/**
 * The whole log, rebuilt from its bundles. `--max-age` seconds: how long ago a witness must have seen it, by this machine's clock;
 * a log that is kept silent looks whole otherwise. `--tsa`: who is believed for the time of its anchors; `--max-anchor-gap` seconds: how
 * long the log may have been without one, so that anchors that somebody left out are missed.
 */
export const audit: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'max-age', 'tsa', 'max-anchor-gap']);
  const folder = onlyFile(words, 'cuao verify audit LOG-FOLDER [--policy FILE] [--max-age SECONDS] [--tsa PEM [--max-anchor-gap SECONDS]]');
  const maxAge = words.options.get('max-age');
  if (maxAge !== undefined && !/^[0-9]{1,9}$/.test(maxAge)) throw new Misused('--max-age takes whole seconds');
  const log = new LogFolder(folder);
  const policy = trustPolicy(words, folder, tell);
  const authorities = timeAuthorities(words);
  const maxGap = words.options.get('max-anchor-gap');
  if (maxGap !== undefined && (!/^[0-9]{1,9}$/.test(maxGap) || authorities === null))
    throw new Misused('--max-anchor-gap takes whole seconds, and --tsa beside it');
  // Before the checkpoint: a log that grows meanwhile is not taken for one that was cut back.
  const anchors =
    authorities === null ? null : await readAnchors(log, policy, (reply, stamped) => judgeTimeStamp(reply, stamped, authorities));
  const checkpoint = await openTrusted(readInput(path.join(folder, 'checkpoint')), policy);
  if (typeof checkpoint === 'string') return { verdict: failed(checkpoint), json: words.json };
  const started = performance.now();
  const report = auditLog(log, checkpoint, anchors);
  const perSecond = Math.round(report.size / ((performance.now() - started) / 1_000));
  const [first] = report.contradictions;
  const rows: readonly Row[] = [
    ['entries', 'số bản ghi', 'entries', report.size],
    ['entriesPerSecond', 'tốc độ kiểm', 'entries per second', perSecond],
    ['perProducer', 'nơi ghi', 'producers', [...report.producers].map(([name, count]) => `${name} ${count}`).join(', ')],
    ['heartbeats', 'nhịp', 'heartbeats', report.heartbeats],
    ['longestSilenceSeconds', 'im lặng lâu nhất (giây)', 'longest silence (s)', report.longestSilenceSeconds],
    ['openIntents', 'việc chưa khép', 'intents without outcome', report.openIntents.length],
    ['witnesses', 'nhân chứng', 'witnesses', `${seenBy(checkpoint)}${checkpoint.hasQuorum ? '' : ' (chưa đủ · no quorum)'}`],
    ...anchorRows(report.anchors),
  ];
  const because =
    first === undefined
      ? (whyNotSeen(checkpoint, maxAge) ?? whyNotAnchored(report.anchors, maxGap))
      : `index ${first.index}: ${first.what}`;
  return { verdict: { verified: because === null, because, rows }, json: words.json };
};

function whyNotSeen({ size, hasQuorum, seen }: TrustedCheckpoint, maxAge: string | undefined): string | null {
  if (!hasQuorum) return `size ${size}: too few witnesses of the policy have cosigned`;
  if (maxAge === undefined) return null;
  const age = Math.floor((performance.timeOrigin + performance.now()) / 1_000) - Math.max(0, ...seen.map(({ seconds }) => seconds));
  return age <= Number(maxAge) ? null : `size ${size}: the last cosignature is ${age} s old, ${maxAge} s are allowed: the log is silent`;
}

function anchorRows(anchors: AnchorReport | null): Row[] {
  if (anchors === null || (anchors.told === 0 && (anchors.verified ?? 0) === 0)) return [];
  const { told, verified, lastAnchor, longestGapSeconds } = anchors;
  if (verified === null) return [['anchors', 'dấu thời gian', 'anchors', `${told} (chưa kiểm · not checked: --tsa PEM)`]];
  return [
    ['anchors', 'dấu thời gian', 'anchors', verified],
    ['lastAnchor', 'dấu cuối', 'last anchor', lastAnchor ?? '–'],
    ['longestGapSeconds', 'lâu nhất không có dấu (giây)', 'longest without an anchor (s)', longestGapSeconds ?? '–'],
  ];
}

function whyNotAnchored(anchors: AnchorReport | null, maxGap: string | undefined): string | null {
  if (maxGap === undefined) return null;
  const gap = anchors?.longestGapSeconds ?? null;
  if (gap === null) return 'the log has no anchor: nothing outside shows when its entries were written';
  return gap <= Number(maxGap)
    ? null
    : `for ${gap} s the log has no anchor, ${maxGap} s are allowed: its entries of then may have been written later`;
}
