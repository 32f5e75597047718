import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/**
 * One institution's word on one bundle: Ed25519 over the raw bytes of its manifest and, given through the API, over a statement
 * that names the impact report, the opinion and a note. Rows of an installed bundle have the first only.
 */
@Entity('policy_signature')
@Unique('uq_policy_signature_person', ['bundleSha256', 'personId'])
@ForeignKey('policy_impact', ['bundleSha256', 'impactSha256'], ['bundleSha256', 'reportSha256'], { name: 'fk_policy_signature_impact' })
@Check('ck_policy_signature_bytes', 'octet_length(signature) = 64')
@Check(
  'ck_policy_signature_person',
  `(person_id is null) = (statement is null) and (person_id is null) = (statement_signature is null) and (person_id is null) = (impact_sha256 is null)
    and (person_id is null) = (organisation_id is null) and (person_id is null) = (signed_at is null) and (person_id is null) = (decision_id is null)
    and (person_id is null) = (entry_id is null)`,
)
export class PolicySignatureEntity {
  @PrimaryColumn({ type: 'text', name: 'bundle_sha256', primaryKeyConstraintName: 'pk_policy_signature' })
  @ForeignKey('policy_bundle', { name: 'fk_policy_signature_bundle' })
  bundleSha256: string;
  @PrimaryColumn({ type: 'text', name: 'signer', primaryKeyConstraintName: 'pk_policy_signature' }) signer: string;
  @Column({ type: 'text', name: 'key_id' }) keyId: string;
  @Column({ type: 'bytea', name: 'signature' }) signature: Buffer;
  @Column({ type: 'text', name: 'impact_sha256', nullable: true }) impactSha256: string | null;
  /** The canonical text that was signed. */
  @Column({ type: 'text', name: 'statement', nullable: true }) statement: string | null;
  @Column({ type: 'bytea', name: 'statement_signature', nullable: true }) statementSignature: Buffer | null;
  @Column({ type: 'text', name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'fk_policy_signature_person' })
  personId: PersonId | null;
  @Column({ type: 'text', name: 'organisation_id', nullable: true })
  @ForeignKey('organisation', { name: 'fk_policy_signature_organisation' })
  organisationId: OrganisationId | null;
  @Column({ type: 'timestamptz', name: 'signed_at', nullable: true }) signedAt: Date | null;
  @Column({ type: 'text', name: 'decision_id', nullable: true }) decisionId: DecisionId | null;
  @Column({ type: 'text', name: 'entry_id', nullable: true }) entryId: EntryId | null;
}
