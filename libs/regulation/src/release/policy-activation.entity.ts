import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** Which release was put in force when. Sequences only grow (a trigger refuses the rest); rows are never changed. */
@Entity('policy_activation')
@Unique('uq_policy_activation_bundle', ['bundleSha256'])
@Check(
  'ck_policy_activation_person',
  `(activated_by_id is null) = (organisation_id is null) and (activated_by_id is null) = (impact_sha256 is null)
    and (activated_by_id is null) = (decision_id is null)`,
)
export class PolicyActivationEntity {
  @PrimaryColumn({ type: 'integer', name: 'sequence', primaryKeyConstraintName: 'pk_policy_activation' }) sequence: number;
  @Column({ type: 'text', name: 'bundle_sha256' })
  @ForeignKey('policy_bundle', { name: 'fk_policy_activation_bundle' })
  bundleSha256: string;
  @Column({ type: 'timestamptz', name: 'activated_at' }) activatedAt: Date;
  /** null for the bundle that came with the program. */
  @Column({ type: 'text', name: 'activated_by_id', nullable: true })
  @ForeignKey('person', { name: 'fk_policy_activation_person' })
  activatedById: PersonId | null;
  @Column({ type: 'text', name: 'organisation_id', nullable: true })
  @ForeignKey('organisation', { name: 'fk_policy_activation_organisation' })
  organisationId: OrganisationId | null;
  @Column({ type: 'text', name: 'impact_sha256', nullable: true }) impactSha256: string | null;
  @Column({ type: 'text', name: 'decision_id', nullable: true }) decisionId: DecisionId | null;
  /** The entry `policy.activated`, committed with this row: before it no node decides with the bundle. */
  @Column({ type: 'text', name: 'entry_id' }) entryId: EntryId;
}
