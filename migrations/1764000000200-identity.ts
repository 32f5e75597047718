import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, organisations, people, the roles they hold, their sessions, machine clients and sign-ins under way. */
export class Identity1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unit (
        code text not null,
        kind text not null,
        name_vi text not null,
        name_ascii text not null,
        name_folded text not null,
        lat double precision not null,
        lon double precision not null,
        area_km2 double precision not null,
        population integer not null,
        constraint pk_unit primary key (code),
        constraint uq_unit_name_vi unique (name_vi),
        constraint ck_unit_kind check (kind in ('ward', 'commune'))
      )`);
    await runner.query(`
      create table organisation (
        id text not null,
        code text not null,
        name_vi text not null,
        name_en text not null,
        name_folded text not null,
        kind text not null,
        org_kind text not null,
        parent_id text,
        unit_code text,
        functions text[] not null,
        active boolean not null,
        constraint pk_organisation primary key (id),
        constraint uq_organisation_code unique (code),
        constraint fk_organisation_parent foreign key (parent_id) references organisation (id),
        constraint fk_organisation_unit foreign key (unit_code) references unit (code),
        constraint ck_organisation_id check (id like 'org\\_%')
      )`);
    await runner.query(`create index ix_organisation_unit on organisation (unit_code)`);
    await runner.query(`
      create table person (
        id text not null,
        demo_key text,
        login_subject text,
        display_name text not null,
        title text not null,
        organisation_id text not null,
        functions text[] not null,
        mfa_level integer not null,
        training_valid_to timestamptz,
        active boolean not null,
        version integer not null,
        last_sign_in_at timestamptz,
        constraint pk_person primary key (id),
        constraint uq_person_demo_key unique (demo_key),
        constraint uq_person_login_subject unique (login_subject),
        constraint fk_person_organisation foreign key (organisation_id) references organisation (id),
        constraint ck_person_id check (id like 'per\\_%'),
        constraint ck_person_version check (version > 0)
      )`);
    await runner.query(`create index ix_person_organisation on person (organisation_id)`);
    await runner.query(`
      create table person_role (
        person_id text not null,
        role text not null,
        given_at timestamptz not null,
        constraint pk_person_role primary key (person_id, role),
        constraint fk_person_role_person foreign key (person_id) references person (id),
        constraint ck_person_role_role check (role in ('requester', 'agency_head', 'owner', 'reviewer', 'approver', 'duty_officer', 'duty_commander',
          'extraction_officer', 'inspection_issuer', 'inspection_head', 'inspector', 'policy_signer', 'dpo', 'operator'))
      )`);
    await runner.query(`
      create table session (
        id text not null,
        person_id text not null,
        role text,
        way text not null,
        token_hash bytea not null,
        signed_in_at timestamptz not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        end_reason text,
        user_agent_hash bytea,
        constraint pk_session primary key (id),
        constraint uq_session_token_hash unique (token_hash),
        constraint fk_session_person foreign key (person_id) references person (id),
        constraint ck_session_way check (way in ('BROWSER', 'TOKEN')),
        constraint ck_session_end check ((ended_at is null) = (end_reason is null)),
        constraint ck_session_end_reason check (end_reason in ('SIGNED_OUT', 'ROLE_CHOSEN', 'EXPIRED', 'REVOKED')),
        constraint ck_session_token_hash check (octet_length(token_hash) = 32)
      )`);
    await runner.query(`create index ix_session_person on session (person_id) where ended_at is null`);
    await runner.query(`
      create table sign_in_attempt (
        state_hash bytea not null,
        browser_hash bytea not null,
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        expires_at timestamptz not null,
        constraint pk_sign_in_attempt primary key (state_hash)
      )`);
    await runner.query(`create index ix_sign_in_attempt_expires_at on sign_in_attempt (expires_at)`);
    await runner.query(`
      create table machine_client (
        client_id text not null,
        organisation_id text not null,
        rights text[] not null,
        active boolean not null,
        constraint pk_machine_client primary key (client_id),
        constraint fk_machine_client_organisation foreign key (organisation_id) references organisation (id)
      )`);

    await runner.query(`grant select on unit, organisation, person, person_role, machine_client to cuao_gateway, cuao_worker, cuao_edge`);
    await runner.query(`grant update (last_sign_in_at) on person to cuao_gateway`);
    await runner.query(`grant select, insert on session to cuao_gateway`);
    await runner.query(`grant update (last_seen_at, ended_at, end_reason) on session to cuao_gateway`);
    // The edge and the worker may ask whether a session still runs; the hash of its secret is none of their business.
    await runner.query(`
      grant select (id, person_id, role, way, signed_in_at, created_at, last_seen_at, expires_at, ended_at, end_reason)
      on session to cuao_worker, cuao_edge`);
    await runner.query(`grant select, insert, delete on sign_in_attempt to cuao_gateway`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['machine_client', 'sign_in_attempt', 'session', 'person_role', 'person', 'organisation', 'unit']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
