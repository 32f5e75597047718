import type { StampJudge } from '../anchor.js';
import { onlyFile, parseWords, readInput, timeAuthorities, trustPolicy } from '../arguments.js';
import { verifyExport } from '../export.js';
import { exportRows } from '../rows.js';
import { judgeTimeStamp } from '../time-stamp-trust.js';
import { failed, passed, type Check } from '../verdict.js';

/** A sealed export: the zip itself, every entry, opening and proof in it, and what it claims to hold completely. */
export const exported: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'tsa']);
  const file = onlyFile(words, 'cuao verify export FILE.zip [--policy FILE] [--tsa PEM]');
  const isGiven = words.options.has('policy');
  if (!isGiven)
    tell(
      'tin theo tệp policy nằm trong chính bản xuất · trusting the policy inside the export itself (--policy FILE để dùng tệp của bạn · for your own)',
    );
  const authorities = timeAuthorities(words);
  const judge: StampJudge | null = authorities === null ? null : (reply, stamped) => judgeTimeStamp(reply, stamped, authorities);
  const report = await verifyExport(readInput(file), isGiven ? trustPolicy(words, null, tell) : null, judge);
  if ('what' in report)
    return { verdict: failed(`${report.index === null ? '' : `index ${report.index}: `}${report.what}`), json: words.json };
  return { verdict: passed(exportRows(report)), json: words.json };
};
