import type { DecisionId, EntryId, OrganisationId, PersonId, RequestId, SignedDecisionId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { DecisionKind, Verdict } from './decision-payload.js';

/** A decision of a person on one version of a request. Append-only but for its withdrawal. */
@Entity('signed_decision')
@Unique('uq_signed_decision_person', ['requestId', 'requestVersion', 'kind', 'personId'])
@Unique('uq_signed_decision_key', ['id', 'requestId', 'requestVersion', 'kind', 'verdict', 'personId', 'organisationId'])
@ForeignKey('request_version', ['requestId', 'requestVersion', 'digest'], ['requestId', 'version', 'digest'], {
  name: 'fk_signed_decision_version',
})
@Check('ck_signed_decision_id', `id like 'dcn\\_%'`)
@Check('ck_signed_decision_signature', `octet_length(signature) = 64 and payload <> ''`)
@Check(
  'ck_signed_decision_withdrawal',
  '(withdrawn_at is null) = (withdrawn_by_id is null) and (withdrawn_at is null) = (withdrawal_entry_id is null)',
)
@Check(
  'ck_signed_decision_verdict',
  `kind = 'CONSENT' and verdict in ('CONSENT', 'DECLINE') or kind = 'REVIEW' and verdict in ('FORWARD', 'RETURN', 'REFUSE')
    or kind = 'APPROVAL' and verdict in ('APPROVE', 'REFUSE')`,
)
@Check(
  'ck_signed_decision_approvals',
  `approvals_needed is null and grant_until is null
   or kind = 'APPROVAL' and verdict = 'APPROVE' and approvals_needed is not null and approvals_needed in (1, 2)`,
)
@Index('uq_signed_decision_once', ['requestId', 'requestVersion', 'kind', 'organisationId'], { unique: true, where: `kind <> 'APPROVAL'` })
@Index('ix_signed_decision_organisation', { synchronize: false })
export class SignedDecisionEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_signed_decision' }) id: SignedDecisionId;
  @Column({ type: 'text', name: 'request_id' }) requestId: RequestId;
  @Column({ type: 'integer', name: 'request_version' }) requestVersion: number;
  @Column({ type: 'text', name: 'digest' }) digest: string;
  @Column({ type: 'text', name: 'kind' }) kind: DecisionKind;
  @Column({ type: 'text', name: 'verdict' }) verdict: Verdict;
  @Column({ type: 'text', name: 'person_id' })
  @ForeignKey('person', { name: 'fk_signed_decision_person' })
  personId: PersonId;
  @Column({ type: 'text', name: 'organisation_id' })
  @ForeignKey('organisation', { name: 'fk_signed_decision_organisation' })
  organisationId: OrganisationId;
  @Column({ type: 'text', name: 'role' }) role: string;
  @Column({ type: 'timestamptz', name: 'signed_at' }) signedAt: Date;
  @Column({ type: 'text', name: 'note', nullable: true }) note: string | null;
  /** How many approvals the rules wanted when this one was given; null for other kinds, and for approvals of before they asked. */
  @Column({ type: 'smallint', name: 'approvals_needed', nullable: true }) approvalsNeeded: number | null;
  /** Until when the approver lets the grant run; null where nothing was said. */
  @Column({ type: 'timestamptz', name: 'grant_until', nullable: true }) grantUntil: Date | null;
  /** The canonical text that was signed. */
  @Column({ type: 'text', name: 'payload' }) payload: string;
  @Column({ type: 'bytea', name: 'signature' }) signature: Buffer;
  @Column({ type: 'text', name: 'key_id' }) keyId: string;
  @Column({ type: 'text', name: 'decision_id' }) decisionId: DecisionId;
  @Column({ type: 'text', name: 'entry_id' }) entryId: EntryId;
  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column({ type: 'text', name: 'withdrawn_by_id', nullable: true })
  @ForeignKey('person', { name: 'fk_signed_decision_withdrawn_by' })
  withdrawnById: PersonId | null;
  @Column({ type: 'text', name: 'withdrawal_entry_id', nullable: true }) withdrawalEntryId: EntryId | null;
}
