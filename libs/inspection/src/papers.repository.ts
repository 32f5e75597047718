import { Injectable } from '@nestjs/common';
import type { ErasureSpan } from '#libs/audit';
import type { Tx } from '#libs/database';
import { Organisations } from '#libs/identity';
import type { InspectionDecisionId, OrganisationId, PersonId, Viewer } from '#libs/kernel';

/** An inspection decision as the gate and the narrowing need it. */
export interface InspectionPapers {
  readonly id: InspectionDecisionId;
  readonly decisionNo: string;
  /** Id of the issuer where they have an account, else their title. */
  readonly issuer: string;
  readonly issuerOrgKind: string;
  readonly head: PersonId;
  readonly team: readonly PersonId[];
  readonly inspected: readonly { readonly id: OrganisationId; readonly code: string }[];
  readonly contents: readonly string[];
  readonly mode: 'ONSITE' | 'REMOTE';
  readonly periodFrom: Date;
  readonly periodTo: Date;
  readonly announcedAt: Date;
  readonly endsAt: Date;
  readonly needsContent: boolean;
  readonly contentJustification: string | null;
}

interface PapersRow extends Omit<InspectionPapers, 'issuerOrgKind' | 'inspected'> {
  readonly issuingOrganisationId: OrganisationId;
  readonly inspectedIds: readonly OrganisationId[];
}

@Injectable()
export class PapersRepository {
  constructor(private readonly organisations: Organisations) {}

  /**
   * The decision under which the viewer inspects: one that runs at `at` before one that does not, then the youngest.
   * null when the viewer is named in none. One that has ended is returned too, so that the refusal can say so.
   */
  async findFor(tx: Tx, viewer: Viewer, at: Date): Promise<InspectionPapers | null> {
    const [row] = await tx.query<PapersRow[]>(
      `select d.id, d.decision_no as "decisionNo", coalesce(d.issuer_person_id, d.issuer_title) as "issuer",
         d.issuing_organisation_id as "issuingOrganisationId",
         (select m.person_id from inspection_team_member m where m.inspection_decision_id = d.id and m.is_head) as "head",
         array(select m.person_id from inspection_team_member m where m.inspection_decision_id = d.id order by 1) as "team",
         array(select o.organisation_id from inspected_organisation o where o.inspection_decision_id = d.id order by 1) as "inspectedIds",
         d.contents, d.mode, d.period_from as "periodFrom", d.period_to as "periodTo", d.announced_at as "announcedAt", d.ends_at as "endsAt",
         d.needs_content as "needsContent", d.content_justification as "contentJustification"
       from inspection_decision d
       where d.issuer_person_id = $1
         or exists (select from inspection_team_member m where m.inspection_decision_id = d.id and m.person_id = $1)
       order by (d.announced_at <= $2 and $2 < d.ends_at) desc, d.created_at desc, d.id
       limit 1`,
      [viewer.personId, at],
    );
    if (row === undefined) return null;
    const { issuingOrganisationId, inspectedIds, ...papers } = row;
    const issuer = await this.organisations.get(tx, issuingOrganisationId);
    const inspected = await this.organisations.listByIds(tx, inspectedIds);
    return { ...papers, issuerOrgKind: issuer.orgKind, inspected: inspected.map(({ id, code }) => ({ id, code })) };
  }

  /** Numbers of the decisions that run at `at` and whose bodies and period meet any of the spans. */
  async listCovering(tx: Tx, spans: readonly ErasureSpan[], at: Date): Promise<string[]> {
    const rows = await tx.query<{ decisionNo: string }[]>(
      `select distinct d.decision_no as "decisionNo" from inspection_decision d
         join inspected_organisation i on i.inspection_decision_id = d.id join organisation o on o.id = i.organisation_id
         join unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as span (code, first, last) on span.code = o.code
       where d.announced_at <= $4 and $4 < d.ends_at and span.first < d.period_to and span.last >= d.period_from order by 1`,
      [spans.map(({ organisationCode }) => organisationCode), spans.map(({ from }) => from), spans.map(({ to }) => to), at],
    );
    return rows.map(({ decisionNo }) => decisionNo);
  }
}
