import { Misused, parseWords, readInput, timeAuthorities, trustPolicy } from '../arguments.js';
import { fromUtf8, isSame } from '../codec.js';
import { LogFolder } from '../log-folder.js';
import { parseCheckpoint, parseNote, type Checkpoint } from '../note.js';
import { rootFromTiles } from '../tile-tree.js';
import { judgeTimeStamp } from '../time-stamp-trust.js';
import { openTrusted } from '../trust-policy.js';
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
  const checkpoint = isLogAsked ? await openTrusted(stamped, trustPolicy(words, folder, tell)) : unsigned(stamped);
  if (typeof checkpoint === 'string') return { verdict: failed(`${checkpointFile}: ${checkpoint}`), json: words.json };
  const because = folder === null ? null : whyNotContinued(new LogFolder(folder), checkpoint, stamp.timeMs);
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

function whyNotContinued(log: LogFolder, { size, root }: Checkpoint, timeMs: number): string | null {
  const rebuilt = rootFromTiles(log, size);
  if (typeof rebuilt === 'string') return rebuilt;
  const at = new Date(timeMs).toISOString();
  return isSame(rebuilt, root)
    ? null
    : `size ${size}: the first ${size} entries are not those that were stamped at ${at}: the past was rewritten`;
}
