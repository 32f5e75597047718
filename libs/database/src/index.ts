export { Database, isConnectionError, type Tx } from './database.js';
export { DatabaseModule } from './database.module.js';
export { GroupRead } from './group-read.js';
export { loadMigrations, ownerDataSource, runMigrations } from './migrate.js';
export { planned } from './planned.js';
export { connectionOptions, dataSourceOptions, type ConnectionSettings, type DatabaseRole } from './options.js';
