import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { LogHouse } from '../journeys/log-house.js';
import { freePort } from '../support/ports.js';
import { TestBucket } from '../support/bucket.js';
import { OwnS3 } from '../support/own-servers.js';
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
    const ours = await measured(house, 'gateway-1', () => Promise.resolve(noteSize(fileIn(path.join(house.logDir, witnessedNote)))));
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
      ...(await inBucket(house, ours)),
    ];
  } finally {
    await house.worker.stop();
    await Promise.all([house.signer.stop(), house.witness.stop(), second.stop()]);
    await house.services.close();
    await neighbours.close();
  }
}

/** The same log and load with its files in a bucket; no row where there is no store of the S3 API. */
async function inBucket(house: LogHouse, folder: Measured): Promise<BenchRow[]> {
  const { stateDir } = house.services;
  const s3 = await OwnS3.create(stateDir).catch(() => null);
  if (s3 === null) return [];
  try {
    await s3.start();
    const bucket = await TestBucket.make(s3, 'bench', { isLockable: true });
    const { CUAO_LOG_DIR: _folder, ...environment } = house.environments.worker;
    await house.worker.stop();
    house.worker = await startProcess('worker', { ...environment, ...bucket.settings(stateDir, 'log', 1) });
    // The whole log is published anew before the clock runs.
    const size = async (): Promise<number> => noteSize((await bucket.read(`log/${witnessedNote}`)) ?? Buffer.alloc(0));
    for (const until = performance.now() + 60_000; (await size()) < folder.accesses && performance.now() < until;)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const ours = await measured(house, 'gateway-2', size);
    return [
      benchRow({
        name: 'access to witnessed with the log’s files in a bucket (versitygw, locks on)',
        ours: percentile(ours.witnessed, 0.99),
        baseline: percentile(folder.witnessed, 0.99),
        baselineName: 'the same with the files in a directory',
        unit: 'ms p99',
        wanted: { oursAtMost: 1_000 },
        work: {
          same: ours.witnessed.length === ours.accesses && folder.witnessed.length === folder.accesses,
          how: 'the same load, witnesses and disk; the store answers for its own durability',
        },
        details: { p50Ms: percentile(ours.witnessed, 0.5), baselineP50Ms: percentile(folder.witnessed, 0.5) },
      }),
    ];
  } finally {
    await house.worker.stop();
    await s3.stop('SIGKILL');
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

interface Measured {
  readonly accesses: number;
  /** Milliseconds of each access. */
  readonly sequenced: number[];
  readonly witnessed: number[];
}

/** @param producer new to the log @param witnessedSize of the checkpoint under which enough have signed */
async function measured(house: LogHouse, producer: string, witnessedSize: () => Promise<number>): Promise<Measured> {
  const writer = house.writer(producer);
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
    look('witnessed', witnessedSize),
  ];
  const access = async (): Promise<void> => {
    const at = performance.now();
    startedAt.set((await writer.append(benchDraft())).entryId, at);
  };
  for (let warm = 0; warm < 50; warm += 1) await access();
  startedAt.clear();
  await steadily(access);
  const rows = await untilIndexed(house, producer, startedAt.size);
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

async function untilIndexed(house: LogHouse, producer: string, wanted: number): Promise<{ id: string; idx: string }[]> {
  for (const until = performance.now() + 30_000; ;) {
    const rows = await house.services.sql<{ id: string; idx: string }>(
      `select entry_id as id, idx from audit_entry where producer = $1 order by idx`,
      [producer],
    );
    if (rows.length >= wanted + 50 || performance.now() > until) return rows;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const witnessedNote = 'checkpoint.witnessed';

/** Empty when it is not there yet. */
function fileIn(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** 0 for a note that is not there. */
const noteSize = (note: Buffer): number => Number(note.toString('utf8').split('\n')[1] ?? 0);

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
