export { Database, isConnectionError, type Tx } from './database.js';
export { DatabaseModule } from './database.module.js';
export { loadMigrations, ownerDataSource, runMigrations } from './migrate.js';
export { connectionOptions, dataSourceOptions, type ConnectionSettings, type DatabaseRole } from './options.js';
