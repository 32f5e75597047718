import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What makes the log judge itself: intents that wait for their outcome, one manifest for each stretch of entries, erasure in two
 * hands, disclosure dates, and leaf partitions that go only where the log says so.
 */
export class AuditEvidence1764000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_search add column intent_id text`);
    await runner.query(`create index audit_search_intent_id on audit_search (intent_id) where intent_id is not null`);
    await runner.query(`
      update audit_search s set intent_id = convert_from(l.leaf, 'UTF8')::jsonb ->> 'intent' from audit_leaf l
      where l.idx = s.idx and convert_from(l.leaf, 'UTF8')::jsonb ? 'intent'`);
    await runner.query(`alter table audit_opening add column disclose_after timestamptz`);
    // Told by the worker that found it, so that every process can hold back what must wait for people.
    await runner.query(`alter table log_progress add column frozen_because text`);

    // How many entries of each kind stand in [from_idx, to_idx): the digest is on the log, the cells can be recomputed by anybody.
    await runner.query(`
      create table audit_manifest (
        day date not null,
        from_idx bigint not null,
        to_idx bigint not null,
        cells jsonb not null,
        digest text not null,
        entry_id uuid not null,
        constraint audit_manifest_pkey primary key (day),
        constraint audit_manifest_from_unique unique (from_idx),
        constraint audit_manifest_range check (0 <= from_idx and from_idx <= to_idx),
        constraint audit_manifest_digest check (digest ~ '^[0-9a-f]{64}$')
      )`);
    // Two people: whoever asked for an erasure cannot be the one who does it.
    await runner.query(`
      create table audit_erasure (
        id uuid not null,
        subject text not null,
        part text not null,
        basis text not null,
        opened_by text not null,
        opened_at timestamptz not null,
        opened_entry uuid not null,
        closed_by text,
        closed_at timestamptz,
        closed_entry uuid,
        openings integer,
        constraint audit_erasure_pkey primary key (id),
        constraint audit_erasure_part check (part in ('actor', 'case')),
        constraint audit_erasure_two_people check (closed_by <> opened_by),
        constraint audit_erasure_closed check (
          (closed_by is null) = (closed_at is null) and (closed_by is null) = (closed_entry is null) and (closed_by is null) = (openings is null))
      )`);
    for (const [table, acts] of [
      ['audit_manifest', 'update or delete'],
      ['audit_erasure', 'delete'],
    ] as const) {
      await runner.query(`create trigger ${table}_refuses before ${acts} on ${table} for each row execute function audit_refuse()`);
      await runner.query(
        `create trigger ${table}_refuses_truncate before truncate on ${table} for each statement execute function audit_refuse()`,
      );
      await runner.query(`alter table ${table} enable always trigger ${table}_refuses`);
      await runner.query(`alter table ${table} enable always trigger ${table}_refuses_truncate`);
    }

    // Runs as the owner; refuses unless the entry that says so is on the log, or in this transaction on its way there.
    await runner.query(`
      create function audit_erase(erasure uuid, person text, erased_at timestamptz, entry uuid) returns integer
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        asked audit_erasure;
        said jsonb;
        gone integer;
      begin
        select * into asked from audit_erasure where id = erasure for update;
        if not found or asked.closed_by is not null then raise exception 'there is no such open erasure' using errcode = 'insufficient_privilege'; end if;
        if asked.opened_by = person then raise exception 'an erasure needs two people' using errcode = 'insufficient_privilege'; end if;
        select convert_from(leaf, 'UTF8')::jsonb into said from audit_outbox where entry_id = entry;
        if said is null or said ->> 't' <> 'erasure.closed' or said ->> 'intent' <> 'ent_' || asked.opened_entry then
          raise exception 'an erasure without its entry is refused' using errcode = 'insufficient_privilege';
        end if;
        delete from audit_opening where subject = asked.subject and part = asked.part;
        get diagnostics gone = row_count;
        if asked.part = 'actor' then
          update audit_key set wrapped = null, destroyed_at = erased_at where subject = asked.subject and wrapped is not null;
          update audit_search set actor_id = null where actor_id = asked.subject;
        else
          update audit_search set case_digest = null where case_digest = asked.subject;
        end if;
        update audit_erasure set closed_by = person, closed_at = erased_at, closed_entry = entry, openings = gone where id = erasure;
        return gone;
      end $$`);
    await runner.query(`
      create function audit_leaf_prune(part bigint) returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        name text := 'audit_leaf_p' || part;
        witnessed bigint;
      begin
        select min(witnessed_size) into witnessed from log_progress;
        if (part + 1) << 20 > coalesce(witnessed, 0) then
          raise exception 'append-only: % is not witnessed as a whole', name using errcode = 'insufficient_privilege';
        end if;
        if not exists (select from audit_search where type = 'log.prune' and outcome = 'allowed' and resource_id = name) then
          raise exception 'append-only: the log does not say that % goes', name using errcode = 'insufficient_privilege';
        end if;
        execute format('drop table public.%I', name);
      end $$`);
    await runner.query(`revoke all on function audit_erase(uuid, text, timestamptz, uuid), audit_leaf_prune(bigint) from public`);
    await runner.query(`grant execute on function audit_erase(uuid, text, timestamptz, uuid) to cuao_gateway`);
    await runner.query(`grant execute on function audit_leaf_prune(bigint) to cuao_worker`);
    await runner.query(`grant select, insert on audit_manifest to cuao_worker`);
    await runner.query(`grant select on audit_manifest to cuao_gateway`);
    await runner.query(`grant select, insert on audit_erasure to cuao_gateway`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function audit_leaf_prune(bigint), audit_erase(uuid, text, timestamptz, uuid)`);
    await runner.query(`drop table audit_erasure, audit_manifest`);
    await runner.query(`alter table log_progress drop column frozen_because`);
    await runner.query(`alter table audit_opening drop column disclose_after`);
    await runner.query(`alter table audit_search drop column intent_id`);
  }
}
