import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Releases of the rules: every bundle ever proposed with its raw bytes, who signed it over which impact report, what was put in
 * force and when, and which node decides with which. Only the nodes' own rows are ever changed; nothing here is believed without
 * its signatures, so whoever writes these tables cannot put rules in force.
 */
export class PolicyRelease1764000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table policy_bundle (
        sha256 text not null,
        sequence integer not null,
        revision text not null,
        opinion_ref text not null,
        not_before timestamptz not null,
        not_after timestamptz not null,
        manifest bytea not null,
        origin text not null,
        proposed_at timestamptz not null,
        proposed_by_id text,
        organisation_id text,
        decision_id text,
        entry_id text,
        constraint pk_policy_bundle primary key (sha256),
        constraint fk_policy_bundle_person foreign key (proposed_by_id) references person (id),
        constraint fk_policy_bundle_organisation foreign key (organisation_id) references organisation (id),
        constraint ck_policy_bundle_sha256 check (sha256 = encode(sha256(manifest), 'hex')),
        constraint ck_policy_bundle_sequence check (sequence > 0),
        constraint ck_policy_bundle_origin check (origin = 'INSTALLED' and proposed_by_id is null or origin = 'PROPOSED' and proposed_by_id is not null
          and organisation_id is not null and decision_id is not null and entry_id is not null)
      )`);
    // By content: releases share what did not change between them.
    await runner.query(`
      create table policy_file (
        sha256 text not null,
        bytes bytea not null,
        constraint pk_policy_file primary key (sha256),
        constraint ck_policy_file_sha256 check (sha256 = encode(sha256(bytes), 'hex'))
      )`);
    await runner.query('create index ix_policy_bundle_sequence on policy_bundle (sequence)');
    await runner.query(`
      create table policy_impact (
        bundle_sha256 text not null,
        report_sha256 text not null,
        against_sha256 text not null,
        report jsonb not null,
        widened_share double precision not null,
        made_at timestamptz not null,
        constraint pk_policy_impact primary key (bundle_sha256, report_sha256),
        constraint fk_policy_impact_bundle foreign key (bundle_sha256) references policy_bundle (sha256),
        constraint fk_policy_impact_against foreign key (against_sha256) references policy_bundle (sha256),
        constraint ck_policy_impact_share check (widened_share >= 0 and widened_share <= 1),
        constraint ck_policy_impact_sha256 check (report_sha256 ~ '^[0-9a-f]{64}$')
      )`);
    await runner.query(`
      create table policy_note (
        bundle_sha256 text not null,
        inspector_id text not null,
        note text not null,
        at timestamptz not null,
        entry_id text not null,
        constraint pk_policy_note primary key (bundle_sha256, inspector_id),
        constraint fk_policy_note_bundle foreign key (bundle_sha256) references policy_bundle (sha256),
        constraint fk_policy_note_inspector foreign key (inspector_id) references person (id),
        constraint ck_policy_note_text check (length(note) >= 10)
      )`);
    await runner.query(`
      create table policy_signature (
        bundle_sha256 text not null,
        signer text not null,
        key_id text not null,
        signature bytea not null,
        impact_sha256 text,
        statement text,
        statement_signature bytea,
        person_id text,
        organisation_id text,
        signed_at timestamptz,
        decision_id text,
        entry_id text,
        constraint pk_policy_signature primary key (bundle_sha256, signer),
        constraint uq_policy_signature_person unique (bundle_sha256, person_id),
        constraint fk_policy_signature_bundle foreign key (bundle_sha256) references policy_bundle (sha256),
        constraint fk_policy_signature_impact foreign key (bundle_sha256, impact_sha256) references policy_impact (bundle_sha256, report_sha256),
        constraint fk_policy_signature_person foreign key (person_id) references person (id),
        constraint fk_policy_signature_organisation foreign key (organisation_id) references organisation (id),
        constraint ck_policy_signature_bytes check (octet_length(signature) = 64),
        constraint ck_policy_signature_person check (
          (person_id is null) = (statement is null) and (person_id is null) = (statement_signature is null) and (person_id is null) = (impact_sha256 is null)
          and (person_id is null) = (organisation_id is null) and (person_id is null) = (signed_at is null) and (person_id is null) = (decision_id is null)
          and (person_id is null) = (entry_id is null))
      )`);
    await runner.query(`
      create table policy_activation (
        sequence integer not null,
        bundle_sha256 text not null,
        activated_at timestamptz not null,
        activated_by_id text,
        organisation_id text,
        impact_sha256 text,
        decision_id text,
        entry_id text not null,
        constraint pk_policy_activation primary key (sequence),
        constraint uq_policy_activation_bundle unique (bundle_sha256),
        constraint fk_policy_activation_bundle foreign key (bundle_sha256) references policy_bundle (sha256),
        constraint fk_policy_activation_person foreign key (activated_by_id) references person (id),
        constraint fk_policy_activation_organisation foreign key (organisation_id) references organisation (id),
        constraint ck_policy_activation_person check (
          (activated_by_id is null) = (organisation_id is null) and (activated_by_id is null) = (impact_sha256 is null)
          and (activated_by_id is null) = (decision_id is null))
      )`);
    // Sequences only grow: an older release is not put in force again under its old number, whoever asks.
    await runner.query(`
      create function policy_activation_grows() returns trigger language plpgsql as $$
      begin
        if exists (select from policy_activation where sequence >= new.sequence) then
          raise exception 'policy release % is not newer than what was put in force', new.sequence using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger policy_activation_grows before insert on policy_activation for each row execute function policy_activation_grows()`,
    );
    await runner.query(`
      create table policy_node (
        node_id text not null,
        process text not null,
        bundle_sha256 text not null,
        revision text not null,
        sequence integer not null,
        loaded_at timestamptz not null,
        seen_at timestamptz not null,
        error_code text,
        error_at timestamptz,
        constraint pk_policy_node primary key (node_id),
        constraint ck_policy_node_error check ((error_code is null) = (error_at is null))
      )`);
    await runner.query(
      'grant select, insert on policy_bundle, policy_file, policy_impact, policy_note, policy_signature, policy_activation to cuao_gateway',
    );
    await runner.query('grant select, insert on policy_bundle, policy_file, policy_impact to cuao_worker');
    await runner.query('grant select on policy_signature, policy_activation to cuao_worker');
    await runner.query('grant select, insert, update on policy_node to cuao_gateway, cuao_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'policy_node',
      'policy_activation',
      'policy_signature',
      'policy_note',
      'policy_impact',
      'policy_file',
      'policy_bundle',
    ])
      await runner.query(`drop table ${table}`);
    await runner.query('drop function policy_activation_grows()');
  }
}
