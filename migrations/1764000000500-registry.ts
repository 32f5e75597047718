import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Camera systems and cameras. Who may be told of a camera depends on its class only; every class that occurs is interned. */
export class Registry1764000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`
      create table camera_class (
        system_kind text not null,
        mission_class text not null,
        classification text not null,
        constraint pk_camera_class primary key (system_kind, mission_class, classification),
        constraint ck_camera_class_classification check (classification in ('normal', 'stateSecret'))
      )`);
    await runner.query(`
      create table camera_system (
        id text not null,
        code text not null,
        name_vi text not null,
        name_en text not null,
        kind text not null,
        operator_org_id text not null,
        constraint pk_camera_system primary key (id),
        constraint uq_camera_system_code unique (code),
        constraint uq_camera_system_kind unique (id, kind),
        constraint fk_camera_system_operator foreign key (operator_org_id) references organisation (id),
        constraint ck_camera_system_id check (id like 'sys\\_%')
      )`);
    await runner.query(`
      create table camera (
        id text not null,
        code text not null,
        name_vi text not null,
        search_text text not null,
        system_id text not null,
        system_kind text not null,
        mission_class text not null,
        classification text not null,
        purposes text[] not null,
        owner_org_id text not null,
        owner_kind text not null,
        operator_org_id text,
        funding_kind text not null,
        unit_code text not null,
        zone_kind text not null,
        is_public_place boolean not null,
        lat double precision not null,
        lon double precision not null,
        azimuth smallint not null,
        fov smallint not null,
        height_m double precision not null,
        mount_kind text not null,
        capabilities text[] not null,
        protocols text[] not null,
        vms_node_id text,
        integration_status text not null,
        notice_kind text,
        notice_verified_at timestamptz,
        public_share boolean not null,
        retention_days smallint not null,
        trust_level text not null,
        origin text not null,
        status text not null,
        source_kind text not null,
        version integer not null,
        constraint pk_camera primary key (id),
        constraint uq_camera_code unique (code),
        constraint fk_camera_system foreign key (system_id, system_kind) references camera_system (id, kind),
        constraint fk_camera_class foreign key (system_kind, mission_class, classification)
          references camera_class (system_kind, mission_class, classification),
        constraint fk_camera_owner foreign key (owner_org_id) references organisation (id),
        constraint fk_camera_operator foreign key (operator_org_id) references organisation (id),
        constraint fk_camera_unit foreign key (unit_code) references unit (code),
        constraint ck_camera_id check (id like 'cam\\_%'),
        constraint ck_camera_mission check (mission_class = any (purposes)),
        constraint ck_camera_place check (lat between -90 and 90 and lon between -180 and 180),
        constraint ck_camera_view check (azimuth between 0 and 359 and fov between 1 and 360 and height_m >= 0),
        constraint ck_camera_retention check (retention_days >= 0),
        constraint ck_camera_mount check (mount_kind in ('fixed', 'ptz')),
        constraint ck_camera_funding check (funding_kind in ('state', 'socialised', 'private')),
        constraint ck_camera_integration
          check (integration_status in ('integrated', 'mapped_not_integrated', 'reported_only', 'not_reported')),
        constraint ck_camera_vms_node check (integration_status <> 'integrated' or vms_node_id is not null),
        constraint ck_camera_notice check (notice_verified_at is null or notice_kind is not null),
        constraint ck_camera_status check (status in ('active', 'suspended', 'retired')),
        constraint ck_camera_source check (source_kind in ('virtual', 'encoder')),
        constraint ck_camera_version check (version > 0)
      )`);
    await runner.query(`create index ix_camera_unit on camera (unit_code, code)`);
    await runner.query(`create index ix_camera_owner on camera (owner_org_id, code)`);
    await runner.query(`create index ix_camera_search_text on camera using gin (search_text gin_trgm_ops)`);
    await runner.query(`grant select on camera_class, camera_system, camera to cuao_gateway, cuao_worker, cuao_edge`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table camera`);
    await runner.query(`drop table camera_system`);
    await runner.query(`drop table camera_class`);
    await runner.query(`drop extension pg_trgm`);
  }
}
