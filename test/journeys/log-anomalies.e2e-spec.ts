import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Erasures } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock, hanoiDate, newId, type EntryId, type Viewer } from '#libs/kernel';
import { entryQuery, type EntryFilter } from '../../libs/audit/src/read/entry-query.js';
import { verifyExport } from '../../apps/cli/src/verify/export.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { buildGoVerifier } from '../fuzz/fuzzer.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { origin } from './log-house.js';
import { eventually } from '../support/eventually.js';

let house: InspectionHouse;
let [khanh, mai, binh]: Viewer[] = [];
const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => house.log.services.sql<Row>(text, values);

beforeAll(async () => {
  house = await openInspectionHouse();
  [khanh, mai, binh] = [
    await house.as('khanh', 'inspection_head'),
    await house.as('mai', 'requester'),
    await house.as('binh', 'requester'),
  ];
});
afterAll(() => house?.close());

const asked = async (viewer: Viewer | undefined, filter: EntryFilter, first = 100, after: string | null = null) => {
  const outcome = await house.inspection.search(viewer as Viewer, { first, after }, filter);
  if (outcome.kind !== 'page') throw new Error('refused');
  return outcome.page;
};
const found = async (viewer: Viewer | undefined, filter: EntryFilter): Promise<string[]> =>
  (await asked(viewer, filter)).edges.map(({ node }) => node.id);

/** Every page of two, to the end. */
async function paged(viewer: Viewer | undefined, filter: EntryFilter): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await asked(viewer, filter, 2, after);
    ids.push(...edges.map(({ node }) => node.id));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return ids;
  }
}

/** Yesterday in Hà Nội: all of it is over, at whatever hour this runs. */
const yesterday = hanoiDate(new Date(Date.now() - 86_400_000));
const instant = (clock: string): Date => new Date(`${yesterday}T${clock}+07:00`);
const today = new Date(instant('00:00').getTime() + 86_400_000);

/** @param clock time of yesterday in Hà Nội; the present when left out */
async function happened(
  viewer: Viewer | undefined,
  change: Parameters<InspectionHouse['happened']>[1] = {},
  clock?: string,
): Promise<EntryId> {
  const [ours, real] = [house.get(Clock), house.get(Clock).now];
  if (clock !== undefined) ours.now = () => instant(clock);
  const id = await house.happened(viewer as Viewer, change).finally(() => (ours.now = real));
  await eventually('it is searchable', () => house.isSearchable(id));
  return id;
}

/** What the newest reading of the log stated. */
async function stated(): Promise<unknown> {
  const [row] = await sql<{ details: unknown }>(
    `select j -> 'details' as details from (
       select convert_from(leaf, 'UTF8')::jsonb as j from (select leaf from audit_outbox union all select leaf from audit_leaf) as l) as read
     where j ->> 't' = 'audit.query' order by j ->> 'at' desc limit 1`,
  );
  return row?.details;
}

/** Runs while the search stands still: its projector waits for the row of progress that is locked here. */
async function beforeTheSearch<Result>(act: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: house.log.services.databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select 1 from log_progress for update');
    return await act();
  } finally {
    await client.end();
  }
}

/** Two hands of two bodies. */
async function eraseCase(caseRef: string): Promise<void> {
  const [erasures, db] = [house.get(Erasures), house.get(Database)];
  const { erasureId } = await db.transaction((tx) => erasures.open(tx, mai as Viewer, { caseRef }, 'PDPL-14.1'));
  await db.transaction((tx) => erasures.close(tx, khanh as Viewer, erasureId));
}

const camera = (): { kind: string; id: string } => ({ kind: 'camera', id: newId('cam') });

