import path from 'node:path';
import { Misused, parseWords, readInput, timeAuthorities, trustPolicy } from '../arguments.js';
import { fromUtf8, isSame } from '../codec.js';
import { LogFolder } from '../log-folder.js';
import { parseCheckpoint, parseNote, type Checkpoint } from '../note.js';
import { rootFromTiles } from '../tile-tree.js';
import { judgeTimeStamp } from '../time-stamp-trust.js';
import { openTrusted, type TrustPolicy } from '../trust-policy.js';
import { failed, passed, type Check, type Row } from '../verdict.js';

const usage = 'cuao verify anchor FILE.tsr CHECKPOINT --tsa PEM [--policy FILE] [--log DIR]';

/**
 * One anchor that was kept: these bytes were there at that time, says an authority whom the reader trusts. With `--policy` also that the
 * log signed them; with `--log` that the log as it is shown now continues what was stamped then.
 */
export const anchor: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'tsa', 'log']);
  const [replyFile, checkpointFile, ...none] = words.positional;
  const authorities = timeAuthorities(words);
  if (replyFile === undefined || checkpointFile === undefined || none.length > 0) throw new Misused(usage);
  if (authorities === null) throw new Misused(`whom do you trust for time? give --tsa FILE, a certificate in PEM. ${usage}`);
  const stamped = readInput(checkpointFile);
  const stamp = judgeTimeStamp(readInput(replyFile), stamped, authorities);
  if (typeof stamp === 'string') return { verdict: failed(`${replyFile} ${stamp}`), json: words.json };
  const folder = words.options.get('log') ?? null;
  const isLogAsked = folder !== null || words.options.has('policy');
  const policy = isLogAsked ? trustPolicy(words, folder, tell) : null;
  const checkpoint = policy === null ? unsigned(stamped) : await openTrusted(stamped, policy);
  if (typeof checkpoint === 'string') return { verdict: failed(`${checkpointFile}: ${checkpoint}`), json: words.json };
  const because = folder === null || policy === null ? null : await whyNotContinued(folder, policy, checkpoint, stamp.timeMs);
  if (because !== null) return { verdict: failed(because), json: words.json };
  const rows: readonly Row[] = [
    ['genTime', 'lúc đóng dấu', 'stamped at', new Date(stamp.timeMs).toISOString()],
    ['authority', 'tổ chức cấp dấu thời gian', 'time-stamping authority', stamp.authority],
    ['tsaPolicy', 'chính sách, số', 'policy, number', `${stamp.policy}, ${stamp.serial}`],
    [
      'log',
      isLogAsked ? 'nhật ký ký' : 'nhật ký (chưa kiểm chữ ký)',
      isLogAsked ? 'signed by the log' : 'log (signature not checked: --policy)',
      checkpoint.origin,
    ],
    ['size', 'số bản ghi', 'entries', checkpoint.size],
  ];
  return { verdict: passed(rows), json: words.json };
};

function unsigned(stamped: Uint8Array): Checkpoint | string {
  const note = parseNote(stamped);
  if (typeof note === 'string') return fromUtf8(stamped) === null ? 'is not UTF-8' : `the checkpoint ${note}`;
  const checkpoint = parseCheckpoint(note.text);
  return typeof checkpoint === 'string' ? `the note ${checkpoint}` : checkpoint;
}

/** The log as it is shown now: signed by the log, whole in its leaf tiles, and a continuation of what was stamped. */
async function whyNotContinued(
  folder: string,
  policy: TrustPolicy,
  { size, root, origin }: Checkpoint,
  timeMs: number,
): Promise<string | null> {
  const log = new LogFolder(folder);
  const shown = await openTrusted(readInput(path.join(folder, 'checkpoint')), policy);
  if (typeof shown === 'string') return shown;
  if (shown.origin !== origin) return 'the log and the stamped checkpoint are different logs';
  const at = new Date(timeMs).toISOString();
  if (shown.size < size) return `size ${shown.size}: a checkpoint of ${size} entries was stamped at ${at}, this log has fewer`;
  const [now, then] = [rootFromTiles(log, shown.size), rootFromTiles(log, size, shown.size)];
  if (typeof now === 'string' || typeof then === 'string') return typeof now === 'string' ? now : String(then);
  if (!isSame(now, shown.root)) return `the leaf tiles do not lead to the root of the checkpoint of ${shown.size}`;
  return isSame(then, root)
    ? null
    : `size ${size}: the first ${size} entries are not those that were stamped at ${at}: the past was rewritten`;
}
