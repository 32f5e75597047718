import type { EntryId, GrantId, OrganisationId, PersonId, RequestId, SignedDecisionId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RequestVersionEntity } from '../request/request-version.entity.js';
import { SharingRequestEntity } from '../request/sharing-request.entity.js';
import { ConsentLieuBasisEntity } from './consent-lieu-basis.entity.js';
import type { GrantEndKind } from './grant.js';

/**
 * A grant and the two keys it rests on. The composite foreign keys repeat who signed what, so that the checks can compare hands:
 * a row without two signed decisions by people of different organisations, or the named basis, does not fit; nor one on a single
 * approval where the rules wanted two.
 */
@Entity('access_grant')
@Unique('uq_access_grant_once', ['requestId', 'requestVersion', 'ownerOrgId'])
@Unique('uq_access_grant_scope', ['id', 'requestId', 'ownerOrgId'])
@ForeignKey(() => SharingRequestEntity, ['requestId', 'requesterPersonId', 'holderOrgId'], ['id', 'requesterPersonId', 'requesterOrgId'], {
  name: 'fk_access_grant_requester',
})
@ForeignKey(() => RequestVersionEntity, ['requestId', 'requestVersion', 'legalBasisCode'], ['requestId', 'version', 'legalBasisCode'], {
  name: 'fk_access_grant_basis',
})
@ForeignKey(
  'signed_decision',
  ['consentId', 'requestId', 'requestVersion', 'consentKind', 'consentVerdict', 'consentPersonId', 'ownerOrgId'],
  ['id', 'requestId', 'requestVersion', 'kind', 'verdict', 'personId', 'organisationId'],
  { name: 'fk_access_grant_consent' },
)
@ForeignKey(
  'signed_decision',
  ['approvalId', 'requestId', 'requestVersion', 'approvalKind', 'approvalVerdict', 'approvalPersonId', 'approvalOrgId'],
  ['id', 'requestId', 'requestVersion', 'kind', 'verdict', 'personId', 'organisationId'],
  { name: 'fk_access_grant_approval' },
)
@ForeignKey(
  'signed_decision',
  [
    'secondApprovalId',
    'requestId',
    'requestVersion',
    'secondApprovalKind',
    'secondApprovalVerdict',
    'secondApprovalPersonId',
    'secondApprovalOrgId',
  ],
  ['id', 'requestId', 'requestVersion', 'kind', 'verdict', 'personId', 'organisationId'],
  { name: 'fk_access_grant_second_approval' },
)
@Check('ck_access_grant_id', `id like 'grt\\_%'`)
@Check(
  'ck_access_grant_owner_key',
  `lieu_basis is null and consent_id is not null and consent_person_id is not null
     and consent_kind is not distinct from 'CONSENT' and consent_verdict is not distinct from 'CONSENT'
   or lieu_basis is not null and lieu_basis = legal_basis_code
     and consent_id is null and consent_kind is null and consent_verdict is null and consent_person_id is null`,
)
@Check('ck_access_grant_police_key', `approval_kind = 'APPROVAL' and approval_verdict = 'APPROVE'`)
@Check(
  'ck_access_grant_different_hands',
  `approval_org_id <> owner_org_id and approval_org_id <> holder_org_id and approval_person_id <> requester_person_id
   and (consent_person_id is null or consent_person_id <> approval_person_id and consent_person_id <> requester_person_id)`,
)
@Check(
  'ck_access_grant_second_approval',
  `num_nulls(second_approval_id, second_approval_kind, second_approval_verdict, second_approval_person_id, second_approval_org_id) = 5
   or num_nulls(second_approval_id, second_approval_kind, second_approval_verdict, second_approval_person_id, second_approval_org_id) = 0
     and second_approval_kind = 'APPROVAL' and second_approval_verdict = 'APPROVE'
     and second_approval_org_id <> owner_org_id and second_approval_org_id <> holder_org_id
     and second_approval_person_id <> requester_person_id and second_approval_person_id <> approval_person_id
     and (consent_person_id is null or second_approval_person_id <> consent_person_id)`,
)
@Check('ck_access_grant_scope', 'cardinality(actions) > 0 and window_from < window_to and issued_at < expires_at')
@Check('ck_access_grant_epoch', 'epoch > 0')
@Check(
  'ck_access_grant_end',
  `(ended_at is null) = (end_kind is null) and (ended_at is null) = (end_entry_id is null)
   and (end_kind is null or end_kind in ('REVOKED', 'EXPIRED', 'WITHDRAWN'))`,
)
@Index('ix_access_grant_holder', { synchronize: false })
@Index('ix_access_grant_owner', { synchronize: false })
@Index('ix_access_grant_running', ['expiresAt'], { where: 'ended_at is null' })
export class AccessGrantEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_access_grant' }) id: GrantId;
  @Column({ type: 'text', name: 'request_id' }) requestId: RequestId;
  @Column({ type: 'integer', name: 'request_version' }) requestVersion: number;
  @Column({ type: 'text', name: 'legal_basis_code' }) legalBasisCode: string;
  @Column({ type: 'text', name: 'owner_org_id' })
  @ForeignKey('organisation', { name: 'fk_access_grant_owner' })
  ownerOrgId: OrganisationId;
  @Column({ type: 'text', name: 'holder_org_id' }) holderOrgId: OrganisationId;
  @Column({ type: 'text', name: 'requester_person_id' }) requesterPersonId: PersonId;
  @Column({ type: 'text', name: 'consent_id', nullable: true }) consentId: SignedDecisionId | null;
  @Column({ type: 'text', name: 'consent_kind', nullable: true }) consentKind: 'CONSENT' | null;
  @Column({ type: 'text', name: 'consent_verdict', nullable: true }) consentVerdict: 'CONSENT' | null;
  @Column({ type: 'text', name: 'consent_person_id', nullable: true }) consentPersonId: PersonId | null;
  @Column({ type: 'text', name: 'lieu_basis', nullable: true })
  @ForeignKey(() => ConsentLieuBasisEntity, { name: 'fk_access_grant_lieu' })
  lieuBasis: string | null;
  @Column({ type: 'text', name: 'approval_id' }) approvalId: SignedDecisionId;
  @Column({ type: 'text', name: 'approval_kind' }) approvalKind: 'APPROVAL';
  @Column({ type: 'text', name: 'approval_verdict' }) approvalVerdict: 'APPROVE';
  @Column({ type: 'text', name: 'approval_person_id' }) approvalPersonId: PersonId;
  @Column({ type: 'text', name: 'approval_org_id' }) approvalOrgId: OrganisationId;
  @Column({ type: 'text', name: 'second_approval_id', nullable: true }) secondApprovalId: SignedDecisionId | null;
  @Column({ type: 'text', name: 'second_approval_kind', nullable: true }) secondApprovalKind: 'APPROVAL' | null;
  @Column({ type: 'text', name: 'second_approval_verdict', nullable: true }) secondApprovalVerdict: 'APPROVE' | null;
  @Column({ type: 'text', name: 'second_approval_person_id', nullable: true }) secondApprovalPersonId: PersonId | null;
  @Column({ type: 'text', name: 'second_approval_org_id', nullable: true }) secondApprovalOrgId: OrganisationId | null;
  @Column({ type: 'text', array: true, name: 'actions' }) actions: string[];
  @Column({ type: 'timestamptz', name: 'window_from' }) windowFrom: Date;
  @Column({ type: 'timestamptz', name: 'window_to' }) windowTo: Date;
  /** Canonical JSON list. */
  @Column({ type: 'text', name: 'obligations' }) obligations: string;
  @Column({ type: 'text', name: 'policy_sha256' }) policySha256: string;
  @Column({ type: 'timestamptz', name: 'issued_at' }) issuedAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'integer', name: 'epoch' }) epoch: number;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'text', name: 'end_kind', nullable: true }) endKind: GrantEndKind | null;
  @Column({ type: 'text', name: 'end_reason', nullable: true }) endReason: string | null;
  @Column({ type: 'text', name: 'ended_by_id', nullable: true })
  @ForeignKey('person', { name: 'fk_access_grant_ended_by' })
  endedById: PersonId | null;
  @Column({ type: 'text', name: 'end_entry_id', nullable: true }) endEntryId: EntryId | null;
}
