import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import path from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from './options.js';

type MigrationClass = new () => MigrationInterface;

/** Our migrations folder, compiled (`dist/migrations`) or as sources under a test runner. */
function migrationsFolder(): string {
  return path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../migrations');
}

/** Every class exported by a file of the migrations folder, by file name. */
export async function loadMigrations(folder: string = migrationsFolder()): Promise<MigrationClass[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{13}-.+\.(js|ts)$/.test(file) && !file.endsWith('.d.ts')).sort();
  const classes: MigrationClass[] = [];
  for (const file of files) {
    const loaded = (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>;
    for (const exported of Object.values(loaded)) if (typeof exported === 'function') classes.push(exported as MigrationClass);
  }
  return classes;
}

/** A data source that acts as the owner and knows the migrations; the caller destroys it. */
export async function ownerDataSource(databaseUrl: string): Promise<DataSource> {
  const source = new DataSource({
    ...dataSourceOptions({ databaseUrl, role: null, poolSize: 2, applicationName: 'cuao-owner' }),
    migrations: await loadMigrations(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
  } as ConstructorParameters<typeof DataSource>[0]);
  return source.initialize();
}

/** Brings the database up to date. @returns names of what was run now */
export async function runMigrations(databaseUrl: string): Promise<string[]> {
  const source = await ownerDataSource(databaseUrl);
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
