import { Injectable } from '@nestjs/common';
import { planned, type Tx } from '#libs/database';
import type { CameraId } from '#libs/kernel';
import { hasFilter, openFull, type SingleCamera } from './camera-counts.js';
import { classColumn, Conditions, isGiven, type Bind, type CameraFilter, type VisibleCameras } from './camera-filter.js';
import type { Camera } from './camera.js';
import type { CameraEntity } from './camera.entity.js';

/** Where the picture comes from; for the edge's connectors only. */
export interface CameraSourceRow {
  readonly id: CameraId;
  readonly code: string;
  readonly sourceKind: string;
}

/** Degrees (WGS 84). */
export interface MapBounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Cameras that lie close together on a map: their middle and how many they are. */
export interface CameraCluster {
  readonly lat: number;
  readonly lon: number;
  readonly cameras: number;
}

const columns = `c.id, c.code, c.class_id as "classId", c.name_vi as "nameVi", c.system_kind as "systemKind", c.mission_class as "missionClass",
  c.classification, c.purposes, c.owner_org_id as "ownerOrgId", c.owner_kind as "ownerKind", c.operator_org_id as "operatorOrgId",
  c.funding_kind as "fundingKind", c.unit_code as "unitCode", c.zone_kind as "zoneKind", c.is_public_place as "isPublicPlace", c.lat, c.lon,
  c.azimuth, c.fov, c.height_m as "heightM", c.mount_kind as "mountKind", c.capabilities, c.protocols, c.vms_node_id as "vmsNodeId",
  c.integration_status as "integrationStatus", c.notice_kind as "noticeKind", c.notice_verified_at as "noticeVerifiedAt",
  c.public_share as "publicShare", c.retention_days as "retentionDays", c.trust_level as "trustLevel", c.status, c.version`;

/** The one reader of the inventory. Every read for a person is narrowed to the cameras that the rules let them know of. */
@Injectable()
export class CameraRepository {
  async listByIds(tx: Tx, visible: VisibleCameras, ids: readonly string[]): Promise<Camera[]> {
    const where = new Conditions();
    where.visible(visible);
    where.add((p) => `c.id = any(${p})`, [...ids]);
    return planned<Camera>(tx, `select ${columns} from camera c where ${where.text} order by c.code`, where.values);
  }

  /** Whatever anybody may know: for deciding on single cameras, never for showing them. */
  async listForDeciding(tx: Tx, ids: readonly string[]): Promise<Camera[]> {
    if (ids.length === 0) return [];
    return planned<Camera>(tx, `select ${columns} from camera c where c.id = any($1) order by c.code`, [[...ids]]);
  }

  /**
   * `limit` cameras whose code is greater than `afterCode`, in the order of codes. @param among codes of which it is known that the
   * page can hold no others, but for single cameras
   */
  async page(
    tx: Tx,
    visible: VisibleCameras,
    filter: CameraFilter,
    afterCode: string | null,
    limit: number,
    among: readonly string[] | null = null,
  ): Promise<Camera[]> {
    const pageOf = (from: string, where: Conditions): Promise<Camera[]> => {
      if (afterCode !== null) where.add((p) => `c.code > ${p}`, afterCode);
      const most = where.bind(limit);
      return tx.query<Camera[]>(`select ${columns} from ${from} where ${where.text} order by c.code limit ${most}`, where.values);
    };
    const where = conditionsOf(visible, filter);
    const classes = hasFilter(filter) && visible.level === 'told' ? fully(visible, filter) : narrowed(visible, filter);
    if (among !== null) where.oneOf(visible, (bind) => `${bind([...among])}::text[]`);
    else if (isGiven(filter.text)) return pageOf('camera c', where);
    else if (classes.classIds.length <= mostMerged) where.oneOf(visible, merged(classes, afterCode, limit));
    else if (!isGiven(filter.unitCode) && !isGiven(filter.ownerId)) {
      // Most cameras may be shown to most people: the page is full soon. Where it is not, class by class.
      const begun = conditionsOf(visible, filter);
      const after = afterCode === null ? '' : `where code > ${begun.bind(afterCode)}`;
      const rows = await pageOf(`(select * from camera ${after} order by code limit ${begun.bind(mostWalked)}) c`, begun);
      if (rows.length >= limit) return rows;
      where.oneOf(visible, merged(classes, afterCode, limit));
    }
    return pageOf('camera c', where);
  }

