import type { DataSourceOptions } from 'typeorm';

/** Group roles of the database; `migrations/1764000000100-roles.ts` creates them, each process acts as one. */
export type DatabaseRole = 'cuao_gateway' | 'cuao_worker' | 'cuao_edge';

export interface ConnectionSettings {
  readonly databaseUrl: string;
  /** null only for migrations and seeding, which act as the owner. */
  readonly role: DatabaseRole | null;
  readonly poolSize: number;
  readonly applicationName: string;
}

/** Settings that `pg` and TypeORM share; statement and idle limits keep one stuck query from holding the house. */
export function connectionOptions(settings: ConnectionSettings): Record<string, unknown> {
  return {
    connectionString: settings.databaseUrl,
    max: settings.poolSize,
    application_name: settings.applicationName,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    ...(settings.role === null
      ? {}
      : { options: `-c role=${settings.role} -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000` }),
  };
}

/** TypeORM options; entities are named by the modules that own them. */
export function dataSourceOptions(settings: ConnectionSettings): DataSourceOptions {
  const { connectionString: _url, max: _max, ...extra } = connectionOptions(settings);
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    poolSize: settings.poolSize,
    extra: { ...extra, max: settings.poolSize },
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    logging: false,
  };
}
