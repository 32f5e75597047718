import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Requests, signed decisions, grants and revocations. What stops what: a grant row cannot exist without two signed decisions
 * by people of different organisations over the same version of the request, or a basis that the regulation names instead
 * of consent (`fk_access_grant_*`, `ck_access_grant_*`, `tr_access_grant_keys_stand`). Decisions, versions and events are
 * append-only for our programs; the database cannot check a signature, whoever reads one must (libs/consent).
 */
export class Sharing1764000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...requests, ...decisions, ...grants, ...revocations, ...rights]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'revocation_ack',
      'edge_node',
      'revocation',
      'revocation_counter',
      'access_grant_camera',
      'access_grant',
      'consent_lieu_basis',
      'signed_decision',
      'request_idempotency',
      'request_event',
      'sharing_request_camera',
      'request_version',
      'sharing_request',
    ])
      await runner.query(`drop table ${table}`);
    await runner.query(`drop function access_grant_keys_stand()`);
    await runner.query(`drop sequence sharing_request_number`);
  }
}

const requests = [
  `create sequence sharing_request_number`,
  `create table sharing_request (
    id text not null,
    code text not null,
    state text not null,
    version integer not null,
    requester_person_id text not null,
    requester_org_id text not null,
    requester_role text not null,
    submitted_at timestamptz not null,
    due_at timestamptz not null,
    closed_at timestamptz,
    constraint pk_sharing_request primary key (id),
    constraint uq_sharing_request_code unique (code),
    constraint uq_sharing_request_requester unique (id, requester_person_id, requester_org_id),
    constraint fk_sharing_request_person foreign key (requester_person_id) references person (id),
    constraint fk_sharing_request_organisation foreign key (requester_org_id) references organisation (id),
    constraint ck_sharing_request_id check (id like 'req\\_%'),
    constraint ck_sharing_request_version check (version > 0),
    constraint ck_sharing_request_due check (due_at >= submitted_at),
    constraint ck_sharing_request_state check (state in
      ('DRAFT', 'SUBMITTED', 'NEEDS_INFO', 'UNDER_REVIEW', 'APPROVED', 'PARTIAL', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CLOSED'))
  )`,
  `create index ix_sharing_request_organisation on sharing_request (requester_org_id, submitted_at desc)`,
  `create index ix_sharing_request_state on sharing_request (state, due_at)`,
  // The content is the very text that was hashed, shown and signed; the database proves that the digest is its own.
  `create table request_version (
    request_id text not null,
    version integer not null,
    content text not null,
    digest text not null,
    purpose_code text not null,
    legal_basis_code text not null,
    created_at timestamptz not null,
    constraint pk_request_version primary key (request_id, version),
    constraint uq_request_version_digest unique (request_id, version, digest),
    constraint uq_request_version_basis unique (request_id, version, legal_basis_code),
    constraint fk_request_version_request foreign key (request_id) references sharing_request (id),
    constraint ck_request_version_digest check (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
  )`,
  `create table sharing_request_camera (
    request_id text not null,
    camera_id text not null,
    owner_org_id text not null,
    constraint pk_sharing_request_camera primary key (request_id, camera_id),
    constraint uq_sharing_request_camera_owner unique (request_id, camera_id, owner_org_id),
    constraint fk_sharing_request_camera_request foreign key (request_id) references sharing_request (id),
    constraint fk_sharing_request_camera_camera foreign key (camera_id) references camera (id),
    constraint fk_sharing_request_camera_owner foreign key (owner_org_id) references organisation (id)
  )`,
  `create index ix_sharing_request_camera_owner on sharing_request_camera (owner_org_id, request_id)`,
  `create table request_event (
    request_id text not null,
    seq bigint generated always as identity,
    type text not null,
    at timestamptz not null,
    person_id text,
    actor_name text,
    organisation_id text,
    entry_id text not null,
    constraint pk_request_event primary key (request_id, seq),
    constraint fk_request_event_request foreign key (request_id) references sharing_request (id),
    constraint fk_request_event_person foreign key (person_id) references person (id),
    constraint fk_request_event_organisation foreign key (organisation_id) references organisation (id)
  )`,
  `create table request_idempotency (
    person_id text not null,
    operation text not null,
    key text not null,
    input_hash text not null,
    result_id text not null,
    created_at timestamptz not null,
    constraint pk_request_idempotency primary key (person_id, operation, key),
    constraint fk_request_idempotency_person foreign key (person_id) references person (id)
  )`,
];

