import type { MigrationInterface, QueryRunner } from 'typeorm';

const forwardOnly = (declared: string, beforeRules: string): string => `
  create or replace function log_finding_forward_only() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    said jsonb;${declared}
  begin${beforeRules}
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
  end $$`;

const healing = `
    was_healed := exists (select from audit_outbox o where o.entry_id = old.healed_entry)
      or exists (select from audit_entry e where e.entry_id = old.healed_entry);
    if new.healed_entry is distinct from old.healed_entry or new.healed_at is distinct from old.healed_at then
      if was_healed or old.day is null
        or to_jsonb(new) - 'healed_entry' - 'healed_at' <> to_jsonb(old) - 'healed_entry' - 'healed_at' then
        raise exception 'a finding heals once, and by nothing else' using errcode = 'insufficient_privilege';
      end if;
      select convert_from(leaf, 'UTF8')::jsonb into said from (
        select o.leaf from audit_outbox o where o.entry_id = new.healed_entry
        union all select l.leaf from audit_entry e join audit_leaf l on l.idx = e.idx where e.entry_id = new.healed_entry) as told limit 1;
      if said is null or said ->> 't' <> 'log.finding_healed' or said #>> '{details,finding}' is distinct from 'ent_' || old.id then
        raise exception 'a finding does not heal without its entry' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end if;
    if was_healed or new.day is distinct from old.day then
      raise exception 'a finding stays as it was told' using errcode = 'insufficient_privilege';
    end if;`;

/**
 * What the search or the counters lack of a day's manifest is a finding like a loss: told once, kept over restarts. It is over when two
 * hands close it, or when the worker finds the day whole again (healed), which is on the log too.
 *
 * What stops what: the worker may heal, not close, and only what can heal (`day`); the trigger (ALWAYS) asks for the entry that says so.
 * One that healed and happens again is another finding. A superuser who heals a row is found out as the same difference is told again.
 */
export class HealedFindings1764000009230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table log_finding add column day date, add column healed_at timestamptz, add column healed_entry uuid`);
    await runner.query(`alter table log_finding drop constraint log_finding_kind`);
    await runner.query(`
      alter table log_finding add constraint log_finding_kind check (
        kind in ('receipt_without_entry', 'number_missing', 'configuration_changed', 'search_differs', 'counts_differ'))`);
    await runner.query(`
      alter table log_finding add constraint log_finding_day check ((day is not null) = (kind in ('search_differs', 'counts_differ')))`);
    await runner.query(`
      alter table log_finding add constraint log_finding_healed check (
        (healed_at is null) = (healed_entry is null) and (healed_entry is null or day is not null))`);
    await runner.query(`alter table log_finding drop constraint log_finding_digest_unique`);
    await runner.query(`create unique index log_finding_digest_unique on log_finding (origin, digest) where healed_entry is null`);
    await runner.query(forwardOnly('\n    was_healed boolean;', healing));
    await runner.query(`grant update (healed_at, healed_entry) on log_finding to cuao_worker`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (healed_at, healed_entry) on log_finding from cuao_worker`);
    await runner.query(forwardOnly('', ''));
    // Findings that only this form knows cannot stand in the one before.
    await runner.query(`alter table log_finding disable trigger log_finding_refuses`);
    await runner.query(`delete from log_finding where day is not null`);
    await runner.query(`alter table log_finding enable always trigger log_finding_refuses`);
    await runner.query(`drop index log_finding_digest_unique`);
    await runner.query(`alter table log_finding add constraint log_finding_digest_unique unique (origin, digest)`);
    await runner.query(
      `alter table log_finding drop constraint log_finding_healed, drop constraint log_finding_day, drop constraint log_finding_kind`,
    );
    await runner.query(`
      alter table log_finding add constraint log_finding_kind check (kind in ('receipt_without_entry', 'number_missing', 'configuration_changed'))`);
    await runner.query(`alter table log_finding drop column day, drop column healed_at, drop column healed_entry`);
  }
}
