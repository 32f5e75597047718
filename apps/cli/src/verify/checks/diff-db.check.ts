import path from 'node:path';
import { Misused, parseWords, readInput, trustPolicy } from '../arguments.js';
import { isSame } from '../codec.js';
import { diffDatabase, type Ask } from '../database.js';
import { LogFolder } from '../log-folder.js';
import { rootFromTiles } from '../tile-tree.js';
import { openTrusted } from '../trust-policy.js';
import { failed, type Check, type Row } from '../verdict.js';

/** The database against the log's own files, row by row. The one check that needs a connection: to that database. */
export const diffDb: Check = async (args, tell) => {
  const words = parseWords(args, ['policy']);
  const [dsn, folder] = words.positional;
  if (dsn === undefined || folder === undefined || words.positional.length > 2)
    throw new Misused('cuao verify diff-db postgres://… LOG-DIR [--policy FILE]');
  if (!/^postgres(ql)?:\/\//.test(dsn))
    throw new Misused('the first word is the address of the database: postgres://user:password@host/name');
  const log = new LogFolder(folder);
  const checkpoint = await openTrusted(readInput(path.join(folder, 'checkpoint')), trustPolicy(words, folder, tell));
  if (typeof checkpoint === 'string') return { verdict: failed(checkpoint), json: words.json };
  const root = rootFromTiles(log, checkpoint.size);
  if (typeof root === 'string') return { verdict: failed(root), json: words.json };
  if (!isSame(root, checkpoint.root))
    return { verdict: failed(`the leaf tiles do not lead to the root of the checkpoint of ${checkpoint.size}`), json: words.json };
  return withDatabase(dsn, async (ask) => {
    const { difference, entries, leaves, searched } = await diffDatabase(ask, log, checkpoint.origin, checkpoint.size);
    if (difference !== null) return { verdict: failed(`index ${difference.index}: ${difference.what}`), json: words.json };
    const rows: readonly Row[] = [
      ['entries', 'dòng khớp', 'rows that agree', entries],
      ['leaves', 'lá còn trong cơ sở dữ liệu', 'leaves still in the database', leaves],
      ['searched', 'dòng tra cứu khớp', 'search rows that agree', searched],
    ];
    return { verdict: { verified: true, because: null, rows }, json: words.json };
  });
};

/** One read-only snapshot, so that a log that grows meanwhile does not look like one that was altered. */
async function withDatabase<T>(dsn: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const { default: pg } = await import('pg').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Misused('this check alone speaks to a database and needs the npm package pg beside the verifier (npm install pg)');
  });
  const client = new pg.Client({ connectionString: dsn, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
  } catch (error) {
    throw new Misused(`the database does not answer: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return await work(async (sql, values) => (await client.query<Record<string, unknown>>(sql, [...values])).rows);
  } finally {
    await client.end();
  }
}
