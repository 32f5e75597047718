import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: its lock gives positions out in the order in which they become visible, without holes. */
@Entity('revocation_counter')
@Check('ck_revocation_counter_one', 'id')
export class RevocationCounterEntity {
  @PrimaryColumn({ type: 'boolean', name: 'id', default: true, primaryKeyConstraintName: 'pk_revocation_counter' }) id: boolean;
  @Column({ type: 'bigint', name: 'position' }) position: string;
}
