import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { CameraId } from '#libs/kernel';
import { classesMatching, Conditions, isGiven, isOneOf, type CameraFilter, type VisibleCameras } from './camera-filter.js';
import type { Camera, CameraClass } from './camera.js';
import type { CameraEntity } from './camera.entity.js';

/** Where the picture comes from; for the edge's connectors only. */
export interface CameraSourceRow {
  readonly id: CameraId;
  readonly code: string;
  readonly sourceKind: string;
}

/** How many visible cameras a class has under a filter. */
export interface ClassCount {
  readonly classId: number;
  readonly cameras: number;
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
  /** Classes that are not among those already known. */
  async newClasses(tx: Tx, known: { readonly count: number; readonly ids: () => number[] }): Promise<CameraClass[]> {
    const [total] = await tx.query<{ count: number }[]>('select count(*)::integer as count from camera_class');
    if (total?.count === known.count) return [];
    return tx.query<CameraClass[]>('select id, level, tuple from camera_class where id <> all($1::integer[]) order by id', [known.ids()]);
  }

  async listByIds(tx: Tx, visible: VisibleCameras, ids: readonly string[]): Promise<Camera[]> {
    const where = new Conditions();
    where.visible(visible);
    where.add((p) => `c.id = any(${p})`, [...ids]);
    return tx.query<Camera[]>(`select ${columns} from camera c where ${where.text} order by c.code`, where.values);
  }

  /** Whatever anybody may know: for deciding on single cameras, never for showing them. */
  async listForDeciding(tx: Tx, ids: readonly string[]): Promise<Camera[]> {
    if (ids.length === 0) return [];
    return tx.query<Camera[]>(`select ${columns} from camera c where c.id = any($1) order by c.code`, [[...ids]]);
  }

  /** `limit` cameras whose code is greater than `afterCode`, in the order of codes. */
  async page(tx: Tx, visible: VisibleCameras, filter: CameraFilter, afterCode: string | null, limit: number): Promise<Camera[]> {
    const where = conditionsOf(visible, filter);
    if (afterCode !== null) where.add((p) => `c.code > ${p}`, afterCode);
    const most = where.bind(limit);
    return tx.query<Camera[]>(`select ${columns} from camera c where ${where.text} order by c.code limit ${most}`, where.values);
  }

  /** How many there are under the very same conditions. */
  async count(tx: Tx, visible: VisibleCameras, filter: CameraFilter): Promise<number> {
    return (await this.counted<{ cameras: number | null }>(tx, visible, filter, 'sum(cameras)::integer as cameras')).reduce(
      (sum, { cameras }) => sum + (cameras ?? 0),
      0,
    );
  }

  /** The same by full class. */
  async counts(tx: Tx, visible: VisibleCameras, filter: CameraFilter): Promise<ClassCount[]> {
    const byFullClass: VisibleCameras = { ...visible, level: 'full', classIds: visible.fullClasses().map(({ id }) => id) };
    return this.counted(
      tx,
      byFullClass,
      filter,
      'class_id as "classId", sum(cameras)::integer as cameras',
      'group by class_id having sum(cameras) <> 0',
    );
  }

  /**
   * Without search text nothing is read but tallies of classes, and the single cameras that were decided on by themselves: the
   * cost grows with the classes.
   */
  private async counted<Row>(tx: Tx, visible: VisibleCameras, filter: CameraFilter, what: string, grouping = ''): Promise<Row[]> {
    const ofLevel = { told: 'c.told_class_id', full: 'c.class_id' }[visible.level];
    if (isGiven(filter.text)) {
      const where = conditionsOf(visible, filter);
      return tx.query<Row[]>(
        `select ${what} from (select ${ofLevel} as class_id, 1 as cameras from camera c where ${where.text}) counted ${grouping}`,
        where.values,
      );
    }
    const [level, ids] = hasFilter(filter)
      ? (['c.class_id', classesMatching(visible.fullClasses(), filter).map(({ id }) => id)] as const)
      : ([ofLevel, visible.classIds] as const);
    const where = new Conditions();
    const [ofClass, added, removed] = [where.bind([...ids]), where.bind([...visible.added]), where.bind([...visible.removed])];
    const among = (column: string): string => isOneOf(column, ofClass, ids.length);
    where.filter(filter);
    const filtered = where.text === '' ? 'true' : where.text;
    return tx.query<Row[]>(
      `select ${what} from (
         select t.class_id, t.cameras from camera_tally t where ${among('t.class_id')}
         union all
         select ${level}, 1 from camera c
           where c.id = any(${added}::text[]) and c.id <> all(${removed}::text[]) and not ${among(level)} and ${filtered}
         union all
         select ${level}, -1 from camera c where c.id = any(${removed}::text[]) and ${among(level)} and ${filtered}
       ) counted ${grouping}`,
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
  if (visible.level === 'told') return visible;
  return { ...visible, classIds: classesMatching(visible.fullClasses(), filter).map(({ id }) => id) };
}

const hasFilter = (filter: CameraFilter): boolean => [filter.unitCode, filter.ownerId, filter.purpose, filter.zoneKind].some(isGiven);
