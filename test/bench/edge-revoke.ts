import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { SystemClock } from '#libs/kernel';
import { loadOrMakeClip, probeFfmpeg, VirtualSource } from '#libs/footage';
import { Edge } from '../../apps/edge/src/edge.js';
import { KeyRing } from '../../apps/edge/src/key-ring.js';
import { Player, type Manner } from '../support/hls-client.js';
import { benchRow, type BenchRow } from './bench-row.js';
import { MemoryDirectory, MemoryList, silentLog } from './edge-memory.js';

const manners: readonly Manner[] = ['honest', 'greedy', 'slow'];
/** Design: honest and greedy within one second, a slow reader within three. */
const wantedMs = { quick: 1_000, slow: 3_000 };
const watchMs = 3_500;

/**
 * From the revocation to the last byte of footage that each client reads, at an edge in this process. What the list and the
 * database add is not in it (the story measures the whole); what the sockets and the clients' own kernels hold is.
 * `CUAO_BENCH_SESSIONS` sets how many (20; up to 1000).
 */
export async function run(): Promise<BenchRow[]> {
  const sessions = Math.max(3, Math.min(1_000, Number(process.env['CUAO_BENCH_SESSIONS'] ?? 20)));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cuao-bench-revoke-'));
  const clock = new SystemClock();
  const ffmpeg = await probeFfmpeg(process.env['CUAO_FFMPEG'] ?? 'ffmpeg');
  const clip = await loadOrMakeClip(path.join(folder, 'virtual.mp4'), 'unusable' in ffmpeg ? null : ffmpeg);
  const directory = new MemoryDirectory(clock);
  const lists: MemoryList[] = [];
  const edge = new Edge({
    directory,
    follow: (listener) => {
      const list = new MemoryList(directory, listener, clock);
      lists.push(list);
      return list;
    },
    log: silentLog,
    sources: new Map([['virtual', new VirtualSource(clip, clock)]]),
    keys: KeyRing.ephemeral(),
    clock,
    portalOrigin: 'http://127.0.0.1',
    report: () => undefined,
  });
  try {
    const port = await edge.listen(0);
    const { session: first } = directory.open();
    const players = await openAll(directory, port, sessions, first.grantId);
    await pause(2_500);
    const revokedAt = performance.now();
    const ended = lists[0]?.publish('grant', first.grantId) ?? 0;
    const edgeTookMs = performance.now() - revokedAt;
    await pause(watchMs);
    const reports = await Promise.all(players.map((player) => player.stop()));
    const late = (manner: Manner): number[] =>
      reports.filter((report) => report.manner === manner).map((report) => Math.max(0, (report.lastMediaByteAt ?? revokedAt) - revokedAt));
    const quick = [...late('honest'), ...late('greedy')];
    const slow = late('slow');
    const untouched = reports.filter((report) => report.segments === 0).length;
    const work = {
      same: ended === sessions && untouched === 0,
      how: `${ended} of ${sessions} sessions ended, each had read at least one second of footage before (${untouched} had not)`,
    };
    const row = (name: string, values: readonly number[], limitMs: number): BenchRow =>
      benchRow({
        name,
        ours: percentile(values, 99),
        baseline: limitMs,
        baselineName: 'limit of design.md',
        unit: 'ms p99',
        wanted: { ratioAtMost: 1 },
        work,
        details: {
          p50: percentile(values, 50),
          p95: percentile(values, 95),
          max: Math.max(...values),
          sessions: values.length,
          'edge took ms to cut all': edgeTookMs,
        },
      });
    return [
      row('revokeToLastByteMs, edge alone, honest and greedy', quick, wantedMs.quick),
      row('revokeToLastByteMs, edge alone, slow at 400 KB/s', slow, wantedMs.slow),
    ];
  } finally {
    await edge.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openAll(
  directory: MemoryDirectory,
  port: number,
  count: number,
  grantId: ReturnType<MemoryDirectory['open']>['session']['grantId'],
): Promise<Player[]> {
  const players: Player[] = [];
  for (let at = 0; at < count; at += 50) {
    const group = Array.from({ length: Math.min(50, count - at) }, (_, index) => {
      const { session, secret } = directory.open({ grantId });
      const base = `http://127.0.0.1:${port}/media/${session.id}`;
      return new Player({
        mediaUrl: `${base}/index.m3u8?ticket=${secret}`,
        eventsUrl: `${base}/events`,
        manner: manners[(at + index) % manners.length] ?? 'honest',
      });
    });
    await Promise.all(group.map((player) => player.start()));
    players.push(...group);
  }
  return players;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
