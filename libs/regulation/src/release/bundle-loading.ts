import { Worker } from 'node:worker_threads';
import { BundleFault, type BundleFaultCode, type BundleFiles, type PolicyTrust } from '../bundle.js';
import { policyOf, type CheckedBundle, type Policy } from '../policy.js';

export interface BundleTask {
  readonly files: BundleFiles;
  /** null for a bundle that is only proposed and decides nothing. */
  readonly trust: PolicyTrust | null;
  readonly nowMs: number;
  readonly afterSequence: number | null;
}

export type TryOutcome =
  | { readonly kind: 'checked'; readonly checked: CheckedBundle }
  | { readonly kind: 'fault'; readonly code: BundleFaultCode; readonly message: string };

/** Compiling and some hundred golden questions take a fraction of a second; a bundle that takes this long is refused. */
const patienceMs = 20_000;

/** Verified, compiled and tried out in a thread of its own; only the finished module is started here. @throws BundleFault */
export async function loadBundle(task: BundleTask & { readonly trust: PolicyTrust }): Promise<Policy> {
  return policyOf(await tryInThread(task));
}

/** @throws BundleFault when the bundle would not start or does not answer its own questions */
export async function tryInThread(task: BundleTask): Promise<CheckedBundle> {
  const outcome = await outcomeOf(task);
  if (outcome.kind === 'fault') throw new BundleFault(outcome.code, outcome.message);
  return outcome.checked;
}

function outcomeOf(task: BundleTask): Promise<TryOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const late = setTimeout(
      () => settle({ kind: 'fault', code: 'too_slow', message: `not tried out within ${patienceMs} ms` }),
      patienceMs,
    );
    const settle = (outcome: TryOutcome): void => {
      clearTimeout(late);
      resolve(outcome);
      void worker.terminate();
    };
    worker.once('message', (outcome: TryOutcome) => settle(outcome));
    worker.once('error', (cause) => {
      clearTimeout(late);
      reject(new BundleFault('self_test_failed', 'the thread that tried the bundle out broke', { cause }));
    });
    worker.once('exit', (code) =>
      settle({ kind: 'fault', code: 'self_test_failed', message: `the thread ended with ${code} and no word` }),
    );
  });
}

/** Beside this file when compiled; a thread runs no sources, so under a test runner it is the compiled one in `dist`. */
function workerFile(): URL {
  const here = new URL('./bundle-worker.js', import.meta.url);
  if (!import.meta.url.endsWith('.ts')) return here;
  return new URL(here.href.replace('/libs/regulation/', '/dist/libs/regulation/'));
}
