import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { LogHouse } from '../journeys/log-house.js';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { witnessEntry } from '../support/witness-entry.js';
import { startNeighbours } from './audit-neighbours.js';
import { benchDraft, jobPerRecord } from './audit-ways.js';
import { benchRow, type BenchRow } from './bench-row.js';
import { logHouseOn } from './log-house-on.js';

const accessesPerSecond = 100;
const seconds = 20;
const lookEveryMs = 10;

/** Access to `sequenced` and to `witnessed` (two witnesses, both needed) at a steady load, with every fsync. */
export async function run(): Promise<BenchRow[]> {
  const neighbours = await startNeighbours();
  const house = await logHouseOn(neighbours);
  const second = await secondWitness(house);
  try {
    const ours = await measured(house);
    const job = await jobPerRecord(neighbours, Buffer.alloc(1_024, 1));
    const chained = job === null ? [] : await steadily(async () => void (await job.accept()));
    await job?.close();
    const all = ours.sequenced.length === ours.accesses && ours.witnessed.length === ours.accesses;
    const how = `${ours.accesses} accesses at ${accessesPerSecond}/s, looked at every ${lookEveryMs} ms; each has its index and stands under two cosignatures`;
    const details = (times: readonly number[]): Record<string, number> => ({
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
      baselineP50Ms: percentile(chained, 0.5),
    });
    const baseline = { baseline: percentile(chained, 0.99), baselineName: 'one BullMQ job per record with a chain, access to chained' };
    return [
      benchRow({
        name: 'access to sequenced',
        ours: percentile(ours.sequenced, 0.99),
        ...baseline,
        unit: 'ms p99',
        wanted: { oursAtMost: 300 },
        work: { same: all, how },
        details: details(ours.sequenced),
      }),
      benchRow({
        name: 'access to witnessed (tiles synced, signed, two cosignatures, published)',
        ours: percentile(ours.witnessed, 0.99),
        ...baseline,
        unit: 'ms p99',
        wanted: { oursAtMost: 1_000 },
        work: { same: all, how },
        details: details(ours.witnessed),
      }),
    ];
  } finally {
    await house.worker.stop();
    await Promise.all([house.signer.stop(), house.witness.stop(), second.stop()]);
    await house.services.close();
    await neighbours.close();
  }
}

async function secondWitness(house: LogHouse): Promise<TestProcess> {
  const { stateDir } = house.services;
  const folder = path.join(stateDir, 'witness-2');
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const words = { CUAO_PORT: String(port), CUAO_WITNESS_DIR: folder, CUAO_WITNESS_NAME: 'second.witness.example' };
  const process = await startProcess('witness', { ...house.environments.witness, ...words });
  const witnesses = [
    witnessEntry('witness', path.join(stateDir, 'witness'), house.witnessUrl),
    witnessEntry('witness-2', folder, `http://127.0.0.1:${port}/witness`),
  ];
  writeFileSync(path.join(stateDir, 'log-policy.json'), JSON.stringify({ witnesses, quorum: 2 }));
  await house.worker.stop();
  house.worker = await startProcess('worker', house.environments.worker);
  return process;
}

/** Starts an access every few milliseconds, whatever became of the ones before; returns how long each took. */
async function steadily(access: () => Promise<void>): Promise<number[]> {
  const began = performance.now();
  const times: Promise<number>[] = [];
  for (let turn = 0; turn < accessesPerSecond * seconds; turn += 1) {
    const due = began + (turn * 1_000) / accessesPerSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const at = performance.now();
    times.push(access().then(() => performance.now() - at));
  }
  return Promise.all(times);
}

async function measured(house: LogHouse): Promise<{ accesses: number; sequenced: number[]; witnessed: number[] }> {
  const writer = house.writer('gateway-1');
  const startedAt = new Map<string, number>();
  const sizes = { sequenced: [] as [number, number][], witnessed: [] as [number, number][] };
  let isOver = false;
  const look = async (kind: keyof typeof sizes, size: () => Promise<number>): Promise<void> => {
    while (!isOver) {
      sizes[kind].push([await size(), performance.now()]);
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  };
  const { sql } = house.services;
  const looking = [
    look('sequenced', async () => Number((await sql<{ size: string }>('select size from log_state'))[0]?.size)),
    look('witnessed', () => Promise.resolve(noteSize(path.join(house.logDir, 'checkpoint.witnessed')))),
  ];
  const access = async (): Promise<void> => {
    const at = performance.now();
    startedAt.set((await writer.append(benchDraft())).entryId, at);
  };
  for (let warm = 0; warm < 50; warm += 1) await access();
  startedAt.clear();
  await steadily(access);
  const rows = await untilIndexed(house, startedAt.size);
  const last = Math.max(...rows.map(({ idx }) => Number(idx)));
  const until = performance.now() + 30_000;
  while ((sizes.witnessed.at(-1)?.[0] ?? 0) <= last && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  isOver = true;
  await Promise.all(looking);
  await writer.onModuleDestroy();
  const times = (kind: keyof typeof sizes): number[] =>
    rows.flatMap(({ id, idx }) => {
      const at = startedAt.get(`ent_${id}`);
      const seen = sizes[kind].find(([size]) => size > Number(idx));
      return at === undefined || seen === undefined ? [] : [seen[1] - at];
    });
  return { accesses: startedAt.size, sequenced: times('sequenced'), witnessed: times('witnessed') };
}

async function untilIndexed(house: LogHouse, wanted: number): Promise<{ id: string; idx: string }[]> {
  for (const until = performance.now() + 30_000; ;) {
    const rows = await house.services.sql<{ id: string; idx: string }>(
      `select entry_id as id, idx from audit_entry where producer = 'gateway-1' order by idx`,
    );
    if (rows.length >= wanted + 50 || performance.now() > until) return rows;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function noteSize(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[1]);
  } catch {
    return 0;
  }
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
