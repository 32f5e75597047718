import { Pool, type PoolClient } from 'pg';
import { UnavailableFault } from '#libs/kernel';
import { connectionOptions, isConnectionError } from '#libs/database';

/** Longest that a check for one request may take; slower than this counts as no answer. */
const answerWithinMs = 1_500;

/**
 * The edge's own connections, few and with short limits: an answer that comes late is as good as none,
 * because without knowledge nothing is served.
 */
export class EdgeStore {
  readonly pool: Pool;

  /** @param onTrouble told of connections that broke while idle; they are replaced by themselves */
  constructor(
    readonly databaseUrl: string,
    applicationName: string,
    onTrouble: (error: Error) => void,
  ) {
    this.pool = new Pool({
      ...connectionOptions({ databaseUrl, role: 'cuao_edge', poolSize: 6, applicationName }),
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      statement_timeout: answerWithinMs,
    });
    this.pool.on('error', onTrouble);
    // One that breaks between two statements of a transaction is no event of the process: the next statement fails.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return reachable(async () => (await this.pool.query<Row>(sql, [...parameters])).rows);
  }

  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return reachable(async () => {
      const client = await this.pool.connect();
      try {
        await client.query('begin');
        const result = await work(client);
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        // A connection in an unknown state is thrown away, not given to the next request.
        client.release(true);
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isSilence(error)) throw new UnavailableFault('database', 'the database does not answer the edge', { cause: error });
    throw error;
  }
}

/** No connection, a broken one, a server that shuts down, or an answer that took too long: nothing is wrong with the question. */
function isSilence(error: unknown): boolean {
  if (isConnectionError(error)) return true;
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error ? String(error.code) : '';
  const message = 'message' in error ? String(error.message) : '';
  return code === '57014' || /^E[A-Z]+$/.test(code) || /timeout|terminated/i.test(message);
}
