import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../support/ports.js';
import { createTestDatabase, type TestServices } from '../support/services.js';

const checkout = path.resolve(import.meta.dirname, '../..');
const patienceMs = 240_000;

export interface City {
  /** Where the portal is, without a slash at the end. */
  readonly url: string;
  /** What happens to the log beneath the pages; null for a city that is not ours to touch. */
  readonly sql: TestServices['sql'] | null;
  /** File that says whose signatures the log needs; null for a city that is not ours to look into. */
  readonly logPolicy: string | null;
  stop(): Promise<void>;
}

/**
 * A whole city for the pages: the one that CUAO_TEST_URL names, else one of our own, begun by the very `npm start` that people
 * type, in a state folder, a database and ports that nobody else has.
 */
export async function openCity(): Promise<City> {
  const given = process.env['CUAO_TEST_URL'];
  if (given !== undefined && given !== '')
    return { url: given.replace(/\/$/, ''), sql: null, logPolicy: null, stop: async () => undefined };

  const state = await mkdtemp(path.join(tmpdir(), 'cuao-pages-'));
  await chmod(state, 0o711);
  const services = await createTestDatabase({ content: 'city' });
  const forget = async (): Promise<void> => {
    await services.close();
    await rm(state, { recursive: true, force: true });
  };
  try {
    const start = await startCity(state, services);
    return { ...start, stop: async () => start.stop().then(forget) };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function startCity(state: string, services: TestServices): Promise<City> {
  const ports: Record<string, number> = {};
  for (const name of ['gateway', 'edge', 'idp', 'witness', 'worker']) ports[name] = await freePort();
  await writeFile(path.join(state, 'ports.json'), JSON.stringify(ports));
  const child = spawn(process.execPath, [path.join(checkout, 'tools/start.mjs'), '--port', String(ports['gateway'])], {
    cwd: checkout,
    env: { ...process.env, CUAO_STATE_DIR: state, DATABASE_URL: services.databaseUrl, REDIS_URL: `${services.redisUrl}/9`, ...ffmpeg() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ended;
  };
  try {
    return { url: await readyAddress(child, ended), sql: services.sql, logPolicy: path.join(state, 'log/policy'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The program that `npm test` found, so that a state folder of our own does not fetch it once more. */
function ffmpeg(): Record<string, string> {
  const found = process.env['CUAO_TEST_FFMPEG'];
  return found !== undefined && existsSync(found) ? { FFMPEG_PATH: found } : {};
}

/** The address on the last line of a good start. */
function readyAddress(child: ReturnType<typeof spawn>, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    const fail = (why: string): void => reject(new Error(`the city did not start: ${why}\n${words.slice(-2_000)}`));
    const patience = setTimeout(() => fail(`not ready after ${patienceMs / 1_000} s`), patienceMs);
    const hear = (text: Buffer): void => {
      words += text.toString('utf8');
      const [, address] = /^ready (http:\/\/\S+)$/m.exec(words) ?? [];
      if (address === undefined) return;
      clearTimeout(patience);
      resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => {
      clearTimeout(patience);
      fail('it ended');
    });
  });
}
