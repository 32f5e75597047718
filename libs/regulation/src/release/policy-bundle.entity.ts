import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type BundleOrigin = 'INSTALLED' | 'PROPOSED';

/** A bundle as it came, byte by byte; named by the SHA-256 of its manifest. Never changed and never removed. */
@Entity('policy_bundle')
@Check('ck_policy_bundle_sha256', `sha256 = encode(sha256(manifest), 'hex')`)
@Check('ck_policy_bundle_sequence', 'sequence > 0')
@Check(
  'ck_policy_bundle_origin',
  `origin = 'INSTALLED' and proposed_by_id is null or origin = 'PROPOSED' and proposed_by_id is not null
    and organisation_id is not null and decision_id is not null and entry_id is not null`,
)
@Index('ix_policy_bundle_sequence', ['sequence'])
export class PolicyBundleEntity {
  @PrimaryColumn({ type: 'text', name: 'sha256', primaryKeyConstraintName: 'pk_policy_bundle' }) sha256: string;
  @Column({ type: 'integer', name: 'sequence' }) sequence: number;
  @Column({ type: 'text', name: 'revision' }) revision: string;
  @Column({ type: 'text', name: 'opinion_ref' }) opinionRef: string;
  @Column({ type: 'timestamptz', name: 'not_before' }) notBefore: Date;
  @Column({ type: 'timestamptz', name: 'not_after' }) notAfter: Date;
  @Column({ type: 'bytea', name: 'manifest' }) manifest: Buffer;
  @Column({ type: 'text', name: 'origin' }) origin: BundleOrigin;
  @Column({ type: 'timestamptz', name: 'proposed_at' }) proposedAt: Date;
  /** null when the bundle came with the program: nobody proposed it here. */
  @Column({ type: 'text', name: 'proposed_by_id', nullable: true })
  @ForeignKey('person', { name: 'fk_policy_bundle_person' })
  proposedById: PersonId | null;
  @Column({ type: 'text', name: 'organisation_id', nullable: true })
  @ForeignKey('organisation', { name: 'fk_policy_bundle_organisation' })
  organisationId: OrganisationId | null;
  @Column({ type: 'text', name: 'decision_id', nullable: true }) decisionId: DecisionId | null;
  @Column({ type: 'text', name: 'entry_id', nullable: true }) entryId: EntryId | null;
}

/** A file that manifests name, by its content: releases share what did not change between them. */
@Entity('policy_file')
@Check('ck_policy_file_sha256', `sha256 = encode(sha256(bytes), 'hex')`)
export class PolicyFileEntity {
  @PrimaryColumn({ type: 'text', name: 'sha256', primaryKeyConstraintName: 'pk_policy_file' }) sha256: string;
  @Column({ type: 'bytea', name: 'bytes' }) bytes: Buffer;
}