describe('what happened at night', () => {
  it('is from 22:00 until before 06:00 in Hà Nội, to the millisecond, and only within the papers', async () => {
    const resource = camera();
    const at = new Map<string, EntryId>();
    for (const clock of ['00:00', '05:59:59.999', '06:00', '12:00', '21:59:59.999', '22:00', '23:30'])
      at.set(clock, await happened(mai, { resource }, clock));
    const others = await happened(binh, { resource }, '23:45');
    const night = ['23:30', '22:00', '05:59:59.999', '00:00'].map((clock) => at.get(clock));
    expect(await found(khanh, { cameraId: resource.id, atNight: true })).toEqual(night);
    // Not by the camera's index, but by the body's.
    expect(await paged(khanh, { atNight: true, type: 'live_view', organisationCode: 'so-xay-dung' })).toEqual(night);
    expect(await found(khanh, { cameraId: resource.id })).toHaveLength(7);
    expect(await found(binh, { cameraId: resource.id, atNight: true })).toEqual([others]);
    expect(await found(khanh, { cameraId: resource.id, atNight: true, outcome: 'refused' })).toEqual([]);
    expect(await found(khanh, { cameraId: resource.id, atNight: true, from: instant('21:00') })).toEqual(night.slice(0, 2));
  });
});

describe('openings of footage without a case', () => {
  it('are openings alone, of the bodies in scope alone, page by page, and combine with whatever else is asked', async () => {
    const resource = camera();
    const bare: EntryId[] = [];
    for (const [type, clock] of [
      ['live_view.open', '14:00'],
      ['playback.open', '23:30'],
      ['live_view.open', undefined],
    ] as const)
      bare.push(await happened(mai, { resource, type }, clock));
    bare.push(await happened(mai, { resource, outcome: 'refused' }));
    const inCase = await happened(mai, { resource, caseRef: 'VV-2026-44' });
    const close = await happened(mai, { resource, type: 'live_view.close', outcome: 'done' });
    const others = await happened(binh, { resource });
    const newest = bare.toReversed();
    expect(await found(khanh, { cameraId: resource.id, lacksCase: true })).toEqual(newest);
    expect(await paged(khanh, { cameraId: resource.id, lacksCase: true })).toEqual(newest);
    const all = await paged(khanh, { lacksCase: true });
    expect(all).toEqual(expect.arrayContaining(bare));
    for (const id of [inCase, close, others]) expect(all).not.toContain(id);
    expect(all).toEqual(await found(khanh, { lacksCase: true }));
    expect(await found(khanh, { cameraId: resource.id, lacksCase: true, type: 'playback' })).toEqual([bare[1]]);
    expect(await found(khanh, { cameraId: resource.id, lacksCase: true, outcome: 'refused' })).toEqual([bare[3]]);
    expect(await found(khanh, { lacksCase: true, type: 'live_view.close' })).toEqual([]);
    expect(await found(khanh, { lacksCase: true, text: 'VV-2026-44' })).toEqual([]);
    expect(await found(binh, { lacksCase: true, cameraId: resource.id })).toEqual([others]);
    expect(await found(khanh, { cameraId: resource.id, lacksCase: true, atNight: true, to: today })).toEqual([bare[1]]);
  });

  it('are found on a request of the body whoever opened, and by the person who did', async () => {
    const requestId = newId('req');
    await happened(mai, { type: 'submit_request.submit', requestId, resource: { kind: 'request', id: requestId } });
    const opened = await happened(binh, { requestId, resource: camera() });
    expect(await found(khanh, { lacksCase: true })).toContain(opened);
    expect(await found({ ...(mai as Viewer), personId: newId('per') as Viewer['personId'] }, { lacksCase: true })).toEqual([opened]);
    expect(await found(binh, { lacksCase: true })).toContain(opened);
  });

  it('state in the entry what was asked, bind the cursor to it, and bring no counts, which would be of other entries', async () => {
    const [first, second] = [await happened(mai), await happened(mai)];
    const page = await asked(khanh, { lacksCase: true, atNight: null }, 1);
    expect(page.edges.map(({ node }) => node.id)).toEqual([second]);
    expect(page.counts).toBeNull();
    expect(await stated()).toMatchObject({ byLacksCase: true });
    const next = await asked(khanh, { lacksCase: true }, 1, page.pageInfo.endCursor);
    expect(next.edges.map(({ node }) => node.id)).toEqual([first]);
    for (const other of [{}, { atNight: true }, { lacksCase: true, atNight: true }] as const)
      await expect(house.inspection.search(khanh as Viewer, { first: 1, after: page.pageInfo.endCursor }, other)).rejects.toThrow();
    expect((await asked(khanh, { atNight: true })).counts).toBeNull();
    expect(await stated()).toMatchObject({ byAtNight: true });
    expect((await asked(khanh, {})).counts).not.toBeNull();
  });

  it('are none of those whose case number was erased, after the search had read them or before', async () => {
    const resource = camera();
    const before = await happened(mai, { resource, caseRef: 'VV-2026-45' });
    const bare = await happened(mai, { resource });
    // The projector waits for the row that it would move on.
    const unread = await beforeTheSearch(async () => {
      const id = await house.happened(mai as Viewer, { resource, caseRef: 'VV-2026-45' });
      await eraseCase('VV-2026-45');
      expect(await house.isSearchable(id)).toBe(false);
      return id;
    });
    await eventually('the other is searchable', () => house.isSearchable(unread));
    const digests = await sql<{ case_digest: string }>(`select case_digest from audit_search where entry_id = any($1)`, [
      [before, unread].map((id) => id.slice(4)),
    ]);
    expect(digests).toEqual([{ case_digest: 'erased' }, { case_digest: 'erased' }]);
    expect(await found(khanh, { cameraId: resource.id, text: 'VV-2026-45' })).toEqual([]);
    expect(await found(khanh, { cameraId: resource.id, text: 'erased' })).toEqual([]);
    expect(await found(khanh, { cameraId: resource.id, lacksCase: true })).toEqual([bare]);
    expect(await found(khanh, { cameraId: resource.id })).toHaveLength(3);
  });
});

