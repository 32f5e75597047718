import type { CameraId, CameraSystemId, OrganisationId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CameraClassEntity } from './camera-class.entity.js';
import { CameraSystemEntity } from './camera-system.entity.js';

/** The inventory's row. `source_kind` says where the picture comes from and never leaves the server. */
@Entity('camera')
@Unique('uq_camera_code', ['code'])
@ForeignKey(() => CameraSystemEntity, ['systemId', 'systemKind'], ['id', 'kind'], { name: 'fk_camera_system' })
@Check('ck_camera_id', `id like 'cam\\_%'`)
@Check('ck_camera_classification', `classification in ('normal', 'stateSecret')`)
@Check('ck_camera_mission', 'mission_class = any (purposes)')
@Check('ck_camera_place', 'lat between -90 and 90 and lon between -180 and 180')
@Check('ck_camera_view', 'azimuth between 0 and 359 and fov between 1 and 360 and height_m >= 0')
@Check('ck_camera_retention', 'retention_days >= 0')
@Check('ck_camera_mount', `mount_kind in ('fixed', 'ptz')`)
@Check('ck_camera_funding', `funding_kind in ('state', 'socialised', 'private')`)
@Check('ck_camera_integration', `integration_status in ('integrated', 'mapped_not_integrated', 'reported_only', 'not_reported')`)
@Check('ck_camera_vms_node', `integration_status <> 'integrated' or vms_node_id is not null`)
@Check('ck_camera_notice', 'notice_verified_at is null or notice_kind is not null')
@Check('ck_camera_status', `status in ('active', 'suspended', 'retired')`)
@Check('ck_camera_source', `source_kind in ('virtual', 'encoder')`)
@Check('ck_camera_version', 'version > 0')
@Index('ix_camera_unit', ['unitCode', 'code'])
@Index('ix_camera_owner', ['ownerOrgId', 'code'])
@Index('ix_camera_told_class', ['toldClassId', 'code'])
@Index('ix_camera_class', ['classId', 'code'])
// Of an expression, which TypeORM cannot state.
@Index('ix_camera_place', { synchronize: false })
// A trigram index, which TypeORM cannot state.
@Index('ix_camera_search_text', { synchronize: false })
export class CameraEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_camera' }) id: CameraId;
  /** Given by the database from the attributes below, whatever is written here. */
  @Column({ type: 'integer', name: 'told_class_id' })
  @ForeignKey(() => CameraClassEntity, { name: 'fk_camera_told_class' })
  toldClassId: number;
  /** The same, of all that rules about footage read. */
  @Column({ type: 'integer', name: 'class_id' })
  @ForeignKey(() => CameraClassEntity, { name: 'fk_camera_class' })
  classId: number;
  @Column({ type: 'text', name: 'code' }) code: string;
  @Column({ type: 'text', name: 'name_vi' }) nameVi: string;
  /** Folded code, name and place with a space before every word; see `search-text.ts`. */
  @Column({ type: 'text', name: 'search_text' }) searchText: string;
  @Column({ type: 'text', name: 'system_id' }) systemId: CameraSystemId;
  @Column({ type: 'text', name: 'system_kind' }) systemKind: string;
  @Column({ type: 'text', name: 'mission_class' }) missionClass: string;
  @Column({ type: 'text', name: 'classification' }) classification: 'normal' | 'stateSecret';
  @Column({ type: 'text', array: true, name: 'purposes' }) purposes: string[];
  @Column({ type: 'text', name: 'owner_org_id' })
  @ForeignKey('organisation', { name: 'fk_camera_owner' })
  ownerOrgId: OrganisationId;
  @Column({ type: 'text', name: 'owner_kind' }) ownerKind: string;
  @Column({ type: 'text', name: 'operator_org_id', nullable: true })
  @ForeignKey('organisation', { name: 'fk_camera_operator' })
  operatorOrgId: OrganisationId | null;
  @Column({ type: 'text', name: 'funding_kind' }) fundingKind: string;
  @Column({ type: 'text', name: 'unit_code' })
  @ForeignKey('unit', { name: 'fk_camera_unit' })
  unitCode: string;
  @Column({ type: 'text', name: 'zone_kind' }) zoneKind: string;
  @Column({ type: 'boolean', name: 'is_public_place' }) isPublicPlace: boolean;
  @Column({ type: 'double precision', name: 'lat' }) lat: number;
  @Column({ type: 'double precision', name: 'lon' }) lon: number;
  /** Degrees clockwise from north. */
  @Column({ type: 'smallint', name: 'azimuth' }) azimuth: number;
  /** Horizontal field of view, degrees. */
  @Column({ type: 'smallint', name: 'fov' }) fov: number;
  @Column({ type: 'double precision', name: 'height_m' }) heightM: number;
  @Column({ type: 'text', name: 'mount_kind' }) mountKind: string;
  @Column({ type: 'text', array: true, name: 'capabilities' }) capabilities: string[];
  @Column({ type: 'text', array: true, name: 'protocols' }) protocols: string[];
  @Column({ type: 'text', name: 'vms_node_id', nullable: true }) vmsNodeId: string | null;
  @Column({ type: 'text', name: 'integration_status' }) integrationStatus: string;
  @Column({ type: 'text', name: 'notice_kind', nullable: true }) noticeKind: string | null;
  @Column({ type: 'timestamptz', name: 'notice_verified_at', nullable: true }) noticeVerifiedAt: Date | null;
  @Column({ type: 'boolean', name: 'public_share' }) publicShare: boolean;
  @Column({ type: 'smallint', name: 'retention_days' }) retentionDays: number;
  @Column({ type: 'text', name: 'trust_level' }) trustLevel: string;
  @Column({ type: 'text', name: 'origin' }) origin: string;
  @Column({ type: 'text', name: 'status' }) status: string;
  @Column({ type: 'text', name: 'source_kind' }) sourceKind: 'virtual' | 'encoder';
  /** Raised with every change of an attribute that a rule reads. */
  @Column({ type: 'integer', name: 'version' }) version: number;
}
