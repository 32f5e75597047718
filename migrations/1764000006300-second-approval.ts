import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second approver (POL-11, POL-12). A grant on which the rules wanted two people cannot exist on one approval, whoever writes
 * the row: what was wanted stands with the version and with each approval, where nobody of ours can change it, and the looks and
 * approvals are counted here once more (`tr_access_grant_second_hand`). One police body may now sign two approvals on a version,
 * one person never.
 */
export class SecondApproval1764000006300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}

const up = [
  // Nullable: versions and approvals of before were made under rules that asked for one person.
  `alter table request_version add column approvals_needed smallint,
     add constraint ck_request_version_approvals check (approvals_needed in (1, 2))`,
  `alter table signed_decision add column approvals_needed smallint, add column grant_until timestamptz,
     add constraint ck_signed_decision_approvals check (
       approvals_needed is null and grant_until is null
       or kind = 'APPROVAL' and verdict = 'APPROVE' and approvals_needed is not null and approvals_needed in (1, 2)),
     drop constraint uq_signed_decision_once,
     add constraint uq_signed_decision_person unique (request_id, request_version, kind, person_id)`,
  `create unique index uq_signed_decision_once on signed_decision (request_id, request_version, kind, organisation_id)
     where kind <> 'APPROVAL'`,
  `alter table access_grant
     add column second_approval_id text, add column second_approval_kind text, add column second_approval_verdict text,
     add column second_approval_person_id text, add column second_approval_org_id text,
     add constraint fk_access_grant_second_approval foreign key
       (second_approval_id, request_id, request_version, second_approval_kind, second_approval_verdict, second_approval_person_id,
        second_approval_org_id)
       references signed_decision (id, request_id, request_version, kind, verdict, person_id, organisation_id),
     add constraint ck_access_grant_second_approval check (
       num_nulls(second_approval_id, second_approval_kind, second_approval_verdict, second_approval_person_id, second_approval_org_id) = 5
       or num_nulls(second_approval_id, second_approval_kind, second_approval_verdict, second_approval_person_id, second_approval_org_id) = 0
         and second_approval_kind = 'APPROVAL' and second_approval_verdict = 'APPROVE'
         and second_approval_org_id <> owner_org_id and second_approval_org_id <> holder_org_id
         and second_approval_person_id <> requester_person_id and second_approval_person_id <> approval_person_id
         and (consent_person_id is null or second_approval_person_id <> consent_person_id))`,
  // From how many on one approval carries nothing; the numbers of the rules' table of limits, changed with it.
  `create table second_approval_limit (
    reason text not null,
    least integer not null,
    constraint pk_second_approval_limit primary key (reason),
    constraint ck_second_approval_limit_least check (least > 0)
  )`,
  `insert into second_approval_limit (reason, least) values ('same_target_again', 5), ('pair_approves_again', 10)`,
  `grant select on second_approval_limit to cuao_gateway`,
  `create function access_grant_second_hand() returns trigger language plpgsql as $$
   declare
     looks bigint;
     pairs bigint;
   begin
     if new.second_approval_id is not null then
       return new;
     end if;
     if exists (select from request_version v where v.request_id = new.request_id and v.version = new.request_version and v.approvals_needed > 1)
       or exists (select from signed_decision d where d.request_id = new.request_id and d.request_version = new.request_version
         and d.kind = 'APPROVAL' and d.approvals_needed > 1) then
       raise exception 'this grant needs a second approval' using errcode = '23514', constraint = 'tr_access_grant_second_hand';
     end if;
     select max(t.looks) into looks from (
       select count(distinct o.id) as looks from sharing_request r
       join sharing_request_camera mine on mine.request_id = r.id
       join sharing_request_camera theirs on theirs.camera_id = mine.camera_id
       join sharing_request o on o.id = theirs.request_id and o.requester_person_id = r.requester_person_id
         and o.submitted_at <= r.submitted_at and o.submitted_at > r.submitted_at - interval '30 days'
       where r.id = new.request_id group by mine.camera_id) t;
     select count(*) into pairs from signed_decision d join sharing_request r on r.id = d.request_id
     where d.kind = 'APPROVAL' and d.verdict = 'APPROVE' and d.signed_at > new.issued_at - interval '30 days' and d.signed_at <= new.issued_at
       and d.request_id <> new.request_id
       and (d.person_id = new.approval_person_id and r.requester_person_id = new.requester_person_id
         or d.person_id = new.requester_person_id and r.requester_person_id = new.approval_person_id);
     if exists (select from second_approval_limit l where l.reason = 'same_target_again' and looks >= l.least
         or l.reason = 'pair_approves_again' and pairs >= l.least) then
       raise exception 'after % looks and % approvals of this pair a grant needs a second approval', looks, pairs
         using errcode = '23514', constraint = 'tr_access_grant_second_hand';
     end if;
     return new;
   end $$`,
  `create trigger tr_access_grant_second_hand before insert on access_grant for each row execute function access_grant_second_hand()`,
  `create or replace function access_grant_keys_stand() returns trigger language plpgsql as $$
   begin
     if exists (select from signed_decision where id in (new.consent_id, new.approval_id, new.second_approval_id) and withdrawn_at is not null) then
       raise exception 'a grant cannot rest on a withdrawn decision' using errcode = '23514', constraint = 'tr_access_grant_keys_stand';
     end if;
     return new;
   end $$`,
];

const down = [
  `create or replace function access_grant_keys_stand() returns trigger language plpgsql as $$
   begin
     if exists (select from signed_decision where id in (new.consent_id, new.approval_id) and withdrawn_at is not null) then
       raise exception 'a grant cannot rest on a withdrawn decision' using errcode = '23514', constraint = 'tr_access_grant_keys_stand';
     end if;
     return new;
   end $$`,
  `drop trigger tr_access_grant_second_hand on access_grant`,
  `drop function access_grant_second_hand()`,
  `drop table second_approval_limit`,
  `alter table access_grant drop constraint ck_access_grant_second_approval, drop constraint fk_access_grant_second_approval,
     drop column second_approval_id, drop column second_approval_kind, drop column second_approval_verdict,
     drop column second_approval_person_id, drop column second_approval_org_id`,
  `drop index uq_signed_decision_once`,
  `alter table signed_decision drop constraint uq_signed_decision_person, drop constraint ck_signed_decision_approvals,
     drop column approvals_needed, drop column grant_until,
     add constraint uq_signed_decision_once unique (request_id, request_version, kind, organisation_id)`,
  `alter table request_version drop constraint ck_request_version_approvals, drop column approvals_needed`,
];
