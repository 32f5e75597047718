import { Module } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ID, Query, Resolver } from '@nestjs/graphql';
import pg from 'pg';
import { EntryWriter } from '#libs/audit';
import { CurrentViewer, Requires, seedIdentity } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { benchDraft, jobPerRecord, load, plainInsert, triggerChain, type Way } from './audit-ways.js';
import { withGateway, type BenchGateway } from './bench-gateway.js';
import { benchRow, type BenchRow } from './bench-row.js';
import { httpLoad, type HttpFigures } from './http-load.js';

const rounds = 3;
const callers = 64;
const requests = Number(process.env['BENCH_HTTP'] ?? 4_000);
const fewRecords = 1_000;

/** One access of a signed-in person: nothing but recorded, before the answer leaves. Only in this bench. */
@Resolver()
class AccessResolver {
  constructor(private readonly parts: ModuleRef) {}

  @Requires('read_camera')
  @Query(() => ID, { description: 'bench' })
  async benchAccess(@CurrentViewer() viewer: Viewer): Promise<string> {
    return (await this.parts.get(EntryWriter, { strict: false }).append({ ...benchDraft(), viewer })).entryId;
  }
}

@Module({ providers: [AccessResolver] })
class AccessModule {}

/**
 * The whole way of an accept over HTTP: Fastify, GraphQL, the person behind the token, the guard, the leaf, the group commit, the
 * signed receipt, and back. Beside it, in the same rounds, the usual designs without any HTTP.
 */
export function run(): Promise<BenchRow[]> {
  return withGateway({ seed: seedIdentity, modules: [AccessModule] }, measured);
}

async function measured({ neighbours, port, token }: BenchGateway): Promise<BenchRow[]> {
  const owner = new pg.Pool({ connectionString: neighbours.databaseUrl, max: 1 });
  try {
    const over = (many: number): Promise<HttpFigures> => httpLoad({ port, token, query: '{ benchAccess }', callers, requests: many });
    // Connections are made at the first asking; on a busy machine some of those are refused for it.
    let warm = await over(500);
    for (let turn = 0; turn < 3 && warm.faults > 0; turn += 1) warm = await over(500);
    if (warm.fault !== null) throw new Error(`the gateway answers ${warm.fault}`);
    const { rows } = await owner.query<{ leaf: Buffer }>('select leaf from audit_outbox where octet_length(leaf) > 900 limit 1');
    const leaf = rows[0]?.leaf ?? Buffer.alloc(1_024, 1);
    const ways = [await plainInsert(neighbours, leaf), await triggerChain(neighbours, leaf), await jobPerRecord(neighbours, leaf)].filter(
      (way) => way !== null,
    );
    return await compared(over, ways, owner);
  } finally {
    await owner.end();
  }
}

async function compared(over: (many: number) => Promise<HttpFigures>, ways: readonly Way[], owner: pg.Pool): Promise<BenchRow[]> {
  const kept = async (): Promise<number> => {
    const { rows } = await owner.query<{ n: string }>('select count(*) as n from audit_outbox where octet_length(leaf) > 900');
    return Number(rows[0]?.n);
  };
  const ours: HttpFigures[] = [];
  const others = new Map<Way, number[]>(ways.map((way) => [way, []]));
  const before = await kept();
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await over(requests));
    for (const [way, figures] of others) {
      const many = way.name === 'one INSERT per request' ? requests : fewRecords;
      const stored = await way.stored();
      const { perSecond } = await load(way, many);
      figures.push((await way.stored()) - stored === many ? perSecond : Number.NaN);
    }
  }
  const recorded = (await kept()) - before;
  for (const way of ways) await way.close();
  const faults = ours.reduce((sum, each) => sum + each.faults, 0);
  const same = recorded === rounds * requests && faults === 0;
  const middle = [...ours].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds / 2)];
  return [...others].map(([way, figures]) =>
    benchRow({
      name: 'durable accept over HTTP, 1 KiB, 64 callers: Fastify, GraphQL, token, guard, leaf, commit, receipt',
      ours: middle?.perSecond ?? Number.NaN,
      baseline: [...figures].sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN,
      baselineName: `${way.name}, without any HTTP`,
      unit: 'entries/s',
      wanted: { oursAtLeast: 4_000 },
      work: {
        same,
        how: `${recorded} entries committed for ${rounds * requests} answers, ${faults} faults; the baseline's records counted`,
      },
      details: { oursP50Ms: middle?.p50 ?? 0, oursP99Ms: middle?.p99 ?? 0, rounds },
    }),
  );
}
