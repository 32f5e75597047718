import type { CameraId, OrganisationId, RequestId } from '#libs/kernel';
import { Entity, ForeignKey, Index, PrimaryColumn, Column, Unique } from 'typeorm';
import { SharingRequestEntity } from './sharing-request.entity.js';

/** A camera that a request asks for, with the owner it had then. */
@Entity('sharing_request_camera')
@Unique('uq_sharing_request_camera_owner', ['requestId', 'cameraId', 'ownerOrgId'])
@Index('ix_sharing_request_camera_owner', ['ownerOrgId', 'requestId'])
export class RequestCameraEntity {
  @PrimaryColumn({ type: 'text', name: 'request_id', primaryKeyConstraintName: 'pk_sharing_request_camera' })
  @ForeignKey(() => SharingRequestEntity, { name: 'fk_sharing_request_camera_request' })
  requestId: RequestId;
  @PrimaryColumn({ type: 'text', name: 'camera_id', primaryKeyConstraintName: 'pk_sharing_request_camera' })
  @ForeignKey('camera', { name: 'fk_sharing_request_camera_camera' })
  cameraId: CameraId;
  @Column({ type: 'text', name: 'owner_org_id' })
  @ForeignKey('organisation', { name: 'fk_sharing_request_camera_owner' })
  ownerOrgId: OrganisationId;
}
