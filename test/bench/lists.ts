import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AuditModule, FolderStore } from '#libs/audit';
import { Database, DatabaseModule, ownerDataSource, type Tx } from '#libs/database';
import { Cursors, IdentityModule, organisationIdOf, seedIdentity } from '#libs/identity';
import { Clock, newId, SystemClock, type Viewer } from '#libs/kernel';
import { cameraFacts, Cameras, RegistryModule, seedRegistry, type Camera, type CameraFilter } from '#libs/registry';
import { evaluateEach, PolicyStore, RegulationModule, viewerFacts } from '#libs/regulation';
import { CameraRepository } from '../../libs/registry/src/camera.repository.js';
import { ClassVisibility } from '../../libs/registry/src/class-visibility.js';
import { root, startNeighbours, type BenchNeighbours } from './audit-neighbours.js';
import { growCity } from '../support/grow-city.js';
import { benchRow, type BenchRow } from './bench-row.js';

const many = 1_000_000;
const rounds = 60;
/** Filters that people use, the widest first; each page goes with the count of its whole list. */
const filters: readonly CameraFilter[] = [
  {},
  { unitCode: '00070' },
  { purpose: 'GIAO_THONG' },
  { zoneKind: 'school' },
  { text: 'dong da' },
  { text: 'pho' },
  { footage: { action: 'live_view', purpose: 'HA_TANG' } },
];

/**
 * The first page of the finder with its count, decision and entry included, for 40,210 and for a million cameras: for a viewer whose
 * classes were never asked about, and for one whose were. Beside it: deciding on each camera by itself, which needs no classes.
 */
export async function run(): Promise<BenchRow[]> {
  const neighbours = await startNeighbours();
  const owner = new pg.Client({ connectionString: neighbours.databaseUrl });
  try {
    await owner.connect();
    const source = await ownerDataSource(neighbours.databaseUrl);
    await source.transaction(async (tx) => {
      await seedIdentity(tx);
      await seedRegistry(tx);
    });
    await source.destroy();
    const app = await open(neighbours);
    const rows = await measured(app, owner, 40_210);
    await growCity(async (text) => (await owner.query<object>(text)).rows ?? [], many);
    rows.push(...(await measured(app, owner, many)));
    await app.close();
    return rows;
  } finally {
    await owner.end();
    await neighbours.close();
  }
}

async function open(neighbours: BenchNeighbours): Promise<INestApplicationContext> {
  const { databaseUrl, stateDir } = neighbours;
  mkdirSync(path.join(stateDir, 'keys'), { recursive: true });
  const role = 'cuao_gateway' as const;

  @Global()
  @Module({
    providers: [
      { provide: Clock, useClass: SystemClock },
      { provide: Cursors, useValue: new Cursors(randomBytes(32)) },
    ],
    exports: [Clock, Cursors],
  })
  class AroundModule {}

  @Module({
    imports: [
      AroundModule,
      DatabaseModule.forProcess({ databaseUrl, role, poolSize: 4, applicationName: 'bench-lists' }),
      AuditModule.forProcess({
        databaseUrl,
        role,
        producer: 'gateway-bench',
        origin: 'audit.bench.example/footage-access/1/2026h2',
        stateDir,
        doorbell: null,
        store: new FolderStore(path.join(stateDir, 'log')),
        readsOpenings: true,
      }),
      IdentityModule.forReaders(),
      RegulationModule.forProcess({ policyDir: path.join(root, 'policies/bundle') }),
      RegistryModule,
    ],
  })
  class BenchModule {}
  return NestFactory.createApplicationContext(BenchModule, { logger: false, abortOnError: false });
}

async function measured(app: INestApplicationContext, owner: pg.Client, size: number): Promise<BenchRow[]> {
  const cameras = app.get(Cameras);
  const time = async (viewer: Viewer, filter: CameraFilter): Promise<number> => {
    const began = performance.now();
    await cameras.list(viewer, { first: 50, filter });
    return performance.now() - began;
  };
  const pick = (n: number): CameraFilter => filters[n % filters.length] ?? {};
  const known = somebody();
  for (let n = 0; n < filters.length * 3; n += 1) await time(known, pick(n));
  const [warm, cold]: [number[], number[]] = [[], []];
  const slowest = new Map<string, number>();
  for (let n = 0; n < rounds; n += 1) {
    const took = await time(known, pick(n));
    warm.push(took);
    const name = JSON.stringify(pick(n));
    slowest.set(name, Math.min(slowest.get(name) ?? Infinity, took));
    cold.push(await time(somebody(), pick(n)));
  }
  const afterWrite: string[] = [];
  for (const text of ['dong da', 'pho']) {
    await owner.query('update camera set status = status where code = (select min(code) from camera)');
    afterWrite.push(`"${text}" ${(await time(known, { text })).toFixed(1)} ms`);
  }
  const [slow] = [...slowest].sort(([, a], [, b]) => b - a);
  const each = await cameraByCamera(app, owner, known, size);
  const page = await cameras.list(known, { first: 50, filter: {} });
  const plans = await plansOf(app, known);
  const [held] = (await owner.query<{ cameras: number }>('select count(*)::int as cameras from camera')).rows;
  const same =
    held?.cameras === size
    && page.totalCount === each.count
    && page.rows
      .slice(0, 50)
      .map(({ id }) => id)
      .join() === each.first.join();
  const indexed = plans.every((plan) => !/Seq Scan on camera c/.test(plan));
  const work = {
    same: same && indexed,
    how: !indexed
      ? 'a page reads the whole table'
      : `${same ? 'same' : 'NOT the same'} count and first page; every plan goes by an index; entry committed with fsync on`,
  };
  const common = { baseline: each.ms, baselineName: 'each camera decided by itself, page and count', unit: 'ms p95', work };
  const details = {
    cameras: held?.cameras ?? 0,
    shown: page.totalCount,
    baselineDecided: each.decided,
    'first search for a text after a write of cameras': afterWrite.join(', '),
    'mean load of the machine': loadavg()[0] ?? Number.NaN,
    slowestFilter: slow === undefined ? '' : `${slow[0]}: ${slow[1].toFixed(1)} ms at best`,
  };
  return [
    benchRow({
      ...common,
      name: `lists: first page and count of ${size.toLocaleString('en')} cameras, classes never asked about`,
      ours: at(cold, 0.95),
      wanted: { oursAtMost: 150 },
      details: { ...details, oursP50: at(cold, 0.5) },
    }),
    benchRow({
      ...common,
      name: `lists: first page and count of ${size.toLocaleString('en')} cameras, classes warm`,
      ours: at(warm, 0.95),
      wanted: { oursAtMost: 20 },
      details: { ...details, oursP50: at(warm, 0.5), oursBest: at(warm, 0) },
    }),
  ];
}

