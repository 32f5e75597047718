import { DataSource } from 'typeorm';
import { Database, dataSourceOptions, planned } from '#libs/database';
import { createTestDatabase, type TestServices } from '../support/services.js';

describe('a statement that each connection plans once', () => {
  const text = 'select count(*)::int as n from unit where code = any($1::text[])';
  let services: TestServices;
  let source: DataSource;
  let db: Database;

  beforeAll(async () => {
    services = await createTestDatabase();
    const { databaseUrl } = services;
    source = await new DataSource(
      dataSourceOptions({ databaseUrl, role: 'cuao_gateway', poolSize: 1, applicationName: 'test' }),
    ).initialize();
    db = new Database(source);
  });
  afterAll(async () => {
    await source.destroy();
    await services.close();
  });

  it('is prepared at its first use, and used again with other values', async () => {
    const ask = (codes: readonly string[]) => db.read((tx) => planned<{ n: number }>(tx, text, [codes]));
    expect(await ask([])).toEqual([{ n: 0 }]);
    expect(await ask(['nobody'])).toEqual([{ n: 0 }]);
    const kept = await db.query<{ calls: string }>(
      'select generic_plans + custom_plans as calls from pg_prepared_statements where statement = $1',
      [text],
    );
    expect(kept).toEqual([{ calls: '2' }]);
  });

  it('belongs to the transaction that asks', async () => {
    // The pool has one connection: on another the question would wait for ever.
    const seen = await db.transaction(async (tx) => {
      await tx.query(`set local application_name = 'inside'`);
      return planned<{ name: string }>(tx, `select current_setting('application_name') as name`, []);
    });
    expect(seen).toEqual([{ name: 'inside' }]);
    expect(await db.read((tx) => planned(tx, `select current_setting('application_name') as name`, []))).toEqual([{ name: 'test' }]);
  });

  it('that fails leaves its connection to others', async () => {
    await expect(db.read((tx) => planned(tx, 'select 1 / $1::int as n', [0]))).rejects.toThrow('division by zero');
    expect(await db.read((tx) => planned(tx, 'select 1 / $1::int as n', [1]))).toEqual([{ n: 1 }]);
  });
});
