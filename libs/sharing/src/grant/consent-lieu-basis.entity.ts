import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A legal basis that the regulation names instead of the owner's consent. Changed by a migration only. */
@Entity('consent_lieu_basis')
export class ConsentLieuBasisEntity {
  @PrimaryColumn({ type: 'text', name: 'code', primaryKeyConstraintName: 'pk_consent_lieu_basis' }) code: string;
  @Column({ type: 'text', name: 'rule' }) rule: string;
}
