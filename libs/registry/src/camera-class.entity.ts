import { Check, Entity, PrimaryColumn } from 'typeorm';

/** Every combination of the attributes on which it depends whether a camera may be told of at all. */
@Entity('camera_class')
@Check('ck_camera_class_classification', `classification in ('normal', 'stateSecret')`)
export class CameraClassEntity {
  @PrimaryColumn({ type: 'text', name: 'system_kind', primaryKeyConstraintName: 'pk_camera_class' }) systemKind: string;
  @PrimaryColumn({ type: 'text', name: 'mission_class', primaryKeyConstraintName: 'pk_camera_class' }) missionClass: string;
  @PrimaryColumn({ type: 'text', name: 'classification', primaryKeyConstraintName: 'pk_camera_class' }) classification: string;
}
