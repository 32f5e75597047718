import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a class is made of: name of the fact, and the column of `camera` it stands in. */
type Tuple = readonly (readonly [string, string])[];

/** What lists read: about a dozen classes. */
const told: Tuple = [
  ['systemKind', 'system_kind'],
  ['missionClass', 'mission_class'],
  ['classification', 'classification'],
];
/** What rules about footage read besides: some thousands, because names of owners and units are among it. */
const full: Tuple = [
  ...told,
  ['purposes', 'purposes'],
  ['zoneKind', 'zone_kind'],
  ['isPublicPlace', 'is_public_place'],
  ['ownerOrgId', 'owner_org_id'],
  ['ownerKind', 'owner_kind'],
  ['operatorOrgId', 'operator_org_id'],
  ['fundingKind', 'funding_kind'],
  ['areaCode', 'unit_code'],
  ['publicShare', 'public_share'],
  ['trustLevel', 'trust_level'],
  ['status', 'status'],
];
const columns = full.map(([, column]) => column).join(', ');
const objectOf = (tuple: Tuple): string => `jsonb_build_object(${tuple.map(([fact, column]) => `'${fact}', new.${column}`).join(', ')})`;

/**
 * A class is the whole tuple of attributes on which an answer about a camera can depend; a camera has one for what it may be told
 * of, and one for its footage. The database interns both in the write itself, whoever writes: a camera without its class, or with
 * another's, cannot be stored. It also keeps how many cameras a class has, so that counting a list costs as much as there are
 * classes and not as there are cameras.
 */
export class CameraClasses1764000005100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...removeOld, ...tables, ...interning, ...counting, ...rights]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [...undo, ...restoreOld]) await runner.query(sql);
  }
}

const removeOld = [`alter table camera drop constraint fk_camera_class`, `drop table camera_class`];

const tables = [
  `create sequence camera_class_number as integer`,
  `create table camera_class (
    id integer not null,
    level text not null,
    hash text not null,
    tuple jsonb not null,
    constraint pk_camera_class primary key (id),
    constraint uq_camera_class_hash unique (hash),
    constraint ck_camera_class_level check (level in ('told', 'full')),
    constraint ck_camera_class_hash check (hash ~ '^[0-9a-f]{64}$')
  )`,
  `create table camera_tally (
    class_id integer not null,
    cameras integer not null,
    constraint pk_camera_tally primary key (class_id),
    constraint fk_camera_tally_class foreign key (class_id) references camera_class (id),
    constraint ck_camera_tally_cameras check (cameras >= 0)
  )`,
  `alter table camera add column told_class_id integer, add column class_id integer`,
];

const interning = [
  // Two writers of the same new class: the second waits for the first, and reads its row when it has committed.
  `create function camera_class_of(of_level text, wanted jsonb) returns integer language plpgsql set search_path = pg_catalog, public as $$
  declare
    digest text := encode(sha256(convert_to(of_level || wanted::text, 'UTF8')), 'hex');
    found_id integer;
  begin
    select id into found_id from camera_class where hash = digest;
    if found_id is null then
      insert into camera_class (id, level, hash, tuple) values (nextval('camera_class_number'), of_level, digest, wanted)
        on conflict (hash) do nothing;
      select id into found_id from camera_class where hash = digest;
    end if;
    return found_id;
  end $$`,
  `create function camera_intern_class() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    new.told_class_id := camera_class_of('told', ${objectOf(told)});
    new.class_id := camera_class_of('full', ${objectOf(full)});
    return new;
  end $$`,
  `create trigger tr_camera_class before insert or update of ${columns}, told_class_id, class_id on camera
    for each row execute function camera_intern_class()`,
  `update camera set class_id = 0`,
  `alter table camera alter column told_class_id set not null, alter column class_id set not null`,
  `alter table camera add constraint fk_camera_told_class foreign key (told_class_id) references camera_class (id)`,
  `alter table camera add constraint fk_camera_class foreign key (class_id) references camera_class (id)`,
  `alter table camera add constraint ck_camera_classification check (classification in ('normal', 'stateSecret'))`,
  `create index ix_camera_told_class on camera (told_class_id, code)`,
  `create index ix_camera_class on camera (class_id, code)`,
  `create index ix_camera_place on camera using gist (point(lon, lat))`,
];

const counting = [
  // Rows are locked in the order of their numbers, so that two writers wait for each other and do not block each other.
  `create function camera_count_classes() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    ids integer[];
    changes integer[];
  begin
    if tg_op = 'TRUNCATE' then
      delete from camera_tally;
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
    insert into camera_tally (class_id, cameras) select id, 0 from unnest(ids) as of_change (id) order by id on conflict do nothing;
    perform from camera_tally where class_id = any (ids) order by class_id for update;
    update camera_tally t set cameras = t.cameras + d.n from unnest(ids, changes) as d (class_id, n) where t.class_id = d.class_id;
    return null;
  end $$`,
  `insert into camera_tally (class_id, cameras) select class_id, count(*) from (select unnest(array[told_class_id, class_id]) as class_id from camera) of_camera group by class_id`,
  `create trigger tr_camera_added after insert on camera referencing new table as added
    for each statement execute function camera_count_classes()`,
  `create trigger tr_camera_changed after update on camera referencing new table as added old table as removed
    for each statement execute function camera_count_classes()`,
  `create trigger tr_camera_removed after delete on camera referencing old table as removed
    for each statement execute function camera_count_classes()`,
  `create trigger tr_camera_emptied after truncate on camera for each statement execute function camera_count_classes()`,
];

const rights = [
  `revoke all on function camera_class_of(text, jsonb), camera_intern_class(), camera_count_classes() from public`,
  `grant select on camera_class to cuao_gateway, cuao_worker, cuao_edge`,
  `grant select on camera_tally to cuao_gateway, cuao_worker`,
];

const undo = [
  ...['emptied', 'removed', 'changed', 'added', 'class'].map((name) => `drop trigger tr_camera_${name} on camera`),
  `drop function camera_count_classes()`,
  `drop function camera_intern_class()`,
  `drop function camera_class_of(text, jsonb)`,
  `drop index ix_camera_place`,
  `alter table camera drop column told_class_id, drop column class_id`,
  `alter table camera drop constraint ck_camera_classification`,
  `drop table camera_tally`,
  `drop table camera_class`,
  `drop sequence camera_class_number`,
];

const restoreOld = [
  `create table camera_class (
    system_kind text not null,
    mission_class text not null,
    classification text not null,
    constraint pk_camera_class primary key (system_kind, mission_class, classification),
    constraint ck_camera_class_classification check (classification in ('normal', 'stateSecret'))
  )`,
  `insert into camera_class select distinct system_kind, mission_class, classification from camera`,
  `alter table camera add constraint fk_camera_class foreign key (system_kind, mission_class, classification)
    references camera_class (system_kind, mission_class, classification)`,
  `grant select on camera_class to cuao_gateway, cuao_worker, cuao_edge`,
];
