import type { Viewer } from '#libs/kernel';
import type { DecisionEntry, RecordedDecision } from './gate.service.js';

/** A record somebody wants to look at: whose body's, and of when. */
export interface InspectedRecord {
  readonly organisationId: string;
  readonly at: Date;
}

export type InspectedOutcome =
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | {
      readonly kind: 'open';
      readonly decision: RecordedDecision;
      readonly organisationIds: readonly string[];
      readonly from: Date;
      readonly to: Date;
    };

/**
 * What an inspection decision opens of the house's records. Inspection decisions lie in libs/inspection, which stands to the
 * right of this lib and gives the answer; each asking is a decision of the gate and on the log before it is answered.
 */
export abstract class InspectedRecords {
  /** The viewer's role may inspect at all. */
  abstract inspects(viewer: Viewer): boolean;
  /** @param record null asks for all that the papers open */
  abstract open(viewer: Viewer, record: InspectedRecord | null, entry: DecisionEntry): Promise<InspectedOutcome>;
}
