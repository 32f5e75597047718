import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A legal basis whose emergency the regulation wants proven (`needsEmergencyProof` of the rule table, equal by test). With the
 * document that a request names it makes the request an emergency's (`request_is_emergency`). Changed by a migration only.
 */
@Entity('emergency_basis')
export class EmergencyBasisEntity {
  @PrimaryColumn({ type: 'text', name: 'code', primaryKeyConstraintName: 'pk_emergency_basis' }) code: string;
  @Column({ type: 'text', name: 'rule' }) rule: string;
}
