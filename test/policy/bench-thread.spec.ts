import path from 'node:path';
import { Bench, Benches } from '../../libs/regulation/src/bench/bench.js';
import { readBundleFiles, type BundleFiles } from '../../libs/regulation/src/bundle.js';
import type { ImpactRow } from '../../libs/regulation/src/impact/impact.js';
import { policyRoot, loadCommitted, readCases, someday } from './policy-cases.js';

describe('bundles that do not decide here', () => {
  let files: BundleFiles;
  let rows: ImpactRow[];

  beforeAll(async () => {
    files = await readBundleFiles(path.join(policyRoot, 'bundle'));
    const cases = readCases(await loadCommitted()).filter(({ input }) => typeof input.asOf === 'number');
    rows = Array.from({ length: 4_000 }, (_, i) => ({ id: `dec_${i}`, question: cases[i % cases.length]!.input, effect: 'deny' as const }));
  });

  const trial = { input: { action: 'read_policy', viewer: { roles: ['public'] } }, asOf: someday, nowMs: someday };

  it('are killed when they take too long, and the next one is not hindered', async () => {
    const benches = new Benches();
    const slow = benches.with([files, files], (bench) => bench.ask('impact', { rows }, 20));
    await expect(slow).rejects.toMatchObject({ code: 'too_slow' });
    const next = await benches.with([files], (bench) => bench.ask('trial', trial, 10_000));
    expect(next).toMatchObject({ kind: 'tried', decision: { effect: 'allow' } });
  });

  it('answer nothing more once they were killed', async () => {
    const bench = await Bench.open([files, files]);
    await expect(bench.ask('impact', { rows }, 20)).rejects.toMatchObject({ code: 'too_slow' });
    await expect(bench.ask('trial', trial, 1_000)).rejects.toMatchObject({ code: 'too_slow' });
    await bench.close();
  });

  it('are few at a time', async () => {
    const benches = new Benches();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const two = [1, 2].map(() => benches.with([files], () => held));
    await expect(benches.with([files], () => held)).rejects.toMatchObject({ code: 'busy' });
    release();
    await Promise.all(two);
    await expect(benches.with([files], async () => 'free again')).resolves.toBe('free again');
  });

  it.each([
    ['another file than the manifest names', { 'data.json': Buffer.from('{"tables":{}}') }],
    ['a manifest that is none', { manifest: Buffer.from('{}') }],
  ])('do not start with %s', async (_, change) => {
    await expect(Bench.open([{ ...files, ...change }])).rejects.toMatchObject({ code: 'bundle_unusable' });
  });

  it('compare nothing with nothing: the same bundle twice changes no answer', async () => {
    const part = await new Benches().with([files, files], (bench) => bench.ask('impact', { rows: rows.slice(0, 300) }, 30_000));
    expect(part).toMatchObject({ replayed: 300, changes: [] });
  });
});
