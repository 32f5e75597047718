import type { Tx } from '#libs/database';
import type { InspectionDecisionId, PersonId } from '#libs/kernel';

/**
 * Which inspection decisions name this person in their team and run at that instant. The record is `libs/inspection`'s,
 * which provides this; where nobody does, nobody is on an inspection.
 */
export abstract class ViewerInspections {
  abstract idsOf(tx: Tx, personId: PersonId, at: Date): Promise<readonly InspectionDecisionId[]>;
}

/** Roles that exist only inside an inspection decision. */
export const inspectionRoles: ReadonlySet<string> = new Set(['inspector', 'inspection_head', 'inspection_issuer']);
