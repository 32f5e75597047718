import { EntitySchema, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { loadMigrations } from '#libs/database';
import { createTestDatabase, type TestServices } from '../support/services.js';
import { allEntities, differences, openAs, roundTrip, tablesWithoutEntity } from './database-shape.js';

let services: TestServices;
const open: DataSource[] = [];

beforeAll(async () => {
  services = await createTestDatabase({ content: 'schema' });
});

afterEach(async () => {
  for (const source of open.splice(0)) await source.destroy();
});

afterAll(() => services.close());

async function opened(...given: Parameters<typeof openAs>): Promise<DataSource> {
  const source = await openAs(...given);
  open.push(source);
  return source;
}

describe('migrations make what the entities say', () => {
  it('for every entity of every lib', async () => {
    const source = await opened(services.databaseUrl, await allEntities());
    expect(await differences(source)).toEqual([]);
  });

  it('and every table has its entity, the log’s own excepted', async () => {
    const source = await opened(services.databaseUrl, await allEntities());
    expect(await tablesWithoutEntity(source)).toEqual([]);
  });

  it('a column that only the entity knows is named', async () => {
    const planted = new EntitySchema({
      name: 'PlantedUnit',
      tableName: 'inspected_organisation',
      columns: {
        inspectionDecisionId: { type: 'text', name: 'inspection_decision_id', primary: true },
        organisationId: { type: 'text', name: 'organisation_id', primary: true },
        planted: { type: 'text', nullable: true },
      },
    });
    const source = await opened(services.databaseUrl, [planted]);
    expect((await differences(source)).filter((query) => query.includes('ADD "planted"'))).toHaveLength(1);
    expect(await tablesWithoutEntity(source)).toContain('unit');
  });
});

/** Forgets half of what it made. */
class Planted1999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table planted_one (id text primary key)');
    await runner.query('create table planted_two (id text primary key)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table planted_one');
  }
}

describe('migrations run up, down and up', () => {
  it('leave nothing behind when undone, and make the same again', async () => {
    const source = await opened(services.databaseUrl, [], await loadMigrations());
    expect(await roundTrip(source)).toEqual({ leftOver: [], changed: [] });
  });

  it('one that forgets something is caught', async () => {
    const other = await createTestDatabase({ content: 'schema' });
    try {
      const source = await openAs(other.databaseUrl, [], [...(await loadMigrations()), Planted1999999999999]);
      try {
        await expect(roundTrip(source)).rejects.toThrow(/planted_two/);
      } finally {
        await source.destroy();
      }
    } finally {
      await other.close();
    }
  });
});
