import type { CameraId, GrantId, OrganisationId, RequestId } from '#libs/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RequestCameraEntity } from '../request/request-camera.entity.js';
import { AccessGrantEntity } from './access-grant.entity.js';

/** A camera of a grant: one that the request asked for, of the owner whose key the grant has. */
@Entity('access_grant_camera')
@ForeignKey(() => AccessGrantEntity, ['grantId', 'requestId', 'ownerOrgId'], ['id', 'requestId', 'ownerOrgId'], {
  name: 'fk_access_grant_camera_grant',
})
@ForeignKey(() => RequestCameraEntity, ['requestId', 'cameraId', 'ownerOrgId'], ['requestId', 'cameraId', 'ownerOrgId'], {
  name: 'fk_access_grant_camera_request',
})
@Index('ix_access_grant_camera_camera', ['cameraId'])
export class GrantCameraEntity {
  @PrimaryColumn({ type: 'text', name: 'grant_id', primaryKeyConstraintName: 'pk_access_grant_camera' }) grantId: GrantId;
  @PrimaryColumn({ type: 'text', name: 'camera_id', primaryKeyConstraintName: 'pk_access_grant_camera' }) cameraId: CameraId;
  @Column({ type: 'text', name: 'request_id' }) requestId: RequestId;
  @Column({ type: 'text', name: 'owner_org_id' }) ownerOrgId: OrganisationId;
}
