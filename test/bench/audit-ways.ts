import { createHash, hash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { EntryWriter, FolderStore, type EntryDraft } from '#libs/audit';
import { newId, SystemClock } from '#libs/kernel';
import type { LaneRow } from '../../libs/audit/src/entry/commit-lane.js';
import { openingPrivateKey } from '../../libs/audit/src/entry/opening-keys.js';
import type { BenchNeighbours } from './audit-neighbours.js';

/** One way to make an audit record durable. */
export interface Way {
  readonly name: string;
  /** What is done for so many records before the clock runs. */
  readonly ready?: (records: number) => Promise<void>;
  /** Resolves when this one record is durable. */
  readonly accept: () => Promise<void>;
  /** Records that are in the database, each with the bytes of a whole record. */
  readonly stored: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export const origin = 'audit.bench.example/footage-access/1/2026h2';
const callers = 64;
const clock = new SystemClock();

/** A leaf of about 1 KiB, as an opened live view has it. */
export function benchDraft(): EntryDraft {
  return {
    type: 'live_view.open',
    viewer: {
      personId: newId('per'),
      sessionId: newId('ses'),
      displayName: 'Nguyễn Thị Mai',
      organisationId: newId('org'),
      organisationCode: 'so-xay-dung',
      organisationKind: 'department',
      organisationName: 'Sở Xây dựng',
      unitId: null,
      areaCodes: [],
      title: 'Chuyên viên',
      role: 'requester',
      functions: [],
      inspectionIds: [],
      mfaLevel: 1,
      trainingValidTo: null,
      sourceAddress: '10.1.2.3',
      version: 1,
    },
    outcome: 'allowed',
    purpose: 'GIAO_THONG',
    basis: 'L91-32.3',
    requestId: newId('req'),
    grantId: newId('grt'),
    decisionId: `dec_${randomUUID()}`,
    resource: { kind: 'camera', id: newId('cam') },
    rules: ['CT-03', 'PD-04', 'SH-02'],
    policySha256: 'a'.repeat(64),
    factsDigest: 'b'.repeat(64),
  };
}

/** The product's own: leaf, commitments, encrypted openings, group commit, signed receipt, spool. */
export function ours({ databaseUrl, stateDir }: BenchNeighbours, producer = 'gateway-1'): Way & { readonly writer: EntryWriter } {
  openingPrivateKey(stateDir);
  const writer = new EntryWriter(
    {
      databaseUrl,
      role: 'cuao_gateway',
      producer,
      origin,
      stateDir,
      doorbell: null,
      store: new FolderStore(path.join(stateDir, 'log')),
      readsOpenings: true,
    },
    clock,
  );
  const draft = benchDraft();
  const owner = pool(databaseUrl, 1);
  return {
    name: 'whole append (leaf, commitments, openings, receipt)',
    writer,
    accept: async () => void (await writer.append(draft)),
    stored: () => count(owner, `select count(*) as n from audit_outbox where producer = '${producer}' and octet_length(leaf) > 900`),
    close: async () => {
      await writer.onModuleDestroy();
      await owner.end();
    },
  };
}

/**
 * The same from the point where an entry's content is fixed, as the baselines' leaf is made beforehand too: numbers, hashes, group
 * commit of entry and encrypted openings, signed receipt, spool.
 */
export function ourStorePath(neighbours: BenchNeighbours, producer = 'gateway-2'): Way {
  const { writer, ...way } = ours(neighbours, producer);
  const draft = benchDraft();
  const rows: LaneRow[] = [];
  return {
    ...way,
    name: 'store path (content fixed beforehand: numbers, hashes, entry and openings, receipt)',
    ready: async (records) => {
      while (rows.length < records) {
        const prepared = writer['preparer'].prepare(draft, clock.now(), 'node');
        rows.push({ prepared, openings: await writer['sealed'](prepared), beside: null });
      }
    },
    accept: async () => {
      const row = rows.pop();
      if (row === undefined) throw new Error('no prepared entry is left');
      await writer['groupCommit'].add(row);
    },
  };
}

/** Baseline: one INSERT per request over as many connections as callers; a leaf made beforehand, no numbering, no receipt. */
export async function plainInsert({ databaseUrl }: BenchNeighbours, leaf: Buffer): Promise<Way> {
  const database = pool(databaseUrl, callers);
  await database.query(
    'create table if not exists bench_plain (entry_id uuid primary key, leaf bytea not null, leaf_hash bytea not null, accepted_at timestamptz not null)',
  );
  return {
    name: 'one INSERT per request',
    accept: async () => {
      const values = [randomUUID(), leaf, hash('sha256', leaf, 'buffer'), clock.now()];
      await database.query({ name: 'plain', text: 'insert into bench_plain values ($1, $2, $3, $4)', values });
    },
    stored: () => count(database, 'select count(*) as n from bench_plain where octet_length(leaf) > 900'),
    close: () => database.end(),
  };
}

/** Baseline: a hash chain kept by a trigger, which must see the row before it. */
export async function triggerChain({ databaseUrl }: BenchNeighbours, leaf: Buffer): Promise<Way> {
  const database = pool(databaseUrl, callers);
  await database.query(
    'create table if not exists bench_chain (n bigint primary key, entry_id uuid unique, leaf bytea not null, digest bytea)',
  );
  await database.query('create table if not exists bench_chain_head (one boolean primary key, n bigint not null, digest bytea not null)');
  await database.query(`insert into bench_chain_head values (true, 0, '\\x00') on conflict do nothing`);
  await database.query(`
    create or replace function bench_chain_link() returns trigger language plpgsql as $$
    declare head bench_chain_head;
    begin
      select * into head from bench_chain_head for update;
      new.n := head.n + 1;
      new.digest := sha256(head.digest || new.leaf);
      update bench_chain_head set n = new.n, digest = new.digest;
      return new;
    end $$`);
  await database.query('create or replace trigger link before insert on bench_chain for each row execute function bench_chain_link()');
  return {
    name: 'a trigger hash chain',
    accept: async () =>
      void (await database.query({
        name: 'chain',
        text: 'insert into bench_chain (entry_id, leaf) values ($1, $2)',
        values: [randomUUID(), leaf],
      })),
    stored: () => count(database, 'select count(*) as n from bench_chain where octet_length(leaf) > 900'),
    close: () => database.end(),
  };
}

/** Baseline: one BullMQ job per record; a single worker keeps the chain. A record counts when its job has completed. */
export async function jobPerRecord({ databaseUrl, redisUrl }: BenchNeighbours, leaf: Buffer): Promise<Way | null> {
  if (redisUrl === null) return null;
  const database = pool(databaseUrl, 1);
  await database.query(
    'create table if not exists bench_job (n bigint primary key, entry_id uuid unique, leaf bytea not null, digest bytea not null)',
  );
  const connection = (): Redis => new Redis(redisUrl, { maxRetriesPerRequest: null });
  const [producer, consumer] = [connection(), connection()];
  const queue = new Queue('bench-audit', { connection: producer });
  const done = new Map<string, () => void>();
  let n = 0;
  let digest = Buffer.alloc(32);
  const worker = new Worker(
    'bench-audit',
    async ({ data }: { data: { entryId: string; leaf: string } }) => {
      const bytes = Buffer.from(data.leaf, 'base64');
      const next = createHash('sha256').update(digest).update(bytes).digest();
      await database.query({
        name: 'job',
        text: 'insert into bench_job values ($1, $2, $3, $4)',
        values: [n + 1, data.entryId, bytes, next],
      });
      n += 1;
      digest = next;
      done.get(data.entryId)?.();
      done.delete(data.entryId);
    },
    { connection: consumer, concurrency: 1, removeOnComplete: { count: 0 } },
  );
  await worker.waitUntilReady();
  const text = leaf.toString('base64');
  return {
    name: 'one BullMQ job per record with a chain',
    accept: async () => {
      const entryId = randomUUID();
      const durable = new Promise<void>((resolve) => done.set(entryId, resolve));
      await queue.add('record', { entryId, leaf: text }, { removeOnComplete: true });
      await durable;
    },
    stored: () => count(database, 'select count(*) as n from bench_job where octet_length(leaf) > 900'),
    close: async () => {
      await worker.close();
      await queue.close();
      producer.disconnect();
      consumer.disconnect();
      await database.end();
    },
  };
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** 64 callers, each asking for the next record as soon as its last one is durable. */
export async function load(way: Way, records: number): Promise<Load> {
  const times: number[] = [];
  let left = records;
  await way.ready?.(records);
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (left > 0) {
        left -= 1;
        const at = performance.now();
        await way.accept();
        times.push(performance.now() - at);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: records / seconds, p50: percentile(0.5), p99: percentile(0.99) };
}

function pool(databaseUrl: string, max: number): pg.Pool {
  const made = new pg.Pool({ connectionString: databaseUrl, max, options: '-c synchronous_commit=on' });
  made.on('error', () => undefined);
  return made;
}

async function count(database: pg.Pool, sql: string): Promise<number> {
  const { rows } = await database.query<{ n: string }>(sql);
  return Number(rows[0]?.n ?? 0);
}
