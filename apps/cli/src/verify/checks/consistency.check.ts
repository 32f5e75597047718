import { Misused, parseWords, readInput, trustPolicy } from '../arguments.js';
import { fromBase64, isSame, toHex } from '../codec.js';
import { LogFolder } from '../log-folder.js';
import { hashLength, isConsistent } from '../merkle.js';
import { rootFromTiles } from '../tile-tree.js';
import { openTrusted, type TrustedCheckpoint } from '../trust-policy.js';
import { failed, passed, seenBy, type Check, type Row } from '../verdict.js';

/** Two saved checkpoints: the later one continues the earlier one, by the tiles or by a proof. */
export const consistency: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'log', 'proof']);
  const [oldFile, newFile] = words.positional;
  if (oldFile === undefined || newFile === undefined || words.positional.length > 2)
    throw new Misused('cuao verify consistency OLD NEW (--log DIR | --proof FILE) [--policy FILE]');
  const logFolder = words.options.get('log') ?? null;
  const policy = trustPolicy(words, logFolder, tell);
  const before = await openTrusted(readInput(oldFile), policy);
  const after = await openTrusted(readInput(newFile), policy);
  if (typeof before === 'string' || typeof after === 'string')
    return { verdict: failed(typeof before === 'string' ? `${oldFile}: ${before}` : `${newFile}: ${String(after)}`), json: words.json };
  const because =
    before.origin === after.origin
      ? whyNotConsistent(before, after, logFolder, words.options.get('proof'))
      : 'the two checkpoints are of different logs';
  if (because !== null) return { verdict: failed(because), json: words.json };
  const rows: readonly Row[] = [
    ['from', 'từ', 'from', `${before.size} (${seenBy(before)})`],
    ['to', 'đến', 'to', `${after.size} (${seenBy(after)})`],
    ['appended', 'chỉ nối thêm', 'append-only', `${after.size - before.size}`],
  ];
  return { verdict: passed(rows), json: words.json };
};

function whyNotConsistent(
  before: TrustedCheckpoint,
  after: TrustedCheckpoint,
  logFolder: string | null,
  proofFile: string | undefined,
): string | null {
  if (before.size > after.size) return `the log shrank from ${before.size} to ${after.size}`;
  if (proofFile !== undefined) {
    const hashes = Buffer.from(readInput(proofFile))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map(fromBase64);
    if (hashes.some((hash) => hash?.length !== hashLength)) return 'the consistency proof holds a malformed hash';
    const isRight = isConsistent(
      before.size,
      before.root,
      after.size,
      after.root,
      hashes.filter((hash) => hash !== null),
    );
    return isRight ? null : `size ${after.size} does not continue size ${before.size}`;
  }
  if (logFolder === null) {
    if (before.size === after.size)
      return isSame(before.root, after.root) ? null : `two roots for size ${after.size}: ${toHex(before.root)} and ${toHex(after.root)}`;
    throw new Misused('give the tiles (--log DIR) or a consistency proof (--proof FILE)');
  }
  for (const { size, root } of [before, after]) {
    const rebuilt = rootFromTiles(new LogFolder(logFolder), size);
    if (typeof rebuilt === 'string') return rebuilt;
    if (!isSame(rebuilt, root)) return `the tiles of size ${size} do not lead to the root in its checkpoint`;
  }
  return null;
}