describe('an export of what stands out', () => {
  let go: string | null;
  beforeAll(() => {
    go = buildGoVerifier(path.resolve(import.meta.dirname, '../verifier'), house.log.services.stateDir);
  });

  const judged = async (filter: EntryFilter): Promise<{ entries: number } | { what: string }> => {
    const outcome = await house.exports.make(khanh as Viewer, 'SEALED', filter);
    if (outcome.kind !== 'made') throw new Error(JSON.stringify(outcome));
    const waiting = await house.exports.take(khanh as Viewer, outcome.address);
    const bytes = waiting?.bytes ?? Buffer.alloc(0);
    const [file, policy] = [path.join(house.log.services.stateDir, 'export.zip'), path.join(house.log.logDir, 'policy')];
    writeFileSync(file, bytes);
    const trust = parseTrustPolicy(readFileSync(policy, 'latin1'));
    if (typeof trust === 'string') throw new Error(trust);
    const ours = await verifyExport(bytes, trust);
    // Two verifiers of two makes say the same.
    const status = go === null ? null : spawnSync(go, ['export', file, '--policy', policy]).status;
    expect(status ?? ('what' in ours ? 6 : 0)).toBe('what' in ours ? 6 : 0);
    if ('what' in ours) return { what: ours.what };
    expect(ours.complete).toEqual([]);
    expect(ours.manifest.query).toMatchObject(filter.atNight === true ? { atNight: 'true' } : { lacksCase: 'true' });
    return { entries: ours.entries };
  };
  const witnessed = (id: EntryId): Promise<void> =>
    eventually('it is witnessed', async () => (await house.reader.find(id, 'house'))?.state === 'WITNESSED');

  it('holds the question, and nothing passes in it that the question does not ask for', async () => {
    const resource = camera();
    const cameraId = resource.id;
    await happened(mai, { resource }, '02:00');
    const inCase = await happened(mai, { resource, caseRef: 'VV-2026-46' }, '12:00');
    await witnessed(await happened(mai, { resource, type: 'live_view.close', outcome: 'done' }, '13:00'));
    expect(await judged({ cameraId, atNight: true })).toEqual({ entries: 1 });
    expect(await judged({ cameraId, lacksCase: true })).toEqual({ entries: 1 });
    // Somebody makes the search find what is no such thing.
    const [row] = await sql<{ case_digest: string }>('select case_digest from audit_search where entry_id = $1', [inCase.slice(4)]);
    await sql('update audit_search set case_digest = null, at = $2 where entry_id = $1', [inCase.slice(4), instant('04:00')]);
    expect(await judged({ cameraId, atNight: true })).toEqual({ what: expect.stringContaining('not of the night') as unknown });
    expect(await judged({ cameraId, lacksCase: true })).toEqual({ what: expect.stringContaining('without a case') as unknown });
    await sql('update audit_search set case_digest = $2, at = $3 where entry_id = $1', [
      inCase.slice(4),
      row?.case_digest,
      instant('12:00'),
    ]);
  });
});

