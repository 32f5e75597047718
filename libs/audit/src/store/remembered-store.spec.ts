import { LogFiles } from '../read/log-file.js';
import { tilePath } from '../tree/tile-path.js';
import { RememberedStore } from './remembered-store.js';
import type { TileStore } from './tile-store.js';

const full = tilePath({ level: 0, index: 0, width: 256 });
const partial = tilePath({ level: 0, index: 1, width: 3 });
const bundle = tilePath({ level: 'entries', index: 0, width: 256 });

/** Files in memory that count who asks for them. */
function countingStore(files: Record<string, Buffer>): { readonly store: TileStore; readonly asked: string[] } {
  const asked: string[] = [];
  const read = (name: string): Promise<Buffer | null> => {
    asked.push(name);
    return Promise.resolve(files[name] ?? null);
  };
  const done = (): Promise<void> => Promise.resolve();
  const store: TileStore = {
    folder: null,
    read,
    look: async (name) => ((await read(name)) === null ? null : { bytes: files[name] ?? Buffer.alloc(0), version: '' }),
    add: (name, bytes) => Promise.resolve(void (files[name] = Buffer.from(bytes))),
    write: (name, bytes) => Promise.resolve(void (files[name] = Buffer.from(bytes as string))),
    replace: () => Promise.resolve(true),
    sync: done,
    removeList: done,
    removeFolder: done,
    prove: done,
  };
  return { store, asked };
}

const checkpoint = (size: number): Buffer => Buffer.from(`log.example/1\n${size}\nAAAA\n\n— log.example/1 AAAA\n`);

describe('a store that remembers', () => {
  it('asks once for a file that stays, and each time for one that changes, is partial or is not there', async () => {
    const files: Record<string, Buffer> = { [full]: Buffer.alloc(8_192, 1), [partial]: Buffer.alloc(96), checkpoint: checkpoint(259) };
    const { store, asked } = countingStore(files);
    const remembered = new RememberedStore(store, 'full');
    for (const name of [full, partial, 'checkpoint', bundle, 'anchors/list'])
      for (let time = 0; time < 3; time += 1) expect(await remembered.read(name)).toEqual(files[name] ?? null);
    expect(asked.filter((name) => name === full)).toHaveLength(1);
    for (const name of [partial, 'checkpoint', bundle, 'anchors/list']) expect(asked.filter((each) => each === name)).toHaveLength(3);
  });

  it('knows what was written through it, and forgets partial tiles that go', async () => {
    const { store, asked } = countingStore({});
    const remembered = new RememberedStore(store, 'all');
    await remembered.add(partial, Buffer.from('a'));
    expect((await remembered.read(partial))?.toString()).toBe('a');
    expect(asked).toEqual([]);
    await remembered.removeFolder('tile/0/001.p');
    await remembered.read(partial);
    expect(asked).toEqual([partial]);
  });

  it('keeps no more than 32 MiB, the last ones', async () => {
    const names = Array.from({ length: 20 }, (_, index) => tilePath({ level: 'entries', index, width: 256 }));
    const { store, asked } = countingStore(Object.fromEntries(names.map((name) => [name, Buffer.alloc(2 * 2 ** 20)])));
    const remembered = new RememberedStore(store, 'full');
    for (const name of names) await remembered.read(name);
    asked.length = 0;
    for (const name of [...names].reverse()) await remembered.read(name);
    expect(asked).toHaveLength(4);
  });

  it('lets published tiles be served again without a question to the store behind it', async () => {
    const files: Record<string, Buffer> = { checkpoint: checkpoint(259), [full]: Buffer.alloc(8_192, 1), [bundle]: Buffer.from('b') };
    const { store, asked } = countingStore(files);
    const log = new LogFiles(new RememberedStore(store, 'full'));
    expect((await log.open(`/log/${full}`)).status).toBe(200);
    expect(asked).toEqual(['checkpoint', full]);
    expect((await log.open(`/log/${full}`)).body).toEqual(files[full]);
    expect((await log.open(`/log/${bundle}`)).status).toBe(200);
    expect(asked).toEqual(['checkpoint', full, bundle]);
    const second = tilePath({ level: 0, index: 1, width: 256 });
    files[second] = Buffer.alloc(8_192, 2);
    expect((await log.open(`/log/${second}`)).status).toBe(404);
    files['checkpoint'] = checkpoint(512);
    expect((await log.open(`/log/${second}`)).status).toBe(200);
  });
});
