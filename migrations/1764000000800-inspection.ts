import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inspection decisions with their team and the bodies they reach: the only papers under which others' records may be read (IN-02). */
export class Inspection1764000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inspection_decision (
        id text not null,
        decision_no text not null,
        issuing_organisation_id text not null,
        issuer_person_id text,
        issuer_title text not null,
        mode text not null,
        contents text[] not null,
        period_from timestamptz not null,
        period_to timestamptz not null,
        announced_at timestamptz not null,
        ends_at timestamptz not null,
        needs_content boolean not null,
        content_justification text,
        created_at timestamptz not null,
        constraint pk_inspection_decision primary key (id),
        constraint uq_inspection_decision_no unique (decision_no),
        constraint fk_inspection_decision_organisation foreign key (issuing_organisation_id) references organisation (id),
        constraint fk_inspection_decision_issuer foreign key (issuer_person_id) references person (id),
        constraint ck_inspection_decision_id check (id like 'ins\\_%'),
        constraint ck_inspection_decision_mode check (mode in ('ONSITE', 'REMOTE')),
        constraint ck_inspection_decision_period check (period_from < period_to),
        constraint ck_inspection_decision_run check (announced_at < ends_at),
        constraint ck_inspection_decision_contents check (cardinality(contents) > 0),
        constraint ck_inspection_decision_content check (not needs_content or content_justification is not null)
      )`);
    await runner.query(`
      create table inspection_team_member (
        inspection_decision_id text not null,
        person_id text not null,
        is_head boolean not null,
        constraint pk_inspection_team_member primary key (inspection_decision_id, person_id),
        constraint fk_inspection_team_member_decision foreign key (inspection_decision_id) references inspection_decision (id),
        constraint fk_inspection_team_member_person foreign key (person_id) references person (id)
      )`);
    await runner.query(`create index ix_inspection_team_member_person on inspection_team_member (person_id)`);
    await runner.query(`create unique index uq_inspection_team_head on inspection_team_member (inspection_decision_id) where is_head`);
    await runner.query(`
      create table inspected_organisation (
        inspection_decision_id text not null,
        organisation_id text not null,
        constraint pk_inspected_organisation primary key (inspection_decision_id, organisation_id),
        constraint fk_inspected_organisation_decision foreign key (inspection_decision_id) references inspection_decision (id),
        constraint fk_inspected_organisation_organisation foreign key (organisation_id) references organisation (id)
      )`);
    // Read by the gateway; issuing one is an act of its own that no process of this release performs.
    await runner.query(`grant select on inspection_decision, inspection_team_member, inspected_organisation to cuao_gateway`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['inspected_organisation', 'inspection_team_member', 'inspection_decision'])
      await runner.query(`drop table ${table}`);
  }
}