describe('the statement of a page', () => {
  const scope = { organisationCodes: ['so-xay-dung'], requestsOf: ['so-xay-dung'], actorId: newId('per') };
  const statement = (filter: EntryFilter): string => entryQuery({ origin, scope, filter, after: null, size: 100_000, limit: 26 }).sql;

  it('asks nothing of entries when nothing is asked, whatever form that has', () => {
    expect(statement({ atNight: null, lacksCase: null })).toBe(statement({}));
    expect(statement({})).not.toMatch(/case_digest|hour/);
    expect(statement({ atNight: true })).toContain("extract(hour from s.at at time zone 'Asia/Ho_Chi_Minh') not between 6 and 21");
    expect(statement({ lacksCase: true })).toContain("s.case_digest is null and s.type in ('live_view.open', 'playback.open')");
  });

  it('goes each way into the scope by an index of openings without a case alone, as an inspector too', async () => {
    // A busy month: a hundred thousand openings in cases, and three without.
    await sql(`select audit_search_partition('2031-03-01')`);
    await sql(
      `insert into audit_search (idx, at, entry_id, type, outcome, organisation_code, request_organisation_code, actor_id, case_digest)
       select 900000000 + n, '2031-03-01T00:00:00Z'::timestamptz + n * interval '20 seconds', gen_random_uuid(), 'live_view.open', 'allowed',
         'so-xay-dung', 'so-xay-dung', $1, case when n % 33000 = 7 then null else 'some' end from generate_series(1, 100000) as n`,
      [scope.actorId],
    );
    await sql('analyze audit_search_2031_03');
    const filter: EntryFilter = { lacksCase: true, from: new Date('2031-03-01T00:00:00Z'), to: new Date('2031-04-01T00:00:00Z') };
    const query = entryQuery({ origin, scope, filter, after: null, size: 1_000_000_000, limit: 26 });
    const client = new pg.Client({ connectionString: house.log.services.databaseUrl });
    await client.connect();
    try {
      for (const role of ['cuao_gateway', 'cuao_inspector']) {
        await client.query(`set role ${role}`);
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `explain (analyze, costs off, timing off) ${query.sql}`,
          query.parameters,
        );
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        const used = [...plan.matchAll(/Scan[^\n]* using (\S+)[^\n]*\n +Index Cond: \((?:\()?(\w+) = /g)];
        expect([role, used.map(([, , column]) => column).sort()]).toEqual([
          role,
          ['actor_id', 'organisation_code', 'request_organisation_code'],
        ]);
        for (const [, name] of used) {
          const [index] = await sql<{ def: string }>('select pg_get_indexdef($1::regclass) as def', [name]);
          expect(index?.def).toMatch(/WHERE .*case_digest IS NULL/);
        }
        // No row that is in a case is so much as looked at.
        expect(plan).not.toMatch(/Rows Removed by Filter: \d{2,}/);
        expect(plan).not.toMatch(/Seq Scan on audit_search/);
      }
    } finally {
      await client.end();
      await sql('truncate audit_search_2031_03').catch(() => undefined);
    }
  });
});
