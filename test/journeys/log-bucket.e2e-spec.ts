import '../support/node-errors.js';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openTileStore, tilePath, type EntryWriter, type TileStore } from '#libs/audit';
import { loadConfig } from '#libs/config';
import { SystemClock } from '#libs/kernel';
import type { Found } from '../../libs/audit/src/sequence/findings.js';
import type { Publisher } from '../../libs/audit/src/sequence/publisher.js';
import { RowWatch } from '../../libs/audit/src/sequence/row-watch.js';
import { Sequencer } from '../../libs/audit/src/sequence/sequencer.js';
import { LogMirror } from '../conformance/log-mirror.js';
import { serveLog } from '../conformance/small-log.js';
import { startTestGateway, type TestGateway } from '../conformance/test-gateway.js';
import { tamper, verify } from '../drills/attacker.js';
import { TestBucket } from '../support/bucket.js';
import { eventually } from '../support/eventually.js';
import { OwnS3, versitygw } from '../support/own-servers.js';
import { startProcess } from '../support/process.js';
import { openLogGateway, openReleases, type LogGateway } from './log-gateway.js';
import { openLogHouse, origin, someDraft, someViewer, type LogHouse } from './log-house.js';
import { publisherOf } from './log-publisher.js';

// A house whose log lies in a bucket of a store of the S3 API, with locks: published, read through the gateway, audited from a copy,
// without its store for a while, and with a store whose owner reaches below the API.

const prefix = 'city/log/';
const dayMs = 86_400_000;
const sizeIn = (note: Buffer | null): number => (note === null ? -1 : Number(note.toString('utf8').split('\n')[1]));

