import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/eventually.js';
import { layCable, type Cable } from '../support/cable.js';
import { root, type OwnPostgres } from '../support/own-servers.js';
import { CrashHouse } from './crash-house.js';
import { whole } from './judge.js';
import { openOwnServices, type OwnServices } from './own-services.js';
import { isWhole } from './short-form.js';

// The primary dies and its standby takes over (audit.md 9: C14).

const { noStandby } = (await import(pathToFileURL(path.join(root, 'test/crash/able.mjs')).href)) as { noStandby: () => string | null };
const reason = noStandby();
const whereStandby = isWhole && reason === null ? it : it.skip;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe(`a log whose primary fails over${reason === null ? '' : ` (${reason})`}`, () => {
  let own: OwnServices;
  let crash: CrashHouse;
  let standby: OwnPostgres;
  let wire: Cable;
  const released = (): number => crash.released().length;
  const open = async (isSynchronous: boolean): Promise<void> => {
    own = await openOwnServices({
      settings: { wal_level: 'replica', wal_keep_size: '256MB' },
      through: async (url) => (wire = await layCable(url)).url,
      prepared: async (primary) => {
        standby = await copyOf(primary);
      },
    });
    await standby.start();
    await eventually('the standby follows', async () => (await own.postgres.query('select 1 from pg_stat_replication')).length === 1);
    if (isSynchronous) {
      await own.postgres.query(`alter system set synchronous_standby_names = 'ANY 1 (standby)'`);
      await own.postgres.query('select pg_reload_conf()');
      await eventually('the standby is synchronous', async () => {
        const [row] = await own.postgres.query<{ sync_state: string }>('select sync_state from pg_stat_replication');
        return row?.sync_state === 'quorum';
      });
    }
    crash = await CrashHouse.open({ services: own.services });
  };
  const failOver = async (): Promise<void> => {
    await wire.cut();
    await own.postgres.kill();
    await standby.start();
    // No standby of its own: it must not wait for one.
    await standby.query(`select pg_promote()`);
    await standby.query(`alter system set synchronous_standby_names = ''`);
    await standby.query('select pg_reload_conf()');
    wire.redirect(standby.url());
    await wire.mend();
  };
  const begins = async (producer: string): Promise<Awaited<ReturnType<CrashHouse['startWriter']>>> => {
    const writer = await crash.startWriter(producer, { redisUrl: own.redis.url, callers: 8, pauseMs: 5 });
    await eventually('released', () => released() > 100, 20_000);
    return writer;
  };
  afterEach(async () => {
    if (!isWhole || reason !== null) return;
    await crash.house.close();
    await standby.stop('SIGINT');
    await wire.close();
    rmSync(standby.data, { recursive: true, force: true });
  });

  whereStandby(
    'C14 to a synchronous standby keeps every access that was released',
    async () => {
      await open(true);
      const writer = await begins('gateway-1');
      crash.save();
      await failOver();
      const before = released();
      await eventually('released again', () => released() > before + 50, 60_000);
      await writer.stop('SIGKILL');
      await crash.settle(60_000);
      expect(await crash.judge()).toMatchObject(whole);
      expect(await crash.frozenBecause()).toBeNull();
    },
    240_000,
  );

  whereStandby(
    'C14 to a standby that lags loses accesses, and says so: nothing more is released, and people are called',
    async () => {
      await open(false);
      const writer = await begins('gateway-1');
      await standby.stop('SIGINT');
      const seen = released();
      await eventually('more is released, which the standby never sees', () => released() > seen + 50);
      crash.save();
      await failOver();
      await eventually('the worker calls people', async () => (await crash.frozenBecause().catch(() => null)) !== null, 60_000);
      // What was under way has ended by now; the writer has found its receipts ahead of the database.
      await pause(2_500);
      const after = released();
      await pause(2_500);
      expect(crash.released('gateway-1').length).toBe(after);
      expect(writer.said()).toContain('entries were lost');
      const kept = new Set(
        (await own.services.sql<{ id: string }>('select entry_id as id from audit_entry union all select entry_id from audit_outbox')).map(
          ({ id }) => `ent_${id}`,
        ),
      );
      expect(crash.released().filter((id) => !kept.has(id)).length).toBeGreaterThan(0);
      await writer.stop('SIGKILL');
    },
    240_000,
  );
});

/** A standby of a stopped primary: its folder, with where to follow. */
async function copyOf(primary: OwnPostgres): Promise<OwnPostgres> {
  const data = `${primary.data}-standby`;
  spawnSync('cp', ['-a', primary.data, data]);
  writeFileSync(path.join(data, 'standby.signal'), '');
  return primary.on(data, { primary_conninfo: `${primary.connectionWords} application_name=standby`, hot_standby: 'on' });
}
