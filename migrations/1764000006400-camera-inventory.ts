import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The inventory has a version: every write of cameras makes a new one, and each tally says in which version it last changed. So a
 * gateway that has counted once asks for what changed since and for nothing more, and knows that what it keeps is still true.
 */
export class CameraInventory1764000006400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...tables, ...versioning, ...rights]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of undo) await runner.query(sql);
  }
}

const tables = [
  `create table camera_inventory (
    is_the_one boolean not null,
    version bigint not null,
    constraint pk_camera_inventory primary key (is_the_one),
    constraint ck_camera_inventory_one check (is_the_one),
    constraint ck_camera_inventory_version check (version > 0)
  )`,
  `insert into camera_inventory (is_the_one, version) values (true, 1)`,
  `alter table camera_tally add column version bigint`,
  `update camera_tally set version = 1`,
  `alter table camera_tally alter column version set not null`,
];

/** The same counting as before (migration 5100), with the version written beside each count that changes. */
const countingWith = (version: {
  readonly declared: string;
  readonly column: string;
  readonly value: string;
  readonly set: string;
}): string =>
  `create or replace function camera_count_classes() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    ids integer[];
    changes integer[];
    ${version.declared}
  begin
    if tg_op = 'TRUNCATE' then
      ${version.set === '' ? 'delete from camera_tally' : `update camera_tally set cameras = 0, version = ${version.value}`};
      return null;
    elsif tg_op = 'INSERT' then
      select array_agg(class_id order by class_id), array_agg(n order by class_id) into ids, changes
        from (select class_id, count(*)::integer as n from (select unnest(array[told_class_id, class_id]) as class_id from added) of_camera group by class_id) d;
    elsif tg_op = 'DELETE' then
      select array_agg(class_id order by class_id), array_agg(n order by class_id) into ids, changes
        from (select class_id, -count(*)::integer as n from (select unnest(array[told_class_id, class_id]) as class_id from removed) of_camera group by class_id) d;
    else
      select array_agg(class_id order by class_id), array_agg(n order by class_id) into ids, changes
        from (select class_id, sum(one)::integer as n
              from (select unnest(array[told_class_id, class_id]) as class_id, 1 as one from added
                    union all select unnest(array[told_class_id, class_id]), -1 from removed) both_sides
              group by class_id having sum(one) <> 0) d;
    end if;
    if ids is null then
      return null;
    end if;
    insert into camera_tally (class_id, cameras${version.column}) select id, 0${version.value === '' ? '' : `, ${version.value}`} from unnest(ids) as of_change (id) order by id on conflict do nothing;
    perform from camera_tally where class_id = any (ids) order by class_id for update;
    update camera_tally t set cameras = t.cameras + d.n${version.set} from unnest(ids, changes) as d (class_id, n) where t.class_id = d.class_id;
    return null;
  end $$`;

const versioning = [
  countingWith({
    declared: 'now_version bigint := (select version from camera_inventory);',
    column: ', version',
    value: 'now_version',
    set: ', version = now_version',
  }),
  // Before any camera is locked, so that a second writer waits here and can hold nothing that the first one needs.
  `create function camera_next_version() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    update camera_inventory set version = version + 1;
    return null;
  end $$`,
  `create trigger tr_camera_version before insert or update or delete or truncate on camera
    for each statement execute function camera_next_version()`,
];

const rights = [
  `revoke all on function camera_next_version() from public`,
  `grant select on camera_inventory to cuao_gateway, cuao_worker`,
];

const undo = [
  `drop trigger tr_camera_version on camera`,
  `drop function camera_next_version()`,
  countingWith({ declared: '', column: '', value: '', set: '' }),
  `alter table camera_tally drop column version`,
  `drop table camera_inventory`,
];
