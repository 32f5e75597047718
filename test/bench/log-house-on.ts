import pg from 'pg';
import { openLogHouse, type LogHouse } from '../journeys/log-house.js';
import type { BenchNeighbours } from './audit-neighbours.js';

/** Signer, witness and worker as processes on the bench's own PostgreSQL and Redis; `close` leaves those to the bench. */
export async function logHouseOn({ databaseUrl, redisUrl, stateDir }: BenchNeighbours): Promise<LogHouse> {
  if (redisUrl === null) throw new Error('the worker needs a Redis, and none was found');
  const owner = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  return openLogHouse({
    services: {
      databaseUrl,
      redisUrl,
      queuePrefix: 'bench',
      stateDir,
      sql: async <Row extends object>(text: string, values: readonly unknown[] = []) => (await owner.query<Row>(text, [...values])).rows,
      close: () => owner.end(),
    },
  });
}
