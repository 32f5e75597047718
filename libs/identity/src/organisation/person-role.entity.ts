import type { PersonId, RoleCode } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A role that a person holds; one of them is acted in per session. */
@Entity('person_role')
@Check(
  'ck_person_role_role',
  `role in ('requester', 'agency_head', 'owner', 'reviewer', 'approver', 'duty_officer', 'duty_commander', 'extraction_officer', 'inspection_issuer', 'inspection_head', 'inspector', 'policy_signer', 'dpo', 'operator')`,
)
export class PersonRoleEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id', primaryKeyConstraintName: 'pk_person_role' })
  @ForeignKey(() => PersonEntity, { name: 'fk_person_role_person' })
  personId: PersonId;
  @PrimaryColumn({ type: 'text', name: 'role', primaryKeyConstraintName: 'pk_person_role' }) role: RoleCode;
  @Column({ type: 'timestamptz', name: 'given_at' }) givenAt: Date;
}
