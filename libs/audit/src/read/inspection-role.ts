import type { Database } from '#libs/database';
import type { InspectionRef } from './entry-query.js';

/**
 * One read as the database's own inspector: rows of `audit_search` and `audit_opening` come from the bodies and the period of the
 * decision only, while it runs and if the person is of its team. Role and names hold for this transaction (`set local`).
 */
export function underInspection<Row>(
  database: Database,
  { decisionId, personId, at }: InspectionRef,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  return database.transaction(async (tx) => {
    await tx.query(
      `select set_config('cuao.inspection', $1, true), set_config('cuao.person', $2, true), set_config('cuao.at', $3, true), set_config('role', 'cuao_inspector', true)`,
      [decisionId, personId, at.toISOString()],
    );
    return tx.query<Row[]>(sql, [...parameters]);
  });
}
