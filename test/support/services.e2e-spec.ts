import { createTestDatabase, type TestServices } from './services.js';
import { layCable } from './cable.js';
import { freePort } from './ports.js';
import pg from 'pg';

describe('neighbours of a test', () => {
  let first: TestServices;
  let second: TestServices;
  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(() => Promise.all([first.close(), second.close()]));

  it('gives each caller a database, a queue prefix and a folder of its own', async () => {
    await first.sql('create table only_here (x int)');
    expect(await second.sql(`select 1 from pg_tables where tablename = 'only_here'`)).toEqual([]);
    expect(first.databaseUrl).not.toBe(second.databaseUrl);
    expect(first.queuePrefix).not.toBe(second.queuePrefix);
    expect(first.stateDir).not.toBe(second.stateDir);
  });

  it('clones a migrated schema', async () => {
    const [row] = await first.sql<{ count: string }>('select count(*) from schema_migration');
    expect(Number(row?.count)).toBeGreaterThan(0);
  });

  it('lays a cable that can be cut and mended', async () => {
    const cable = await layCable(first.databaseUrl);
    const ask = async (): Promise<unknown> => {
      const client = new pg.Client({ connectionString: cable.url, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      await client.connect();
      return client.query('select 1').finally(() => client.end());
    };
    await expect(ask()).resolves.toBeDefined();
    await cable.cut();
    await expect(ask()).rejects.toThrow();
    await cable.mend();
    await expect(ask()).resolves.toBeDefined();
    await cable.close();
  });

  it('finds a port that nobody listens on', async () => {
    expect(await freePort()).toBeGreaterThan(1_024);
  });
});
