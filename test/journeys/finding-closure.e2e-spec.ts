import '../support/node-errors.js';
import pg from 'pg';
import { FolderStore, startLogKeeper, type EntryWriter, type Receipt, type RunningKeeper } from '#libs/audit';
import { SystemClock, type Viewer } from '#libs/kernel';
import { ManifestWriter } from '../../libs/audit/src/sequence/manifest-writer.js';
import { LogHealthAnswers } from '../../libs/inspection/src/health/log-health-answers.service.js';
import { tamper } from '../drills/attacker.js';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { origin, someDraft } from './log-house.js';
import { eventually } from '../support/eventually.js';

describe('closing a finding of a loss', () => {
  let house: InspectionHouse;
  let answers: LogHealthAnswers;
  let writer: EntryWriter;
  let keeper: RunningKeeper;
  let run: (task: string) => Promise<void>;
  let worker: EntryWriter;
  const reason = 'Đã đối chiếu biên nhận và nhật ký máy chủ; bản ghi mất do sự cố đĩa ngày 28/11.';

  beforeAll(async () => {
    house = await openInspectionHouse();
    answers = house.get(LogHealthAnswers);
    writer = house.log.writer('gateway-2');
    // The house's own worker stands still; this one is asked to look at once, as its clock would every 15 s.
    await house.log.worker.stop();
    worker = house.log.writer('worker-2');
    await begin();
  });
  afterAll(async () => {
    await keeper.close();
    for (const each of [writer, worker]) await each.onModuleDestroy();
    await house.close();
  });

  const begin = async (): Promise<void> => {
    const { services, logDir, environments } = house.log;
    keeper = await startLogKeeper(
      {
        databaseUrl: services.databaseUrl,
        role: 'cuao_worker',
        producer: 'worker-2',
        origin,
        stateDir: services.stateDir,
        doorbell: null,
        store: new FolderStore(logDir),
        readsOpenings: false,
        signerSocket: environments.worker['CUAO_SIGNER_SOCKET'] ?? '',
        logPolicyFile: environments.worker['CUAO_LOG_POLICY_FILE'] ?? '',
        timeAuthority: null,
      },
      new SystemClock(),
    );
    const { tasks } = keeper.chores(worker);
    run = async (task) => {
      await eventually('sequenced', async () => (await house.log.services.sql('select 1 from audit_outbox')).length === 0);
      await tasks.find(({ name }) => name === task)?.run();
    };
    await eventually('the keeper has published', async () => (await frozen()) !== undefined);
  };
  const look = (): Promise<void> => run('log.completeness');
  const frozen = async (): Promise<string | null> => {
    const [row] = await house.log.services.sql<{ frozen_because: string | null }>('select frozen_because from log_progress');
    return row?.frozen_because ?? null;
  };
  const lose = async (): Promise<Receipt> => {
    await keeper.close();
    const lost = await writer.append(someDraft());
    await tamper(house.log, 'audit_outbox', `delete from audit_outbox where entry_id = '${lost.entryId.slice(4)}'`);
    for (let each = 0; each < 4; each += 1) await writer.append(someDraft());
    await begin();
    await look();
    return lost;
  };
  const openFindings = async (): Promise<string[]> => {
    const rows = await house.log.services.sql<{ id: string }>(
      'select id from log_finding where closed_at is null and healed_at is null order by found_at',
    );
    return rows.map(({ id }) => `ent_${id}`);
  };
  const told = async (type: string): Promise<{ outcome: string; details: Record<string, unknown> }[]> => {
    const rows = await house.log.services.sql<{ leaf: Buffer }>('select leaf from audit_outbox union all select leaf from audit_leaf');
    return rows
      .map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { t: string; outcome: string; details: Record<string, unknown> })
      .filter(({ t }) => t === type);
  };
  /** As a page shows it and gives it back. */
  const shownDigest = async (id: string): Promise<string> => {
    const health = await answers.health(await house.as('khanh', 'inspection_head'));
    const finding = 'findings' in health ? health.findings.find((each) => each.id === id) : undefined;
    return finding?.digest ?? '';
  };
  const confirm = async (viewer: Viewer, id: string): ReturnType<LogHealthAnswers['confirm']> =>
    answers.confirm(viewer, id, await shownDigest(id));
  const closeAll = async (): Promise<void> => {
    const [khanh, ngoc] = [await house.as('khanh', 'inspection_head'), await house.as('ngoc', 'operator')];
    for (const id of await openFindings()) {
      expect(await answers.propose(khanh, id, reason)).toMatchObject({ __typename: 'LogFindingActDone' });
      expect(await confirm(ngoc, id)).toMatchObject({ __typename: 'LogFindingActDone' });
    }
  };

  it('freezes for a search that finds less, over a restart, until it is whole again or two hands have closed it', async () => {
    const { sql } = house.log.services;
    const differences = async (): Promise<number> =>
      (await told('log.finding')).filter(({ details }) => details['finding'] === 'search_differs').length;
    const hide = `delete from audit_search where idx = 0`;
    const putBack = `insert into audit_search select * from kept_search where idx = 0`;
    for (let each = 0; each < 3; each += 1) await writer.append(someDraft());
    await eventually('everything is searchable', async () => {
      const [row] = await sql<{ all: boolean }>('select s.size > 3 and s.size = p.projected_size as all from log_state s, log_progress p');
      return row?.all === true;
    });
    await sql('create table kept_search as select * from audit_search');
    const pool = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 1, options: '-c role=cuao_worker' });
    await new ManifestWriter(pool, worker, new SystemClock(), 'worker-2').close('2026-11-27', 0, 3);
    await pool.end();
    await run('log.search');
    expect(await frozen()).toBeNull();

    await sql(hide);
    await run('log.search');
    await run('log.search');
    expect(await frozen()).toMatch(/the search differs from the manifest of 2026-11-27/);
    const [first = ''] = await openFindings();
    await keeper.close();
    await begin();
    await run('log.search');
    expect([await differences(), await frozen(), await openFindings()]).toEqual([
      1,
      expect.stringContaining('the search differs'),
      [first],
    ]);

    await sql(putBack);
    // A keeper that has just begun takes back the word of the one before once it has published.
    await eventually('releases go on', async () => {
      await run('log.search');
      return (await frozen()) === null;
    });
    expect((await told('log.finding_healed')).map(({ details }) => details['finding'])).toEqual([first]);
    const khanh = await house.as('khanh', 'inspection_head');
    expect(await answers.health(khanh)).toMatchObject({ findings: [{ id: first, closed: null, healedAt: expect.any(Date) as unknown }] });
    expect(await answers.propose(khanh, first, reason)).toMatchObject({ __typename: 'StateConflict', code: 'HEALED_ALREADY' });

    // The same once more is another finding; two hands may live with it, and it is not told again.
    await sql(hide);
    await run('log.search');
    expect(await openFindings()).toHaveLength(1);
    await closeAll();
    await run('log.search');
    expect([await frozen(), await differences(), await openFindings()]).toEqual([null, 2, []]);
    await sql(putBack);
    await run('log.search');
    expect(await told('log.finding_healed')).toHaveLength(2);
  });

  it('freezes for a loss, and is closed by two hands of two bodies only', async () => {
    const lost = await lose();
    expect(await frozen()).toMatch(/is not on the log|does not have it/);
    const ids = await openFindings();
    expect(ids.length).toBeGreaterThan(0);
    const id = ids[0] ?? '';
    const [khanh, linh, ngoc, lam, mai] = [
      await house.as('khanh', 'inspection_head'),
      await house.as('linh', 'inspector'),
      await house.as('ngoc', 'operator'),
      await house.as('lam', 'policy_signer'),
      await house.as('mai', 'requester'),
    ];
    expect(await confirm(ngoc, id)).toMatchObject({ __typename: 'StateConflict', code: 'NOT_PROPOSED' });
    expect(await answers.propose(mai, id, reason)).toMatchObject({ __typename: 'Denied' });
    expect(await answers.propose(khanh, id, 'xong')).toMatchObject({ __typename: 'InvalidInput' });
    // Two of the operator's own body, and two without an inspector.
    expect(await answers.propose(ngoc, id, reason)).toMatchObject({ __typename: 'LogFindingActDone' });
    expect(await confirm(lam, id)).toMatchObject({ __typename: 'StateConflict', code: 'SAME_BODY' });
    expect(await confirm(await house.as('tuan', 'policy_signer'), id)).toMatchObject({ code: 'NO_INSPECTOR' });
    expect(await answers.propose(khanh, id, reason)).toMatchObject({ __typename: 'LogFindingActDone' });
    expect(await confirm(khanh, id)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await confirm(linh, id)).toMatchObject({ code: 'SAME_BODY' });
    expect(await confirm(mai, id)).toMatchObject({ __typename: 'Denied' });
    expect(await frozen()).not.toBeNull();
    const done = await confirm(ngoc, id);
    expect(done).toMatchObject({
      __typename: 'LogFindingActDone',
      finding: { id, reason, closed: { organisationCode: 'so-khoa-hoc-cong-nghe', isYou: true } },
    });
    expect(await confirm(ngoc, id)).toMatchObject({ code: 'CLOSED_ALREADY' });
    await closeAll();
    await look();
    expect(await frozen()).toBeNull();
    // What was lost stays told, and so does each hand, the turned away ones too; the reason's text is not on the log.
    expect((await told('log.finding')).some(({ details }) => details['entryId'] === lost.entryId)).toBe(true);
    expect((await told('log.finding_closed')).map(({ details }) => details['finding'])).toContain(id);
    expect((await told('close_finding.refused')).map(({ details }) => details['why'])).toEqual(
      expect.arrayContaining(['NOT_PROPOSED', 'SAME_BODY', 'NO_INSPECTOR', 'SAME_PERSON', 'CLOSED_ALREADY']),
    );
    expect(JSON.stringify(await told('close_finding.propose'))).not.toContain('biên nhận');
  });

  it('confirms what was read and nothing else: a reason that has changed since, or comes from another, is refused with its words', async () => {
    await lose();
    const [id = ''] = await openFindings();
    const [khanh, linh, ngoc] = [
      await house.as('khanh', 'inspection_head'),
      await house.as('linh', 'inspector'),
      await house.as('ngoc', 'operator'),
    ];
    expect(await shownDigest(id)).toBe('');
    await answers.propose(khanh, id, reason);
    const read = await shownDigest(id);
    const refused = {
      __typename: 'StateConflict',
      code: 'SHOWN_DIGEST_DIFFERS',
      textVi: expect.stringContaining('đọc lại trước khi xác nhận') as string,
    };
    await answers.propose(khanh, id, `${reason} Chưa rõ nguyên nhân.`);
    expect(await answers.confirm(ngoc, id, read)).toMatchObject(refused);
    // The same words again, by another and then by the same one, are another saying: nobody confirms whom they have not seen.
    await answers.propose(linh, id, reason);
    expect(await answers.confirm(ngoc, id, read)).toMatchObject(refused);
    await answers.propose(khanh, id, reason);
    expect(await answers.confirm(ngoc, id, read)).toMatchObject(refused);
    const [row] = await house.log.services.sql<{ closed_at: Date | null }>('select closed_at from log_finding where id = $1', [
      id.slice(4),
    ]);
    expect(row?.closed_at).toBeNull();
    expect((await told('close_finding.refused')).filter(({ details }) => details['why'] === 'SHOWN_DIGEST_DIFFERS')).toEqual(
      Array(3).fill(expect.objectContaining({ details: expect.objectContaining({ finding: id, shownSha256: read }) as unknown })),
    );
    expect(await confirm(ngoc, id)).toMatchObject({ __typename: 'LogFindingActDone', finding: { id, reason } });
    await closeAll();
    await look();
  });

  it('does not freeze again for a closed one when the worker starts anew, and does for a new loss', async () => {
    const before = (await told('log.finding')).length;
    await keeper.close();
    await begin();
    await look();
    expect(await frozen()).toBeNull();
    expect((await told('log.finding')).length).toBe(before);
    await lose();
    expect(await frozen()).not.toBeNull();
    expect((await openFindings()).length).toBeGreaterThan(0);
  });

  it('holds a closing that is not on the log for none, and the table to its form', async () => {
    const { sql } = house.log.services;
    const [id] = await openFindings();
    const by = `closed_by = 'per_b', closed_org = 'b', closed_role = 'operator', closed_at = now(), closed_entry = gen_random_uuid()`;
    const first = `reason = 'x', opened_by = 'per_a', opened_org = 'a', opened_role = 'inspector', opened_at = now(), opened_entry = gen_random_uuid()`;
    const gateway = new pg.Pool({ connectionString: house.log.services.databaseUrl, max: 1, options: '-c role=cuao_gateway' });
    try {
      await gateway.query(`update log_finding set ${first} where id = $1`, [id?.slice(4)]);
      await expect(gateway.query(`update log_finding set ${by} where id = $1`, [id?.slice(4)])).rejects.toThrow('without its entry');
      await expect(gateway.query(`update log_finding set what = 'nothing' where id = $1`, [id?.slice(4)])).rejects.toThrow(
        'permission denied',
      );
      await expect(gateway.query('delete from log_finding')).rejects.toThrow('permission denied');
    } finally {
      await gateway.end();
    }
    await expect(sql('delete from log_finding')).rejects.toThrow('append-only');
    const heal = `healed_at = now(), healed_entry = gen_random_uuid()`;
    await expect(sql(`update log_finding set ${heal} where id = $1`, [id?.slice(4)])).rejects.toThrow('heals once, and by nothing else');
    const different = `insert into log_finding (id, origin, kind, digest, what, found_at, day)
      select gen_random_uuid(), $1, 'counts_differ', repeat('a', 64), 'x', now(), '2026-11-26' returning id`;
    const [row] = await sql<{ id: string }>(different, [origin]);
    await expect(sql(`update log_finding set ${heal} where id = $1`, [row?.id])).rejects.toThrow('does not heal without its entry');
    await expect(sql(`update log_finding set day = '2026-11-25' where id = $1`, [row?.id])).rejects.toThrow('stays as it was told');
    // A superuser past the trigger: the worker does not believe the row.
    await sql('alter table log_finding disable trigger log_finding_forward');
    await sql(`update log_finding set ${by} where closed_at is null and opened_by is not null`);
    await sql('alter table log_finding enable always trigger log_finding_forward');
    await look();
    expect(await frozen()).not.toBeNull();
  });

  it('refuses to close what is not there, and says who may not read how the log stands', async () => {
    const [khanh, mai] = [await house.as('khanh', 'inspection_head'), await house.as('mai', 'requester')];
    expect(await answers.propose(khanh, 'ent_00000000-0000-7000-8000-000000000000', reason)).toMatchObject({ __typename: 'NotFound' });
    expect(await answers.health(mai)).toMatchObject({ __typename: 'Denied' });
    const health = await answers.health(khanh);
    expect(health).toMatchObject({ __typename: 'LogHealth', releases: 'NOTHING_WITNESSED', because: [{ code: 'frozen' }] });
  });
});
