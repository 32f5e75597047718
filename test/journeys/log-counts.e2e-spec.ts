import '../support/node-errors.js';
import pg from 'pg';
import { EntryCounter } from '#libs/audit';
import { FixedClock, hanoiDate, newId } from '#libs/kernel';
import { CounterWatch } from '../../libs/audit/src/sequence/counter-watch.js';
import { Findings } from '../../libs/audit/src/sequence/findings.js';
import { ManifestWriter } from '../../libs/audit/src/sequence/manifest-writer.js';
import { countSql } from '../../libs/audit/src/read/entry-counts.service.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { origin } from './log-house.js';
import { eventually } from '../support/eventually.js';

let house: InspectionHouse;
let pool: pg.Pool;
const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => house.log.services.sql<Row>(text, values);

beforeAll(async () => {
  house = await openInspectionHouse();
  pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 2, options: '-c role=cuao_worker' });
  const asked = await house.happened(await house.as('mai', 'requester'), { type: 'submit_request.submit', requestId: newId('req') });
  await eventually('it is searchable', () => house.isSearchable(asked));
});
afterAll(async () => {
  await pool?.end();
  await house?.close();
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
