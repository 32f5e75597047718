import { parentPort, workerData } from 'node:worker_threads';
import type { BundleFiles } from '../bundle.js';
import { policyChanges } from '../difference/difference.js';
import { explained } from '../explanation/explanation.js';
import { compareRows } from '../impact/impact.js';
import type { Policy } from '../policy.js';
import { takenAgain } from '../replay/replay.js';
import { answerTrial } from '../trial/trial.js';
import { heldPolicy } from './held-policy.js';
import type { BenchAnswer, BenchQuestion } from './bench-tasks.js';

/**
 * The thread in which bundles answer that do not decide here: archived, proposed, perhaps signed by nobody. It holds no key and no
 * connection, sees only the questions it is given, and can be killed.
 */
function answerTo(policies: readonly Policy[], question: BenchQuestion): unknown {
  const [first, second] = policies;
  if (first === undefined) throw new Error('no bundle was started');
  switch (question.kind) {
    case 'trial':
      return answerTrial(first, question.task);
    case 'explain':
      return explained(first, question.task);
    case 'replay':
      return takenAgain(first, question.task.recorded, question.task.question);
    case 'difference':
      if (second === undefined) throw new Error('two bundles are compared');
      return policyChanges(first, second);
    case 'impact':
      if (second === undefined) throw new Error('two bundles are compared');
      return compareRows(first, second, question.task.rows);
  }
}

const say = (answer: BenchAnswer): void => parentPort?.postMessage(answer);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

try {
  const { bundles } = workerData as { readonly bundles: readonly BundleFiles[] };
  const policies = await Promise.all(bundles.map(heldPolicy));
  parentPort?.on('message', (question: BenchQuestion) => {
    try {
      say({ id: question.id, kind: 'answer', value: answerTo(policies, question) });
    } catch (error) {
      say({ id: question.id, kind: 'fault', message: wordsOf(error) });
    }
  });
  say({ id: 0, kind: 'answer', value: 'ready' });
} catch (error) {
  say({ id: 0, kind: 'fault', message: wordsOf(error) });
}
