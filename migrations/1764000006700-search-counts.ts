import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search at ten million entries: an index for the act alone and one for stretches of the log, and counters by day, kept in the
 * transaction that makes entries searchable, so that nobody counts by reading rows.
 *
 * `audit_cell_count` has the cells of the daily manifest (body, type, outcome, group of cameras) and can be held against it;
 * `audit_day_count` is its sum over the groups of cameras, small enough to be summed for a page. Empty text where an entry has none.
 * Days are Hà Nội's. What stops what: the worker may add and raise, nobody's program may lower or remove; a superuser can, and the
 * comparison with the manifest finds it.
 */
export class SearchCounts1764000006700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The act is what stands before the first dot of the type.
    await runner.query(`create index audit_search_act on audit_search (split_part(type, '.', 1), at, idx)`);
    // Rows arrive in the order of idx: a stretch of the log is a few blocks.
    await runner.query(`create index audit_search_idx_brin on audit_search using brin (idx) with (autosummarize = on)`);
    await runner.query(`
      create table audit_day_count (
        day date not null,
        organisation text not null,
        type text not null,
        outcome text not null,
        entries bigint not null,
        constraint audit_day_count_pkey primary key (organisation, day, type, outcome),
        constraint audit_day_count_entries check (entries > 0)
      )`);
    await runner.query(`
      create table audit_cell_count (
        day date not null,
        organisation text not null,
        type text not null,
        outcome text not null,
        cameras text not null,
        entries bigint not null,
        constraint audit_cell_count_pkey primary key (day, organisation, type, outcome, cameras),
        constraint audit_cell_count_cameras check (cameras ~ '^([0-9a-f]{2})?$'),
        constraint audit_cell_count_entries check (entries > 0)
      )`);
    await runner.query(`
      create function audit_count_up_only() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if new.entries <= old.entries or to_jsonb(new) - 'entries' <> to_jsonb(old) - 'entries' then
          raise exception 'append-only: a count on % only grows', tg_table_name using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $$`);
    for (const table of ['audit_day_count', 'audit_cell_count']) {
      await runner.query(`create trigger ${table}_up before update on ${table} for each row execute function audit_count_up_only()`);
      await runner.query(`create trigger ${table}_refuses before delete on ${table} for each row execute function audit_refuse()`);
      await runner.query(
        `create trigger ${table}_refuses_truncate before truncate on ${table} for each statement execute function audit_refuse()`,
      );
      for (const trigger of ['up', 'refuses', 'refuses_truncate'])
        await runner.query(`alter table ${table} enable always trigger ${table}_${trigger}`);
      await runner.query(`grant select, insert, update on ${table} to cuao_worker`);
      await runner.query(`grant select on ${table} to cuao_gateway`);
    }
    await runner.query(`
      insert into audit_cell_count (day, organisation, type, outcome, cameras, entries)
      select (at at time zone 'Asia/Ho_Chi_Minh')::date, coalesce(organisation_code, ''), type, outcome,
        case when resource_kind = 'camera' then left(encode(sha256(convert_to(resource_id, 'UTF8')), 'hex'), 2) else '' end, count(*)
      from audit_search group by 1, 2, 3, 4, 5`);
    await runner.query(`
      insert into audit_day_count (day, organisation, type, outcome, entries)
      select day, organisation, type, outcome, sum(entries) from audit_cell_count group by 1, 2, 3, 4`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_day_count, audit_cell_count`);
    await runner.query(`drop function audit_count_up_only()`);
    await runner.query(`drop index audit_search_act, audit_search_idx_brin`);
  }
}
