import '../support/node-errors.js';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from '../support/eventually.js';
import { layCable, type Cable } from '../support/cable.js';
import { root, type OwnRedis } from '../support/own-servers.js';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { CrashHouse, type FailPoint } from './crash-house.js';
import { whole } from './judge.js';
import { openOwnServices, type OwnServices } from './own-services.js';
import { isWhole, whereWhole } from './short-form.js';

// Neighbours of the log fail in every way that this machine can make them fail (audit.md 9: C10, C11, C12, C15, C17), on a PostgreSQL with fsync.

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** The outages of the plan last minutes; what is tried here is that their length does not matter. */
const outageMs = 15_000;

describe('a log whose neighbours fail', () => {
  let own: OwnServices;
  let crash: CrashHouse;
  let redis: Cable;
  let writer: TestProcess | null = null;
  const released = (): number => crash.released().length;
  const goesOn = (what: string, withinMs = 20_000): Promise<void> => {
    const before = released();
    return eventually(`${what}: accesses are released again`, () => released() > before + 5, withinMs);
  };
  const isWholeNow = async (): Promise<void> => {
    await writer?.stop('SIGKILL');
    writer = null;
    await crash.settle(60_000);
    expect(await crash.judge()).toMatchObject(whole);
    expect(await crash.frozenBecause()).toBeNull();
  };
  /** Most that an entry accepted now waits for its index, in milliseconds, over a few looks. */
  const lag = async (): Promise<number> => {
    let worst = 0;
    for (let look = 0; look < 10; look += 1) {
      const [row] = await own.services.sql<{ age: number }>(
        `select coalesce(extract(epoch from clock_timestamp() - min(accepted_at)) * 1000, 0)::float8 as age from audit_outbox`,
      );
      worst = Math.max(worst, row?.age ?? 0);
      await pause(100);
    }
    return worst;
  };

  beforeAll(async () => {
    if (!isWhole) return;
    own = await openOwnServices();
    crash = await CrashHouse.open({ services: own.services, workerRedisUrl: async (url) => (redis = await layCable(url)).url });
  });
  beforeEach(async () => {
    if (!isWhole) return;
    writer = await crash.startWriter(`gateway-${(names += 1)}`, { redisUrl: own.redis.url });
    await goesOn('the load begins');
  });
  afterEach(async () => {
    await writer?.stop('SIGKILL');
  });
  afterAll(async () => {
    if (!isWhole) return;
    await redis.close();
    await crash.house.close();
  });
  let names = 0;

  whereWhole(
    'C10 of two sequencers the one that slept in the middle of its work finds itself fenced, and there is one tree',
    async () => {
      const { house } = crash;
      const points: readonly FailPoint[] = [
        { call: 'query', match: '^update log_state', when: 'before', signal: 'SIGSTOP' },
        { call: 'rename', match: '/checkpoint$', when: 'before', signal: 'SIGSTOP' },
      ];
      for (const at of points) {
        await house.worker.stop('SIGKILL');
        const point = crash.point(at);
        const sleeper = await startProcess('worker', { ...house.environments.worker, ...point.environment });
        point.arm();
        await eventually('the first is stopped', () => point.hasFired());
        const other = { ...house.environments.worker, CUAO_PORT: String(await freePort()), CUAO_PRODUCER: 'worker-2' };
        house.worker = await startProcess('worker', other);
        crash.save();
        const size = house.publishedSize();
        await eventually('the second publishes', () => house.publishedSize() > size + 10, 20_000);
        await pause(outageMs);
        crash.save();
        sleeper.signal('SIGCONT');
        await goesOn('the first is awake');
        await pause(1_000);
        crash.save();
        await sleeper.stop('SIGKILL');
      }
      await isWholeNow();
    },
    120_000,
  );

  whereWhole(
    'C11 a Redis that dies, forgets, remembers wrongly, is full, is read-only or away costs at most the sweep',
    async () => {
      const { redis: server } = own;
      const copy = `${server.folder}-old`;
      const acts: readonly (readonly [string, () => Promise<unknown>, () => Promise<unknown>])[] = [
        ['killed', () => server.kill(), () => server.start()],
        ['emptied', () => ask(server, 'FLUSHALL'), () => Promise.resolve()],
        [
          'set back to an old dump',
          async () => {
            await server.stop('SIGTERM');
            cpSync(server.folder, copy, { recursive: true });
            await server.start();
            await pause(500);
            await server.kill();
            rmSync(server.folder, { recursive: true });
            renameSync(copy, server.folder);
          },
          () => server.start(),
        ],
        ['full', () => ask(server, 'CONFIG SET maxmemory 1'), () => ask(server, 'CONFIG SET maxmemory 0')],
        ['read-only', () => ask(server, 'REPLICAOF 127.0.0.1 1'), () => ask(server, 'REPLICAOF NO ONE')],
        ['away', () => server.stop('SIGTERM').then(() => pause(outageMs)), () => server.start()],
      ];
      for (const [how, act, undo] of acts) {
        await act();
        await goesOn(how);
        // 250 ms of sweep, a batch, and what a busy machine adds.
        expect(await lag()).toBeLessThan(2_000);
        crash.save();
        await undo();
      }
      await isWholeNow();
    },
    180_000,
  );

  whereWhole(
    'C12 while PostgreSQL is stopped, killed or restarted nothing is released, and afterwards everything that was is there',
    async () => {
      const { postgres } = own;
      for (const signal of ['SIGQUIT', 'SIGKILL', 'SIGINT'] as const) {
        await postgres.stop(signal);
        await pause(300);
        const before = released();
        await pause(2_000);
        expect(released()).toBe(before);
        crash.save();
        await postgres.start();
        await goesOn(signal);
        const size = crash.house.publishedSize();
        await eventually('published again', () => crash.house.publishedSize() > size, 20_000);
      }
      // Nobody had to be started again: each waits for the server.
      for (const hand of ['worker', 'signer', 'witness'] as const) await expect(isAlive(crash.house[hand])).resolves.toBe(true);
      await isWholeNow();
    },
    120_000,
  );

  whereWhole(
    'C15 without its tile store the log goes on accepting, promises no witness, and catches up in order',
    async () => {
      const { logDir } = crash.house;
      const [before] = await own.services.sql<{ size: string }>('select witnessed_size as size from log_progress');
      renameSync(logDir, `${logDir}-away`);
      writeFileSync(logDir, '');
      await goesOn('without tiles');
      await pause(outageMs);
      const [during] = await own.services.sql<{ size: string; sequenced: string }>(
        'select p.witnessed_size as size, s.size as sequenced from log_progress p, log_state s',
      );
      expect(Number(during?.sequenced)).toBeGreaterThan(Number(before?.size) + 5);
      // One that was on its way when the store went may still have been noted.
      expect(Number(during?.size)).toBeLessThan(Number(during?.sequenced));
      rmSync(logDir);
      renameSync(`${logDir}-away`, logDir);
      await isWholeNow();
    },
    120_000,
  );

  whereWhole(
    'C17 a Redis whose packets are dropped without a word keeps nobody waiting',
    async () => {
      redis.mute();
      for (const until = performance.now() + outageMs; performance.now() < until;) {
        await goesOn('mute');
        expect(await lag()).toBeLessThan(2_000);
        crash.save();
      }
      await redis.cut();
      await redis.mend();
      await isWholeNow();
    },
    180_000,
  );
});

async function isAlive(process: TestProcess): Promise<boolean> {
  return Promise.race([process.ended.then(() => false), pause(50).then(() => true)]);
}

async function ask({ port }: OwnRedis, command: string): Promise<string | null> {
  const tools = (await import(pathToFileURL(path.join(root, 'tools/setup/redis.mjs')).href)) as {
    ask: (port: number, command: string) => Promise<string | null>;
  };
  return tools.ask(port, command);
}
