import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CameraClassEntity } from './camera-class.entity.js';

/** How many cameras a class has, kept by the database in the write of a camera. */
@Entity('camera_tally')
@Check('ck_camera_tally_cameras', 'cameras >= 0')
export class CameraTallyEntity {
  @PrimaryColumn({ type: 'integer', name: 'class_id', primaryKeyConstraintName: 'pk_camera_tally' })
  @ForeignKey(() => CameraClassEntity, { name: 'fk_camera_tally_class' })
  classId: number;
  @Column({ type: 'integer', name: 'cameras' }) cameras: number;
  /** The version of the inventory in which the count last changed. */
  @Column({ type: 'bigint', name: 'version' }) version: string;
}
