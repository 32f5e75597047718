import '../support/node-errors.js';
import pg from 'pg';
import { EntryCounter, ExportReader, type EntryScope, type InspectionRef, type LoggedEntry } from '#libs/audit';
import { demoPersonId } from '#libs/identity';
import { newId, type EntryId } from '#libs/kernel';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { tamper } from '../drills/attacker.js';
import { eventually } from '../support/eventually.js';

/** Asked as the database's own role, with no condition of ours: what comes back is what the database lets an inspector have. */
describe('rows that the database gives an inspector', () => {
  let house: InspectionHouse;
  let pool: pg.Pool;
  let inside: EntryId;
  let outside: EntryId;
  let chain: EntryId;
  let decision: string;

  beforeAll(async () => {
    house = await openInspectionHouse();
    pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 1, options: '-c role=cuao_gateway' });
    const [mai, binh] = [await house.as('mai', 'requester'), await house.as('binh', 'requester')];
    const requestId = newId('req');
    inside = await house.happened(mai);
    outside = await house.happened(binh);
    await house.happened(mai, { type: 'submit_request.submit', requestId });
    chain = await house.happened(binh, { requestId });
    for (const id of [inside, outside, chain]) await eventually('searchable', () => house.isSearchable(id));
    const [row] = await house.log.services.sql<{ id: string }>('select id from inspection_decision');
    decision = row?.id ?? '';
  });
  afterAll(async () => {
    await pool.end();
    await house.close();
  });

  const asInspector = async (inspection: string | null, person: string | null, sql: string): Promise<string[]> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('role', 'cuao_inspector', true), set_config('cuao.at', now()::text, true)`);
      if (inspection !== null) await client.query(`select set_config('cuao.inspection', $1, true)`, [inspection]);
      if (person !== null) await client.query(`select set_config('cuao.person', $1, true)`, [person]);
      return (await client.query<{ entry_id: string }>(sql)).rows.map(({ entry_id }) => `ent_${entry_id}`);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const all = 'select entry_id from audit_search';

  it.each([
    ['no decision and no person', () => [null, null] as const],
    ['a decision and no person', () => [decision, null] as const],
    ['somebody outside the team', () => [decision, demoPersonId('mai')] as const],
    ['a decision that is not there', () => ['ins_00000000-0000-4000-8000-000000000000', demoPersonId('khanh')] as const],
  ])('are none for %s', async (_, names) => {
    const [inspection, person] = names();
    expect(await asInspector(inspection, person, all)).toEqual([]);
    expect(await asInspector(inspection, person, 'select entry_id from audit_opening')).toEqual([]);
  });

  it('are those of its bodies, and of their requests, for a member of the team', async () => {
    for (const key of ['khanh', 'linh']) {
      const seen = await asInspector(decision, demoPersonId(key), all);
      expect(seen).toEqual(expect.arrayContaining([inside, chain]));
      expect(seen).not.toContain(outside);
      const opened = await asInspector(decision, demoPersonId(key), 'select entry_id from audit_opening');
      expect(opened).toContain(inside);
      expect(opened).not.toContain(outside);
    }
  });

  it('are none outside the period, and none once the decision has ended', async () => {
    const { sql } = house.log.services;
    const khanh = demoPersonId('khanh');
    await sql(`update inspection_decision set period_to = now() - interval '1 day'`);
    expect(await asInspector(decision, khanh, all)).toEqual([]);
    await sql(`update inspection_decision set period_to = now() + interval '1 day'`);
    expect(await asInspector(decision, khanh, all)).toContain(inside);
    await sql(`update inspection_decision set ends_at = now()`);
    expect(await asInspector(decision, khanh, all)).toEqual([]);
    await sql(`update inspection_decision set ends_at = now() + interval '1 day'`);
  });

  it('are, of the counters, the days of Hà Nội that touch the period', async () => {
    const { sql } = house.log.services;
    for (const day of ['2025-03-09', '2025-03-10', '2025-03-11', '2025-03-12'])
      await sql(
        `insert into audit_day_count values ($1, 'so-xay-dung', 'live_view.open', 'allowed', 1), ($1, 'ubnd-dong-da', 'live_view.open', 'allowed', 1)`,
        [day],
      );
    const [before] = await sql<{ period_from: Date; period_to: Date }>('select period_from, period_to from inspection_decision');
    const days = async (from: string, to: string): Promise<string[]> => {
      await sql('update inspection_decision set period_from = $1, period_to = $2', [from, to]);
      const shown = `select distinct organisation || ' ' || day as entry_id from audit_day_count order by 1`;
      return (await asInspector(decision, demoPersonId('khanh'), shown)).map((row) => row.slice('ent_'.length));
    };
    expect(await days('2025-03-10T00:00:00+07:00', '2025-03-12T00:00:00+07:00')).toEqual([
      'so-xay-dung 2025-03-10',
      'so-xay-dung 2025-03-11',
    ]);
    expect(await days('2025-03-09T23:59:59.999+07:00', '2025-03-10T00:00:00+07:00')).toEqual(['so-xay-dung 2025-03-09']);
    expect(await days('2025-03-11T12:00:00+07:00', '2025-03-12T00:00:00.001+07:00')).toEqual([
      'so-xay-dung 2025-03-11',
      'so-xay-dung 2025-03-12',
    ]);
    expect(await asInspector(decision, demoPersonId('mai'), 'select organisation as entry_id from audit_day_count')).toEqual([]);
    await sql('update inspection_decision set period_from = $1, period_to = $2', [before?.period_from, before?.period_to]);
  });

  it('are read only, and nothing else is: no decision, no subject of a key, no other table', async () => {
    const khanh = demoPersonId('khanh');
    for (const sql of [
      'select request_id as entry_id from audit_request',
      'select subject as entry_id from audit_key',
      'select entry_id from audit_manifest',
      'select id as entry_id from inspection_decision',
      'select id as entry_id from person',
      `select audit_inspection() as entry_id`,
      'delete from audit_search returning entry_id',
      'update audit_search set actor_id = null returning entry_id',
    ])
      await expect(asInspector(decision, khanh, sql)).rejects.toThrow('permission denied');
  });

  it('leave the role and the names behind with the transaction', async () => {
    await asInspector(decision, demoPersonId('khanh'), all);
    const { rows } = await pool.query<{ role: string; inspection: string | null }>(
      `select current_user as role, nullif(current_setting('cuao.inspection', true), '') as inspection`,
    );
    expect(rows).toEqual([{ role: 'cuao_gateway', inspection: null }]);
    expect((await pool.query('select 1 from audit_search')).rowCount).toBeGreaterThan(2);
  });

  it('can be asked for by the login of a gateway that holds nothing but its role', async () => {
    const url = new URL(house.log.services.databaseUrl);
    const login = `login_${newId('org').slice(4, 12)}`;
    await house.log.services.sql(`create role ${login} login noinherit nosuperuser password 'x'`);
    await house.log.services.sql(`grant cuao_gateway to ${login}`);
    url.username = login;
    url.password = 'x';
    const own = new pg.Client({ connectionString: url.href, options: '-c role=cuao_gateway' });
    await own.connect();
    try {
      await own.query('begin');
      await own.query(`select set_config('role', 'cuao_inspector', true)`);
      expect((await own.query<{ role: string }>('select current_user as role')).rows).toEqual([{ role: 'cuao_inspector' }]);
    } finally {
      await own.end();
      await house.log.services.sql(`drop role ${login}`);
    }
  });

  it('are what the search of the house shows, with the names of the bodies in scope', async () => {
    const khanh = await house.as('khanh', 'inspection_head');
    const outcome = await house.inspection.search(khanh, { first: 100 }, { type: 'live_view.open' });
    if (outcome.kind !== 'page') throw new Error(outcome.kind);
    const entries = outcome.page.edges.map(({ node }) => node);
    expect(entries.map(({ id }) => id)).toEqual(expect.arrayContaining([inside, chain]));
    expect(entries.map(({ id }) => id)).not.toContain(outside);
    expect(entries.find(({ id }) => id === inside)?.actorName).toBe('Nguyễn Thị Mai');
    expect(entries.find(({ id }) => id === chain)?.actorName).toBeNull();
  });

  it('are shown from the published log where somebody changed a text so that the policies hide it, and found by their ids', async () => {
    const khanh = await house.as('khanh', 'inspection_head');
    const hidden = await house.happened(await house.as('mai', 'requester'));
    await eventually('searchable', () => house.isSearchable(hidden));
    await eventually('witnessed', async () => (await house.reader.find(hidden, 'house'))?.state === 'WITNESSED', 20_000);
    const shown = async (): Promise<unknown> => {
      const outcome = await house.inspection.search(khanh, { first: 100 }, { type: 'live_view.open' });
      if (outcome.kind !== 'page') throw new Error(outcome.kind);
      const { edges, withheld } = outcome.page;
      const entry = edges.find(({ node }) => node.id === hidden)?.node;
      return { withheld, isRestored: entry?.isRestored, organisation: entry?.organisationCode };
    };
    const here = `where idx = (select idx from audit_search where entry_id = '${hidden.slice('ent_'.length)}')`;
    const otherBody = `convert_to(replace(convert_from(leaf, 'UTF8'), '"org":"so-xay-dung"', '"org":"so-y-te"'), 'UTF8')`;
    await house.log.services.sql(`create table kept as select idx, leaf from audit_leaf ${here}`);
    expect(await shown()).toEqual({ withheld: [], isRestored: false, organisation: 'so-xay-dung' });
    await tamper(house.log, 'audit_leaf_p0', `update audit_leaf set leaf = ${otherBody} ${here}`);
    expect(await asInspector(decision, demoPersonId('khanh'), 'select entry_id from audit_entry')).not.toContain(hidden);
    expect(await shown()).toEqual({ withheld: [], isRestored: true, organisation: 'so-xay-dung' });
    expect(await house.inspection.entry(khanh, hidden)).toMatchObject({ isRestored: true });
    await tamper(house.log, 'audit_leaf_p0', `update audit_leaf l set leaf = k.leaf from kept k where k.idx = l.idx`);
    await house.log.services.sql('drop table kept');
  });

  /** Each reader called as if its own narrowing had been forgotten: every body, every time, entries found by the house. */
  describe('keep where the gateway forgets its conditions', () => {
    let ref: InspectionRef;
    let forgotten: Exclude<EntryScope, 'everything'>;
    let [here, there, theirs]: (LoggedEntry | null)[] = [];

    beforeAll(async () => {
      ref = { decisionId: decision, personId: demoPersonId('khanh'), at: new Date() };
      const bodies = await house.log.services.sql<{ code: string }>('select code from organisation');
      const codes = bodies.map(({ code }) => code);
      forgotten = { organisationCodes: codes, requestsOf: codes, inspection: ref };
      [here, there, theirs] = await Promise.all([inside, outside, chain].map((id) => house.reader.find(id, 'house')));
    });
    const both = (): LoggedEntry[] => [here, there, theirs].filter((entry) => entry !== null && entry !== undefined);

    it('in lists and their counts', async () => {
      const { entries } = await house.reader.page(forgotten, {}, 100);
      expect(entries.map(({ entryId }) => entryId)).toEqual(expect.arrayContaining([inside, chain]));
      expect(entries.map(({ entryId }) => entryId)).not.toContain(outside);
      const counted = { ...forgotten, fromDay: '2020-01-01', toDay: '2100-01-01' };
      const { organisations } = await house.get(EntryCounter).count(counted, ref);
      expect(organisations.map(({ code }) => code)).toContain('so-xay-dung');
      expect(organisations.map(({ code }) => code)).not.toContain('ubnd-dong-da');
      expect((await house.get(EntryCounter).count(counted, 'house')).organisations.map(({ code }) => code)).toContain('ubnd-dong-da');
    });

    it('in entries by their id, whether searchable or just committed', async () => {
      expect((await house.reader.find(inside, ref))?.leaf.id).toBe(inside);
      expect((await house.reader.find(chain, ref))?.leaf.id).toBe(chain);
      expect(await house.reader.find(outside, ref)).toBeNull();
      const [mai, binh] = [await house.as('mai', 'requester'), await house.as('binh', 'requester')];
      const fresh = [await house.happened(mai), await house.happened(binh)] as const;
      expect((await house.reader.find(fresh[0], ref))?.entryId).toBe(fresh[0]);
      expect(await house.reader.find(fresh[1], ref)).toBeNull();
      expect((await house.reader.find(fresh[1], 'house'))?.entryId).toBe(fresh[1]);
    });

    it('in proofs', async () => {
      await eventually('witnessed', async () => (await house.reader.proof(outside, 'house')).kind === 'proof');
      expect((await house.reader.proof(inside, ref)).kind).toBe('proof');
      expect((await house.reader.proof(outside, ref)).kind).toBe('not_found');
    });

    it('in what commitments stand for, salts for an export among it: of the inspected bodies’ own people alone', async () => {
      for (const reader of [house.reader, house.get(ExportReader)]) {
        const opened = await reader.openings(both(), ref);
        expect(opened.get(inside)).toHaveProperty('actor');
        expect(opened.get(outside)).toEqual({});
        expect(opened.get(chain)).toEqual({});
        expect((await reader.openings(both(), 'house')).get(outside)).toHaveProperty('actor');
      }
    });

    it('in statements without any condition', async () => {
      const khanh = demoPersonId('khanh');
      for (const sql of [
        'select entry_id from audit_entry',
        'select e.entry_id from audit_entry e join audit_leaf l using (idx)',
        `select substring(convert_from(leaf, 'UTF8')::jsonb ->> 'id' from 5) as entry_id from audit_leaf`,
        'select entry_id from audit_search',
      ]) {
        const seen = await asInspector(decision, khanh, sql);
        expect([sql, seen.includes(inside), seen.includes(outside)]).toEqual([sql, true, false]);
        expect(await asInspector(decision, demoPersonId('mai'), sql)).toEqual([]);
        expect(await asInspector(null, khanh, sql)).toEqual([]);
      }
    });
  });
});