const mostDecided = 40_210;

/** The same list without classes: every row is read and decided on. Beyond 40,210 the time of a sample is scaled, and the count weighed. */
async function cameraByCamera(
  app: INestApplicationContext,
  owner: pg.Client,
  viewer: Viewer,
  size: number,
): Promise<{ ms: number; count: number; first: string[]; decided: number }> {
  const policy = app.get(PolicyStore).current();
  const question = { action: 'list_cameras', asOf: app.get(Clock).nowMs(), viewer: viewerFacts(viewer) };
  const repository = app.get(CameraRepository);
  const began = performance.now();
  const first: string[] = [];
  let [count, decided] = [0, 0];
  const { rows: ids } = await owner.query<{ id: string }>(`select id from camera order by code limit ${mostDecided}`);
  for (let from = 0; from < ids.length; from += 200) {
    const part: Camera[] = await app.get(Database).read((tx) =>
      repository.listForDeciding(
        tx,
        ids.slice(from, from + 200).map(({ id }) => id),
      ),
    );
    const answers = evaluateEach(policy, question, part.map(cameraFacts));
    for (const [i, camera] of part.entries()) {
      decided += 1;
      if (answers[i]?.effect !== 'allow') continue;
      count += 1;
      if (first.length < 50) first.push(camera.id);
    }
  }
  const ms = (performance.now() - began) * (size / decided);
  if (decided < size) count = await weighed(app, owner, question);
  return { ms, count, first, decided };
}

/** One camera decided on for each combination of what a list may read, times how many are like it. */
async function weighed(app: INestApplicationContext, owner: pg.Client, question: Parameters<typeof evaluateEach>[1]): Promise<number> {
  const { rows } = await owner.query<{ id: string; n: number }>(
    `select min(id) as id, count(*)::int as n from camera group by system_kind, mission_class, classification`,
  );
  const found = await app.get(Database).read((tx) =>
    app.get(CameraRepository).listForDeciding(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  const answers = evaluateEach(app.get(PolicyStore).current(), question, found.map(cameraFacts));
  return found.reduce((sum, { id }, i) => sum + (answers[i]?.effect === 'allow' ? (rows.find((row) => row.id === id)?.n ?? 0) : 0), 0);
}

/** What PostgreSQL does for the page of each filter, asked with the very statement and values. */
async function plansOf(app: INestApplicationContext, viewer: Viewer): Promise<string[]> {
  const plans: string[] = [];
  await app.get(Database).read(async (tx) => {
    for (const filter of filters) {
      const visible = await app.get(ClassVisibility).visible(tx, viewer, 'list_cameras', filter.footage ?? null);
      const explaining = {
        query: async (sql: string, values: unknown[]): Promise<unknown[]> => {
          const rows: { 'QUERY PLAN': string }[] = await tx.query(`explain ${sql}`, values);
          plans.push(rows.map((row) => row['QUERY PLAN'].slice(0, 200)).join('\n'));
          return [];
        },
      };
      await app.get(CameraRepository).page(explaining as unknown as Tx, visible, filter, null, 51);
    }
  });
  return plans;
}

/** A person of Sở Xây dựng nobody has seen before: nothing is known of their classes. */
function somebody(): Viewer {
  return {
    personId: newId('per'),
    sessionId: newId('ses'),
    displayName: 'bench',
    organisationId: organisationIdOf('so-xay-dung'),
    organisationCode: 'so-xay-dung',
    organisationKind: 'SO_XD',
    organisationName: 'Sở Xây dựng',
    unitId: null,
    areaCodes: [],
    title: 'chuyên viên',
    role: 'requester',
    functions: ['HA_TANG', 'GIAO_THONG'],
    inspectionIds: [],
    mfaLevel: 2,
    trainingValidTo: '2027-12-31T16:59:59.999Z',
    sourceAddress: '192.0.2.1',
    version: 1,
  };
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
