import '../support/node-errors.js';
import pg from 'pg';
import { newId, type EntryId, type PersonId, type Viewer } from '#libs/kernel';
import { entryQuery, type EntryFilter } from '../../libs/audit/src/read/entry-query.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { origin } from './log-house.js';
import { eventually } from '../support/eventually.js';

let house: InspectionHouse;
let pool: pg.Pool;
const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => house.log.services.sql<Row>(text, values);

beforeAll(async () => {
  house = await openInspectionHouse();
  pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 2, options: '-c role=cuao_worker' });
});
afterAll(async () => {
  await pool?.end();
  await house?.close();
});

const found = async (viewer: Parameters<InspectionHouse['inspection']['search']>[0], filter: EntryFilter): Promise<string[]> => {
  const outcome = await house.inspection.search(viewer, { first: 100 }, filter);
  return outcome.kind === 'page' ? outcome.page.edges.map(({ node }) => node.id) : ['refused'];
};

describe('a search of the log', () => {
  it('takes any combination of camera, person, case, request, grant, body, act, outcome and time', async () => {
    const [mai, khanh] = [await house.as('mai', 'requester'), await house.as('khanh', 'inspection_head')];
    const [cameraId, requestId, grantId] = [newId('cam'), newId('req'), newId('grt')];
    const id = await house.happened(mai, { resource: { kind: 'camera', id: cameraId }, requestId, grantId, caseRef: 'VV-2026-31' });
    const other = await house.happened(mai, { type: 'live_view.refused', outcome: 'refused' });
    await eventually('both are searchable', async () => (await house.isSearchable(id)) && house.isSearchable(other));
    const minute = (away: number): Date => new Date(Date.now() + away * 60_000);
    const right: EntryFilter = {
      cameraId,
      actorId: mai.personId,
      text: 'VV-2026-31',
      requestId,
      grantId,
      organisationCode: mai.organisationCode,
      type: 'live_view.open',
      outcome: 'allowed',
      from: minute(-5),
      to: minute(5),
    };
    const wrong: EntryFilter = {
      cameraId: newId('cam'),
      actorId: khanh.personId,
      text: 'VV-2026-32',
      requestId: newId('req'),
      grantId: newId('grt'),
      type: 'live',
      outcome: 'failed',
      from: minute(2),
      to: minute(-2),
    };
    const keys = Object.keys(right) as (keyof EntryFilter)[];
    // Every pair together, each alone, and each with one that does not fit.
    for (const [at, one] of keys.entries()) {
      expect([one, await found(khanh, { [one]: right[one] })]).toEqual([one, expect.arrayContaining([id])]);
      for (const two of keys.slice(at + 1))
        expect([one, two, (await found(khanh, { [one]: right[one], [two]: right[two] })).includes(id)]).toEqual([one, two, true]);
    }
    expect(await found(khanh, right)).toEqual([id]);
    for (const key of Object.keys(wrong) as (keyof EntryFilter)[])
      expect([key, await found(khanh, { ...right, [key]: wrong[key] })]).toEqual([key, []]);
    expect(await found(khanh, { type: 'live_view', cameraId })).toEqual([id]);
    expect(await found(khanh, { type: 'live_view', outcome: 'refused', actorId: mai.personId })).toContain(other);
  });

  it('does not let anybody guess whose act on a request it was', async () => {
    const [mai, binh, khanh] = [
      await house.as('mai', 'requester'),
      await house.as('binh', 'requester'),
      await house.as('khanh', 'inspection_head'),
    ];
    const requestId = newId('req');
    await house.happened(mai, { type: 'submit_request.submit', requestId, resource: { kind: 'request', id: requestId } });
    const consent = await house.happened(binh, { type: 'consent.sign', requestId, resource: { kind: 'request', id: requestId } });
    await eventually('the consent is searchable', () => house.isSearchable(consent));
    expect(await found(khanh, { requestId })).toContain(consent);
    expect(await found(khanh, { requestId, actorId: binh.personId })).toEqual([]);
    expect(await found(binh, { requestId, actorId: binh.personId })).toEqual([consent]);
  });

  it('finds what happened to each of a body’s requests, however many there are', async () => {
    const [mai, linh] = [await house.as('mai', 'requester'), await house.as('thu', 'owner')];
    const colleague = { ...mai, personId: newId('per') as PersonId };
    const requests = Array.from({ length: 130 }, () => newId('req'));
    const submit = (requestId: string): Promise<EntryId> =>
      house.happened(mai, { type: 'submit_request.submit', requestId, resource: { kind: 'request', id: requestId } });
    const oldest = await submit(requests[0] ?? '');
    await eventually('the oldest is searchable', () => house.isSearchable(oldest));
    await Promise.all(requests.slice(1).map(submit));
    const consents = await Promise.all(
      requests.map((requestId) => house.happened(linh, { type: 'consent.many', requestId, resource: { kind: 'request', id: requestId } })),
    );
    await eventually('all are searchable', async () => (await Promise.all(consents.map(house.isSearchable))).every(Boolean), 20_000);
    const all = async (viewer: Viewer): Promise<string[]> => {
      const ids: string[] = [];
      for (let after: string | null = null; ;) {
        const outcome = await house.inspection.search(viewer, { first: 100, after }, { type: 'consent.many' });
        if (outcome.kind !== 'page') throw new Error('refused');
        ids.push(...outcome.page.edges.map(({ node }) => node.id));
        after = outcome.page.pageInfo.endCursor;
        if (!outcome.page.pageInfo.hasNextPage) return ids.sort();
      }
    };
    for (const viewer of [colleague, await house.as('khanh', 'inspection_head')]) expect(await all(viewer)).toEqual([...consents].sort());
    expect(await all(await house.as('binh', 'requester'))).toEqual([]);
    expect(await found(colleague, { requestId: requests[0] ?? '' })).toHaveLength(2);
    expect((await house.inspection.entry(colleague, consents[0] ?? ''))?.id).toBe(consents[0]);
  });

  it('keeps the pages of a list together when an entry with an earlier time comes later', async () => {
    const [mai, khanh] = [await house.as('mai', 'requester'), await house.as('khanh', 'inspection_head')];
    const resource = { kind: 'camera', id: newId('cam') };
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await house.happened(mai, { resource }));
    await eventually('all are searchable', async () => (await found(khanh, { cameraId: resource.id })).length === 4);
    const first = await house.inspection.search(khanh, { first: 2 }, { cameraId: resource.id });
    if (first.kind !== 'page') throw new Error('refused');
    // As an act does whose transaction was long: it stands later in the log than its time says.
    const late = await house.happened(mai, { resource });
    await eventually('the late one is searchable', () => house.isSearchable(late));
    await sql(`update audit_search set at = at - interval '1 hour' where entry_id = $1`, [late.slice(4)]);
    const rest = await house.inspection.search(khanh, { first: 50, after: first.page.pageInfo.endCursor }, { cameraId: resource.id });
    if (rest.kind !== 'page') throw new Error('refused');
    expect([...first.page.edges, ...rest.page.edges].map(({ node }) => node.id)).toEqual(ids.toReversed());
    expect(rest.page.logSize).toBe(first.page.logSize);
    expect((await found(khanh, { cameraId: resource.id })).at(-1)).toBe(late);
    await sql(`update audit_search set at = at + interval '1 hour' where entry_id = $1`, [late.slice(4)]);
  });

  it('names people of the bodies in scope, with marks or without, and nobody else', async () => {
    const [mai, khanh] = [await house.as('mai', 'requester'), await house.as('khanh', 'inspection_head')];
    const named = async (text: string): Promise<string[]> => {
      const outcome = await house.inspection.people(khanh, text);
      return outcome.kind === 'people' ? outcome.people.map(({ id }) => id) : ['refused'];
    };
    expect(await named('mai nguyen')).toEqual([mai.personId]);
    expect(await named('Nguyễn Thị Mai')).toEqual([mai.personId]);
    expect(await named('no such person')).toEqual([]);
    const outside = await house.as('binh', 'requester');
    expect(await named(outside.displayName)).not.toContain(outside.personId);
  });

  it('names the body of an entry by the record of organisations, and leaves one without a name that is no longer there', async () => {
    const [mai, khanh] = [await house.as('mai', 'requester'), await house.as('khanh', 'inspection_head')];
    const gone = { ...mai, organisationCode: 'so-cu', personId: newId('per') as PersonId };
    const [id, old] = [await house.happened(mai), await house.happened(gone)];
    for (const each of [id, old]) await eventually('searchable', () => house.isSearchable(each));
    expect(await house.inspection.entry(khanh, id)).toMatchObject({
      organisationCode: 'so-xay-dung',
      organisationNameVi: 'Sở Xây dựng Hà Nội',
      organisationNameEn: 'Hanoi Department of Construction',
    });
    const own = await house.inspection.search(gone, { first: 5 }, {});
    expect(own.kind === 'page' && own.page.edges.find(({ node }) => node.id === old)?.node).toMatchObject({
      organisationCode: 'so-cu',
      organisationNameVi: null,
      organisationNameEn: null,
    });
  });

  it('goes by an index that ends in the order of the page, whatever is asked for', async () => {
    // A month without rows, of which PostgreSQL keeps no statistics: the plan does not hang on what the tests before have written.
    await pool.query(`select audit_search_partition('2031-02-01')`);
    const [from, day] = [new Date('2031-02-01T00:00:00Z'), new Date('2031-02-24T05:00:00Z')];
    const plan = async (filter: EntryFilter, scope: Parameters<typeof entryQuery>[0]['scope']): Promise<string> => {
      const asked = entryQuery({ origin, scope, filter: { ...filter, from }, after: { at: day, index: 7 }, size: 1_000, limit: 26 });
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('set local enable_seqscan = off; set local enable_sort = off; set local enable_bitmapscan = off');
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${asked.sql}`, asked.parameters);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const scope = { organisationCodes: ['so-xay-dung'], requestsOf: ['so-xay-dung'], actorId: newId('per') };
    const keyed: [EntryFilter, string][] = [
      [{ cameraId: newId('cam') }, 'resource_id'],
      [{ actorId: newId('per') }, 'actor_id'],
      [{ text: 'VV-2026-1' }, 'case_digest'],
      [{ requestId: newId('req') }, 'request_id'],
      [{ grantId: newId('grt') }, 'grant_id'],
    ];
    for (const [filter, column] of keyed)
      expect(await plan(filter, scope)).toMatch(new RegExp(`Index Scan[^\\n]*\\n +Index Cond: [^\\n]*${column}`));
    for (const [filter, column] of [
      [{ type: 'live_view' }, 'split_part'],
      [{ type: 'live_view.open' }, 'type'],
      [{ outcome: 'refused' }, 'outcome'],
      [{ organisationCode: 'so-xay-dung' }, 'organisation_code'],
    ] as const)
      expect(await plan(filter, 'everything')).toMatch(new RegExp(`Index Scan|Index Only Scan[^]*${column}`));
    const open = await plan({ outcome: 'refused' }, scope);
    for (const column of ['organisation_code', 'request_organisation_code', 'actor_id'])
      expect(open).toMatch(new RegExp(`Index Cond: [^\\n]*\\(${column} = `));
  });
});
