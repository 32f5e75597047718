import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { SystemClock, type EntryId } from '#libs/kernel';
import { acceptBatch, headAfter, numberBatch, readHead, type Batch } from '../../libs/audit/src/entry/accept-batch.js';
import { EntryPreparer } from '../../libs/audit/src/entry/prepared-entry.js';
import { openLogGateway } from '../journeys/log-gateway.js';
import { checkpointSize, origin, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { startProcess } from '../support/process.js';
import { root, startNeighbours } from './audit-neighbours.js';
import { benchDraft } from './audit-ways.js';
import { benchRow, type BenchRow } from './bench-row.js';
import { logHouseOn } from './log-house-on.js';

/** Past 256,000 entries the paths of bundles and leaf tiles have two groups of digits (`x001/000`) for the first time. */
const entries = Number(process.env['BENCH_BACKLOG'] ?? 257_500);
const batchSize = 2_000;
const proofs = 1_000;
const proofCallers = 16;

/**
 * A backlog, as it is left when every worker was away: how quickly it becomes a published and witnessed tree, what both verifiers
 * say of the whole log and how quickly, and proofs from it.
 */
export async function run(): Promise<BenchRow[]> {
  const neighbours = await startNeighbours();
  const work = mkdtempSync(path.join(tmpdir(), 'cuao-backlog-'));
  try {
    const first = await logHouseOn(neighbours); // makes the keys, and starts everything once
    await first.worker.stop();
    const accepted = await fill(first);
    const recovered = await recovery(first, accepted);
    await first.worker.stop();
    const verified = offline(first.logDir, work);
    const proven = await proving(first, work);
    await Promise.all([first.signer.stop(), first.witness.stop()]);
    await first.services.close();
    return [recovered, verified, proven];
  } finally {
    rmSync(work, { recursive: true, force: true });
    await neighbours.close();
  }
}

/**
 * Written by the product's own statement in batches of 2,000, as a gateway numbers and hashes them, but without receipts and
 * without a gateway's patience of two seconds. @returns entries a second that were accepted
 */
async function fill(house: LogHouse): Promise<number> {
  const pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 1 });
  const chain = { producer: 'gateway-1', lane: 'n1' };
  const preparer = new EntryPreparer({ origin, producer: chain.producer });
  const clock = new SystemClock();
  const began = performance.now();
  let head = await readHead(pool, chain);
  for (let left = entries; left > 0; left -= batchSize) {
    const prepared = Array.from({ length: Math.min(left, batchSize) }, () => preparer.prepare(benchDraft(), clock.now(), 'node'));
    const entryIds = prepared.map(({ entryId }) => entryId);
    const batch: Batch = { ...numberBatch(chain, prepared, head), acceptedAt: clock.now(), entryIds, openings: [], beside: [] };
    const said = await acceptBatch(pool, batch);
    if (said !== 'accepted') throw new Error(`the batch was ${said}`);
    head = headAfter(batch);
  }
  const seconds = (performance.now() - began) / 1_000;
  await pool.end();
  return entries / seconds;
}

async function recovery(house: LogHouse, accepted: number): Promise<BenchRow> {
  const { sql } = house.services;
  const began = performance.now();
  house.worker = await startProcess('worker', house.environments.worker);
  const seconds: Record<string, number> = {};
  const mark = (name: string): void => void (seconds[name] ??= (performance.now() - began) / 1_000);
  await eventually(
    'the backlog is witnessed',
    async () => {
      const [row] = await sql<{ waiting: string; witnessed: string; projected: string }>(
        'select (select count(*) from (select 1 from audit_outbox limit 1) as one) as waiting, witnessed_size as witnessed, projected_size as projected from log_progress',
      );
      if (row?.waiting === '0') mark('sequenced');
      if (Number(row?.witnessed) >= entries) mark('witnessed');
      if (Number(row?.projected) >= entries) mark('searchable');
      return seconds['witnessed'] !== undefined;
    },
    1_800_000,
  );
  const took = seconds['witnessed'] ?? Number.NaN;
  const size = checkpointSize(house.logDir);
  const same = size >= entries && (entries <= 256_000 || existsSync(path.join(house.logDir, 'tile/0/x001/000')));
  return benchRow({
    name: `backlog of ${entries.toLocaleString('en')} entries of 1 KiB to a published, witnessed tree, start of the worker included`,
    ours: entries / took,
    baseline: accepted,
    baselineName: 'the same entries accepted, 2,000 at once by one connection, without receipts',
    unit: 'entries/s',
    wanted: { oursAtLeast: 1_000_000 / 120 },
    work: {
      same,
      how: same ? `the published checkpoint is of ${size} entries, tile/0/x001/000 is there` : `published are ${size} entries`,
    },
    details: { ...Object.fromEntries(Object.entries(seconds).map(([name, value]) => [`${name} after s`, value])) },
  });
}

