import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Sequencer } from '../../libs/audit/src/sequence/sequencer.js';
import { startNeighbours, type BenchNeighbours } from './audit-neighbours.js';
import { benchRow, type BenchMeasurement, type BenchRow } from './bench-row.js';
import { jobPerRecord, load, origin, ours, ourStorePath, plainInsert, triggerChain, type Load, type Way } from './audit-ways.js';

const rounds = 3;
const records = 20_000;
/** The slow designs get fewer, so that the bench ends. */
const fewRecords = 2_000;

/** Durable accept, 1 KiB, 64 callers, fsync on, side by side; and the sequencer. Median of three alternating rounds. */
export async function run(): Promise<BenchRow[]> {
  const neighbours = await startNeighbours();
  const owner = new pg.Pool({ connectionString: neighbours.databaseUrl, max: 2 });
  try {
    const mine = ours(neighbours);
    await mine.accept();
    const { rows } = await owner.query<{ leaf: Buffer }>('select leaf from audit_outbox limit 1');
    const leaf = rows[0]?.leaf ?? Buffer.alloc(1_024, 1);
    const plain = await plainInsert(neighbours, leaf);
    const store = ourStorePath(neighbours);
    const others = [await triggerChain(neighbours, leaf), await jobPerRecord(neighbours, leaf)].filter((way) => way !== null);
    const measured = await inRounds([mine, plain, store], records, others, fewRecords);
    const durable = await durability(owner, neighbours);
    const row = (own: Way, other: Way, wanted: BenchMeasurement['wanted']): BenchRow =>
      benchRow(accepted(median(measured, own), median(measured, other), measured, durable, wanted));
    const result = [
      row(store, plain, { ratioAtLeast: 1.2, oursAtLeast: 10_000 }),
      ...others.map((other) => row(store, other, { ratioAtLeast: 5 })),
      row(mine, plain, undefined),
      ...others.map((other) => row(mine, other, { ratioAtLeast: 5 })),
    ];
    for (const way of [mine, store, plain, ...others]) await way.close();
    result.push(await sequenced(owner, median(measured, mine)));
    return result;
  } finally {
    await owner.end();
    await neighbours.close();
  }
}

interface Round extends Load {
  readonly way: Way;
  readonly asked: number;
  readonly stored: number;
}

/** Each way once a round, so that a neighbour's noise falls on all of them. What was stored is counted, not believed. */
async function inRounds(fast: readonly Way[], many: number, slow: readonly Way[], few: number): Promise<Round[]> {
  const done: Round[] = [];
  for (const way of fast) await load(way, 1_000);
  for (let round = 0; round < rounds; round += 1) {
    for (const [ways, asked] of [
      [fast, many],
      [slow, few],
    ] as const) {
      for (const way of ways) {
        const before = await way.stored();
        const measured = await load(way, asked);
        done.push({ ...measured, way, asked, stored: (await way.stored()) - before });
      }
    }
  }
  return done;
}

function median(all: readonly Round[], way: Way): Round {
  const own = all.filter((round) => round.way === way).sort((a, b) => a.perSecond - b.perSecond);
  const middle = own[Math.floor(own.length / 2)];
  if (middle === undefined) throw new Error(`${way.name} was not measured`);
  return middle;
}

function accepted(
  own: Round,
  baseline: Round,
  all: readonly Round[],
  durable: string | null,
  wanted: BenchMeasurement['wanted'],
): BenchMeasurement {
  const lost = all.filter((round) => round.stored !== round.asked);
  const [first] = lost;
  return {
    name: `durable accept, 1 KiB, 64 callers, ${own.way.name}`,
    ours: own.perSecond,
    baseline: baseline.perSecond,
    baselineName: baseline.way.name,
    unit: 'entries/s',
    ...(wanted === undefined ? {} : { wanted }),
    work: {
      same: first === undefined && durable === null,
      how:
        durable
        ?? (first === undefined
          ? 'every record counted in the database, fsync and synchronous_commit on for both'
          : `${first.way.name} stored ${first.stored} of ${first.asked}`),
    },
    details: { oursP50Ms: own.p50, oursP99Ms: own.p99, baselineP50Ms: baseline.p50, baselineP99Ms: baseline.p99, rounds },
  };
}

/** null when both sides wrote to a server that syncs every commit, and every entry of ours has its receipt. */
async function durability(owner: pg.Pool, { stateDir }: BenchNeighbours): Promise<string | null> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await owner.query<Record<string, string>>(`show ${setting}`);
    if (rows[0]?.[setting] !== 'on') return `${setting} is not on`;
  }
  const folder = path.join(stateDir, 'receipts');
  const spools = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  const receipts = spools.reduce((sum, name) => sum + readFileSync(path.join(folder, name), 'utf8').split('\n').length - 1, 0);
  const { rows } = await owner.query<{ n: string }>('select count(*) as n from audit_outbox');
  return receipts === Number(rows[0]?.n) ? null : `${receipts} receipts for ${rows[0]?.n ?? ''} entries`;
}

/** Turns the backlog of the accept rounds into a tree. */
async function sequenced(owner: pg.Pool, accepted: Round): Promise<BenchRow> {
  const sequencer = new Sequencer(owner, origin);
  await sequencer.prepare();
  const started = performance.now();
  let taken = 0;
  for (;;) {
    const step = await sequencer.step();
    if (step === null || step.taken === 0) break;
    taken += step.taken;
  }
  const perSecond = taken / ((performance.now() - started) / 1_000);
  const { rows } = await owner.query<{ kept: string; size: string }>(
    `select (select count(*) from audit_entry e join audit_leaf l on l.idx = e.idx where e.leaf_hash = sha256('\\x00'::bytea || l.leaf)) as kept, (select size from log_state) as size`,
  );
  const same = Number(rows[0]?.kept) === taken && Number(rows[0]?.size) === taken;
  return benchRow({
    name: 'sequencer: backlog to tree, with frontier, root and every hash checked',
    ours: perSecond,
    baseline: accepted.perSecond,
    baselineName: 'our own accept rate, which it must keep up with',
    unit: 'entries/s',
    wanted: { oursAtLeast: 10_000, ratioAtLeast: 1 },
    work: { same, how: same ? 'the tree has every accepted entry, in a transaction with fsync on' : 'entries and tree differ' },
    details: { entries: taken },
  });
}