const decisions = [
  `create table signed_decision (
    id text not null,
    request_id text not null,
    request_version integer not null,
    digest text not null,
    kind text not null,
    verdict text not null,
    person_id text not null,
    organisation_id text not null,
    role text not null,
    signed_at timestamptz not null,
    note text,
    payload text not null,
    signature bytea not null,
    key_id text not null,
    decision_id text not null,
    entry_id text not null,
    withdrawn_at timestamptz,
    withdrawn_by_id text,
    withdrawal_entry_id text,
    constraint pk_signed_decision primary key (id),
    constraint uq_signed_decision_once unique (request_id, request_version, kind, organisation_id),
    constraint uq_signed_decision_key unique (id, request_id, request_version, kind, verdict, person_id, organisation_id),
    constraint fk_signed_decision_version foreign key (request_id, request_version, digest)
      references request_version (request_id, version, digest),
    constraint fk_signed_decision_person foreign key (person_id) references person (id),
    constraint fk_signed_decision_organisation foreign key (organisation_id) references organisation (id),
    constraint fk_signed_decision_withdrawn_by foreign key (withdrawn_by_id) references person (id),
    constraint ck_signed_decision_id check (id like 'dcn\\_%'),
    constraint ck_signed_decision_signature check (octet_length(signature) = 64 and payload <> ''),
    constraint ck_signed_decision_withdrawal
      check ((withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawal_entry_id is null)),
    constraint ck_signed_decision_verdict check (
      kind = 'CONSENT' and verdict in ('CONSENT', 'DECLINE')
      or kind = 'REVIEW' and verdict in ('FORWARD', 'RETURN', 'REFUSE')
      or kind = 'APPROVAL' and verdict in ('APPROVE', 'REFUSE'))
  )`,
  `create index ix_signed_decision_organisation on signed_decision (organisation_id, signed_at desc)`,
];

const grants = [
  // Bases that the regulation names instead of the owner's consent (inLieuOfConsent of the rule table).
  `create table consent_lieu_basis (
    code text not null,
    rule text not null,
    constraint pk_consent_lieu_basis primary key (code)
  )`,
  `insert into consent_lieu_basis (code, rule) values
    ('DATA-18.2.a', 'SH-01'), ('DATA-18.2.b', 'SH-01'), ('DATA-18.2.c', 'SH-01'), ('DATA-18.2.d', 'SH-01'),
    ('VN-DATA-18.2.a', 'SH-01'), ('VN-DATA-18.2.b', 'SH-01'), ('VN-DATA-18.2.c', 'SH-01'), ('VN-DATA-18.2.d', 'SH-01'),
    ('BLTTHS-88', 'EV-17')`,
  `create table access_grant (
    id text not null,
    request_id text not null,
    request_version integer not null,
    legal_basis_code text not null,
    owner_org_id text not null,
    holder_org_id text not null,
    requester_person_id text not null,
    consent_id text,
    consent_kind text,
    consent_verdict text,
    consent_person_id text,
    lieu_basis text,
    approval_id text not null,
    approval_kind text not null,
    approval_verdict text not null,
    approval_person_id text not null,
    approval_org_id text not null,
    actions text[] not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    obligations text not null,
    policy_sha256 text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    epoch integer not null,
    ended_at timestamptz,
    end_kind text,
    end_reason text,
    ended_by_id text,
    end_entry_id text,
    constraint pk_access_grant primary key (id),
    constraint uq_access_grant_once unique (request_id, request_version, owner_org_id),
    constraint uq_access_grant_scope unique (id, request_id, owner_org_id),
    constraint fk_access_grant_requester foreign key (request_id, requester_person_id, holder_org_id)
      references sharing_request (id, requester_person_id, requester_org_id),
    constraint fk_access_grant_basis foreign key (request_id, request_version, legal_basis_code)
      references request_version (request_id, version, legal_basis_code),
    constraint fk_access_grant_owner foreign key (owner_org_id) references organisation (id),
    constraint fk_access_grant_consent
      foreign key (consent_id, request_id, request_version, consent_kind, consent_verdict, consent_person_id, owner_org_id)
      references signed_decision (id, request_id, request_version, kind, verdict, person_id, organisation_id),
    constraint fk_access_grant_approval
      foreign key (approval_id, request_id, request_version, approval_kind, approval_verdict, approval_person_id, approval_org_id)
      references signed_decision (id, request_id, request_version, kind, verdict, person_id, organisation_id),
    constraint fk_access_grant_lieu foreign key (lieu_basis) references consent_lieu_basis (code),
    constraint fk_access_grant_ended_by foreign key (ended_by_id) references person (id),
    constraint ck_access_grant_id check (id like 'grt\\_%'),
    constraint ck_access_grant_owner_key check (
      lieu_basis is null and consent_id is not null and consent_person_id is not null
        and consent_kind is not distinct from 'CONSENT' and consent_verdict is not distinct from 'CONSENT'
      or lieu_basis is not null and lieu_basis = legal_basis_code
        and consent_id is null and consent_kind is null and consent_verdict is null and consent_person_id is null),
    constraint ck_access_grant_police_key check (approval_kind = 'APPROVAL' and approval_verdict = 'APPROVE'),
    constraint ck_access_grant_different_hands check (
      approval_org_id <> owner_org_id and approval_org_id <> holder_org_id and approval_person_id <> requester_person_id
      and (consent_person_id is null or consent_person_id <> approval_person_id and consent_person_id <> requester_person_id)),
    constraint ck_access_grant_scope check (cardinality(actions) > 0 and window_from < window_to and issued_at < expires_at),
    constraint ck_access_grant_epoch check (epoch > 0),
    constraint ck_access_grant_end check (
      (ended_at is null) = (end_kind is null) and (ended_at is null) = (end_entry_id is null)
      and (end_kind is null or end_kind in ('REVOKED', 'EXPIRED', 'WITHDRAWN')))
  )`,
  `create index ix_access_grant_holder on access_grant (holder_org_id, issued_at desc)`,
  `create index ix_access_grant_owner on access_grant (owner_org_id, issued_at desc)`,
  `create index ix_access_grant_running on access_grant (expires_at) where ended_at is null`,
  `create table access_grant_camera (
    grant_id text not null,
    camera_id text not null,
    request_id text not null,
    owner_org_id text not null,
    constraint pk_access_grant_camera primary key (grant_id, camera_id),
    constraint fk_access_grant_camera_grant foreign key (grant_id, request_id, owner_org_id)
      references access_grant (id, request_id, owner_org_id),
    constraint fk_access_grant_camera_request foreign key (request_id, camera_id, owner_org_id)
      references sharing_request_camera (request_id, camera_id, owner_org_id)
  )`,
  `create index ix_access_grant_camera_camera on access_grant_camera (camera_id)`,
  // A foreign key cannot ask whether a decision was withdrawn in the meantime.
  `create function access_grant_keys_stand() returns trigger language plpgsql as $$
   begin
     if exists (select from signed_decision where id in (new.consent_id, new.approval_id) and withdrawn_at is not null) then
       raise exception 'a grant cannot rest on a withdrawn decision' using errcode = '23514', constraint = 'tr_access_grant_keys_stand';
     end if;
     return new;
   end $$`,
  `create trigger tr_access_grant_keys_stand before insert on access_grant for each row execute function access_grant_keys_stand()`,
];

