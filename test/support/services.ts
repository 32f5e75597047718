import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { Redis } from 'ioredis';

/**
 * Neighbours of a test run. `npm test` starts one PostgreSQL and one Redis and passes their addresses on;
 * each test file takes a database, a queue prefix and a state folder of its own, so files never meet.
 */
export interface TestServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** BullMQ prefix; nothing else in this Redis belongs to the test. */
  readonly queuePrefix: string;
  /** An empty folder, as CUAO_STATE_DIR. */
  readonly stateDir: string;
  /** SQL as the owner, for looking behind the scenes and for breaking things; never to arrange what the product should do. */
  readonly sql: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Drops the database, the queue's keys and the folder. */
  readonly close: () => Promise<void>;
}

export interface TestDatabaseOptions {
  /** `schema`: migrated and empty (default). `city`: with the demo city of `cuao db seed`. */
  readonly content?: 'schema' | 'city';
}

/** Value of a variable that `npm test` sets. @throws with what to type when the test was started in another way */
export function given(variable: string): string {
  const value = process.env[variable];
  if (value !== undefined && value !== '') return value;
  const template = variable.startsWith('CUAO_TEST_TEMPLATE');
  throw new Error(
    template
      ? `${variable} is not set: the migrations or the seeds failed, see the lines above the tests`
      : `${variable} is not set: start this test with \`npm test -- <path of the test>\``,
  );
}

/** Copies a migrated template (about 50 ms; the city a little more) and opens one connection to the copy. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestServices> {
  const server = given('CUAO_TEST_DATABASE_URL');
  const redisUrl = given('CUAO_TEST_REDIS_URL');
  const template = given(options.content === 'city' ? 'CUAO_TEST_TEMPLATE_CITY' : 'CUAO_TEST_TEMPLATE');
  const name = `t_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const stateDir = await mkdtemp(path.join(process.env['CUAO_TEST_FOLDER'] ?? tmpdir(), `${name}-`));
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2, application_name: 'test', idleTimeoutMillis: 1_000 });
  owner.on('error', () => undefined); // a test may stop the server under it
  return {
    databaseUrl,
    redisUrl,
    queuePrefix: name,
    stateDir,
    sql: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await owner.query<Row>(text, [...values])).rows,
    close: async () => {
      await owner.end();
      await Promise.all([
        onServer(server, `drop database if exists ${name} with (force)`),
        forgetQueue(redisUrl, name),
        rm(stateDir, { recursive: true, force: true }),
      ]);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function forgetQueue(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 });
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 500 }) as AsyncIterable<string[]>) {
      if (keys.length > 0) await redis.unlink(...keys);
    }
  } finally {
    redis.disconnect();
  }
}
