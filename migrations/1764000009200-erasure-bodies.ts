import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Erasure by two people of two bodies: the table knows for which body each hand acted, and the function that erases refuses two of
 * one. What waits gets the body of whoever opened it; what was done under the older rule stays as it was.
 */
export class ErasureBodies1764000009200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_erasure add column opened_org text, add column closed_org text');
    await runner.query(`
      update audit_erasure e set opened_org = o.code from person p join organisation o on o.id = p.organisation_id
      where p.id = e.opened_by and e.closed_by is null`);
    await runner.query('alter table audit_erasure add constraint audit_erasure_two_bodies check (closed_org <> opened_org)');
    await runner.query(
      eraseFunction(
        `if asked.opened_org is null or said ->> 'org' is null or asked.opened_org = said ->> 'org' then
          raise exception 'an erasure needs two bodies' using errcode = 'insufficient_privilege';
        end if;`,
        `, closed_org = said ->> 'org'`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(eraseFunction('', ''));
    await runner.query(
      'alter table audit_erasure drop constraint audit_erasure_two_bodies, drop column closed_org, drop column opened_org',
    );
  }
}

/** The function of migration 0310, with what the two bodies add to it. */
function eraseFunction(bodies: string, alsoSet: string): string {
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
        ${bodies}
        delete from audit_opening where subject = asked.subject and part = asked.part;
        get diagnostics gone = row_count;
        if asked.part = 'actor' then
          update audit_key set wrapped = null, destroyed_at = erased_at where subject = asked.subject and wrapped is not null;
          update audit_search set actor_id = null where actor_id = asked.subject;
        else
          update audit_search set case_digest = null where case_digest = asked.subject;
        end if;
        update audit_erasure set closed_by = person, closed_at = erased_at, closed_entry = entry, openings = gone${alsoSet} where id = erasure;
        return gone;
      end $$`;
}
