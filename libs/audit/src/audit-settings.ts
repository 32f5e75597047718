import pg from 'pg';
import { connectionOptions, type DatabaseRole } from '#libs/database';
import type { TileStore } from './store/tile-store.js';

/** What a process tells the log about itself. */
export interface AuditSettings {
  readonly databaseUrl: string;
  /** null only for tests and tools that act as the owner. */
  readonly role: DatabaseRole | null;
  /** Name of this process in the log: `gateway-1`. */
  readonly producer: string;
  readonly origin: string;
  readonly stateDir: string;
  /** null where there is no Redis to ring through (the edge): the sweeper finds its entries within 250 ms. */
  readonly doorbell: { readonly redisUrl: string; readonly queuePrefix: string } | null;
  /** Of the log's public files; null in processes that do not read the log. */
  readonly store: TileStore | null;
  /** True in the one process that may read openings: it makes their key at its first start. */
  readonly readsOpenings: boolean;
}
/** Token of the settings. */
export const AuditSettings = Symbol('AuditSettings');

/** Only for the log: a busy pool elsewhere must not be able to starve the log. */
export function auditPool({ databaseUrl, role, producer }: AuditSettings, poolSize = 2): pg.Pool {
  const { options, ...settings } = connectionOptions({ databaseUrl, role, poolSize, applicationName: `cuao-audit ${producer}` });
  const base = typeof options === 'string' ? `${options} ` : '';
  const pool = new pg.Pool({
    ...settings,
    connectionTimeoutMillis: 1_500,
    query_timeout: 1_800,
    keepAlive: true,
    options: `${base}-c synchronous_commit=on -c statement_timeout=1800`,
  });
  // An idle connection that breaks is no event: the next query opens another or fails, and then nothing is released.
  pool.on('error', () => undefined);
  return pool;
}
