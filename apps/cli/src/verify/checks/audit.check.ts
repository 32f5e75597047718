import path from 'node:path';
import { onlyFile, parseWords, readInput, trustPolicy } from '../arguments.js';
import { auditLog } from '../audit.js';
import { LogFolder } from '../log-folder.js';
import { openTrusted } from '../trust-policy.js';
import { failed, seenBy, type Check, type Row } from '../verdict.js';

/** The whole log, rebuilt from its bundles. */
export const audit: Check = async (args, tell) => {
  const words = parseWords(args, ['policy']);
  const folder = onlyFile(words, 'cuao verify audit LOG-FOLDER [--policy FILE]');
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
  if (first !== undefined) return { verdict: { verified: false, because: `index ${first.index}: ${first.what}`, rows }, json: words.json };
  return {
    verdict: {
      verified: checkpoint.hasQuorum,
      because: checkpoint.hasQuorum ? null : `size ${checkpoint.size}: too few witnesses of the policy have cosigned`,
      rows,
    },
    json: words.json,
  };
};
