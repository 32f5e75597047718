import type { Facts } from '#libs/regulation';
import type { InspectionPapers } from './papers.repository.js';

/** What somebody wants to look at: records of these bodies, of acts in this stretch of time. */
export interface InspectionTarget {
  /** Ids; a body that is not known stands under the code that was asked for, and so lies outside every scope. */
  readonly organisationIds: readonly string[];
  readonly from: Date;
  readonly to: Date;
}

/** Facts of `inspect`. Without papers nothing is stated of them, and a missing fact denies. */
export function inspectionFacts(papers: InspectionPapers | null, target: InspectionTarget): Facts {
  const context = {
    targetOrgIds: [...target.organisationIds],
    targetWindow: { from: target.from.getTime(), to: target.to.getTime() },
  };
  if (papers === null) return { context };
  return {
    context,
    inspection: {
      id: papers.id,
      no: papers.decisionNo,
      issuer: papers.issuer,
      issuerOrgKind: papers.issuerOrgKind,
      head: papers.head,
      team: [...papers.team],
      inspectedOrgs: papers.inspected.map(({ id }) => id),
      contents: [...papers.contents],
      period: { from: papers.periodFrom.getTime(), to: papers.periodTo.getTime() },
      mode: papers.mode,
      announcedAt: papers.announcedAt.getTime(),
      endsAt: papers.endsAt.getTime(),
      needsContent: papers.needsContent,
      ...(papers.contentJustification === null ? {} : { contentJustification: papers.contentJustification }),
    },
  };
}
