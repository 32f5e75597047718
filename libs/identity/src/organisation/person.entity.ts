import type { OrganisationId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

@Entity('person')
@Unique('uq_person_demo_key', ['demoKey'])
@Unique('uq_person_login_subject', ['loginSubject'])
@Check('ck_person_id', `id like 'per\\_%'`)
@Check('ck_person_version', 'version > 0')
@Index('ix_person_organisation', ['organisationId'])
export class PersonEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_person' }) id: PersonId;
  @Column({ type: 'text', name: 'demo_key', nullable: true }) demoKey: string | null;
  /** `sub` at the configured identity provider, where it is not the person's id. */
  @Column({ type: 'text', name: 'login_subject', nullable: true }) loginSubject: string | null;
  @Column({ type: 'text', name: 'display_name' }) displayName: string;
  @Column({ type: 'text', name: 'title' }) title: string;
  @Column({ type: 'text', name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_person_organisation' })
  organisationId: OrganisationId;
  /** Functions given to this person beside those of the organisation. */
  @Column({ type: 'text', array: true, name: 'functions' }) functions: string[];
  /** 1 password, 2 two factors, 3 phishing-resistant hardware. */
  @Column({ type: 'integer', name: 'mfa_level' }) mfaLevel: number;
  @Column({ type: 'timestamptz', name: 'training_valid_to', nullable: true }) trainingValidTo: Date | null;
  @Column({ type: 'boolean', name: 'active' }) active: boolean;
  /** Raised whenever the person's rights change. */
  @Column({ type: 'integer', name: 'version' }) version: number;
  @Column({ type: 'timestamptz', name: 'last_sign_in_at', nullable: true }) lastSignInAt: Date | null;
}
