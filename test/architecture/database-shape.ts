import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource, getMetadataArgsStorage, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import { repositoryRoot } from './source-files.js';

export type EntityTarget = EntitySchema | (new () => object);
export type MigrationClass = new () => MigrationInterface;

/** Every entity of every lib, found on disk: one that no module names is compared as well. */
export async function allEntities(): Promise<EntityTarget[]> {
  const files = readdirSync(path.join(repositoryRoot, 'libs'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.entity.ts'),
  );
  for (const file of files) await import(pathToFileURL(path.join(repositoryRoot, 'libs', file)).href);
  return getMetadataArgsStorage()
    .tables.map(({ target }) => target)
    .filter((target): target is new () => object => typeof target === 'function');
}

/** Tables of the log are written by parameterised SQL alone (`audit.md` 7.3) and have no entity; so has TypeORM's own. */
export const withoutEntity = /^(audit_\w+|log_state|log_progress|log_finding|schema_migration)$/;

export async function openAs(
  databaseUrl: string,
  entities: readonly EntityTarget[],
  migrations: readonly MigrationClass[] = [],
): Promise<DataSource> {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: databaseUrl,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 2,
  };
  return new DataSource(options).initialize();
}

/** What TypeORM would change to make the schema that of the entities; empty when the two say the same. */
export async function differences(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

export async function tablesWithoutEntity(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ name: string }[]>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const known = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
  return rows.map(({ name }) => name).filter((name) => !known.has(name) && !withoutEntity.test(name));
}

/** Everything that a migration can leave in schema `public`, one line each: relations, columns, constraints, functions, rights. */
export async function fingerprint(source: DataSource): Promise<string[]> {
  const rows = await source.query<{ line: string }[]>(`
    with ours as (
      select c.oid, c.relname, c.relkind, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relname !~ '^schema_migration' and c.relkind not in ('i', 'I')
    )
    select 'relation ' || relkind::text || ' ' || relname || ' ' || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(relacl) a), '-') as line from ours
    union all select 'column ' || o.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
        || coalesce(pg_get_expr(d.adbin, d.adrelid), '-') || ' ' || coalesce(a.attacl::text, '-')
      from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    union all select 'constraint ' || o.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) from ours o join pg_constraint k on k.conrelid = o.oid
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public' and tablename !~ '^schema_migration'
    union all select 'trigger ' || o.relname || ' ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text from ours o join pg_trigger t on t.tgrelid = o.oid and not t.tgisinternal
    union all select 'function ' || p.oid::regprocedure || ' ' || md5(p.prosrc) || ' ' || coalesce(p.proacl::text, '-')
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by 1`);
  return rows.map(({ line }) => line);
}

/**
 * Undoes every migration and does them again.
 * @returns what was left over when all were undone, and what differs after doing them again
 */
export async function roundTrip(source: DataSource): Promise<{ leftOver: string[]; changed: string[] }> {
  await source.runMigrations();
  const before = await fingerprint(source);
  const done = await source.query<unknown[]>('select 1 from schema_migration');
  for (let count = done.length; count > 0; count -= 1) await source.undoLastMigration();
  const leftOver = await fingerprint(source);
  await source.runMigrations();
  const after = await fingerprint(source);
  const changed = [...before.filter((line) => !after.includes(line)), ...after.filter((line) => !before.includes(line))];
  return { leftOver, changed };
}
