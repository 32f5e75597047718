import '../support/node-errors.js';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { EntryWriter, Receipt } from '#libs/audit';
import { UnavailableFault } from '#libs/kernel';
import { layCable, type Cable } from '../support/cable.js';
import { startProcess } from '../support/process.js';
import { eventually, openLogHouse, someDraft, type LogHouse } from './log-house.js';

const cli = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');
const verify = (...args: string[]): { code: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'verify', ...args], { encoding: 'utf8', env: {} });
  return { code: status, said: stdout + stderr };
};

const expectUnavailable = (error: unknown): void => expect(error).toBeInstanceOf(UnavailableFault);

/** Short forms of the crash tests of `audit.md` 9; the long ones are drills. */
describe('the log, with its neighbours failing', () => {
  let house: LogHouse;
  let redis: Cable;
  let workerDatabase: Cable;
  const writers: EntryWriter[] = [];
  const open = (producer: string, change: Parameters<LogHouse['writer']>[1] = {}): EntryWriter => {
    const writer = house.writer(producer, change);
    writers.push(writer);
    return writer;
  };
  const indexOf = async ({ entryId }: Receipt): Promise<number | null> => {
    const [row] = await house.services.sql<{ idx: string }>('select idx from audit_entry where entry_id = $1', [entryId.slice(4)]);
    return row === undefined ? null : Number(row.idx);
  };

  beforeAll(async () => {
    house = await openLogHouse({
      workerRedisUrl: async (url) => (redis = await layCable(url)).url,
      workerDatabaseUrl: async (url) => (workerDatabase = await layCable(url)).url,
    });
  }, 60_000);
  afterAll(async () => {
    for (const writer of writers) await writer.onModuleDestroy();
    await Promise.all([redis.close(), workerDatabase.close()]);
    await house.close();
  });

  it('needs no Redis: entries are accepted, and the sweep sequences them', async () => {
    await redis.cut();
    const { queuePrefix } = house.services;
    const writer = open('gateway-1', { doorbell: { redisUrl: 'redis://127.0.0.1:9', queuePrefix } });
    const receipt = await writer.append(someDraft());
    await eventually('sequenced', async () => (await indexOf(receipt)) !== null, 2_000);
    expect(writer.state.doorbell?.rings).toBe(0);
    await redis.mend();
    const again = await writer.append(someDraft());
    await eventually('sequenced', async () => (await indexOf(again)) !== null, 2_000);
  });

  it('starts without Redis too', async () => {
    await house.worker.stop();
    await redis.cut();
    house.worker = await startProcess('worker', house.environments.worker);
    const receipt = await open('gateway-2').append(someDraft());
    await eventually('sequenced', async () => (await indexOf(receipt)) !== null, 2_000);
    await redis.mend();
  });

  it('releases nothing while PostgreSQL is away or mute, within two seconds, and leaves no gap when it is back', async () => {
    const cable = await layCable(house.services.databaseUrl);
    const writer = open('gateway-3', { databaseUrl: cable.url });
    await writer.append(someDraft());
    for (const fail of [() => cable.cut(), () => Promise.resolve(cable.mute())]) {
      await fail();
      const asked = performance.now();
      const answers = await Promise.allSettled(Array.from({ length: 5 }, () => writer.append(someDraft())));
      expect(performance.now() - asked).toBeLessThan(2_500);
      for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(UnavailableFault) as unknown });
      await cable.cut();
      await cable.mend();
      await expect(writer.append(someDraft())).resolves.toMatchObject({ producer: 'gateway-3' });
    }
    const [counted] = await house.services.sql<{ entries: string; last: string }>(
      `select count(*) as entries, max(pseq) as last from (select pseq from audit_outbox where producer = $1 union all select pseq from audit_entry where producer = $1) as own`,
      ['gateway-3'],
    );
    expect(counted?.entries).toBe(counted?.last);
    await cable.close();
  });

  it('freezes a producer whose receipts say more than the database knows', async () => {
    const writer = open('gateway-4');
    await writer.append(someDraft());
    const { stateDir } = house.services;
    // A database that was set back: another producer's name, the same spool.
    mkdirSync(path.join(stateDir, 'receipts/gateway-5'), { recursive: true });
    for (const file of readdirSync(path.join(stateDir, 'receipts/gateway-4')))
      cpSync(path.join(stateDir, 'receipts/gateway-4', file), path.join(stateDir, 'receipts/gateway-5', file));
    const setBack = open('gateway-5');
    await expect(setBack.append(someDraft())).rejects.toThrow('entries were lost');
    expect(setBack.state.frozenBecause).toContain('gateway-5');
  });

  it('loses nothing and doubles nothing when the worker is killed again and again, its database cut, the signer and the witness killed', async () => {
    const writer = open('gateway-6');
    const receipts: Receipt[] = [];
    let isOver = false;
    const load = Array.from({ length: 8 }, async () => {
      // On a busy machine an append may be refused; then nothing is released, and nothing is owed.
      while (!isOver) await writer.append(someDraft()).then((receipt) => receipts.push(receipt), expectUnavailable);
    });
    const saved: string[] = [];
    const save = (): void => {
      const file = path.join(house.services.stateDir, `checkpoint-${saved.length}`);
      cpSync(path.join(house.logDir, 'checkpoint'), file);
      saved.push(file);
    };
    await eventually('a first checkpoint', () => house.publishedSize() > 0);
    for (let round = 0; round < 8; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100 + round * 40));
      save();
      if (round % 4 === 3) {
        await house.signer.stop('SIGKILL');
        house.signer = await startProcess('signer', house.environments.signer);
      } else if (round % 4 === 2) {
        await house.witness.stop('SIGKILL');
        house.witness = await startProcess('witness', house.environments.witness);
      } else if (round % 4 === 1) {
        await workerDatabase.cut();
        await workerDatabase.mend();
      }
      await house.worker.stop('SIGKILL');
      house.worker = await startProcess('worker', house.environments.worker);
    }
    isOver = true;
    await Promise.all(load);
    await eventually('everything has its index', async () => {
      const [row] = await house.services.sql<{ waiting: string }>('select count(*) as waiting from audit_outbox');
      return row?.waiting === '0';
    });
    const [size] = await house.services.sql<{ size: string }>('select size from log_state');
    await eventually('everything is published', () => house.publishedSize() >= Number(size?.size));
    save();
    const { rows } = { rows: await house.services.sql<{ entry_id: string }>('select entry_id from audit_entry') };
    const onLog = new Set(rows.map(({ entry_id }) => `ent_${entry_id}`));
    expect(onLog.size).toBe(rows.length);
    expect(receipts.filter(({ entryId }) => !onLog.has(entryId))).toEqual([]);
    expect(receipts.length).toBeGreaterThan(50);
    const audited = verify('audit', house.logDir);
    expect([audited.code, audited.said]).toEqual([0, expect.stringContaining('verified')]);
    expect(
      verify('receipt', path.join(house.services.stateDir, 'receipts/gateway-6'), '--log', house.logDir, '--deadline-seconds', '0'),
    ).toMatchObject({ code: 0 });
    for (const [at, each] of saved.slice(1).entries())
      expect(verify('consistency', saved[at]!, each, '--log', house.logDir)).toMatchObject({ code: 0 });
  }, 120_000);
});
