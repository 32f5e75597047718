import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { CameraId } from '#libs/kernel';
import type { Camera, CameraClass } from './camera.js';
import type { CameraEntity } from './camera.entity.js';
import { searchPatterns } from './search-text.js';

export interface CameraFilter {
  readonly unitCode?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly zoneKind?: string | null | undefined;
  /** Vietnamese with or without marks; a comma separates phrases, which must all be found. */
  readonly text?: string | null | undefined;
}

/** Where the picture comes from; for the edge's connectors only. */
export interface CameraSourceRow {
  readonly id: CameraId;
  readonly code: string;
  readonly sourceKind: string;
}

const columns = `c.id, c.code, c.name_vi as "nameVi", c.system_kind as "systemKind", c.mission_class as "missionClass", c.classification,
  c.purposes, c.owner_org_id as "ownerOrgId", c.owner_kind as "ownerKind", c.operator_org_id as "operatorOrgId", c.funding_kind as "fundingKind",
  c.unit_code as "unitCode", c.zone_kind as "zoneKind", c.is_public_place as "isPublicPlace", c.lat, c.lon, c.azimuth, c.fov,
  c.height_m as "heightM", c.mount_kind as "mountKind", c.capabilities, c.protocols, c.vms_node_id as "vmsNodeId",
  c.integration_status as "integrationStatus", c.notice_kind as "noticeKind", c.notice_verified_at as "noticeVerifiedAt",
  c.public_share as "publicShare", c.retention_days as "retentionDays", c.trust_level as "trustLevel", c.status, c.version`;

/** The one reader of the inventory. Every read for a person is narrowed to the classes that the rules let them know of. */
@Injectable()
export class CameraRepository {
  async classes(tx: Tx): Promise<CameraClass[]> {
    return tx.query(
      `select system_kind as "systemKind", mission_class as "missionClass", classification from camera_class
       order by system_kind, mission_class, classification`,
    );
  }

  async listByIds(tx: Tx, visible: readonly CameraClass[], ids: readonly string[]): Promise<Camera[]> {
    const where = new Conditions();
    where.visible(visible);
    where.add((p) => `c.id = any(${p})`, [...ids]);
    return tx.query<Camera[]>(`select ${columns} from camera c where ${where.text} order by c.code`, where.values);
  }

  /** `limit` cameras whose code is greater than `afterCode`, in the order of codes. */
  async page(tx: Tx, visible: readonly CameraClass[], filter: CameraFilter, afterCode: string | null, limit: number): Promise<Camera[]> {
    const where = conditionsOf(visible, filter);
    if (afterCode !== null) where.add((p) => `c.code > ${p}`, afterCode);
    where.values.push(limit);
    return tx.query<Camera[]>(
      `select ${columns} from camera c where ${where.text} order by c.code limit $${where.values.length}`,
      where.values,
    );
  }

  /** How many there are under the very same conditions. */
  async count(tx: Tx, visible: readonly CameraClass[], filter: CameraFilter): Promise<number> {
    const where = conditionsOf(visible, filter);
    const rows = await tx.query<{ total: number }[]>(`select count(*)::integer as total from camera c where ${where.text}`, where.values);
    return rows[0]?.total ?? 0;
  }

  async findSource(tx: Tx, id: CameraId): Promise<CameraSourceRow | null> {
    const row = await tx.query<Pick<CameraEntity, 'id' | 'code' | 'sourceKind'>[]>(
      `select id, code, source_kind as "sourceKind" from camera where id = $1 and status = 'active'`,
      [id],
    );
    return row[0] ?? null;
  }
}

function conditionsOf(visible: readonly CameraClass[], filter: CameraFilter): Conditions {
  const where = new Conditions();
  where.visible(visible);
  if (isGiven(filter.unitCode)) where.add((p) => `c.unit_code = ${p}`, filter.unitCode);
  if (isGiven(filter.ownerId)) where.add((p) => `c.owner_org_id = ${p}`, filter.ownerId);
  if (isGiven(filter.zoneKind)) where.add((p) => `c.zone_kind = ${p}`, filter.zoneKind);
  if (isGiven(filter.purpose)) where.add((p) => `${p} = any(c.purposes)`, filter.purpose);
  if (isGiven(filter.text)) {
    const patterns = searchPatterns(filter.text);
    // A query of signs only folds to nothing; it finds nothing rather than everything.
    if (patterns.length === 0) where.never();
    for (const pattern of patterns) where.add((p) => `c.search_text like ${p}`, pattern);
  }
  return where;
}

const isGiven = (value: string | null | undefined): value is string => value !== undefined && value !== null && value !== '';

/** Parameterised conditions, joined by `and`. */
class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  get text(): string {
    return this.parts.join(' and ');
  }

  add(part: (placeholder: string) => string, value: unknown): void {
    this.values.push(value);
    this.parts.push(part(`$${this.values.length}`));
  }

  never(): void {
    this.parts.push('false');
  }

  /** No class, no row: an empty list of classes matches nothing. */
  visible(classes: readonly CameraClass[]): void {
    const from = this.values.length;
    this.values.push(
      classes.map((one) => one.systemKind),
      classes.map((one) => one.missionClass),
      classes.map((one) => one.classification),
    );
    this.parts.push(
      `(c.system_kind, c.mission_class, c.classification) in
         (select * from unnest($${from + 1}::text[], $${from + 2}::text[], $${from + 3}::text[]))`,
    );
  }
}
