import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { loadBundle, policyOf, readBundle, readTrust, startPolicy, trustFileOf, tryOut, verifyBundle } from '#libs/regulation';
import { SystemClock } from '#libs/kernel';
import { benchRow, type BenchRow } from './bench-row.js';

const rounds = 10;

/**
 * A release from bytes to the first answer: verified, compiled, started and asked its own questions. Ours does it in a thread of
 * its own; the baseline is the same work in the thread that decides. What counts is how long that thread is held up.
 */
export async function run(): Promise<BenchRow[]> {
  const folder = path.resolve('policies/bundle');
  const [files, trust] = [await readBundle(folder), await readTrust(trustFileOf(folder))];
  const nowMs = new SystemClock().nowMs();
  const here = async (): Promise<string> => (await startPolicy(files, trust, nowMs, null)).bundle.sha256;
  const apart = async (): Promise<string> => (await loadBundle({ files, trust, nowMs, afterSequence: null })).bundle.sha256;
  const same = (await here()) === (await apart());
  const [ours, baseline] = [await measured(apart), await measured(here)];
  const checked = await tryOut(verifyBundle(files, trust, nowMs, null));
  const began = performance.now();
  await policyOf(checked);
  const started = performance.now() - began;
  return [
    benchRow({
      name: 'reload: longest hold-up of the deciding thread',
      ours: ours.heldUp,
      baseline: baseline.heldUp,
      baselineName: 'the same load in the deciding thread',
      unit: 'ms',
      wanted: { ratioAtMost: 0.8 },
      work: { same, how: 'both end with the same bundle, verified, compiled and asked its golden questions' },
      details: { rounds, oursWholeMs: ours.whole, baselineWholeMs: baseline.whole, startOfCheckedBundleMs: started },
    }),
  ];
}

/** Medians of the whole load and of the longest gap between two turns of this thread meanwhile, in milliseconds. */
async function measured(load: () => Promise<string>): Promise<{ whole: number; heldUp: number }> {
  const wholes: number[] = [];
  const gaps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    await load();
    wholes.push(performance.now() - began);
    await new Promise((done) => setImmediate(done));
    delay.disable();
    gaps.push(delay.max / 1e6);
  }
  return { whole: median(wholes), heldUp: median(gaps) };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
