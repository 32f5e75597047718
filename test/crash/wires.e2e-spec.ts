import '../support/node-errors.js';
import type { EntryWriter, Receipt } from '#libs/audit';
import { UnavailableFault } from '#libs/kernel';
import { layCable, type Cable } from '../support/cable.js';
import { startProcess } from '../support/process.js';
import { openLogHouse, someDraft, type LogHouse } from '../journeys/log-house.js';
import { eventually } from '../support/eventually.js';

// Wires to neighbours that are cut or carry nothing: what `npm test` runs of C11 and C12.

describe('the log, with its neighbours failing', () => {
  let house: LogHouse;
  let redis: Cable;
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
    house = await openLogHouse({ workerRedisUrl: async (url) => (redis = await layCable(url)).url });
  });
  afterAll(async () => {
    for (const writer of writers) await writer.onModuleDestroy();
    await redis.close();
    await house.close();
  });

  it('C11 needs no Redis: entries are accepted, and the sweep sequences them', async () => {
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

  it('C11 starts without Redis too', async () => {
    await house.worker.stop();
    await redis.cut();
    house.worker = await startProcess('worker', house.environments.worker);
    const receipt = await open('gateway-2').append(someDraft());
    await eventually('sequenced', async () => (await indexOf(receipt)) !== null, 2_000);
    await redis.mend();
  });

  it('C12 releases nothing while PostgreSQL is away or mute, within two seconds, and leaves no gap when it is back', async () => {
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
});
