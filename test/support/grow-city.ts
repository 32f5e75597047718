type Sql = (text: string) => Promise<readonly object[]>;

/**
 * Copies of the demo city's cameras, class and all, until there are so many: a larger city has no more classes, only more cameras.
 * Past the triggers, as a restore would do it; tallies and version are then set as the triggers would have.
 */
export async function growCity(sql: Sql, wanted: number): Promise<void> {
  const [columns] = (await sql(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
     where attrelid = 'camera'::regclass and attnum > 0 and not attisdropped and attname not in ('id', 'code')`,
  )) as readonly { names: string }[];
  const [planted] = (await sql('select count(*)::int as cameras from camera')) as readonly { cameras: number }[];
  const others = columns?.names ?? '';
  const more = wanted - (planted?.cameras ?? 0);
  if (more <= 0) return;
  const copies = Math.ceil(more / (planted?.cameras ?? 1));
  await sql('drop index ix_camera_search_text, ix_camera_place');
  // One statement, so that one connection is without triggers and no other.
  await sql(
    `set session_replication_role = replica;
     insert into camera (id, code, ${others})
       select 'cam_' || gen_random_uuid(), c.code || '-' || lpad(n::text, 2, '0'), ${others.replace(/(\w+)/g, 'c.$1')}
       from (select * from camera order by code) c cross join generate_series(1, ${copies}) n limit ${more};
     set session_replication_role = origin`,
  );
  await sql('update camera_inventory set version = version + 1');
  await sql(
    `update camera_tally t set cameras = n, version = (select version from camera_inventory)
     from (select class_id, count(*)::integer as n from
            (select class_id from camera union all select told_class_id from camera) of_camera group by class_id) d
     where d.class_id = t.class_id`,
  );
  await sql('create index ix_camera_search_text on camera using gin (search_text gin_trgm_ops)');
  await sql('create index ix_camera_place on camera using gist (point(lon, lat))');
  await sql('vacuum analyze camera');
  await sql('analyze camera_class, camera_tally');
}