(versitygw === null ? describe.skip : describe)('a log in a bucket', () => {
  let work: string;
  let s3: OwnS3;
  let bucket: TestBucket;
  let gateway: TestGateway;
  let house: LogHouse;
  let store: TileStore;
  let reading: LogGateway;
  let writer: EntryWriter;
  const viewer = someViewer();
  const below = (name: string): string => path.join(work, name);
  const published = async (name = 'checkpoint'): Promise<number> => sizeIn(await bucket.read(`${prefix}${name}`));
  const grow = async (entries: number): Promise<void> => {
    for (let done = 0; done < entries; done += 20)
      await Promise.all(Array.from({ length: Math.min(20, entries - done) }, () => writer.append(someDraft({ viewer }))));
  };
  const isWitnessed = async (least: number): Promise<boolean> => (await published('checkpoint.witnessed')) >= least;
  const copy = async (): Promise<string> => {
    const folder = mkdtempSync(below('copy-'));
    await bucket.download(prefix, folder);
    return folder;
  };
  const publisher = (pool: pg.Pool, through = store): Publisher => publisherOf(house, pool, through);
  /** Nothing is written while a copy is made. */
  const pauseWorker = async (act: () => Promise<void>): Promise<void> => {
    await house.worker.stop();
    try {
      await act();
    } finally {
      house.worker = await startProcess('worker', house.environments.worker);
    }
  };

  beforeAll(async () => {
    work = mkdtempSync(path.join(tmpdir(), 'cuao-bucket-'));
    s3 = await OwnS3.create(work);
    await s3.start();
    bucket = await TestBucket.make(s3, 'log', { isLockable: true });
    const { CUAO_LOG_STORE_LOCK_DAYS: lockDays = '', ...readable } = bucket.settings(work, 'city/log', 2);
    gateway = await startTestGateway({ environment: { CUAO_LOG_ORIGIN: origin, CUAO_LOG_DIR: undefined, ...readable } });
    house = await openLogHouse({
      services: { ...gateway.services, close: () => Promise.resolve() },
      bucket: { ...readable, CUAO_LOG_STORE_LOCK_DAYS: lockDays },
    });
    store = openTileStore({ ...loadConfig('worker', house.environments.worker), logStoreLockDays: 2 }, new SystemClock());
    reading = await openLogGateway(house, new SystemClock(), store);
    writer = house.writer('gateway-2');
  }, 180_000);
  afterAll(async () => {
    await writer?.onModuleDestroy();
    await reading?.close();
    await house?.close();
    await gateway?.close();
    await s3?.stop('SIGKILL');
    rmSync(work, { recursive: true, force: true });
  });

  it('publishes entries as tiles and checkpoints, and proves one of them', async () => {
    await grow(300);
    const { entryId } = await writer.append(someDraft({ viewer }));
    await eventually('witnessed', async () => (await reading.reader.find(entryId, 'house'))?.state === 'WITNESSED', 60_000);
    const proof = await reading.reader.proof(entryId, 'house');
    if (proof.kind !== 'proof') throw new Error(proof.kind);
    writeFileSync(below('policy'), (await bucket.read(`${prefix}policy`)) ?? '');
    writeFileSync(below('one.tlog-proof'), proof.text);
    expect(verify('proof', below('one.tlog-proof'), '--policy', below('policy'))).toMatchObject({ code: 0 });
    // Partial tiles went when the full one came; nothing of any trial is left.
    await eventually('tidied up', async () => (await bucket.keys(`${prefix}tile/0/000.p/`)).length === 0);
    expect((await bucket.keys()).filter((key) => !key.startsWith(prefix) || key.includes('probe'))).toEqual([]);
  }, 120_000);

  it('serves the files through the gateway as it does those of a directory, bundles to who may read them', async () => {
    const get = (name: string, init: RequestInit = {}): Promise<Response> => fetch(`${gateway.url}/log/${name}`, init);
    const checkpoint = await get('checkpoint');
    expect([checkpoint.status, checkpoint.headers.get('cache-control')]).toEqual([200, 'public, max-age=1']);
    expect(await checkpoint.text()).toMatch(new RegExp(`^${origin}\n`));
    for (const method of ['GET', 'HEAD']) {
      const tile = await get('tile/0/000', { method });
      expect([tile.status, tile.headers.get('cache-control'), tile.headers.get('content-length')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
        '8192',
      ]);
    }
    const unpublished = await get('tile/0/900');
    expect([unpublished.status, unpublished.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect((await get('probe/x')).status).toBe(404);
    expect((await get('tile/entries/000')).status).toBe(401);
    const authorization = `Bearer ${await gateway.machineToken('inspectorate-mirror')}`;
    const bundle = await get('tile/entries/000', { headers: { authorization } });
    expect([bundle.status, bundle.headers.get('cache-control')]).toEqual([200, 'private, max-age=31536000, immutable']);
    expect(Buffer.from(await bundle.arrayBuffer()).equals((await bucket.read(`${prefix}tile/entries/000`)) ?? Buffer.alloc(0))).toBe(true);
  });

  it('is audited from a copy of the bucket, by who has nothing else', async () => {
    await pauseWorker(async () => {
      expect(verify('audit', await copy(), '--policy', below('policy'))).toEqual({ code: 0, because: null });
    });
  }, 120_000);

  it('C15 goes on taking entries without its store, promises no witness, says so, and catches up in order', async () => {
    const saved = (await bucket.read(`${prefix}checkpoint`)) ?? Buffer.alloc(0);
    writeFileSync(below('saved'), saved);
    const releases = openReleases(house, undefined, store);
    const token = await gateway.token('linh', 'inspector');
    try {
      expect(await releases.now()).toMatchObject({ releases: 'EVERYTHING', because: [] });
      await s3.stop('SIGKILL');
      const { entryId } = await writer.append(someDraft({ viewer }));
      await eventually('sequenced', async () => {
        const [row] = await house.services.sql<{ n: string }>('select count(*) as n from audit_outbox');
        return row?.n === '0';
      });
      expect(await releases.now()).toMatchObject({ releases: 'NOTHING_WITNESSED', because: ['store_silent'] });
      for (const name of ['checkpoint', 'tile/0/900']) expect((await fetch(`${gateway.url}/log/${name}`)).status).toBe(503);
      // A full tile that it has served before is at hand.
      expect((await fetch(`${gateway.url}/log/tile/0/000`)).status).toBe(200);
      await expect(reading.reader.proof(entryId, 'house')).rejects.toMatchObject({ code: 'log_store_unavailable' });
      const strip = await gateway.ask('{ systemState { level heldEn checkpointSize } }');
      expect(strip.body.data?.['systemState']).toMatchObject({ level: 'DEGRADED', heldEn: expect.any(String) as unknown });
      const health = await gateway.ask('{ logHealth { __typename ... on LogHealth { because { code } } } }', { token });
      expect(health.body.data?.['logHealth']).toMatchObject({ because: [{ code: 'store_silent' }] });
      // A worker that starts now waits for the store as well.
      await house.worker.stop();
      house.worker = await startProcess('worker', house.environments.worker);
      await grow(280);
      expect((await reading.reader.find(entryId, 'house').catch(() => null))?.state ?? 'SEQUENCED').not.toBe('WITNESSED');
      await s3.start();
      await eventually('witnessed again', async () => (await reading.reader.find(entryId, 'house'))?.state === 'WITNESSED', 60_000);
      await eventually('caught up', () => isWitnessed(580), 60_000);
      expect(await releases.now()).toMatchObject({ releases: 'EVERYTHING', because: [] });
      await pauseWorker(async () => {
        const folder = await copy();
        expect(verify('consistency', below('saved'), path.join(folder, 'checkpoint'), '--log', folder)).toEqual({ code: 0, because: null });
        expect(verify('audit', folder, '--policy', below('policy'))).toEqual({ code: 0, because: null });
      });
    } finally {
      await s3.start();
      await releases.onModuleDestroy();
    }
  }, 240_000);

  it('waits no longer for a store that hangs than for one that is gone', async () => {
    const releases = openReleases(house, undefined, store);
    try {
      process.kill(s3.pid, 'SIGSTOP');
      const { entryId } = await writer.append(someDraft({ viewer }));
      expect(await releases.now()).toMatchObject({ releases: 'NOTHING_WITNESSED', because: ['store_silent'] });
      expect((await fetch(`${gateway.url}/log/checkpoint`)).status).toBe(503);
      process.kill(s3.pid, 'SIGCONT');
      await eventually('witnessed', async () => (await reading.reader.find(entryId, 'house'))?.state === 'WITNESSED', 60_000);
      await eventually('told', async () => (await releases.now()).because.length === 0);
    } finally {
      process.kill(s3.pid, 'SIGCONT');
      await releases.onModuleDestroy();
    }
  }, 120_000);

  it('has its checkpoint put in place by one of two publishers, and never put back', async () => {
    await house.worker.stop();
    const pools = ['publisher-a', 'publisher-b'].map(
      (name) => new pg.Pool({ connectionString: house.services.databaseUrl, application_name: name, max: 3 }),
    );
    for (const pool of pools) pool.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined));
    const [pool, other] = pools as [pg.Pool, pg.Pool];
    const sequencer = new Sequencer(other, origin);
    try {
      await grow(3);
      while (((await sequencer.step())?.taken ?? 0) > 0);
      let overtaken = 0;
      // The first has read the checkpoint, and is about to replace it: its lock goes, and the second one publishes more.
      const slow: TileStore = Object.assign(Object.create(store) as TileStore, {
        read: (name: string) => store.read(name),
        look: async (name: string) => {
          const seen = await store.look(name);
          if (name === 'checkpoint' && overtaken === 0) {
            overtaken = -1;
            await house.services.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'publisher-a'`);
            await grow(2);
            while (((await sequencer.step())?.taken ?? 0) > 0);
            await eventually('the second one publishes', async () => {
              overtaken = (await publisher(other, store).step())?.size ?? overtaken;
              return overtaken > 0;
            });
          }
          return seen;
        },
      });
      await expect(publisher(pool, slow).step()).rejects.toMatchObject({ code: 'checkpoint_overtaken' });
      expect(overtaken).toBeGreaterThan(300);
      expect([await published(), await published('checkpoint.witnessed')]).toEqual([overtaken, overtaken]);
    } finally {
      for (const each of pools) await each.end();
      house.worker = await startProcess('worker', house.environments.worker);
    }
  }, 120_000);

  it('leaves no file of rows that were altered before they were published, so that they can be put right', async () => {
    await pauseWorker(async () => {
      const pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 3 });
      try {
        const before = await bucket.keys(prefix);
        // Past the end of a tile, so that full ones would be written and locked.
        await grow(260);
        const sequencer = new Sequencer(pool, origin);
        while (((await sequencer.step())?.taken ?? 0) > 0);
        const [row] = await house.services.sql<{ idx: string; hash: string }>(
          `select idx, encode(leaf_hash, 'hex') as hash from audit_entry order by idx desc limit 1`,
        );
        const put = (hash: string): Promise<void> =>
          tamper(house, 'audit_entry', `update audit_entry set leaf_hash = decode('${hash}', 'hex') where idx = ${row?.idx}`);
        await put('00'.repeat(32));
        await expect(publisher(pool).step()).rejects.toMatchObject({ code: 'root_differs' });
        expect(await bucket.keys(prefix)).toEqual(before);
        await put(row?.hash ?? '');
        expect((await publisher(pool).step())?.size).toBe(Number(row?.idx) + 1);
      } finally {
        await pool.end();
      }
    });
  }, 120_000);

  it('keeps what is locked even from the root of the store; what its disk’s owner changes below is found', async () => {
    const name = tilePath({ level: 0, index: 0, width: 256 });
    const bundle = tilePath({ level: 'entries', index: 0, width: 256 });
    for (const each of [name, bundle]) {
      expect([each, await bucket.remove(`${prefix}${each}`)]).toEqual([each, 403]);
      expect([each, await bucket.put(`${prefix}${each}`, 'other')]).toEqual([each, 403]);
      const until = /<RetainUntilDate>([^<]+)</.exec(await (await bucket.ask(`/${prefix}${each}?retention`)).text())?.[1] ?? '';
      expect(Date.parse(until)).toBeGreaterThan(Date.now() + dayMs);
    }
    // What is copied and compared below stands still.
    await house.worker.stop();
    const told: Found[] = [];
    const pool = new pg.Pool({ connectionString: house.services.databaseUrl, max: 2 });
    const look = (): Promise<void> => new RowWatch(pool, { tell: (found) => Promise.resolve(void told.push(found)) }, origin, store).run();
    await look();
    expect(told).toEqual([]);
    const server = await serveLog(store);
    const mirror = new LogMirror(below('mirror'), server.url, below('policy'));
    expect((await mirror.round()).finding).toBeNull();
    const onDisk = (each: string): string => path.join(s3.folder, 'buckets', bucket.name, prefix, each);
    const kept = readFileSync(onDisk(name));
    const keptBundle = readFileSync(onDisk(bundle));
    try {
      const bent = Buffer.from(kept);
      bent[32 * 7] = (bent[32 * 7] ?? 0) ^ 1;
      writeFileSync(onDisk(name), bent);
      await look();
      expect(told.map(({ kind, details }) => [kind, details['index']])).toContainEqual(['row_differs', 7]);
      expect(verify('audit', await copy(), '--policy', below('policy'))).toMatchObject({ code: 6, because: expect.any(String) as unknown });
      expect(await mirror.finding()).toMatchObject({ index: 7 });
      writeFileSync(onDisk(name), kept);
      await mirror.close('the tile is as it was');
      rmSync(onDisk(bundle));
      expect(await mirror.finding()).toMatchObject({ index: 0 });
      expect(verify('audit', await copy(), '--policy', below('policy')).because ?? '').toContain('tile/entries/000');
    } finally {
      mkdirSync(path.dirname(onDisk(name)), { recursive: true });
      writeFileSync(onDisk(name), kept);
      writeFileSync(onDisk(bundle), keptBundle);
      await pool.end();
      await server.close();
    }
  }, 120_000);
});
