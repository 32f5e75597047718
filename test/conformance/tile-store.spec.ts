import '../support/node-errors.js';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anchorSizes, FolderStore, openTileStore, tilePath, TileWriter, writeAnchor, type TileStore } from '#libs/audit';
import { Misuse, SystemClock, UnavailableFault } from '#libs/kernel';
import { Frontier } from '../../libs/audit/src/tree/frontier.js';
import { leafHash } from '../../libs/audit/src/tree/hash.js';
import { TestBucket } from '../support/bucket.js';
import { OwnS3, versitygw } from '../support/own-servers.js';

// What the log asks of the place where its files lie, of the directory and of a bucket alike. The store of the S3 API is a real one.

const work = mkdtempSync(path.join(tmpdir(), 'cuao-stores-'));
const clock = new SystemClock();
const whereS3Is = versitygw === null ? describe.skip : describe;
let s3: OwnS3;
let plain: TestBucket;
let lockable: TestBucket;

const at = (
  bucket: TestBucket,
  { lockDays = 0, key = bucket.s3.key, endpoint = bucket.s3.endpoint, prefix = `${randomUUID()}/log` } = {},
) => {
  const file = path.join(work, `${randomUUID()}.key`);
  writeFileSync(file, `aws_access_key_id = ${key.id}\naws_secret_access_key=${key.secret}\n`, { mode: 0o600 });
  const logStoreUrl = `s3+${endpoint}/${bucket.name}/${prefix}`;
  const place = { logStoreUrl, logStoreKeyFile: file, logStoreRegion: 'us-east-1', logStoreLockDays: lockDays };
  return { store: openTileStore(place, clock), prefix };
};

beforeAll(async () => {
  if (versitygw === null) return;
  s3 = await OwnS3.create(work);
  await s3.start();
  plain = await TestBucket.make(s3, 'plain');
  lockable = await TestBucket.make(s3, 'lockable', { isLockable: true });
}, 90_000);
afterAll(async () => {
  await s3?.stop('SIGKILL');
  rmSync(work, { recursive: true, force: true });
});

const kinds: readonly (readonly [string, typeof describe, () => TileStore])[] = [
  ['a directory', describe, () => new FolderStore(mkdtempSync(path.join(work, 'log-')))],
  ['a bucket', whereS3Is, () => at(plain).store],
  ['a bucket with locks', whereS3Is, () => at(lockable, { lockDays: 1 }).store],
];

