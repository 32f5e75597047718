import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Misused, onlyFile, parseWords, producerKeys, readInput, trustPolicy } from '../arguments.js';
import { isSame } from '../codec.js';
import { LogFolder, tileWidth } from '../log-folder.js';
import { hashLength } from '../merkle.js';
import { leafKey, verifyReceipt, type Receipt } from '../receipt.js';
import { receiptRows } from '../rows.js';
import { rootFromTiles } from '../tile-tree.js';
import { openTrusted, type TrustedCheckpoint } from '../trust-policy.js';
import { failed, passed, type Check } from '../verdict.js';

/** One receipt or a spool of them: the producers' signatures, and with the tiles whether the log has every entry it gave a receipt for. */
export const receipt: Check = async (args, tell) => {
  const words = parseWords(args, ['producers', 'policy', 'log', 'deadline-seconds']);
  const target = onlyFile(words, 'cuao verify receipt FILE|SPOOL [--producers FILE] [--log DIR [--deadline-seconds 60]]');
  const logFolder = words.options.get('log') ?? null;
  const keys = producerKeys(words, logFolder, tell);
  const receipts: Receipt[] = [];
  for (const { line, where } of receiptLines(target)) {
    const checked = await verifyReceipt(line, keys);
    if (typeof checked === 'string') return { verdict: failed(`${where}: the receipt ${checked}`), json: words.json };
    receipts.push(checked);
  }
  if (receipts.length === 0) throw new Misused(`${target} holds no receipt`);
  const rows = receiptRows(receipts);
  if (logFolder === null) return { verdict: passed(rows), json: words.json };
  const log = new LogFolder(logFolder);
  const checkpoint = await openTrusted(readInput(path.join(logFolder, 'checkpoint')), trustPolicy(words, logFolder, tell));
  if (typeof checkpoint === 'string') return { verdict: failed(checkpoint), json: words.json };
  const compared = compareWithTree(receipts, log, checkpoint, Number(words.options.get('deadline-seconds') ?? 60));
  if (typeof compared === 'string') return { verdict: failed(compared), json: words.json };
  rows.push(
    ['onLog', 'có trong nhật ký', 'on the log', String(compared.found)],
    ['waiting', 'còn chờ', 'still within their deadline', String(compared.waiting)],
  );
  return { verdict: passed(rows), json: words.json };
};

function receiptLines(target: string): { readonly line: string; readonly where: string }[] {
  const files = target !== '-' && statSync(target, { throwIfNoEntry: false })?.isDirectory() === true ? spoolFiles(target) : [target];
  return files.flatMap((file) =>
    Buffer.from(readInput(file))
      .toString('utf8')
      .split('\n')
      .map((line, at) => ({ line, where: `${file}:${at + 1}` }))
      .filter(({ line }) => line.trim() !== ''),
  );
}

function spoolFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Every receipt's leaf must be in the tree once its deadline before the youngest cosignature has passed. */
function compareWithTree(
  receipts: readonly Receipt[],
  log: LogFolder,
  checkpoint: TrustedCheckpoint,
  deadlineSeconds: number,
): { found: number; waiting: number } | string {
  const root = rootFromTiles(log, checkpoint.size);
  if (typeof root === 'string') return root;
  if (!isSame(root, checkpoint.root)) return `the leaf tiles do not lead to the root of the checkpoint of ${checkpoint.size}`;
  const leaves = new Set<string>();
  for (let index = 0; index * tileWidth < checkpoint.size; index += 1) {
    const hashes = log.hashes(0, index, Math.min(tileWidth, checkpoint.size - index * tileWidth)) ?? new Uint8Array(0);
    for (let at = 0; at < hashes.length; at += hashLength) leaves.add(leafKey(hashes.subarray(at, at + hashLength)));
  }
  const asOf = Math.max(0, ...checkpoint.seen.map(({ seconds }) => seconds)) * 1_000;
  let found = 0;
  let waiting = 0;
  for (const { entry, leafHash, acceptedAt } of receipts) {
    if (leaves.has(leafHash)) found += 1;
    else if (asOf === 0 || Date.parse(acceptedAt) > asOf - deadlineSeconds * 1_000) waiting += 1;
    else return `entry ${entry}: a receipt was given at ${acceptedAt}, and the log of ${checkpoint.size} entries does not have it`;
  }
  return { found, waiting };
}
