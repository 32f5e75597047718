import '../support/node-errors.js';
import pg from 'pg';
import { EntryCounter } from '#libs/audit';
import { FixedClock, hanoiDate, newId, type EntryId, type PersonId, type Viewer } from '#libs/kernel';
import { CounterWatch } from '../../libs/audit/src/sequence/counter-watch.js';
import { Findings } from '../../libs/audit/src/sequence/findings.js';
import { ManifestWriter } from '../../libs/audit/src/sequence/manifest-writer.js';
import { countSql } from '../../libs/audit/src/read/entry-counts.service.js';
import { entryQuery, type EntryFilter } from '../../libs/audit/src/read/entry-query.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { eventually, origin } from './log-house.js';

let house: InspectionHouse;
let pool: pg.Pool;
const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => house.log.services.sql<Row>(text, values);

beforeAll(async () => {
  house = await openInspectionHouse();
  pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 2, options: '-c role=cuao_worker' });
}, 60_000);
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
  }, 60_000);

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

describe('the counters of the log', () => {
  it('come with the first page, of whole days inside the papers, without reading rows; and not under a filter they do not know', async () => {
    const [mai, khanh] = [await house.as('mai', 'requester'), await house.as('khanh', 'inspection_head')];
    const id = await house.happened(mai, { type: 'live_view.refused', outcome: 'refused' });
    await eventually('it is searchable', () => house.isSearchable(id));
    const outcome = await house.inspection.search(khanh, { first: 1 }, { type: 'live_view' });
    if (outcome.kind !== 'page' || outcome.page.counts === null) throw new Error('no counts');
    const { counts } = outcome.page;
    const [row] = await sql<{ all: string; refused: string }>(
      `select count(*) as all, count(*) filter (where outcome = 'refused') as refused from audit_search
       where organisation_code = 'so-xay-dung' and type like 'live\\_view.%'`,
    );
    expect(counts.toDay).toBe(hanoiDate(new Date()));
    expect(counts.days.reduce((sum, { entries }) => sum + entries, 0)).toBe(Number(row?.all));
    expect(counts.outcomes.find(({ code }) => code === 'refused')?.entries).toBe(Number(row?.refused));
    expect(counts.types.map(({ code }) => code)).toContain('submit_request.submit'); // its own condition is left out
    expect(counts.organisations[0]).toMatchObject({
      code: 'so-xay-dung',
      nameVi: 'Sở Xây dựng Hà Nội',
      nameEn: 'Hanoi Department of Construction',
    });
    const later = await house.inspection.search(khanh, { first: 1, after: outcome.page.pageInfo.endCursor }, { type: 'live_view' });
    expect(later.kind === 'page' && later.page.counts).toBeNull();
    const keyed = await house.inspection.search(khanh, { first: 1 }, { cameraId: newId('cam') });
    expect(keyed.kind === 'page' && keyed.page.counts).toBeNull();
    const own = await house.inspection.search(mai, { first: 1 }, {});
    expect(own.kind === 'page' && own.page.counts).toBeNull();
  });

  it('leave out of each facet its own condition, and are read from the index of their key alone', async () => {
    const [mai, binh] = [await house.as('mai', 'requester'), await house.as('binh', 'requester')];
    const ids = [
      await house.happened(binh, { outcome: 'refused' }),
      await house.happened(mai, { type: 'live_view.close', outcome: 'done' }),
    ];
    for (const id of ids) await eventually('they are searchable', () => house.isSearchable(id));
    const today = hanoiDate(new Date());
    const scope = { organisationCodes: [mai.organisationCode, binh.organisationCode], fromDay: '2020-01-01', toDay: today };
    const questions = [
      {},
      { type: 'live_view' },
      { type: 'live_view.open', outcome: 'refused' },
      { outcome: 'allowed', organisationCode: binh.organisationCode },
      { type: 'live_view', outcome: 'refused', organisationCode: mai.organisationCode },
      { type: 'live' },
    ];
    for (const question of questions) {
      const counts = await house.get(EntryCounter).count({ ...scope, ...question }, 'house');
      const rows = async (own: string, code: string): Promise<unknown[]> => {
        const { type, outcome, organisationCode }: { type?: string; outcome?: string; organisationCode?: string } = question;
        const asked = {
          [`type = '${type}' or type like '${type}.%'`]: own === 'types' ? undefined : type,
          [`outcome = '${outcome}'`]: own === 'outcomes' ? undefined : outcome,
          [`organisation_code = '${organisationCode}'`]: own === 'organisations' ? undefined : organisationCode,
        };
        const conditions = Object.keys(asked).filter((each) => asked[each] !== undefined);
        return sql(
          `select ${code} as code, count(*)::int as entries from audit_search
           where organisation_code = any($1) ${conditions.map((each) => `and (${each})`).join(' ')} group by 1`,
          [scope.organisationCodes],
        );
      };
      for (const [facet, code] of [
        ['days', `((at at time zone 'Asia/Ho_Chi_Minh')::date)::text`],
        ['types', 'type'],
        ['outcomes', 'outcome'],
        ['organisations', 'organisation_code'],
      ] as const) {
        const wanted = await rows(facet, code);
        expect([question, facet, new Set(counts[facet])]).toEqual([question, facet, new Set(wanted)]);
      }
      for (const facet of ['types', 'outcomes', 'organisations'] as const)
        expect(counts[facet].map(({ entries }) => entries)).toEqual(counts[facet].map(({ entries }) => entries).toSorted((a, b) => b - a));
    }
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('set local enable_seqscan = off; set local enable_bitmapscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${countSql}`, [
        scope.organisationCodes,
        today,
        today,
        null,
        null,
        null,
      ]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Only Scan using audit_day_count_pkey/);
      expect(plan.match(/ on audit_day_count\b/g)).toHaveLength(1);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('equal the rows, by every cell, and are lowered by no program of ours', async () => {
    const differing = await sql(
      `select * from (
         select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, coalesce(organisation_code, '') as organisation, type, outcome, count(*) as entries
         from audit_search group by 1, 2, 3, 4) as row
       full join audit_day_count c using (day, organisation, type, outcome) where row.entries is distinct from c.entries`,
    );
    expect(differing).toEqual([]);
    for (const text of [
      `update audit_day_count set entries = entries - 1`,
      `delete from audit_cell_count`,
      `truncate audit_day_count`,
      `update audit_cell_count set cameras = '00', entries = entries + 1`,
    ]) {
      await expect(pool.query(text)).rejects.toThrow(/append-only|permission denied/);
      await expect(sql(text)).rejects.toThrow(/append-only/);
    }
  });

  it('are held against the manifests: a count that was bent is a finding, told once, until it is right again', async () => {
    const clock = new FixedClock(new Date(Date.now() + 86_400_000));
    const manifests = new ManifestWriter(pool, house.writer, clock, 'test');
    const closed = await manifests.run();
    if (closed === null) throw new Error('no manifest was due');
    const watch = (): Promise<void> => new CounterWatch(pool, new Findings(pool, origin, house.writer, clock, 'test')).run();
    const open = async (): Promise<string[]> =>
      (await sql<{ what: string }>('select what from log_finding where healed_at is null')).map(({ what }) => what);
    await watch();
    expect(await open()).toEqual([]);
    const bend = (table: string, by: number): Promise<unknown> =>
      sql(`do $$ begin
        alter table ${table} disable trigger ${table}_up;
        update ${table} set entries = entries + ${by} where ctid = (
          select ctid from ${table} where type = 'submit_request.submit' order by day, organisation limit 1);
        alter table ${table} enable always trigger ${table}_up;
      end $$`);
    // The cells differ from the manifest; what people are shown differs from the cells.
    for (const [table, words] of [
      ['audit_cell_count', /so-xay-dung submit_request\.submit .*: \d+ entries by the manifest, \d+ counted/],
      ['audit_day_count', /so-xay-dung submit_request\.submit .*: \d+ entries by its cells, \d+ counted/],
    ] as const) {
      const before = await findings();
      await bend(table, 5);
      await watch();
      await watch();
      expect(await open()).toEqual([expect.stringMatching(words)]);
      await eventually('the finding is on the log', async () => (await findings()) === before + 1);
      await bend(table, -5);
      await watch();
      expect(await open()).toEqual([]);
      expect(await findings()).toBe(before + 1);
    }
  });

  const findings = async (): Promise<number> =>
    (
      await sql(`select 1 from audit_search s join audit_leaf l on l.idx = s.idx where s.type = 'log.finding'
       and convert_from(l.leaf, 'UTF8') like '%counts_differ%'`)
    ).length;
});
