import type { EntryWriter } from '#libs/audit';
import type { ClockTask } from './clocks.js';

/** An entry each minute, so that silence can be told from quiet: a log without heartbeats was stopped or cut off. */
export function heartbeat(entries: EntryWriter, producer: string): ClockTask {
  return {
    name: 'log.heartbeat',
    everyMs: 60_000,
    run: async () => {
      await entries.append({ type: 'log.heartbeat', viewer: null, actorProcess: producer, outcome: 'done' });
    },
  };
}
