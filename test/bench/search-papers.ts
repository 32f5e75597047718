import type pg from 'pg';
import type { InspectionRef } from '#libs/audit';

/** Bodies of the generated rows that the papers name. */
export const inspectedBodies = ['body-0', 'body-1', 'body-2'] as const;

/** An inspection decision over them that takes in all generated time, and the one person of its team. */
export async function issuePapers(owner: pg.Client): Promise<InspectionRef> {
  const papers = { decisionId: 'ins_bench', personId: 'per_bench', at: new Date() };
  const { decisionId, personId } = papers;
  await owner.query(
    `insert into organisation (id, code, name_vi, name_en, name_folded, kind, org_kind, functions, active)
     select 'org_' || code, code, code, code, code, 'AGENCY', 'AGENCY', '{}', true from unnest($1::text[]) as code`,
    [inspectedBodies],
  );
  await owner.query(
    `insert into person (id, display_name, title, organisation_id, functions, mfa_level, active, version)
     values ($1, 'Bench', '', 'org_body-0', '{}', 2, true, 1)`,
    [personId],
  );
  await owner.query(
    `insert into inspection_decision (id, decision_no, issuing_organisation_id, issuer_title, mode, contents, period_from, period_to, announced_at,
       ends_at, needs_content, created_at)
     values ($1, 'BENCH', 'org_body-0', '', 'REMOTE', '{records}', now() - interval '2 years', now() + interval '1 day', now() - interval '2 years',
       now() + interval '1 day', false, now())`,
    [decisionId],
  );
  await owner.query('insert into inspection_team_member (inspection_decision_id, person_id, is_head) values ($1, $2, true)', [
    decisionId,
    personId,
  ]);
  await owner.query(
    `insert into inspected_organisation (inspection_decision_id, organisation_id) select $1, 'org_' || code from unnest($2::text[]) as code`,
    [decisionId, inspectedBodies],
  );
  return papers;
}
