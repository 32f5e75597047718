import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An opening is written under a living key only. Processes keep data keys in memory; whoever acts again after an erasure would
 * otherwise get openings that nobody can ever read. The row of the key is locked until the writer has committed, so that an erasure
 * waits for openings under way and takes them too. Cases get keys of their own, which an erasure destroys as it does a person's;
 * what it leaves no longer says which case it was.
 */
export class LivingKeys1764000009320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function audit_living_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
      begin
        perform from audit_key where key_id in (select key_id from sealed) order by key_id for share;
        if exists (
          select from (select distinct key_id from sealed) s left join audit_key k on k.key_id = s.key_id where k.wrapped is null
        ) then
          raise exception 'the key of an opening is destroyed or was never there' using errcode = 'CUKEY';
        end if;
        return null;
      end $$`);
    await runner.query('revoke execute on function audit_living_keys() from public');
    await runner.query(`
      create trigger audit_opening_living_keys after insert on audit_opening referencing new table as sealed
      for each statement execute function audit_living_keys()`);
    await runner.query('alter table audit_opening enable always trigger audit_opening_living_keys');
    await runner.query(
      eraseFunction(`
        update audit_key set wrapped = null, destroyed_at = erased_at, subject = case asked.part when 'case' then 'erased' else subject end
          where subject = asked.subject and wrapped is not null;
        delete from audit_opening where subject = asked.subject and part = asked.part;
        get diagnostics gone = row_count;
        if asked.part = 'actor' then
          update audit_search set actor_id = null where actor_id = asked.subject;`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      eraseFunction(`
        delete from audit_opening where subject = asked.subject and part = asked.part;
        get diagnostics gone = row_count;
        if asked.part = 'actor' then
          update audit_key set wrapped = null, destroyed_at = erased_at where subject = asked.subject and wrapped is not null;
          update audit_search set actor_id = null where actor_id = asked.subject;`),
    );
    await runner.query('drop trigger audit_opening_living_keys on audit_opening');
    await runner.query('drop function audit_living_keys()');
  }
}

/** The function of migration 9200, with what goes. */
function eraseFunction(going: string): string {
  return `
      create or replace function audit_erase(erasure uuid, person text, erased_at timestamptz, entry uuid) returns integer
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
        if asked.opened_org is null or said ->> 'org' is null or asked.opened_org = said ->> 'org' then
          raise exception 'an erasure needs two bodies' using errcode = 'insufficient_privilege';
        end if;${going}
        else
          update audit_search set case_digest = null where case_digest = asked.subject;
        end if;
        update audit_erasure set closed_by = person, closed_at = erased_at, closed_entry = entry, openings = gone, closed_org = said ->> 'org' where id = erasure;
        return gone;
      end $$`;
}
