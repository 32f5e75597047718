import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { runMigrations } from '#libs/database';
import { freePort } from '../support/ports.js';

/** What `tools/setup` offers to whoever starts a neighbour. */
interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
}
interface PostgresTools {
  binariesOf(root: string): string | null;
  homeFor(options: object): Promise<{ readonly native: string; readonly data: string }>;
  initialise(options: object): Promise<boolean>;
  serverProgram(options: object): Program;
}
interface RedisTools {
  ensureRedis(tools: string): Promise<object>;
  redisProgram(options: object): Program;
}

export interface BenchNeighbours {
  /** A PostgreSQL whose acknowledged commits survive a power cut: fsync and synchronous_commit are on. */
  readonly databaseUrl: string;
  /** null where no Redis could be found or fetched: the rows against BullMQ are left out. */
  readonly redisUrl: string | null;
  readonly stateDir: string;
  readonly close: () => Promise<void>;
}

export const root = packageRoot(import.meta.dirname);

/** Starts both on free ports, in a folder of this bench's own. */
export async function startNeighbours(): Promise<BenchNeighbours> {
  const postgres = (await load('tools/setup/postgres.mjs')) as PostgresTools;
  const native = postgres.binariesOf(root);
  if (native === null) throw new Error('npm has no PostgreSQL for this platform');
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-bench-'));
  chmodSync(folder, 0o755);
  const home = await postgres.homeFor({ native, folder: path.join(folder, 'pg'), hash: path.basename(folder) });
  await postgres.initialise({ ...home, password: 'bench' });
  const port = await freePort();
  const running = [start(postgres.serverProgram({ ...home, port, logFile: null, throwAway: false }))];
  const databaseUrl = `postgres://cuao:bench@127.0.0.1:${port}/postgres`;
  await untilAnswers(databaseUrl);
  await runMigrations(databaseUrl);
  const redisUrl = await startRedis(folder, running).catch(() => null);
  return {
    databaseUrl,
    redisUrl,
    stateDir: folder,
    close: async () => {
      for (const child of running.reverse()) await stop(child);
      for (const each of [folder, home.data.startsWith('/var/lib/cuao-') ? path.dirname(home.data) : folder])
        rmSync(each, { recursive: true, force: true });
    },
  };
}

async function startRedis(folder: string, running: ChildProcess[]): Promise<string> {
  const tools = (await load('tools/setup/redis.mjs')) as RedisTools;
  const redis = await tools.ensureRedis(path.join(root, '.cuao/tools'));
  const port = await freePort();
  mkdirSync(path.join(folder, 'redis'), { recursive: true });
  running.push(start(tools.redisProgram({ redis, port, folder: path.join(folder, 'redis'), logFile: null })));
  await new Promise((resolve) => setTimeout(resolve, 300));
  return `redis://127.0.0.1:${port}`;
}

const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(root, file)).href);

function start({ command, args, env, cwd, uid, gid }: Program): ChildProcess {
  return spawn(command, [...args], {
    env: { ...env },
    cwd,
    stdio: 'ignore',
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

async function untilAnswers(url: string): Promise<void> {
  const until = performance.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function packageRoot(from: string): string {
  for (let at = from; at !== path.dirname(at); at = path.dirname(at)) if (existsSync(path.join(at, 'package-lock.json'))) return at;
  throw new Error('no package.json above the bench');
}