for (const [kind, where, open] of kinds)
  where(`the log's files in ${kind}`, () => {
    let store: TileStore;
    beforeEach(() => {
      store = open();
    });
    const text = async (name: string): Promise<string | null> => (await store.read(name))?.toString('utf8') ?? null;

    it('are there whole or not at all, whoever looks meanwhile', async () => {
      expect(await store.read('tile/entries/000')).toBeNull();
      expect(await store.look('checkpoint')).toBeNull();
      const bundle = Buffer.alloc(2 * 2 ** 20, 'x');
      let isWritten = false;
      const written = store.add('tile/entries/000', bundle).finally(() => (isWritten = true));
      const seen = new Set<number>();
      do seen.add((await store.read('tile/entries/000'))?.length ?? 0);
      while (!isWritten);
      await written;
      await store.sync();
      expect([...seen].filter((length) => length !== 0 && length !== bundle.length)).toEqual([]);
      expect((await store.read('tile/entries/000'))?.equals(bundle)).toBe(true);
      await store.add('empty', Buffer.alloc(0));
      expect(await text('empty')).toBe('');
    });

    it('may be written once more, and never with other content under a name that does not change', async () => {
      for (const name of ['tile/0/000', 'tile/0/001.p/7', 'anchors/7.tsr']) {
        await store.add(name, Buffer.from('one'));
        await store.add(name, Buffer.from('one'));
        await expect(store.add(name, Buffer.from('two'))).rejects.toMatchObject({ code: 'file_differs' });
        await expect(store.add(name, Buffer.from('on'))).rejects.toMatchObject({ code: 'file_differs' });
        expect(await text(name)).toBe('one');
      }
    });

    it('are replaced only by who has seen what is replaced', async () => {
      expect(await store.replace('checkpoint', 'one', null)).toBe(true);
      expect(await store.replace('checkpoint', 'other', null)).toBe(false);
      const seen = await store.look('checkpoint');
      expect(seen?.bytes.toString('utf8')).toBe('one');
      expect(await store.replace('checkpoint', 'two', seen)).toBe(true);
      expect(await store.replace('checkpoint', 'three', seen)).toBe(false);
      expect(await text('checkpoint')).toBe('two');
      await store.write('vkeys', 'a');
      await store.write('vkeys', 'b');
      expect(await text('vkeys')).toBe('b');
      for (let time = 0; time < 2; time += 1) await store.removeList('vkeys');
      await store.sync();
      expect(await text('vkeys')).toBeNull();
    });

    it('name an anchor once it is whole, and none whose files are left of another', async () => {
      const one = { size: 7, checkpoint: Buffer.from('note'), reply: Buffer.from('stamp') };
      await store.add('anchors/7.checkpoint', one.checkpoint);
      expect(await writeAnchor(store, one)).toBe(true);
      await store.add('anchors/9.checkpoint', Buffer.from('of a run that was broken off'));
      expect(await writeAnchor(store, { ...one, size: 9 })).toBe(false);
      expect(await writeAnchor(store, { ...one, size: 10 })).toBe(true);
      expect(await anchorSizes(store)).toEqual([7, 10]);
    });

    it('go with the folder of a partial tile, and nothing beside it does', async () => {
      const names = ['tile/0/067.p/12', 'tile/0/067.p/200', 'tile/0/067', 'tile/0/068.p/1', 'tile/0/x067/067.p/1'];
      for (const name of names) await store.add(name, Buffer.from(name));
      await store.removeFolder('tile/0/067.p');
      await store.removeFolder('tile/0/067.p');
      const left = await Promise.all(names.map(async (name) => (await store.read(name)) !== null));
      expect(left).toEqual([false, false, true, true, true]);
    });

    it('lead to the root of what was written, in whatever steps the tree has grown', async () => {
      const leaves = Array.from({ length: 1_500 }, (_, index) => Buffer.from(`leaf ${index}`));
      const hashed = leaves.map((leaf) => ({ leaf, hash: leafHash(leaf) }));
      const writer = new TileWriter((from, to) => Promise.resolve(hashed.slice(from, to)), store);
      const hashes = (from: number, to: number): Promise<Buffer[]> => Promise.resolve(hashed.slice(from, to).map(({ hash }) => hash));
      const frontier = Frontier.empty();
      let from = 0;
      for (const to of [1, 300, 300, 511, 512, 1_500]) {
        for (const { hash } of hashed.slice(from, to)) frontier.append(hash);
        expect(await writer.foresee(from, to, hashes)).toEqual(frontier.root());
        // Broken off, and begun again.
        await writer.extend(from, to);
        expect(await writer.extend(from, to)).toEqual(frontier.root());
        await writer.removePartials(from, to);
        from = to;
      }
      expect(await store.read(tilePath({ level: 0, index: 1, width: 255 }))).toBeNull();
      expect((await store.read(tilePath({ level: 1, index: 0, width: 5 })))?.length).toBe(5 * 32);
      hashed[40] = { leaf: Buffer.from('other'), hash: leafHash(Buffer.from('other')) };
      await expect(new TileWriter((a, b) => Promise.resolve(hashed.slice(a, b)), store).extend(0, 300)).rejects.toMatchObject({
        code: 'file_differs',
      });
    });
  });

it('a directory that cannot be read is not one without the file', async () => {
  const folder = mkdtempSync(path.join(work, 'log-'));
  mkdirSync(path.join(folder, 'checkpoint'));
  await expect(new FolderStore(folder).read('checkpoint')).rejects.toThrow('EISDIR');
});

