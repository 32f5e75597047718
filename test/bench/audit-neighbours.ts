import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMigrations } from '#libs/database';
import { OwnPostgres, OwnRedis } from '../support/own-servers.js';

export { root } from '../support/own-servers.js';

export interface BenchNeighbours {
  /** A PostgreSQL whose acknowledged commits survive a power cut: fsync and synchronous_commit are on. */
  readonly databaseUrl: string;
  /** null where no Redis could be found or fetched: the rows against BullMQ are left out. */
  readonly redisUrl: string | null;
  readonly stateDir: string;
  readonly close: () => Promise<void>;
}

/** Starts both on free ports, in a folder of this bench's own. */
export async function startNeighbours(): Promise<BenchNeighbours> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuao-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await OwnPostgres.create(folder);
  await postgres.start();
  await runMigrations(postgres.url());
  const redis = await OwnRedis.create(folder).catch(() => null);
  await redis?.start();
  return {
    databaseUrl: postgres.url(),
    redisUrl: redis?.url ?? null,
    stateDir: folder,
    close: async () => {
      await redis?.stop('SIGTERM');
      await postgres.stop('SIGINT');
      for (const each of [folder, postgres.data.startsWith('/var/lib/cuao-') ? path.dirname(postgres.data) : folder])
        rmSync(each, { recursive: true, force: true });
    },
  };
}
