import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Every tuple of attributes that occurs among the cameras. Interned by the database in the write of a camera; see the migration. */
@Entity('camera_class')
@Unique('uq_camera_class_hash', ['hash'])
@Check('ck_camera_class_level', `level in ('told', 'full')`)
@Check('ck_camera_class_hash', `hash ~ '^[0-9a-f]{64}$'`)
export class CameraClassEntity {
  @PrimaryColumn({ type: 'integer', name: 'id', primaryKeyConstraintName: 'pk_camera_class' }) id: number;
  /** `told`: what lists depend on; `full`: what rules about footage depend on besides. */
  @Column({ type: 'text', name: 'level' }) level: 'told' | 'full';
  @Column({ type: 'text', name: 'hash' }) hash: string;
  @Column({ type: 'jsonb', name: 'tuple' }) tuple: object;
}
