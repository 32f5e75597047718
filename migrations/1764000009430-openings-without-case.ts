import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = ['organisation_code', 'request_organisation_code', 'actor_id'] as const;

/**
 * Openings of footage that name no case are looked for by themselves: an index of them alone for each way into a scope, so that a page
 * of few among many costs what any page does. An entry whose case number was erased had one: the search says so with a word that is no
 * digest, and does not tell of it as of one without.
 */
export class OpeningsWithoutCase1764000009430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(eraseFunction(`'erased'`));
    // Leaves are read only where a case has ever been erased.
    await runner.query(`
      update audit_search s set case_digest = 'erased' from audit_leaf l
      where l.idx = s.idx and s.case_digest is null and position('"case":{'::bytea in l.leaf) > 0
        and exists (select from audit_erasure where part = 'case' and closed_at is not null)
        and convert_from(l.leaf, 'UTF8')::jsonb ? 'case'`);
    for (const column of columns)
      await runner.query(`
        create index audit_search_caseless_${column} on audit_search (${column}, at, idx)
        where case_digest is null and type in ('live_view.open', 'playback.open')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`drop index audit_search_caseless_${column}`);
    await runner.query(`update audit_search set case_digest = null where case_digest = 'erased'`);
    await runner.query(eraseFunction('null'));
  }
}

/** The function of migration 9320, with what the search keeps of an erased case (SQL). */
function eraseFunction(kept: string): string {
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
        end if;
        update audit_key set wrapped = null, destroyed_at = erased_at, subject = case asked.part when 'case' then 'erased' else subject end
          where subject = asked.subject and wrapped is not null;
        delete from audit_opening where subject = asked.subject and part = asked.part;
        get diagnostics gone = row_count;
        if asked.part = 'actor' then
          update audit_search set actor_id = null where actor_id = asked.subject;
        else
          update audit_search set case_digest = ${kept} where case_digest = asked.subject;
        end if;
        update audit_erasure set closed_by = person, closed_at = erased_at, closed_entry = entry, openings = gone, closed_org = said ->> 'org' where id = erasure;
        return gone;
      end $$`;
}
