import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an inspector searches, and whose names are opened in what was found, is narrowed by the database itself: the gateway takes the
 * role `cuao_inspector` for that transaction and names the inspection decision, the person and the instant. Rows then come from the bodies and the
 * period that the decision names, while it runs and if the person is of its team; without a decision there are none.
 *
 * What it stops: a fault in the gateway's own conditions, a forgotten one, a filter that widens. What it does not stop: a gateway that
 * was taken over (it chooses the role, and the names it gives), the tables' owner, a superuser. That each reading is decided and on
 * the log beforehand is the gate's part; dropping a policy is found by the worker (`ConfigWatch`).
 */
export class InspectionRows1764000006620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'cuao_inspector') then create role cuao_inspector nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    await runner.query(`
      do $$ begin
        if not pg_has_role('cuao_gateway', 'cuao_inspector', 'member') then grant cuao_inspector to cuao_gateway; end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    await runner.query(`grant usage on schema public to cuao_inspector`);
    // Runs as the owner: the role itself reads neither decisions nor teams.
    await runner.query(`
      create function audit_inspection() returns text language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select d.id from inspection_decision d
        where d.id = current_setting('cuao.inspection', true) and d.announced_at <= current_setting('cuao.at', true)::timestamptz and current_setting('cuao.at', true)::timestamptz < d.ends_at
          and (d.issuer_person_id = current_setting('cuao.person', true)
            or exists (select from inspection_team_member m where m.inspection_decision_id = d.id and m.person_id = current_setting('cuao.person', true)))
      $$`);
    await runner.query(`
      create function audit_inspected_bodies() returns text[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select coalesce(array_agg(o.code), '{}') from inspected_organisation i join organisation o on o.id = i.organisation_id
        where i.inspection_decision_id = audit_inspection()
      $$`);
    await runner.query(`
      create function audit_inspected_period() returns tstzrange language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select coalesce((select tstzrange(period_from, period_to) from inspection_decision where id = audit_inspection()), 'empty')
      $$`);
    // What others and the house did with the requests of these bodies: a chain is whole. The youngest ten thousand.
    await runner.query(`
      create function audit_inspected_requests() returns text[] language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        select coalesce(array_agg(found.request_id), '{}') from (
          select s.request_id from audit_search s
          where s.type = 'submit_request.submit' and s.organisation_code = any(audit_inspected_bodies()) and s.request_id is not null
            and s.at >= lower(audit_inspected_period()) and s.at < upper(audit_inspected_period())
          order by s.at desc, s.idx desc limit 10000) as found
      $$`);
    for (const each of ['audit_inspection()', 'audit_inspected_bodies()', 'audit_inspected_period()', 'audit_inspected_requests()'])
      await runner.query(`revoke all on function ${each} from public`);
    for (const each of ['audit_inspected_bodies()', 'audit_inspected_period()', 'audit_inspected_requests()'])
      await runner.query(`grant execute on function ${each} to cuao_inspector`);
    await runner.query(`grant select on audit_search, audit_opening, audit_key to cuao_inspector`);
    await runner.query(`alter table audit_search enable row level security`);
    await runner.query(`alter table audit_opening enable row level security`);
    // The processes do as they did; each sub-query below is asked once a statement, not once a row.
    for (const table of ['audit_search', 'audit_opening'])
      await runner.query(`create policy house on ${table} to cuao_gateway, cuao_worker, cuao_edge using (true) with check (true)`);
    await runner.query(`
      create policy inspection on audit_search as permissive for select to cuao_inspector using (
        at >= (select lower(audit_inspected_period())) and at < (select upper(audit_inspected_period()))
        and (organisation_code = any ((select audit_inspected_bodies())::text[]) or request_id = any ((select audit_inspected_requests())::text[])))`);
    await runner.query(`
      create policy inspection on audit_opening as permissive for select to cuao_inspector using (
        exists (select from audit_search s where s.entry_id = audit_opening.entry_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_opening', 'audit_search']) {
      await runner.query(`drop policy inspection on ${table}`);
      await runner.query(`drop policy house on ${table}`);
      await runner.query(`alter table ${table} disable row level security`);
    }
    await runner.query(`revoke select on audit_search, audit_opening, audit_key from cuao_inspector`);
    await runner.query(`drop function audit_inspected_requests(), audit_inspected_period(), audit_inspected_bodies(), audit_inspection()`);
    await runner.query(`revoke usage on schema public from cuao_inspector`);
  }
}
