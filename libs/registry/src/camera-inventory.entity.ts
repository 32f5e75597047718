import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: how often the inventory was written. Two reads of the same version saw the same cameras. */
@Entity('camera_inventory')
@Check('ck_camera_inventory_one', 'is_the_one')
@Check('ck_camera_inventory_version', 'version > 0')
export class CameraInventoryEntity {
  @PrimaryColumn({ type: 'boolean', name: 'is_the_one', primaryKeyConstraintName: 'pk_camera_inventory' }) isTheOne: boolean;
  @Column({ type: 'bigint', name: 'version' }) version: string;
}
