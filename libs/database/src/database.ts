import { DataSource, type EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { UnavailableFault } from '#libs/kernel';

/** A running transaction; passed first and visible to whatever takes part in it. */
export type Tx = EntityManager;

/**
 * The one way to a transaction. READ COMMITTED; what must not race takes a row lock or a constraint.
 * Promises: commits when `work` returns, rolls back when it throws, never retries by itself.
 */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.reachable(() => this.source.transaction(work));
  }

  /** Reads outside a transaction; the caller must not write. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.reachable(() => work(this.source.manager));
  }

  /** Several reads that see one state of the database, whatever others commit between them; writing is refused. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.reachable(async () => {
      const runner = this.source.createQueryRunner();
      try {
        // One statement; TypeORM's own beginning and a `set transaction` would be three.
        await runner.query('begin isolation level repeatable read read only');
        try {
          return await work(runner.manager);
        } finally {
          await runner.query('rollback'); // there is nothing to commit
        }
      } finally {
        await runner.release();
      }
    });
  }

  /** Parameterised SQL outside a transaction. */
  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.reachable(() => this.source.query<Row[]>(sql, [...parameters]));
  }

  private async reachable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isConnectionError(error)) throw new UnavailableFault('database', 'the database does not answer', { cause: error });
      throw error;
    }
  }
}

/** Class 08 (connection), 57P (shutdown) and socket errors: nothing is known to be wrong with the request itself. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /^(08|57P|53300)/.test(code)
    || /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)/.test(code)
    || /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message)
  );
}
