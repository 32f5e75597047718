import { createHash } from 'node:crypto';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Tx } from './database.js';

/** Texts that were given a name, so that no caller can fill a connection's memory with them. */
const names = new Map<string, string>();
const mostNames = 200;

/**
 * As `tx.query`, but each connection parses and plans the text once (PostgreSQL's prepared statements): for what every request asks
 * and is planned alike whatever the values are. TypeORM has its statements planned anew each time, which costs more than to run them.
 */
export async function planned<Row>(tx: Tx, text: string, parameters: readonly unknown[]): Promise<Row[]> {
  const runner = tx.queryRunner ?? tx.connection.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const name = nameOf(text);
    const query = { text, values: [...parameters], ...(name === null ? {} : { name }) };
    return (await client.query<Row & QueryResultRow>(query)).rows;
  } finally {
    if (tx.queryRunner === undefined) await runner.release();
  }
}

/** null once there are too many: planned anew then, as it would be without this. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return null;
  const name = `p_${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
