import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for something to become true, looking often. The patience is for a machine whose neighbours are busy: how quickly
 * things happen is measured by `npm run bench`, a test only asks that they do.
 * @throws Error when it has not become true within the time
 */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await pause(15);
  }
}
