// `node guard.mjs`: outlives the starter by a moment. Started by it with an IPC channel and told what runs;
// when the channel breaks without a word of farewell (the starter was killed), it ends what was started and leaves no process.
import { rmSync } from 'node:fs';
import process from 'node:process';
import { endProcesses } from './ending.mjs';
import { release } from './run-record.mjs';

let watched = { processes: [], record: null, holder: null };
let farewell = false;

// Ctrl-C and a closing terminal are the starter's business; its end is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

process.on('message', (message) => {
  if (message.type === 'watch') watched = message.watched;
  if (message.type === 'farewell') farewell = true;
});

process.on('disconnect', async () => {
  if (!farewell) {
    await endProcesses(watched.processes);
    if (watched.record !== null) release(watched.record, watched.holder);
    if (watched.folder !== undefined) rmSync(watched.folder, { recursive: true, force: true }); // a test run's own
  }
  process.exit(0);
});
process.send?.({ ready: true });
