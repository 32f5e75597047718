import '../support/node-errors.js';
import pg from 'pg';
import type { EntryWriter } from '#libs/audit';
import { SystemClock } from '#libs/kernel';
import { IntentWatch } from '../../libs/audit/src/sequence/intent-watch.js';
import { eventually } from '../support/eventually.js';
import { layCable } from '../support/cable.js';
import type { TestProcess } from '../support/process.js';
import { CrashHouse, type FailPoint } from './crash-house.js';
import { whole } from './judge.js';
import { some, whereWhole } from './short-form.js';

// Each hand of the log dies at a named point of its work (audit.md 9, C1 to C9), and comes back.

describe('a hand of the log that dies at a named point', () => {
  let crash: CrashHouse;
  const writers: TestProcess[] = [];
  const write = async (...words: Parameters<CrashHouse['startWriter']>): Promise<TestProcess> => {
    const writer = await crash.startWriter(...words);
    writers.push(writer);
    return writer;
  };
  const rows = async (producer: string): Promise<{ entry_id: string; idx: string | null }[]> =>
    crash.house.services.sql(
      `select entry_id, null as idx from audit_outbox where producer = $1 union all select entry_id, idx from audit_entry where producer = $1`,
      [producer],
    );
  const isWhole = async (): Promise<void> => {
    await crash.settle();
    expect(await crash.judge()).toMatchObject(whole);
    expect(await crash.frozenBecause()).toBeNull();
  };

  beforeAll(async () => {
    crash = await CrashHouse.open();
  });
  afterEach(async () => {
    for (const writer of writers.splice(0)) await writer.stop('SIGKILL');
  });
  afterAll(() => crash.house.close());

  it('C1 a gateway before its entries are committed has released nothing, and goes on with the same numbers', async () => {
    const point = crash.point({ call: 'query', match: 'with head as', when: 'before' });
    const dying = await write('gateway-1', {}, point);
    await eventually('some are released', () => crash.released('gateway-1').length > 5);
    point.arm();
    expect(await dying.ended).toBe('SIGKILL');
    const before = crash.released('gateway-1').length;
    await write('gateway-1');
    await eventually('more are released', () => crash.released('gateway-1').length > before + 5);
    await writers.pop()?.stop('SIGKILL');
    await isWhole();
  });

  it('C2 a gateway after the commit and before the release leaves an entry without an access, which becomes a finding', async () => {
    const point = crash.point({ call: 'query', match: 'with head as', when: 'after' });
    const dying = await write('gateway-2', { callers: 1 }, point);
    await eventually('some are released', () => crash.released('gateway-2').length > 3);
    point.arm();
    expect(await dying.ended).toBe('SIGKILL');
    const released = new Set(crash.released('gateway-2'));
    await isWhole();
    const left = (await rows('gateway-2')).map(({ entry_id }) => `ent_${entry_id}`).filter((id) => !released.has(id));
    expect(left).toHaveLength(1);
    // The worker asks after intents of more than thirteen hours; here they are asked after at once.
    const pool = new pg.Pool({ connectionString: crash.house.services.databaseUrl, max: 1, options: '-c role=cuao_worker' });
    const own: EntryWriter = crash.house.writer('finder');
    const watch = new IntentWatch(pool, own, new SystemClock(), 'finder', -1_000);
    const found: string[] = [];
    await eventually('it is found', async () => found.push(...(await watch.run())) > 0 && found.includes(left[0]!));
    await own.onModuleDestroy();
    await pool.end();
  });

  whereWhole(
    'C3 a gateway after the release and before its ring is swept up',
    async () => {
      const dying = await write('gateway-3', { callers: 1, diesAtRelease: 1 });
      const diedAt = dying.ended.then(() => performance.now());
      expect(await dying.ended).toBe('SIGKILL');
      await eventually('it has its index', async () => (await rows('gateway-3')).every(({ idx }) => idx !== null), 2_000);
      expect((await rows('gateway-3')).length).toBe(1);
      expect(performance.now() - (await diedAt)).toBeLessThan(2_000);
      await isWhole();
    },
    60_000,
  );

  it('C4 a connection that is cut while the commit is under way gives the access one entry or none', async () => {
    const { sql, databaseUrl } = crash.house.services;
    const cable = await layCable(databaseUrl);
    await write('gateway-4', { databaseUrl: cable.url, callers: 4 });
    await eventually('some are released', () => crash.released('gateway-4').length > 5);
    for (let turn = 0; turn < 3; turn += 1) {
      const before = crash.released('gateway-4').length;
      // The server is held in the middle of its work, the wire goes, and then it commits to nobody.
      const holder = new pg.Client({ connectionString: databaseUrl });
      await holder.connect();
      await holder.query('begin; lock table audit_opening in share mode');
      await eventually('a commit is under way', async () => {
        const waiting = await sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        return waiting.length > 0;
      });
      await cable.cut();
      await holder.query('commit');
      await holder.end();
      await cable.mend();
      await eventually('it releases again', () => crash.released('gateway-4').length > before + 5);
      crash.save();
    }
    await writers.pop()?.stop('SIGKILL');
    await cable.close();
    await isWhole();
    const numbers = await sql<{ count: string; last: string }>(
      `select count(*) as count, max(pseq) as last from audit_entry where producer = 'gateway-4' and lane <> 'tx' group by lane`,
    );
    for (const { count, last } of numbers) expect(count).toBe(last);
  });

  const inShort = ['C5', 'C8'];
  const underLoad = (what: string, producer: string, acts: () => Promise<void>): void =>
    (inShort.includes(what.split(' ')[0] ?? '') ? it : whereWhole)(
      what,
      async () => {
        await write(producer);
        await acts();
        await writers.pop()?.stop('SIGKILL');
        await isWhole();
      },
      120_000,
    );
  const each = async (hand: 'worker' | 'signer' | 'witness', points: readonly FailPoint[]): Promise<void> => {
    for (const point of some(points)) await crash.dieAt(hand, point);
  };

  underLoad('C5 a worker between taking entries and committing their indexes leaves no trace', 'gateway-5', () =>
    each('worker', [
      { call: 'query', match: '^update log_state', when: 'before' },
      { call: 'query', match: 'select size, frontier', when: 'after' },
      { call: 'query', match: 'with taken as', when: 'after' },
      { call: 'query', match: '^update log_state', when: 'after' },
      { call: 'query', match: '^commit', when: 'before' },
    ]),
  );

  underLoad('C6 a worker in the middle of a tile begins it again', 'gateway-6', () =>
    each('worker', [
      { call: 'half', match: 'tile/entries' },
      { call: 'query', match: 'pg_try_advisory_xact_lock', when: 'after' },
      { call: 'datasync', match: 'tile/0', when: 'before' },
      { call: 'rename', match: 'tile/entries', when: 'before' },
      { call: 'rename', match: 'tile/0', when: 'after' },
    ]),
  );

  underLoad('C7 a signer around its memory signs the same tree again, and never another', 'gateway-7', () =>
    each('signer', [
      { call: 'renameSync', match: 'head.json', when: 'before' },
      { call: 'fsyncSync', match: 'head.json.next', when: 'before' },
      { call: 'renameSync', match: 'head.json', when: 'after' },
    ]),
  );

  underLoad('C8 a witness that remembers and does not answer is asked again from where it stands', 'gateway-8', () =>
    each('witness', [
      { call: 'renameSync', match: '[0-9a-f]{64}.json', when: 'after' },
      { call: 'renameSync', match: '[0-9a-f]{64}.json', when: 'before' },
    ]),
  );

  underLoad('C9 a worker that has its cosignatures and dies before it publishes comes to the same checkpoint', 'gateway-9', () =>
    each('worker', [
      { call: 'rename', match: '/checkpoint$', when: 'before' },
      { call: 'rename', match: '/checkpoint.witnessed$', when: 'before' },
      { call: 'rename', match: '/checkpoint$', when: 'after' },
    ]),
  );
});
