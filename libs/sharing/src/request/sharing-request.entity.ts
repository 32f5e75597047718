import type { OrganisationId, PersonId, RequestId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RequestState } from './request-state.js';

@Entity('sharing_request')
@Unique('uq_sharing_request_code', ['code'])
@Unique('uq_sharing_request_requester', ['id', 'requesterPersonId', 'requesterOrgId'])
@Check('ck_sharing_request_id', `id like 'req\\_%'`)
@Check('ck_sharing_request_version', 'version > 0')
@Check('ck_sharing_request_due', 'due_at >= submitted_at')
@Check(
  'ck_sharing_request_state',
  `state in ('DRAFT', 'SUBMITTED', 'NEEDS_INFO', 'UNDER_REVIEW', 'APPROVED', 'PARTIAL', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'CLOSED')`,
)
@Index('ix_sharing_request_organisation', { synchronize: false })
@Index('ix_sharing_request_state', ['state', 'dueAt'])
export class SharingRequestEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_sharing_request' }) id: RequestId;
  /** What people call it: `YC-2026-000123`. */
  @Column({ type: 'text', name: 'code' }) code: string;
  @Column({ type: 'text', name: 'state' }) state: RequestState;
  /** The version that counts; decisions on earlier ones do not. */
  @Column({ type: 'integer', name: 'version' }) version: number;
  @Column({ type: 'text', name: 'requester_person_id' })
  @ForeignKey('person', { name: 'fk_sharing_request_person' })
  requesterPersonId: PersonId;
  @Column({ type: 'text', name: 'requester_org_id' })
  @ForeignKey('organisation', { name: 'fk_sharing_request_organisation' })
  requesterOrgId: OrganisationId;
  @Column({ type: 'text', name: 'requester_role' }) requesterRole: string;
  @Column({ type: 'timestamptz', name: 'submitted_at' }) submittedAt: Date;
  @Column({ type: 'timestamptz', name: 'due_at' }) dueAt: Date;
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true }) closedAt: Date | null;
}