whereS3Is('a bucket', () => {
  it('takes one of many who write at once', async () => {
    const { prefix } = at(plain);
    const stores = Array.from({ length: 8 }, () => at(plain, { prefix }).store);
    const added = await Promise.allSettled(stores.map((store, each) => store.add('tile/0/000', Buffer.from(String(each)))));
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of added) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'file_differs' });
    const [first] = stores;
    await first?.replace('checkpoint', 'seen by all', null);
    const seen = (await first?.look('checkpoint')) ?? null;
    const replaced = await Promise.all(stores.map((store, each) => store.replace('checkpoint', String(each), seen)));
    expect(replaced.filter(Boolean)).toHaveLength(1);
    expect((await first?.read('checkpoint'))?.toString('utf8')).toBe(String(replaced.indexOf(true)));
  });

  it('locks what stays, also before its root, and not what must go or change', async () => {
    const { store, prefix } = at(lockable, { lockDays: 1 });
    const staying = [tilePath({ level: 0, index: 0, width: 256 }), tilePath({ level: 'entries', index: 0, width: 256 }), 'anchors/9.tsr'];
    const going = [tilePath({ level: 0, index: 1, width: 9 }), tilePath({ level: 'entries', index: 1, width: 9 })];
    for (const name of [...staying, ...going]) await store.add(name, Buffer.from('one'));
    await store.replace('checkpoint', 'one', null);
    for (const name of staying) {
      expect([name, await lockable.remove(`${prefix}/${name}`)]).toEqual([name, 403]);
      expect([name, await lockable.put(`${prefix}/${name}`, 'two')]).toEqual([name, 403]);
      expect((await store.read(name))?.toString('utf8')).toBe('one');
    }
    await store.removeFolder('tile/0/001.p');
    for (const name of ['tile/entries/001.p/9', 'checkpoint']) expect(await lockable.remove(`${prefix}/${name}`)).toBe(204);
    const days = (await lockable.ask(`/${prefix}/tile/0/000?retention`)).text();
    expect(await days).toMatch(/<Mode>COMPLIANCE<\/Mode>/);
  });

  it('is refused with the reason when it cannot keep its promises, and leaves nothing of the trial behind', async () => {
    const refusal = async (options: Parameters<typeof at>[1], bucket = plain): Promise<unknown> =>
      at(bucket, options)
        .store.prove()
        .catch((error: unknown) => (error instanceof Misuse ? error.message : error));
    const other = Object.assign(Object.create(plain) as TestBucket, { name: 'nowhere' });
    expect(await refusal({ lockDays: 7 })).toContain('has no Object Lock');
    expect(await refusal({ key: { ...s3.key, secret: 'wrong' } })).toContain('403 SignatureDoesNotMatch');
    expect(await refusal({}, other)).toContain('404 NoSuchBucket');
    const heedless = await heedlessOf(plain);
    try {
      expect(await refusal({ endpoint: heedless.endpoint })).toContain('does not keep to conditional writes');
    } finally {
      await heedless.close();
    }
    const keeping = await TestBucket.make(s3, 'keeping', { isLockable: true });
    const rule = '<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule>';
    const body = `<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>${rule}</ObjectLockConfiguration>`;
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') };
    expect((await keeping.ask('?object-lock', { method: 'PUT', headers, body })).status).toBe(200);
    expect(await refusal({ lockDays: 7 }, keeping)).toContain('locks every file by itself');
    const { store, prefix } = at(plain);
    await store.prove();
    expect(await plain.keys(prefix)).toEqual([]);
  });

  it('that does not answer is not one without the file; it is asked again when it is back', async () => {
    const { store } = at(plain);
    await s3.stop('SIGKILL');
    await expect(store.prove()).rejects.toBeInstanceOf(UnavailableFault);
    for (const act of [store.read('checkpoint'), store.add('tile/0/000', Buffer.from('one')), store.replace('checkpoint', 'one', null)])
      await expect(act).rejects.toMatchObject({ code: 'log_store_unavailable' });
    await s3.start();
    await store.add('tile/0/000', Buffer.from('one'));
    expect((await store.read('tile/0/000'))?.toString('utf8')).toBe('one');
  }, 90_000);
});

/** The bucket behind a hand that leaves the conditions out, as stores do that do not know them. */
async function heedlessOf(bucket: TestBucket): Promise<{ readonly endpoint: string; readonly close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const { method = 'GET', url = '' } = request;
      const answer = await bucket.ask(url.slice(bucket.name.length + 1), { method, ...(method === 'PUT' ? { body } : {}) });
      response.writeHead(answer.status, { etag: answer.headers.get('etag') ?? '' });
      response.end(answer.status === 204 ? undefined : Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
