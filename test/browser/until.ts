import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until it is so. The page's own policy forbids evaluated code, so the asking is done from outside. */
export async function until(what: string, isSo: () => Promise<boolean>, patienceMs = 15_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms: ${what}`);
    await pause(50);
  }
}