const revocations = [
  `create table revocation_counter (
    id boolean not null default true,
    position bigint not null,
    constraint pk_revocation_counter primary key (id),
    constraint ck_revocation_counter_one check (id)
  )`,
  `insert into revocation_counter (position) values (0)`,
  // Numbered under the counter's row lock, so positions become visible in their order and without holes.
  `create table revocation (
    position bigint not null,
    at timestamptz not null,
    selector_kind text not null,
    selector_id text not null,
    reason text not null,
    by_person_id text,
    entry_id text,
    constraint pk_revocation primary key (position),
    constraint fk_revocation_person foreign key (by_person_id) references person (id),
    constraint ck_revocation_selector check (selector_kind in ('session', 'grant', 'person', 'organisation', 'camera', 'request'))
  )`,
  `create index ix_revocation_selector on revocation (selector_kind, selector_id, position desc)`,
  `create table edge_node (
    edge_id text not null,
    seen_at timestamptz not null,
    started_at timestamptz not null,
    constraint pk_edge_node primary key (edge_id)
  )`,
  `create table revocation_ack (
    position bigint not null,
    edge_id text not null,
    acked_at timestamptz not null,
    sessions_ended integer not null,
    constraint pk_revocation_ack primary key (position, edge_id),
    constraint fk_revocation_ack_revocation foreign key (position) references revocation (position),
    constraint ck_revocation_ack_count check (sessions_ended >= 0)
  )`,
];

const rights = [
  `grant usage on sequence sharing_request_number to cuao_gateway`,
  `grant select, insert on sharing_request, request_version, sharing_request_camera, request_event, request_idempotency, signed_decision,
     access_grant, access_grant_camera, revocation to cuao_gateway`,
  `grant select on consent_lieu_basis, revocation_counter, edge_node, revocation_ack to cuao_gateway`,
  `grant update (state, version, due_at, closed_at) on sharing_request to cuao_gateway, cuao_worker`,
  `grant update (withdrawn_at, withdrawn_by_id, withdrawal_entry_id) on signed_decision to cuao_gateway`,
  `grant update (epoch, ended_at, end_kind, end_reason, ended_by_id, end_entry_id) on access_grant to cuao_gateway, cuao_worker`,
  `grant update (position) on revocation_counter to cuao_gateway, cuao_worker, cuao_edge`,
  `grant select on sharing_request, request_version, sharing_request_camera, request_event, signed_decision, access_grant, access_grant_camera,
     consent_lieu_basis, revocation_counter, revocation, revocation_ack, edge_node to cuao_worker, cuao_edge`,
  `grant insert on request_event, revocation to cuao_worker`,
  `grant insert on revocation, revocation_ack to cuao_edge`,
  `grant insert, update, delete on edge_node to cuao_edge`,
];