  /** Of the cameras that were decided on by themselves, those that the filter lets through. */
  async singles(tx: Tx, { added, removed }: VisibleCameras, filter: CameraFilter): Promise<SingleCamera[]> {
    if (added.length + removed.length === 0) return [];
    const where = new Conditions();
    where.add((p) => `c.id = any(${p}::text[])`, [...added, ...removed]);
    where.filter(filter);
    return tx.query(
      `select c.id, c.class_id as "classId", c.told_class_id as "toldClassId" from camera c where ${where.text}`,
      where.values,
    );
  }

  /** Cells of a grid over the bounds, `cells` a side, each with the middle and number of its visible cameras. */
  async clusters(tx: Tx, visible: VisibleCameras, filter: CameraFilter, bounds: MapBounds, cells: number): Promise<CameraCluster[]> {
    const where = conditionsOf(visible, filter);
    const [west, south, east, north] = [bounds.west, bounds.south, bounds.east, bounds.north].map(
      (degrees) => `${where.bind(degrees)}::float8`,
    );
    const side = `${where.bind(cells)}::integer`;
    return tx.query(
      `select avg(c.lat) as lat, avg(c.lon) as lon, count(*)::integer as cameras from camera c
       where ${where.text} and point(c.lon, c.lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))
       group by width_bucket(c.lon, ${west}, ${east}, ${side}), width_bucket(c.lat, ${south}, ${north}, ${side}) order by 2, 1`,
      where.values,
    );
  }

  /** Names of visible cameras, each once, in their order. */
  async names(tx: Tx, visible: VisibleCameras, filter: CameraFilter, limit: number): Promise<string[]> {
    const where = conditionsOf(visible, filter);
    const most = where.bind(limit);
    const rows = await tx.query<{ name: string }[]>(
      `select c.name_vi as name from camera c where ${where.text} group by c.name_vi order by c.name_vi limit ${most}`,
      where.values,
    );
    return rows.map(({ name }) => name);
  }

  async findSource(tx: Tx, id: CameraId): Promise<CameraSourceRow | null> {
    const row = await tx.query<Pick<CameraEntity, 'id' | 'code' | 'sourceKind'>[]>(
      `select id, code, source_kind as "sourceKind" from camera where id = $1 and status = 'active'`,
      [id],
    );
    return row[0] ?? null;
  }
}

function conditionsOf(visible: VisibleCameras, filter: CameraFilter): Conditions {
  const where = new Conditions();
  where.visible(narrowed(visible, filter));
  where.filter(filter);
  return where;
}

/** Fewer classes where the filter leaves fewer of the many; the dozen that lists depend on say nothing of what filters ask. */
function narrowed(visible: VisibleCameras, filter: CameraFilter): VisibleCameras {
  return visible.level === 'told' ? visible : fully(visible, filter);
}

const fully = (visible: VisibleCameras, filter: CameraFilter): VisibleCameras => ({
  ...visible,
  level: 'full',
  classIds: openFull(visible, filter),
});

/** So many classes are looked into at once; for more, the list is first walked from where the page begins. */
const mostMerged = 64;
const mostWalked = 2_000;

/**
 * Codes of the first cameras of some classes, as an array: an index knows the first of each class, and no more classes than the
 * page has rows can be on it. So the cost grows with the classes, however many cameras they have and wherever these stand.
 * Asked for what comes next in the order of class and code, and the class compared after: with an equality PostgreSQL may walk
 * all codes instead and leave out those of other classes.
 */
function merged({ level, classIds, removed }: VisibleCameras, afterCode: string | null, limit: number): (bind: Bind) => string {
  return (bind) => {
    const order = `m.${classColumn[level]}, m.code`;
    const [ids, most] = [bind([...classIds]), bind(limit + removed.length)];
    const begin = afterCode === null ? `>= (k.id, '')` : `> (k.id, ${bind(afterCode)})`;
    return `array(
      select next.code from (
        select k.id, one.code from unnest(${ids}::integer[]) as k (id) cross join lateral
          (select ${order} from camera m where (${order}) ${begin} order by ${order} limit 1) one (id, code)
        where one.id = k.id order by one.code limit ${most}
      ) first cross join lateral
        (select ${order} from camera m where (${order}) >= (first.id, first.code) order by ${order} limit ${most}) next (id, code)
      where next.id = first.id order by next.code limit ${most})`;
  };
}
