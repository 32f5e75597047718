import type { EntryId, OrganisationId, PersonId, RequestId } from '#libs/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RequestEventType } from './request-event.js';
import { SharingRequestEntity } from './sharing-request.entity.js';

/** One line of a request's timeline; each points at its entry in the log. Append-only. */
@Entity('request_event')
export class RequestEventEntity {
  @PrimaryColumn({ type: 'text', name: 'request_id', primaryKeyConstraintName: 'pk_request_event' })
  @ForeignKey(() => SharingRequestEntity, { name: 'fk_request_event_request' })
  requestId: RequestId;
  @PrimaryColumn({
    type: 'bigint',
    name: 'seq',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_request_event',
  })
  seq: string;
  @Column({ type: 'text', name: 'type' }) type: RequestEventType;
  @Column({ type: 'timestamptz', name: 'at' }) at: Date;
  @Column({ type: 'text', name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'fk_request_event_person' })
  personId: PersonId | null;
  /** As it was then. */
  @Column({ type: 'text', name: 'actor_name', nullable: true }) actorName: string | null;
  @Column({ type: 'text', name: 'organisation_id', nullable: true })
  @ForeignKey('organisation', { name: 'fk_request_event_organisation' })
  organisationId: OrganisationId | null;
  @Column({ type: 'text', name: 'entry_id' }) entryId: EntryId;
}
