import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LogFolder, tileWidth } from '../../apps/cli/src/verify/log-folder.js';
import { isSame } from '../../apps/cli/src/verify/codec.js';
import { rootFromTiles } from '../../apps/cli/src/verify/tile-tree.js';
import { openTrusted, parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { root } from '../support/own-servers.js';

/** What is left of a log after a crash, against what was promised before it. Everything is read from the public files. */
export interface Judgement {
  /** I1: accesses that were released and have no leaf. */
  readonly lost: readonly string[];
  /** I2: ids that have more than one leaf. */
  readonly doubled: readonly string[];
  /** I3: saved checkpoints that a signature or the tiles contradict, each with what is wrong. */
  readonly inconsistent: readonly string[];
  /** What `cuao verify audit` and `cuao verify receipt` have against the log, or null. */
  readonly verifier: string | null;
}

export interface Evidence {
  readonly logDir: string;
  /** Ids of entries; or of requests, each asked for once, which an entry must name. */
  readonly released: readonly string[];
  /** Checkpoints as outsiders had seen them, whole notes. */
  readonly saved: readonly Buffer[];
  /** Spools whose every receipt must have its leaf by now. */
  readonly spools: readonly string[];
}

export const whole: Judgement = { lost: [], doubled: [], inconsistent: [], verifier: null };

/** Invariants I1 to I3, and the offline verifier on the whole log. */
export async function judge({ logDir, released, saved, spools }: Evidence): Promise<Judgement & { readonly entries: number }> {
  const log = new LogFolder(logDir);
  const policy = parseTrustPolicy(readFileSync(path.join(logDir, 'policy'), 'utf8'));
  if (typeof policy === 'string') throw new Error(policy);
  const published = await openTrusted(readFileSync(path.join(logDir, 'checkpoint')), policy);
  if (typeof published === 'string') throw new Error(published);
  const counts = new Map<string, number>();
  const named = new Set<string>();
  for (let index = 0; index * tileWidth < published.size; index += 1) {
    const leaves = log.entries(index, Math.min(tileWidth, published.size - index * tileWidth)) ?? [];
    for (const leaf of leaves) {
      const { id, request } = JSON.parse(Buffer.from(leaf).toString('utf8')) as { id: string; request?: string };
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (request !== undefined) named.add(request);
    }
  }
  const inconsistent: string[] = [];
  for (const [at, note] of saved.entries()) {
    const checkpoint = await openTrusted(note, policy);
    const known = typeof checkpoint === 'string' ? checkpoint : rootFromTiles(log, checkpoint.size);
    if (typeof checkpoint === 'string' || typeof known === 'string') inconsistent.push(`saved checkpoint ${at}: ${String(known)}`);
    else if (checkpoint.size > published.size || !isSame(known, checkpoint.root))
      inconsistent.push(`saved checkpoint ${at} of ${checkpoint.size}: the log does not continue it`);
  }
  const checks = [['audit', logDir], ...spools.map((spool) => ['receipt', spool, '--log', logDir, '--deadline-seconds', '0'])];
  return {
    entries: published.size,
    lost: released.filter((id) => !(id.startsWith('req_') ? named : counts).has(id)),
    doubled: [...counts].filter(([, count]) => count > 1).map(([id]) => id),
    inconsistent,
    verifier: checks.map(verify).find((said) => said !== null) ?? null,
  };
}

/** null when the verifier, a process of its own, is content. */
function verify(words: readonly string[]): string | null {
  const cli = path.join(root, 'dist/apps/cli/src/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'verify', ...words], { encoding: 'utf8', env: {} });
  return status === 0 ? null : `verify ${words.join(' ')} ended with ${status}: ${stdout}${stderr}`.slice(0, 1_000);
}

export function isEmpty(spool: string): boolean {
  return readdirSync(spool).every((file) => statSync(path.join(spool, file)).size === 0);
}

/** One of each producer. */
export function spoolsBelow(stateDir: string): string[] {
  const folder = path.join(stateDir, 'receipts');
  return readdirSync(folder).map((name) => path.join(folder, name));
}
