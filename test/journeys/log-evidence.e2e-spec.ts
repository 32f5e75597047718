import '../support/node-errors.js';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { DiskSpace, Erasures, LogReleases, type EntryWriter, type LogReader } from '#libs/audit';
import type { Database } from '#libs/database';
import { FixedClock, newId, SystemClock } from '#libs/kernel';
import { ConfigWatch } from '../../libs/audit/src/sequence/config-watch.js';
import { IntentWatch } from '../../libs/audit/src/sequence/intent-watch.js';
import { Findings } from '../../libs/audit/src/sequence/findings.js';
import { ManifestTurns } from '../../libs/audit/src/sequence/manifest-turns.js';
import { ManifestWriter } from '../../libs/audit/src/sequence/manifest-writer.js';
import { SearchWatch } from '../../libs/audit/src/sequence/search-watch.js';
import { openLogGateway, type LogGateway } from './log-gateway.js';
import { openLogHouse, origin, someDraft, someViewer, type LogHouse } from './log-house.js';
import { eventually } from '../support/eventually.js';

describe('the log judges itself', () => {
  let house: LogHouse;
  let writer: EntryWriter;
  let gateway: LogGateway;
  let database: Database;
  let reader: LogReader;
  let erasures: Erasures;
  let pool: pg.Pool;
  const clock = new SystemClock();

  beforeAll(async () => {
    house = await openLogHouse();
    writer = house.writer('gateway-1');
    gateway = await openLogGateway(house, clock);
    ({ database, reader } = gateway);
    pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 2, options: '-c role=cuao_worker' });
    erasures = new Erasures(gateway.settings, writer, clock);
  });
  afterAll(async () => {
    await pool.end();
    await writer.onModuleDestroy();
    await gateway.close();
    await house.close();
  });

  const typeCount = async (type: string): Promise<number> => (await reader.page('everything', { type }, 100)).entries.length;

  it('writes its configuration when it starts, and again when somebody changes a table under it', async () => {
    await eventually('the worker has looked', async () => (await typeCount('log.config')) === 1);
    const watch = new ConfigWatch(pool, writer, 'test');
    await watch.run();
    await watch.run();
    const { sql } = house.services;
    await sql(`create function bend() returns trigger language plpgsql as 'begin return null; end'`);
    await sql(
      `create constraint trigger bend after insert on audit_outbox deferrable initially deferred for each row execute function bend()`,
    );
    await watch.run();
    expect(watch.problem).toContain('schema');
    await sql('drop trigger bend on audit_outbox');
    await eventually('written', async () => {
      const { entries } = await reader.page('everything', { type: 'log.config' }, 10);
      return entries.some(({ leaf }) => leaf.outcome === 'failed' && leaf.details?.['change'] === 'schema');
    });
  });

  it('writes whom it tells outsiders to trust, and again when somebody lowers the quorum', async () => {
    const newest = async () => (await reader.page('everything', { type: 'log.trust' }, 10)).entries.map(({ leaf }) => leaf.details);
    await eventually('the worker has looked', async () => (await newest()).length === 1, 40_000);
    const [first] = await newest();
    const told = readFileSync(path.join(house.logDir, 'policy'), 'utf8');
    expect(first).toMatchObject({ sha256: createHash('sha256').update(told).digest('hex'), quorum: 1 });
    expect(told).toContain(`log ${String(first?.['logKey'])}\n`);
    expect(told).toContain(` ${String(first?.['witness1'])}\n`);

    const file = house.environments.worker['CUAO_LOG_POLICY_FILE'] ?? '';
    const right = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(right) as object), quorum: 0 }));
    await writer.append(someDraft());
    await eventually('recorded', async () => (await newest())[0]?.['quorum'] === 0, 40_000);
    writeFileSync(file, right);
    await writer.append(someDraft());
    await eventually('and the way back', async () => (await newest())[0]?.['quorum'] === 1, 40_000);
    expect(await newest()).toHaveLength(3);
  });

  it('counts its entries in manifests, two of which each look takes in turn, and finds where the search has less', async () => {
    const cameraId = newId('cam');
    for (let each = 0; each < 5; each += 1) await writer.append(someDraft({ resource: { kind: 'camera', id: cameraId } }));
    await eventually('projected', async () => (await reader.page('everything', { cameraId }, 10)).entries.length === 5);
    const [progress] = await house.services.sql<{ projected_size: string }>('select projected_size from log_progress');
    const size = Number(progress?.projected_size);
    const manifests = new ManifestWriter(pool, writer, clock, 'test');
    const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'];
    for (const [at, day] of days.entries()) await manifests.close(day, at === 0 ? 0 : size - 5 + at, size - 4 + at);
    const turns = new ManifestTurns(pool);
    const taken = [];
    for (let run = 0; run < 4; run += 1) taken.push((await turns.take([])).map(({ day }) => day));
    expect(taken.every((run) => run.length === 2 && run[1] === '2026-01-05')).toBe(true);
    expect(taken.map(([older]) => older).sort()).toEqual(days.slice(0, 4));
    expect((await turns.take(['2026-01-01', '2026-01-02'])).map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-01-02']),
    );

    const watch = new SearchWatch(pool, new Findings(pool, origin, writer, clock, 'test'));
    const found = async (): Promise<string[]> =>
      (await house.services.sql<{ what: string }>('select what from log_finding where healed_at is null')).map(({ what }) => what);
    const aRound = async (): Promise<void> => {
      for (let run = 0; run < 4; run += 1) await watch.run();
    };
    await aRound();
    expect(await found()).toEqual([]);
    await house.services.sql('create table kept_search as select * from audit_search where idx = $1', [size - 4]);
    await house.services.sql('delete from audit_search where idx = $1', [size - 4]);
    await aRound();
    expect(await found()).toEqual([
      expect.stringMatching(/manifest of 2026-01-02 .*live_view\.open allowed .*: \d entries by the manifest, \d in the search/),
    ]);
    // What differs is looked at in every turn: it is over as soon as it is whole.
    await house.services.sql('insert into audit_search select * from kept_search');
    await watch.run();
    expect(await found()).toEqual([]);
    await eventually('the finding is on the log', async () => (await typeCount('log.finding')) === 1);
  });

  it('writes a manifest when a day of Hà Nội has ended, and one only', async () => {
    const tomorrow = new FixedClock(new Date(clock.nowMs() + 86_400_000));
    const manifests = new ManifestWriter(pool, writer, tomorrow, 'test');
    const closed = await manifests.run();
    expect(closed?.from).toBeGreaterThan(0);
    expect(await manifests.run()).toBeNull();
  });

  it('makes a finding of an intent that got no outcome, once', async () => {
    const opened = await writer.append(someDraft());
    const closed = await writer.append(someDraft());
    await writer.append(someDraft({ type: 'live_view.close', outcome: 'done', intentId: closed.entryId }));
    await eventually(
      'projected',
      async () => (await reader.find(closed.entryId, 'house'))?.index !== null && (await typeCount('live_view.close')) > 0,
    );
    const later = new FixedClock(new Date(clock.nowMs() + 1_000));
    const intents = new IntentWatch(pool, writer, later, 'test', 0);
    const before = await typeCount('log.finding');
    const found = await intents.run();
    expect(found).toContain(opened.entryId);
    expect(found).not.toContain(closed.entryId);
    await eventually('projected', async () => (await typeCount('log.finding')) === before + found.length);
    expect(await intents.run()).toEqual([]);
  });

  it('erases what a commitment stands for by two hands, and keeps the entry and its proof', async () => {
    const viewer = someViewer();
    const receipt = await writer.append(someDraft({ viewer, caseRef: 'HS-9/2026' }));
    const asker = someViewer({ role: 'dpo' });
    const subject = { personId: viewer.personId };
    const { erasureId } = await database.transaction((tx) => erasures.open(tx, asker, subject, 'L91-14'));
    await expect(database.transaction((tx) => erasures.close(tx, asker, erasureId))).rejects.toThrow('needs two people');
    const { openings } = await database.transaction((tx) =>
      erasures.close(tx, someViewer({ role: 'dpo', organisationCode: 'thanh-tra-tp' }), erasureId),
    );
    expect(openings).toBe(1);
    await expect(database.transaction((tx) => erasures.close(tx, asker, erasureId))).rejects.toThrow('no open erasure');
    await eventually('witnessed', async () => (await reader.find(receipt.entryId, 'house'))?.state === 'WITNESSED');
    const entry = await reader.find(receipt.entryId, 'house');
    if (entry === null) throw new Error('the entry is gone');
    expect((await reader.openings([entry], 'house')).get(receipt.entryId)).toEqual({ case: 'HS-9/2026' });
    expect((await reader.page('everything', { actorId: viewer.personId }, 10)).entries).toEqual([]);
    await eventually('the erasure is on the log', async () => (await typeCount('erasure')) === 2);
    await expect(database.query('select audit_erase(gen_random_uuid(), $1, $2, gen_random_uuid())', ['x', clock.now()])).rejects.toThrow(
      'no such open erasure',
    );
  });

  it('shows a secret actor to nobody before the date', async () => {
    const receipt = await writer.append(someDraft({ discloseAfter: new Date(clock.nowMs() + 3_600_000) }));
    const entry = await reader.find(receipt.entryId, 'house');
    expect((await reader.openings(entry === null ? [] : [entry], 'house')).get(receipt.entryId)).toEqual({});
    const later = gateway.readerAt(new FixedClock(new Date(clock.nowMs() + 7_200_000)));
    expect((await later.openings(entry === null ? [] : [entry], 'house')).get(receipt.entryId)?.actor?.name).toBe('Nguyễn Thị Mai');
  });

  it('drops no partition of leaves before it is witnessed and the log says so', async () => {
    await expect(pool.query('select audit_leaf_prune(0)')).rejects.toThrow('is not witnessed as a whole');
  });

  it('says what may leave the house', async () => {
    const { databaseUrl, stateDir } = house.services;
    const settings = {
      databaseUrl,
      role: 'cuao_gateway',
      producer: 'g',
      origin,
      stateDir,
      doorbell: null,
      store: null,
      readsOpenings: false,
    } as const;
    const releases = new LogReleases(settings, clock, new DiskSpace([stateDir]));
    const health = await releases.now();
    await releases.onModuleDestroy();
    expect(health.because.filter((code) => code !== 'outbox_slow' && code !== 'outbox_stuck')).toEqual([]);
    expect(health).toMatchObject({ releases: 'EVERYTHING', frozenBecause: null });
  });
});
