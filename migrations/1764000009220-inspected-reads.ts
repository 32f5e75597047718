import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The processes do as they did. */
const narrowed = ['audit_outbox', 'audit_entry', 'audit_leaf', 'audit_day_count'] as const;

/** Of the inspection decision that the transaction names; asked once a statement, not once a row. */
const bodies = '(select audit_inspected_bodies())';
const period = '(select audit_inspected_period())';

/**
 * Everything of the log that is read under an inspection decision is read as `cuao_inspector`, no longer places and names of lists
 * alone: entries by id, their texts, proofs, exports and counters. A text is judged by what was hashed, not by the search: by its own
 * body, time and request. What commitments stand for comes of the acts of the inspected bodies' own people; of what others did with
 * their requests only the texts come.
 *
 * What it stops: a condition of the gateway that is forgotten or wrong. What it does not stop: a gateway that was taken over (it chooses
 * the role, and the names it gives), code that reads as the house (`ReadAs`), the tables' owner, a superuser.
 */
export class InspectedReads1764000009220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Runs as the owner: the role itself reads no table of requests.
    await runner.query(`
      create function audit_leaf_inspected(leaf bytea, bodies text[], period tstzrange, chains boolean) returns boolean
      language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      declare
        said jsonb := convert_from(leaf, 'UTF8')::jsonb;
      begin
        if (said ->> 'at')::timestamptz <@ period is not true then return false; end if;
        if said ->> 'org' = any(bodies) then return true; end if;
        return chains and exists (select from audit_request r where r.request_id = said ->> 'request' and r.organisation_code = any(bodies));
      end $$`);
    await runner.query(`revoke all on function audit_leaf_inspected(bytea, text[], tstzrange, boolean) from public`);
    await runner.query(`grant execute on function audit_leaf_inspected(bytea, text[], tstzrange, boolean) to cuao_inspector`);
    await runner.query(`grant select on audit_outbox, audit_entry, audit_leaf, audit_day_count to cuao_inspector`);
    for (const table of narrowed) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy house on ${table} to cuao_gateway, cuao_worker, cuao_edge using (true) with check (true)`);
    }
    for (const table of ['audit_outbox', 'audit_leaf'])
      await runner.query(`
        create policy inspection on ${table} as permissive for select to cuao_inspector using (
          audit_leaf_inspected(leaf, ${bodies}, ${period}, true))`);
    await runner.query(`
      create policy inspection on audit_entry as permissive for select to cuao_inspector using (
        exists (select from audit_leaf l where l.idx = audit_entry.idx))`);
    // Days of the Hà Nội calendar that touch the period: which of them are shown whole is the gateway's part.
    await runner.query(`
      create policy inspection on audit_day_count as permissive for select to cuao_inspector using (
        organisation = any (${bodies}::text[])
        and tstzrange(day::timestamp at time zone 'Asia/Ho_Chi_Minh', (day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh') && ${period})`);
    await runner.query(`drop policy inspection on audit_opening`);
    await runner.query(`
      create policy inspection on audit_opening as permissive for select to cuao_inspector using (
        exists (select from audit_entry e join audit_leaf l on l.idx = e.idx
          where e.entry_id = audit_opening.entry_id and audit_leaf_inspected(l.leaf, ${bodies}, ${period}, false))
        or exists (select from audit_outbox o where o.entry_id = audit_opening.entry_id and audit_leaf_inspected(o.leaf, ${bodies}, ${period}, false)))`);
    // Whose key it is, is nobody's question there.
    await runner.query(`revoke select on audit_key from cuao_inspector`);
    await runner.query(`grant select (key_id, wrapped) on audit_key to cuao_inspector`);
    // Inside coalesce it is asked of each row and offered to no index: what is asked for has its own, and an "or" of two made the
    // planner gather and sort all rows of the bodies for one page (seconds at three million rows).
    await runner.query(`drop policy inspection on audit_search`);
    await runner.query(`
      create policy inspection on audit_search as permissive for select to cuao_inspector using (
        coalesce(at <@ ${period} and (organisation_code = any (${bodies}::text[]) or request_organisation_code = any (${bodies}::text[])), false))`);
    await runner.query(`drop function audit_inspected_requests()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function audit_inspected_requests() returns text[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select coalesce(array_agg(found.request_id), '{}') from (
          select s.request_id from audit_search s
          where s.type = 'submit_request.submit' and s.organisation_code = any(audit_inspected_bodies()) and s.request_id is not null
            and s.at >= lower(audit_inspected_period()) and s.at < upper(audit_inspected_period())
          order by s.at desc, s.idx desc limit 10000) as found
      $$`);
    await runner.query(`revoke all on function audit_inspected_requests() from public`);
    await runner.query(`grant execute on function audit_inspected_requests() to cuao_inspector`);
    await runner.query(`drop policy inspection on audit_search`);
    await runner.query(`
      create policy inspection on audit_search as permissive for select to cuao_inspector using (
        at >= (select lower(audit_inspected_period())) and at < (select upper(audit_inspected_period()))
        and (organisation_code = any ((select audit_inspected_bodies())::text[]) or request_id = any ((select audit_inspected_requests())::text[])))`);
    await runner.query(`revoke select (key_id, wrapped) on audit_key from cuao_inspector`);
    await runner.query(`grant select on audit_key to cuao_inspector`);
    await runner.query(`drop policy inspection on audit_opening`);
    await runner.query(`
      create policy inspection on audit_opening as permissive for select to cuao_inspector using (
        exists (select from audit_search s where s.entry_id = audit_opening.entry_id))`);
    // Entries' policy first: it asks leaves.
    for (const table of ['audit_day_count', 'audit_entry', 'audit_leaf', 'audit_outbox']) {
      await runner.query(`drop policy inspection on ${table}`);
      await runner.query(`drop policy house on ${table}`);
      await runner.query(`alter table ${table} disable row level security`);
    }
    await runner.query(`revoke select on audit_outbox, audit_entry, audit_leaf, audit_day_count from cuao_inspector`);
    await runner.query(`drop function audit_leaf_inspected(bytea, text[], tstzrange, boolean)`);
  }
}
