import { parentPort, workerData } from 'node:worker_threads';
import { BundleFault, readProposed, verifyBundle } from '../bundle.js';
import { tryOut } from '../policy.js';
import type { BundleTask, TryOutcome } from './bundle-loading.js';

/** The thread in which bundles are verified, compiled and tried out, so that the thread that decides is never held up by one. */
async function outcomeOf({ files, trust, nowMs, afterSequence }: BundleTask): Promise<TryOutcome> {
  try {
    const bundle = trust === null ? readProposed(files, nowMs, afterSequence) : verifyBundle(files, trust, nowMs, afterSequence);
    return { kind: 'checked', checked: await tryOut(bundle) };
  } catch (error) {
    const code = error instanceof BundleFault ? error.code : 'self_test_failed';
    return { kind: 'fault', code, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await outcomeOf(workerData as BundleTask));
