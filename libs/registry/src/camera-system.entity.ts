import type { CameraSystemId, OrganisationId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

@Entity('camera_system')
@Unique('uq_camera_system_code', ['code'])
@Unique('uq_camera_system_kind', ['id', 'kind'])
@Check('ck_camera_system_id', `id like 'sys\\_%'`)
export class CameraSystemEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_camera_system' }) id: CameraSystemId;
  @Column({ type: 'text', name: 'code' }) code: string;
  @Column({ type: 'text', name: 'name_vi' }) nameVi: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn: string;
  /** Codes of `systemKind`: `central`, `specialised`, `internal`, `socialised`, `defence`, `police_professional`, `roadTraffic`. */
  @Column({ type: 'text', name: 'kind' }) kind: string;
  @Column({ type: 'text', name: 'operator_org_id' })
  @ForeignKey('organisation', { name: 'fk_camera_system_operator' })
  operatorOrgId: OrganisationId;
}
