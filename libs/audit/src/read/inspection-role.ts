import type { Database } from '#libs/database';

/** An inspection decision and the person of its team who reads. */
export interface InspectionRef {
  readonly decisionId: string;
  readonly personId: string;
  /** When it is read: the decision must run then. */
  readonly at: Date;
}

/**
 * As whom the database is asked. `house`: every row, for facts of a decision that is still to be taken, for one's own acts and for what
 * the house itself needs; the caller narrows. Under an inspection decision: as the database's own inspector.
 */
export type ReadAs = 'house' | InspectionRef;

/**
 * One statement. Under papers the role `cuao_inspector` reads, to which the database gives the rows of the decision's bodies and period
 * only, while it runs and if the person is of its team. Role and names hold for this transaction (`set local`).
 */
export function readRows<Row>(database: Database, as: ReadAs, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  if (as === 'house') return database.query<Row>(sql, parameters);
  const { decisionId, personId, at } = as;
  return database.transaction(async (tx) => {
    await tx.query(
      `select set_config('cuao.inspection', $1, true), set_config('cuao.person', $2, true), set_config('cuao.at', $3, true), set_config('role', 'cuao_inspector', true)`,
      [decisionId, personId, at.toISOString()],
    );
    return tx.query<Row[]>(sql, [...parameters]);
  });
}
