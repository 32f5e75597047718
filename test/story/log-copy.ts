import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LogFolder, tilePath, tileWidth } from '../../apps/cli/src/verify/log-folder.js';
import { parseVerifierKey, type VerifierKey } from '../../apps/cli/src/verify/note.js';
import { parseTrustPolicy, type TrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import type { AddressBook } from './address-book.js';

/** The log as an outsider saw it at one moment: its signed head and the keys it is checked with. */
export interface SavedHead {
  readonly checkpoint: string;
  readonly vkeys: string;
  readonly size: number;
}

async function fetchBytes(url: string): Promise<Buffer | null> {
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return bytes;
}

async function fetchText(url: string): Promise<string> {
  const bytes = await fetchBytes(url);
  if (bytes === null) throw new Error(`${url}: HTTP 404`);
  return bytes.toString('utf8');
}

export async function fetchHead(book: AddressBook): Promise<SavedHead> {
  const vkeys = await fetchText(`${book.gateway}/log/vkeys`);
  const checkpoint = await fetchText(`${book.gateway}/log/checkpoint`);
  return { checkpoint, vkeys, size: Number(checkpoint.split('\n')[1] ?? 'NaN') };
}

/** Keys that sign receipts, one a line. */
export async function fetchProducers(book: AddressBook): Promise<VerifierKey[]> {
  const text = await fetchText(`${book.gateway}/log/producers`);
  return text
    .split('\n')
    .map(parseVerifierKey)
    .filter((key) => key !== null);
}

/** An outsider's own trust: the log of the first key, and every witness of the others. @throws Error when the keys make no policy */
export function trustFrom(vkeys: string): TrustPolicy {
  const [log, ...witnesses] = vkeys.split('\n').filter((line) => line !== '');
  const names = witnesses.map((_, index) => `w${index + 1}`);
  const lines = [
    `log ${log ?? ''}`,
    ...witnesses.map((vkey, index) => `witness ${names[index] ?? ''} ${vkey}`),
    ...(names.length === 0 ? ['quorum none'] : [`group all-of-them all ${names.join(' ')}`, 'quorum all-of-them']),
  ];
  const policy = parseTrustPolicy(`${lines.join('\n')}\n`);
  if (typeof policy === 'string') throw new Error(`the keys at /log/vkeys make no trust policy: ${policy}`);
  return policy;
}

/** A copy of the leaf tiles that two heads need, fetched from the public address into a folder of our own. */
export class LogCopy {
  private constructor(
    private readonly folder: string,
    readonly log: LogFolder,
  ) {}

  static async fetch(book: AddressBook, sizes: readonly number[]): Promise<LogCopy> {
    const folder = await mkdtemp(path.join(tmpdir(), 'cuao-story-'));
    const names = new Set<string>();
    for (const size of sizes)
      for (let index = 0; index * tileWidth < size; index += 1) {
        const width = Math.min(tileWidth, size - index * tileWidth);
        names.add(width === tileWidth ? tilePath(0, index) : `${tilePath(0, index)}.p/${width}`);
      }
    for (const name of names) {
      // A partial tile may have been replaced by the full one since; then the full one is what there is.
      const bytes =
        (await fetchBytes(`${book.gateway}/log/${name}`)) ?? (await fetchBytes(`${book.gateway}/log/${name.replace(/\.p\/\d+$/, '')}`));
      if (bytes === null) continue;
      const wanted = bytes.length === tileWidth * 32 ? name.replace(/\.p\/\d+$/, '') : name;
      await mkdir(path.dirname(path.join(folder, wanted)), { recursive: true });
      await writeFile(path.join(folder, wanted), bytes);
    }
    return new LogCopy(folder, new LogFolder(folder));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
