#!/usr/bin/env node
// `npm run stop`: asks the starter to stop the city, and waits until it is gone.
import { endProcesses } from './city/ending.mjs';
import { isAlive, sendSignal } from './city/identity.mjs';
import { placeOf } from './city/place.mjs';
import { processesIn } from './city/record.mjs';
import { readRecord, release } from './city/run-record.mjs';

const place = placeOf();
const record = readRecord(place.record);
const patienceMs = 30_000;

if (record === null) {
  console.log('thành phố chưa chạy · the demo city is not running');
} else if (!isAlive(record.holder)) {
  const ended = await endProcesses(processesIn(record));
  release(place.record, record.holder);
  console.log(`đã dọn ${ended.length} tiến trình còn sót · ${ended.length} left-over processes ended`);
} else {
  sendSignal(record.holder.pid, 'SIGTERM');
  const until = performance.now() + patienceMs;
  while (isAlive(record.holder) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  const gone = !isAlive(record.holder);
  console.log(gone ? 'đã dừng · stopped' : `vẫn chưa dừng sau ${patienceMs / 1000} giây · still not gone; its pid is ${record.holder.pid}`);
  process.exitCode = gone ? 0 : 1;
}
