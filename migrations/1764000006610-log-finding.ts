import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Findings of a loss or of a change under the running house, and how people closed them: an open one holds back what is handed over
 * for good. Two hands of different bodies close one, and the entry that says so must be on its way to the log.
 *
 * What stops what: the grants let the worker add and the gateway close, nobody delete or rewrite; the checks make one hand, one
 * body, or two without an inspector, unable to close; the trigger (ALWAYS) holds the owner to the same. A superuser can set a row aside: the worker finds the
 * loss again when it starts, and a closing without its entry on the log does not count with it.
 */
export class LogFinding1764000006610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_finding (
        id uuid not null,
        origin text not null,
        kind text not null,
        digest text not null,
        what text not null,
        found_at timestamptz not null,
        reason text,
        opened_by text,
        opened_org text,
        opened_role text,
        opened_at timestamptz,
        opened_entry uuid,
        closed_by text,
        closed_org text,
        closed_role text,
        closed_at timestamptz,
        closed_entry uuid,
        constraint log_finding_pkey primary key (id),
        constraint log_finding_digest_unique unique (origin, digest),
        constraint log_finding_kind check (kind in ('receipt_without_entry', 'number_missing', 'configuration_changed')),
        constraint log_finding_opened check (
          (opened_by is null) = (reason is null) and (opened_by is null) = (opened_org is null) and (opened_by is null) = (opened_role is null)
          and (opened_by is null) = (opened_at is null) and (opened_by is null) = (opened_entry is null)),
        constraint log_finding_closed check (
          (closed_by is null) = (closed_org is null) and (closed_by is null) = (closed_role is null) and (closed_by is null) = (closed_at is null)
          and (closed_by is null) = (closed_entry is null) and (closed_by is null or opened_by is not null)),
        constraint log_finding_two_people check (closed_by <> opened_by),
        constraint log_finding_two_bodies check (closed_org <> opened_org),
        constraint log_finding_inspected check (
          closed_by is null or opened_role in ('inspection_issuer', 'inspection_head', 'inspector')
          or closed_role in ('inspection_issuer', 'inspection_head', 'inspector'))
      )`);
    await runner.query(`create index log_finding_open on log_finding (origin, found_at) where closed_entry is null`);
    await runner.query(`
      create function log_finding_forward_only() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare
        said jsonb;
      begin
        if old.closed_entry is not null or new.id <> old.id or new.origin <> old.origin or new.kind <> old.kind or new.digest <> old.digest
          or new.what <> old.what or new.found_at <> old.found_at or (old.opened_by is not null and new.opened_by is null) then
          raise exception 'a finding stays as it was told' using errcode = 'insufficient_privilege';
        end if;
        if new.closed_entry is not null then
          if (old.opened_by, old.opened_org, old.opened_role, old.opened_at, old.opened_entry, old.reason)
            is distinct from (new.opened_by, new.opened_org, new.opened_role, new.opened_at, new.opened_entry, new.reason) then
            raise exception 'a finding is closed as it was opened for closing' using errcode = 'insufficient_privilege';
          end if;
          select convert_from(leaf, 'UTF8')::jsonb into said from audit_outbox where entry_id = new.closed_entry;
          if said is null or said ->> 't' <> 'log.finding_closed' or said ->> 'outcome' <> 'allowed' or said #>> '{details,finding}' is distinct from 'ent_' || old.id then
            raise exception 'a finding is not closed without its entry' using errcode = 'insufficient_privilege';
          end if;
        end if;
        return new;
      end $$`);
    await runner.query(
      `create trigger log_finding_forward before update on log_finding for each row execute function log_finding_forward_only()`,
    );
    await runner.query(`create trigger log_finding_refuses before delete on log_finding for each row execute function audit_refuse()`);
    await runner.query(
      `create trigger log_finding_refuses_truncate before truncate on log_finding for each statement execute function audit_refuse()`,
    );
    for (const trigger of ['log_finding_forward', 'log_finding_refuses', 'log_finding_refuses_truncate'])
      await runner.query(`alter table log_finding enable always trigger ${trigger}`);
    await runner.query(`grant select, insert on log_finding to cuao_worker`);
    await runner.query(`grant select on log_finding to cuao_gateway`);
    await runner.query(`
      grant update (reason, opened_by, opened_org, opened_role, opened_at, opened_entry, closed_by, closed_org, closed_role, closed_at, closed_entry)
      on log_finding to cuao_gateway`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table log_finding`);
    await runner.query(`drop function log_finding_forward_only()`);
  }
}
