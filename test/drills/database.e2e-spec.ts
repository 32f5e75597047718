import { FolderStore } from '#libs/audit';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import pg from 'pg';
import type { EntryWriter } from '#libs/audit';
import { SystemClock } from '#libs/kernel';
import { Findings } from '../../libs/audit/src/sequence/findings.js';
import { RowWatch } from '../../libs/audit/src/sequence/row-watch.js';
import { sampleIndexes } from '../../apps/cli/src/verify/sample.js';
import { LogMirror } from '../conformance/log-mirror.js';
import { openLogHouse, origin, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';
import { tamper as tamperWith, verify, type Said } from './attacker.js';

// Tamper drills of somebody who owns the database (a superuser: triggers are only a door that he opens). Each act is undone again.

const cli = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');

describe('a database superuser', () => {
  let house: LogHouse;
  const target = 7;
  const diffDb = (): Said => verify('diff-db', house.services.databaseUrl, house.logDir);
  /** What the inspectorate holds, and says: against it the database is held as against the log's own files. */
  let mirror: Awaited<ReturnType<typeof LogMirror.beside>>;
  const diffMirror = (): Said => verify('diff-db', house.services.databaseUrl, mirror.folder);
  let pool: pg.Pool;
  let own: EntryWriter;
  /** What the worker's watch tells now, in the order in which it tells it. */
  const watched = async (): Promise<string[]> => {
    const before = await house.services.sql<{ id: string }>('select id from log_finding');
    const findings = new Findings(pool, origin, own, new SystemClock(), 'drill');
    await new RowWatch(pool, findings, origin, new FolderStore(house.logDir)).run();
    const rows = await house.services.sql<{ what: string }>('select what from log_finding where id <> all ($1) order by found_at, what', [
      before.map(({ id }) => id),
    ]);
    return rows.map(({ what }) => what);
  };
  const tamper = (table: string, ...statements: string[]): Promise<void> => tamperWith(house, table, ...statements);

  beforeAll(async () => {
    house = await openLogHouse();
    const writer = house.writer('gateway-1');
    await Promise.all(Array.from({ length: 300 }, () => writer.append(someDraft())));
    await writer.onModuleDestroy();
    await eventually('300 entries are published', () => house.publishedSize() >= 300);
    // The log stands still from here on, so that what differs is what was done to it.
    await house.worker.stop();
    mirror = await LogMirror.beside(house.logDir, path.join(house.services.stateDir, 'mirror'));
    expect(await mirror.finding()).toBeNull();
    pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 2, options: '-c role=cuao_worker' });
    own = house.writer('drill');
    await house.services.sql(
      `create table kept as select * from audit_entry; create table kept_leaf as select * from audit_leaf; create table kept_search as select * from audit_search`,
    );
  });
  afterAll(async () => {
    await own?.onModuleDestroy();
    await pool?.end();
    await mirror?.stop();
    await house.close();
  });

  it('finds nothing where nothing was done', async () => {
    expect(diffDb()).toEqual({ code: 0, because: null });
    expect(await watched()).toEqual([]);
  });

  it('T1 who updates an entry is found out by diff-db, against the mirror too, and by the watch', async () => {
    await tamper('audit_entry', `update audit_entry set leaf_hash = sha256('x') where idx = ${target}`);
    expect(diffDb()).toMatchObject({ code: 6, because: expect.stringContaining(`index ${target}: the row's leaf hash is`) as unknown });
    expect(diffMirror()).toEqual(diffDb());
    expect(await watched()).toEqual([`entry number ${target} of the log: its row and the published tile differ`]);
    await tamper('audit_entry', `update audit_entry e set leaf_hash = k.leaf_hash from kept k where k.idx = e.idx and e.idx = ${target}`);
    await tamper(
      'audit_leaf_p0',
      `update audit_leaf set leaf = convert_to(replace(convert_from(leaf, 'UTF8'), 'GIAO_THONG', 'MOI_TRUONG'), 'UTF8') where idx = ${target}`,
    );
    expect(diffDb()).toMatchObject({
      code: 6,
      because: `index ${target}: the leaf in the database does not hash to its place in the tile`,
    });
    expect(await watched()).toEqual([`entry number ${target} of the log: its text in the database is not what was hashed`]);
    await tamper('audit_leaf_p0', `update audit_leaf l set leaf = k.leaf from kept_leaf k where k.idx = l.idx and l.idx = ${target}`);
    expect(diffDb().code).toBe(0);
  });

  it('T2 who deletes an entry is found out by diff-db, against the mirror too', async () => {
    await tamper('audit_entry', `delete from audit_entry where idx = ${target}`);
    expect(diffDb()).toEqual({ code: 6, because: `index ${target}: the database has no row of this entry` });
    expect(diffMirror()).toEqual(diffDb());
    expect(await watched()).toEqual([`entry number ${target} of the log: the database has no row of it`]);
    await tamper('audit_entry', `insert into audit_entry select * from kept where idx = ${target}`);
    expect(diffDb().code).toBe(0);
  });

  it('T3 who inserts a back-dated entry is found out by diff-db', async () => {
    await tamper(
      'audit_entry',
      `insert into audit_entry select 100000, gen_random_uuid(), producer, 'tx', null, sha256('new'), accepted_at - interval '30 days' from kept where idx = 1`,
    );
    expect(diffDb()).toEqual({ code: 6, because: 'index 100000: a row stands beyond the size of the tree' });
    expect(await watched()).toEqual(['entry number 100000 of the log: a row stands where the log has no place']);
    await tamper('audit_entry', `delete from audit_entry where idx = 100000`);
    expect(diffDb().code).toBe(0);
  });

  it('T4 who swaps two entries is found out by diff-db', async () => {
    const swap = [
      `update audit_entry set idx = 200000 where idx = ${target}`,
      `update audit_entry set idx = ${target} where idx = ${target + 1}`,
      `update audit_entry set idx = ${target + 1} where idx = 200000`,
    ];
    await tamper('audit_entry', ...swap);
    expect(diffDb()).toMatchObject({ code: 6, because: expect.stringContaining(`index ${target}: `) as unknown });
    // Of the first one it is known already.
    expect(await watched()).toEqual([`entry number ${target + 1} of the log: its row and the published tile differ`]);
    await tamper('audit_entry', ...swap);
    expect(diffDb().code).toBe(0);
  });

  it('T5 who edits the row and the bundle is found out by the tiles, and by the mirror, which has the old one', async () => {
    const bundle = path.join(house.logDir, 'tile/entries/000');
    const original = readFileSync(bundle);
    writeFileSync(bundle, Buffer.from(original.toString('latin1').replace('GIAO_THONG', 'MOI_TRUONG'), 'latin1'));
    const said = verify('audit', house.logDir);
    const found = await mirror.finding();
    writeFileSync(bundle, original);
    expect(said).toMatchObject({ code: 6, because: expect.stringMatching(/^index \d+: the entry does not hash/) as unknown });
    expect(found).toEqual({ kind: 'altered', index: Number(/\d+/.exec(said.because ?? '')?.[0]) });
    expect(readFileSync(mirror.at('tile/entries/000'))).toEqual(original);
    expect(verify('audit', house.logDir).code).toBe(0);
  });

  it('T18 who edits or empties the search is found out by diff-db', async () => {
    const [{ partition } = { partition: '' }] = await house.services.sql<{ partition: string }>(
      `select tableoid::regclass::text as partition from audit_search where idx = ${target}`,
    );
    await tamper(partition, `update audit_search set resource_id = 'cam_other' where idx = ${target}`);
    expect(diffDb()).toMatchObject({
      code: 6,
      because: expect.stringContaining(`index ${target}: the search says resource_id "cam_other"`) as unknown,
    });
    await tamper(
      partition,
      `update audit_search set resource_id = k.resource_id, request_organisation_code = 'other' from kept_search k
      where audit_search.idx = ${target} and k.idx = ${target}`,
    );
    expect(diffDb().because).toContain(`index ${target}: the search says request_organisation_code "other"`);
    await tamper(partition, `delete from audit_search where idx = ${target}`);
    expect(diffDb()).toEqual({ code: 6, because: `index ${target}: the search has 0 rows of this entry` });
    await tamper(partition, `insert into audit_search select * from kept_search where idx = ${target}`);
    expect(diffDb().code).toBe(0);
  });

  it('steers no sample: everybody draws the same entries from the root of a checkpoint', () => {
    const [, size, root] = readFileSync(path.join(house.logDir, 'checkpoint'), 'utf8').split('\n');
    const seed = Buffer.from(root ?? '', 'base64').toString('hex');
    const drawn = sampleIndexes(seed, Number(size), 20);
    expect(new Set(drawn).size).toBe(20);
    const said = spawnSync(process.execPath, [cli, 'verify', 'sample', house.logDir, '--n', '20', '--json'], { encoding: 'utf8', env: {} });
    expect(JSON.parse(said.stdout)).toMatchObject({ verified: true, indexes: drawn.join(' '), seed });
    // Every index comes up about equally often: 20 of 300, 3,000 times.
    const counts = new Array<number>(300).fill(0);
    for (let i = 0; i < 3_000; i += 1)
      for (const index of sampleIndexes(`${seed}${i.toString(16).padStart(8, '0')}`, 300, 20)) counts[index]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(130);
    expect(Math.max(...counts)).toBeLessThan(280);
  });

  it('cannot use a sample of an altered log', () => {
    const copy = path.join(house.services.stateDir, 'altered');
    cpSync(house.logDir, copy, { recursive: true });
    const bundle = path.join(copy, 'tile/entries/000');
    writeFileSync(bundle, Buffer.from(readFileSync(bundle).toString('latin1').replaceAll('allowed', 'refused'), 'latin1'));
    expect(verify('sample', copy, '--n', '300')).toMatchObject({
      code: 6,
      because: expect.stringMatching(/^index \d+: the entry does not hash/) as unknown,
    });
    rmSync(copy, { recursive: true });
  });
});
