#!/usr/bin/env node
// `npm run fault -- redis-flush`: breaks something in the running demo city, on purpose. `--json` prints the bare answer.
import { askFor } from './city/control.mjs';
import { faults } from './city/faults.mjs';
import { placeOf } from './city/place.mjs';

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const [name, ...more] = words.filter((word) => word !== '--json');

if (name === undefined || more.length > 0 || !Object.hasOwn(faults, name)) {
  console.error('cách dùng · usage: npm run fault -- <tên · name>');
  for (const [each, { vi, en }] of Object.entries(faults)) console.error(`  ${each.padEnd(13)} ${vi} · ${en}`);
  process.exit(2);
}
try {
  const answer = await askFor(placeOf().control, name);
  if (asJson) console.log(JSON.stringify(answer));
  else if (answer.ok) console.log(`${answer.vi} · ${answer.en} (${answer.tookMs} ms)`);
  else console.error(answer.error);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  const why =
    error.code === 'EACCES'
      ? 'thành phố của người dùng khác · the city belongs to another user'
      : 'thành phố chưa chạy · the demo city is not running: npm start';
  console.error(why);
  process.exitCode = 8;
}