/** Both verifiers over the whole log, each a process of its own, start included. */
function offline(logDir: string, work: string): BenchRow {
  const size = checkpointSize(logDir);
  const verifier = path.join(work, 'verifier');
  const built = spawnSync('go', ['build', '-o', verifier, '.'], {
    cwd: path.join(root, 'test/verifier'),
    env: { ...process.env, CGO_ENABLED: '0' },
  });
  const ours = [process.execPath, path.join(root, 'dist/apps/cli/src/main.js'), 'verify', 'audit', logDir, '--json'];
  const theirs = [verifier, 'audit', logDir, '--policy', path.join(logDir, 'policy')];
  const timed = ([program = '', ...words]: readonly string[]): { perSecond: number; verified: boolean; said: string } => {
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
    const perSecond = (size * 1_000) / (performance.now() - began);
    return { perSecond, verified: status === 0, said: `${stdout}${stderr}`.slice(0, 300) };
  };
  const rounds = [0, 1, 2].map(() => ({ mine: timed(ours), other: built.status === 0 ? timed(theirs) : null }));
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[1] ?? Number.NaN;
  const all = rounds.flatMap(({ mine, other }) => (other === null ? [mine] : [mine, other]));
  const bad = all.find(({ verified }) => !verified);
  const noGo = built.status !== 0;
  return benchRow({
    name: `offline audit of the whole log of ${size.toLocaleString('en')} entries: every hash, tile, root, numbering, signature`,
    ours: middle(rounds.map(({ mine }) => mine.perSecond)),
    baseline: noGo ? 100_000 : middle(rounds.map(({ other }) => other?.perSecond ?? 0)),
    baselineName: noGo ? 'the target (no Go here)' : 'the second verifier, in Go, of the same log',
    unit: 'entries/s, one process',
    wanted: { oursAtLeast: 100_000 },
    work: { same: bad === undefined, how: bad === undefined ? 'both found the log whole, three times' : `one did not: ${bad.said}` },
  });
}

async function proving(house: LogHouse, work: string): Promise<BenchRow> {
  const { reader, close } = await openLogGateway(house);
  const rows = await house.services.sql<{ id: string }>('select entry_id as id from audit_entry order by random() limit $1', [proofs]);
  const ids = rows.map(({ id }) => `ent_${id}` as EntryId);
  const texts: string[] = [];
  const prove = async (id: EntryId): Promise<void> => {
    const outcome = await reader.proof(id, 'house');
    if (outcome.kind === 'proof') texts.push(outcome.text);
  };
  const read = async (id: EntryId): Promise<void> => void (await reader.find(id, 'house'));
  const load = async (work: (id: EntryId) => Promise<void>): Promise<number> => {
    const queue = [...ids];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: proofCallers }, async () => {
        for (let id = queue.pop(); id !== undefined; id = queue.pop()) await work(id);
      }),
    );
    return (ids.length * 1_000) / (performance.now() - began);
  };
  const figures = { prove: [] as number[], read: [] as number[] };
  for (let round = 0; round < 3; round += 1) {
    figures.read.push(await load(read));
    figures.prove.push(await load(prove));
  }
  await close();
  const bad = texts.slice(0, 20).filter((text, at) => {
    const file = path.join(work, `${at}.tlog-proof`);
    writeFileSync(file, text);
    const cli = path.join(root, 'dist/apps/cli/src/main.js');
    return spawnSync(process.execPath, [cli, 'verify', 'proof', file, '--policy', path.join(house.logDir, 'policy')]).status !== 0;
  });
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[1] ?? Number.NaN;
  const same = texts.length === 3 * ids.length && bad.length === 0;
  return benchRow({
    name: 'proof of an entry by its id, as the gateway hands it out',
    ours: middle(figures.prove),
    baseline: middle(figures.read),
    baselineName: 'the same entries read without a proof',
    unit: `proofs/s, ${proofCallers} callers, random entries`,
    wanted: { oursAtLeast: 1_000 },
    work: { same, how: same ? `${texts.length} proofs, 20 of them verified offline` : `${texts.length} proofs, ${bad.length} of 20 false` },
  });
}
