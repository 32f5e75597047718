import path from 'node:path';
import { Misused, onlyFile, parseWords, readInput, trustPolicy } from '../arguments.js';
import { auditLog } from '../audit.js';
import { LogFolder } from '../log-folder.js';
import { openTrusted, type TrustedCheckpoint } from '../trust-policy.js';
import { failed, seenBy, type Check, type Row } from '../verdict.js';

/**
 * The whole log, rebuilt from its bundles. `--max-age` seconds: how long ago a witness must have seen it, by this machine's clock;
 * a log that is kept silent looks whole otherwise.
 */
export const audit: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'max-age']);
  const folder = onlyFile(words, 'cuao verify audit LOG-FOLDER [--policy FILE] [--max-age SECONDS]');
  const maxAge = words.options.get('max-age');
  if (maxAge !== undefined && !/^[0-9]{1,9}$/.test(maxAge)) throw new Misused('--max-age takes whole seconds');
  const log = new LogFolder(folder);
  const checkpoint = await openTrusted(readInput(path.join(folder, 'checkpoint')), trustPolicy(words, folder, tell));
  if (typeof checkpoint === 'string') return { verdict: failed(checkpoint), json: words.json };
  const started = performance.now();
  const report = auditLog(log, checkpoint);
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
  ];
  const because = first === undefined ? whyNotSeen(checkpoint, maxAge) : `index ${first.index}: ${first.what}`;
  return { verdict: { verified: because === null, because, rows }, json: words.json };
};

function whyNotSeen({ size, hasQuorum, seen }: TrustedCheckpoint, maxAge: string | undefined): string | null {
  if (!hasQuorum) return `size ${size}: too few witnesses of the policy have cosigned`;
  if (maxAge === undefined) return null;
  const age = Math.floor((performance.timeOrigin + performance.now()) / 1_000) - Math.max(0, ...seen.map(({ seconds }) => seconds));
  return age <= Number(maxAge) ? null : `size ${size}: the last cosignature is ${age} s old, ${maxAge} s are allowed: the log is silent`;
}
