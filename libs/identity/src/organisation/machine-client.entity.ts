import type { OrganisationId } from '#libs/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** A program of another institution: signs in by client credentials, acts for an organisation, holds named rights and no role. */
@Entity('machine_client')
export class MachineClientEntity {
  @PrimaryColumn({ type: 'text', name: 'client_id', primaryKeyConstraintName: 'pk_machine_client' }) clientId: string;
  @Column({ type: 'text', name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_machine_client_organisation' })
  organisationId: OrganisationId;
  @Column({ type: 'text', array: true, name: 'rights' }) rights: string[];
  @Column({ type: 'boolean', name: 'active' }) active: boolean;
}
