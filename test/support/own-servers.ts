import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { freePort } from './ports.js';

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
  serverUser(): { readonly uid?: number; readonly gid?: number };
}
interface VersitygwTools {
  versitygwProgram(options: object): Program;
}
interface RedisTools {
  ensureRedis(tools: string): Promise<object>;
  redisProgram(options: object): Program;
}

export const root = packageRoot(import.meta.dirname);
const password = 'own';
/** As `npm test` has found or built it; null where there is none, and nothing to build it with. */
export const versitygw = process.env['CUAO_TEST_VERSITYGW'] ?? null;
const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(root, file)).href);

/** A server of a test's own, to be killed and started again on the same port. */
abstract class OwnServer {
  private child: ChildProcess | null = null;
  private ended: Promise<unknown> = Promise.resolve();

  protected constructor(
    readonly port: number,
    readonly folder: string,
  ) {}

  protected abstract program(): Program;
  protected abstract isAnswering(): Promise<boolean>;

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it answers. What a killed server left behind for a moment is a reason to try again, for a minute. */
  async start(): Promise<void> {
    const until = performance.now() + 60_000;
    while (performance.now() < until) {
      if (!this.isRunning) this.spawn();
      if (await this.isAnswering().catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${this.constructor.name} on port ${this.port} did not answer within a minute: ${this.lastWords()}`);
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    if (this.isRunning) this.child?.kill(signal);
    await this.ended;
  }

  kill(): Promise<void> {
    return this.stop('SIGKILL');
  }

  /**
   * As when the machine goes off: the server and every process of its own. A backend of a PostgreSQL whose parent alone is killed may
   * wait for ever for another of them that is gone too.
   */
  async powerOff(): Promise<void> {
    const children = this.isRunning ? childrenOf(this.pid) : [];
    await this.kill();
    for (const pid of children) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }

  private get logFile(): string {
    return `${this.folder}.log`;
  }

  private lastWords(): string {
    return existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8').slice(-500) : '';
  }

  private spawn(): void {
    const { command, args, env, cwd, uid, gid } = this.program();
    const log = openSync(this.logFile, 'a');
    const child = spawn(command, [...args], {
      env: { ...env },
      cwd,
      stdio: ['ignore', log, log],
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    closeSync(log);
    this.child = child;
    this.ended = new Promise((resolve) => {
      child.once('exit', resolve);
      child.once('error', resolve);
    });
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

export interface OwnPostgresOptions {
  /** Settings beside those of the demo city (fsync and synchronous_commit are on). */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL whose acknowledged commits survive a power cut, below a folder of the test's. */
export class OwnPostgres extends OwnServer {
  private constructor(
    port: number,
    readonly data: string,
    private readonly native: string,
    private readonly tools: PostgresTools,
    private readonly settings: Readonly<Record<string, string>>,
  ) {
    super(port, data);
  }

  /** Makes a cluster in `folder`/pg, or takes the one that lies there; starts nothing. */
  static async create(folder: string, { settings = {} }: OwnPostgresOptions = {}): Promise<OwnPostgres> {
    const tools = (await load('tools/setup/postgres.mjs')) as PostgresTools;
    const binaries = tools.binariesOf(root);
    if (binaries === null) throw new Error('npm has no PostgreSQL for this platform');
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    const { native, data } = await tools.homeFor({ native: binaries, folder: path.join(folder, 'pg'), hash: path.basename(folder) });
    await tools.initialise({ native, data, password });
    return new OwnPostgres(await freePort(), data, native, tools, settings);
  }

  /** Another server on a copy of this cluster's folder, which somebody has made: a standby, or the disk after a power cut. */
  async on(data: string, settings: Readonly<Record<string, string>> = this.settings): Promise<OwnPostgres> {
    return new OwnPostgres(await freePort(), data, this.native, this.tools, settings);
  }

  url(database = 'postgres'): string {
    return `postgres://cuao:${password}@127.0.0.1:${this.port}/${database}`;
  }

  /** For `primary_conninfo`. */
  get connectionWords(): string {
    return `host=127.0.0.1 port=${this.port} user=cuao password=${password}`;
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = [], database = 'postgres'): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url(database), connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql, [...values])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  protected program(): Program {
    const program = this.tools.serverProgram({ native: this.native, data: this.data, port: this.port, logFile: null, throwAway: false });
    return { ...program, args: [...program.args, ...Object.entries(this.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])] };
  }

  protected async isAnswering(): Promise<boolean> {
    return (await this.query('select 1')).length === 1;
  }
}

/** A Redis as the demo city has it (append-only file, fsync every second). */
export class OwnRedis extends OwnServer {
  private constructor(
    port: number,
    folder: string,
    private readonly tools: RedisTools,
    private readonly redis: object,
  ) {
    super(port, folder);
  }

  /** @throws where no Redis is found and none can be fetched */
  static async create(folder: string): Promise<OwnRedis> {
    const tools = (await load('tools/setup/redis.mjs')) as RedisTools;
    const redis = await tools.ensureRedis(path.join(root, '.cuao/tools'));
    const below = path.join(folder, 'redis');
    mkdirSync(below, { recursive: true });
    return new OwnRedis(await freePort(), below, tools, redis);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  protected program(): Program {
    return this.tools.redisProgram({ redis: this.redis, port: this.port, folder: this.folder, logFile: null });
  }

  protected async isAnswering(): Promise<boolean> {
    const { ask } = (await load('tools/setup/redis.mjs')) as { ask: (port: number, command: string) => Promise<string | null> };
    return (await ask(this.port, 'PING')) === '+PONG';
  }
}

/** A store of the S3 API on a disk (versitygw), with its root's key. Whoever has none of it passes over (`versitygw` is null). */
export class OwnS3 extends OwnServer {
  readonly key = { id: 'root', secret: randomBytes(12).toString('hex') };

  private constructor(
    port: number,
    folder: string,
    private readonly command: string,
    private readonly tools: VersitygwTools,
  ) {
    super(port, folder);
  }

  static async create(folder: string): Promise<OwnS3> {
    if (versitygw === null) throw new Error('there is no versitygw');
    const below = path.join(folder, 's3');
    for (const name of ['buckets', 'meta']) mkdirSync(path.join(below, name), { recursive: true });
    return new OwnS3(await freePort(), below, versitygw, (await load('tools/setup/versitygw.mjs')) as VersitygwTools);
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  protected program(): Program {
    const { command, port, folder, key } = this;
    return this.tools.versitygwProgram({ command, port, folder, key });
  }

  /** Any answer of an S3 API, here that nobody signed the question. */
  protected async isAnswering(): Promise<boolean> {
    return (await fetch(this.endpoint, { signal: AbortSignal.timeout(2_000) })).status === 403;
  }
}

function packageRoot(from: string): string {
  for (let at = from; at !== path.dirname(at); at = path.dirname(at)) if (existsSync(path.join(at, 'package-lock.json'))) return at;
  throw new Error('no package.json above this file');
}
