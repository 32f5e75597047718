import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeBundle, encodeBundle } from './entry-bundle.js';
import { Frontier } from './frontier.js';
import { leafHash, type Hash } from './hash.js';
import { changedTiles, parseTilePath, tilePath, widthIn } from './tile-path.js';
import { FolderStore } from '../store/folder-store.js';
import { joinPerfect, TileTree } from './tile-tree.js';
import { verifyConsistency, verifyInclusion } from './verify.js';

describe('tile paths', () => {
  it('are those of C2SP tlog-tiles', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 67, width: 12 })).toBe('tile/entries/067.p/12');
    expect(tilePath({ level: 0, index: 1_000, width: 1 })).toBe('tile/0/x001/000.p/1');
    expect(tilePath({ level: 2, index: 0, width: 255 })).toBe('tile/2/000.p/255');
  });

  it('are read back, each in one spelling only', () => {
    for (const index of [0, 1, 255, 999, 1_000, 256_000, 1_234_067, 999_999_999])
      for (const level of [0, 1, 7, 63, 'entries'] as const)
        for (const width of [1, 255, 256]) expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
    for (const wrong of [
      'tile/0/0',
      'tile/0/0000',
      'tile/0/x000/001',
      'tile/0/001/067',
      'tile/0/x01/067',
      'tile/00/000',
      'tile/64/000',
      'tile/-1/000',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/01',
      'tile/0/000.p/',
      'tile/0/000/',
      'tile/0/../000',
      'tile/0/000%2e',
      'tile/data/000',
      'tile/entries/x001/x234/067.p/1/2',
      '/tile/0/000',
      '',
    ])
      expect([wrong, parseTilePath(wrong)]).toEqual([wrong, null]);
  });

  it('of a tree of 70,000 and of 256 are those that the specification names', () => {
    const of = (size: number): string[] => changedTiles(0, size).map(tilePath);
    const tiles = of(70_000);
    expect(tiles).toHaveLength(273 + 1 + 1 + 1 + 1);
    expect(tiles).toContain('tile/0/273.p/112');
    expect(tiles).toContain('tile/1/000');
    expect(tiles).toContain('tile/1/001.p/17');
    expect(tiles).toContain('tile/2/000.p/1');
    expect(of(256)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(of(0)).toEqual([]);
  });

  it('that change are the ones whose width differs', () => {
    expect(changedTiles(300, 301).map(tilePath)).toEqual(['tile/0/001.p/45']);
    expect(changedTiles(511, 512).map(tilePath)).toEqual(['tile/0/001', 'tile/1/000.p/2']);
    expect(changedTiles(512, 512)).toEqual([]);
    expect(widthIn(300, 0, 1)).toBe(44);
    expect(widthIn(300, 'entries', 2)).toBe(0);
  });
});

describe('entry bundles', () => {
  it('are read back, and nothing else is', () => {
    const leaves = [Buffer.from('a'), Buffer.alloc(0), Buffer.alloc(8_192, 7)];
    const bundle = encodeBundle(leaves);
    expect(bundle.subarray(0, 3).toString('hex')).toBe('000161');
    expect(decodeBundle(bundle)).toEqual(leaves);
    expect(decodeBundle(bundle.subarray(0, -1))).toBeNull();
    expect(decodeBundle(Buffer.concat([bundle, Buffer.from([0])]))).toBeNull();
    expect(decodeBundle(encodeBundle(Array.from({ length: 257 }, () => Buffer.from('x'))))).toBeNull();
  });
});

describe('a tree in tiles', () => {
  let folder: string;
  let store: FolderStore;
  const size = 70_000;
  const sizes = [1, 2, 255, 256, 257, 511, 65_535, 65_536, 65_537, 69_888, size];
  const roots = new Map<number, Hash>();
  const leaves: Hash[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'cuao-tiles-'));
    store = new FolderStore(folder);
    const frontier = Frontier.empty();
    for (let at = 0; at < size; at += 1) {
      const hash = leafHash(Buffer.from(String(at)));
      leaves.push(hash);
      frontier.append(hash);
      if (sizes.includes(at + 1)) roots.set(at + 1, frontier.root());
    }
    const levels: Hash[][] = [leaves];
    while ((levels.at(-1) ?? []).length >= 256) {
      const below = levels.at(-1) ?? [];
      const above: Hash[] = [];
      for (let at = 0; at + 256 <= below.length; at += 256) above.push(joinPerfect(Buffer.concat(below.slice(at, at + 256))));
      levels.push(above);
    }
    for (const name of changedTiles(0, size)) {
      const own = (levels[name.level as number] ?? []).slice(name.index * 256, name.index * 256 + name.width);
      await store.write(tilePath(name), Buffer.concat(own));
    }
    await store.sync();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has the root of its leaves at every size', async () => {
    const tree = new TileTree(store);
    for (const each of sizes) expect([each, (await tree.root(each)).equals(roots.get(each) ?? Buffer.alloc(0))]).toEqual([each, true]);
  });

  it('gives proofs that verify, across every tile border', async () => {
    const tree = new TileTree(store);
    for (const to of sizes) {
      const root = roots.get(to) ?? Buffer.alloc(0);
      for (const index of [0, 1, 255, 256, 65_535, 65_536, 69_887].filter((each) => each < to))
        expect([
          index,
          to,
          verifyInclusion(index, to, leaves[index] ?? Buffer.alloc(0), await tree.inclusionProof(index, to), root),
        ]).toEqual([index, to, true]);
      for (const from of sizes.filter((each) => each <= to))
        expect([
          from,
          to,
          verifyConsistency(from, to, await tree.consistencyProof(from, to), roots.get(from) ?? Buffer.alloc(0), root),
        ]).toEqual([from, to, true]);
    }
  });

  it('says which tile is missing', async () => {
    const empty = new TileTree(new FolderStore(path.join(folder, 'nowhere')));
    await expect(empty.root(3)).rejects.toThrow('tile/0/000.p/3');
  });
});
