import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { OwnPostgres, OwnRedis, root, type OwnPostgresOptions } from '../support/own-servers.js';
import type { TestServices } from '../support/services.js';

/** PostgreSQL (with fsync) and Redis of this test alone, to be killed; the house on them takes `services`. */
export interface OwnServices {
  readonly postgres: OwnPostgres;
  readonly redis: OwnRedis;
  readonly services: TestServices;
  readonly folder: string;
}

export interface OwnServicesOptions extends OwnPostgresOptions {
  /** Where cluster and state lie; a folder of its own by default. */
  readonly folder?: string;
  /** Called with the server's address: a cable that leads to whichever server is the primary. */
  readonly through?: (url: string) => Promise<string>;
  /** Called when the cluster is migrated and stopped, before it is used: a standby may be copied now. */
  readonly prepared?: (postgres: OwnPostgres) => Promise<void>;
}

export async function openOwnServices(options: OwnServicesOptions = {}): Promise<OwnServices> {
  const folder = options.folder ?? mkdtempSync(path.join(process.env['CUAO_TEST_FOLDER'] ?? tmpdir(), 'crash-'));
  const stateDir = path.join(folder, 'state');
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const postgres = await OwnPostgres.create(folder, options);
  const redis = await OwnRedis.create(folder);
  await Promise.all([postgres.start(), redis.start()]);
  migrate(postgres.url(), stateDir);
  if (options.prepared !== undefined) {
    await postgres.stop('SIGINT');
    await options.prepared(postgres);
    await postgres.start();
  }
  const databaseUrl = (await options.through?.(postgres.url())) ?? postgres.url();
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2, application_name: 'test', idleTimeoutMillis: 1_000 });
  owner.on('error', () => undefined);
  return {
    postgres,
    redis,
    folder,
    services: {
      databaseUrl,
      redisUrl: redis.url,
      queuePrefix: 'crash',
      stateDir,
      sql: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await owner.query<Row>(text, [...values])).rows,
      close: async () => {
        await owner.end();
        await Promise.all([redis.stop('SIGTERM'), postgres.stop('SIGINT')]);
        if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
      },
    },
  };
}

function migrate(url: string, stateDir: string): void {
  const cli = path.join(root, 'dist/apps/cli/src/main.js');
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: url,
    CUAO_STATE_DIR: stateDir,
    CUAO_POLICY_DIR: path.join(root, 'policies/bundle'),
  };
  const { status, stderr } = spawnSync(process.execPath, [cli, 'db', 'migrate'], { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`migrations ended with ${status}: ${stderr}`);
}
