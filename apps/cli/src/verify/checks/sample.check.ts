import path from 'node:path';
import { Misused, onlyFile, parseWords, readInput, trustPolicy } from '../arguments.js';
import { isSame, toHex } from '../codec.js';
import { readLeaf } from '../leaf.js';
import { LogFolder, tilePath, tileWidth } from '../log-folder.js';
import { hashLeaf, hashLength } from '../merkle.js';
import { sampleIndexes } from '../sample.js';
import { rootFromTiles } from '../tile-tree.js';
import { openTrusted, type TrustedCheckpoint } from '../trust-policy.js';
import { failed, seenBy, type Check, type Row, type Verdict } from '../verdict.js';

/** A random sample that everybody draws alike; each entry of it against its tile, the tiles against the checkpoint. */
export const sample: Check = async (args, tell) => {
  const words = parseWords(args, ['policy', 'seed', 'n']);
  const folder = onlyFile(words, 'cuao verify sample LOG-DIR [--seed HEX] [--n 50] [--policy FILE]');
  const count = Number(words.options.get('n') ?? 50);
  if (!Number.isSafeInteger(count) || count < 1 || count > 10_000) throw new Misused('--n takes a number from 1 to 10000');
  const log = new LogFolder(folder);
  const checkpoint = await openTrusted(readInput(path.join(folder, 'checkpoint')), trustPolicy(words, folder, tell));
  if (typeof checkpoint === 'string') return { verdict: failed(checkpoint), json: words.json };
  const seed = words.options.get('seed') ?? toHex(checkpoint.root);
  if (!/^[0-9a-f]{8,128}$/.test(seed)) throw new Misused('--seed takes 8 to 128 lower-case hex digits, such as the root of a checkpoint');
  return { verdict: drawn(log, checkpoint, seed, count, tell), json: words.json };
};

function drawn(log: LogFolder, checkpoint: TrustedCheckpoint, seed: string, count: number, tell: (line: string) => void): Verdict {
  if (!checkpoint.hasQuorum) return failed(`size ${checkpoint.size}: too few witnesses of the policy have cosigned`);
  const root = rootFromTiles(log, checkpoint.size);
  if (typeof root === 'string') return failed(root);
  if (!isSame(root, checkpoint.root)) return failed(`the leaf tiles do not lead to the root of the checkpoint of ${checkpoint.size}`);
  const indexes = sampleIndexes(seed, checkpoint.size, count);
  for (const index of indexes) {
    const tile = Math.floor(index / tileWidth);
    const at = index % tileWidth;
    const width = Math.min(tileWidth, checkpoint.size - tile * tileWidth);
    const entry = log.entries(tile, width)?.[at];
    const hashes = log.hashes(0, tile, width);
    if (entry === undefined || hashes === null) return failed(`index ${index}: ${tilePath('entries', tile)} is missing or malformed`);
    if (!isSame(hashLeaf(entry), hashes.subarray(at * hashLength, (at + 1) * hashLength)))
      return failed(`index ${index}: the entry does not hash to its place in the tile`);
    const facts = readLeaf(entry, checkpoint.origin);
    if (typeof facts === 'string') return failed(`index ${index}: the entry ${facts}`);
    tell(`${index}  ${new Date(facts.at).toISOString()}  ${facts.type}  ${facts.outcome}  ${facts.id}`);
  }
  const rows: readonly Row[] = [
    ['seed', 'mầm', 'seed', seed],
    ['drawn', 'số bản ghi rút', 'entries drawn', indexes.length],
    ['indexes', 'vị trí', 'indexes', indexes.join(' ')],
    ['size', 'trong', 'out of', checkpoint.size],
    ['witnesses', 'nhân chứng', 'witnesses', seenBy(checkpoint)],
  ];
  return { verified: true, because: null, rows };
}
