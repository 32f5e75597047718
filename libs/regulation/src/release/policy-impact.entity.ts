import type { EntryId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a bundle would have answered differently to past decisions. Signers sign its hash; a new report is a new row. */
@Entity('policy_impact')
@Check('ck_policy_impact_share', 'widened_share >= 0 and widened_share <= 1')
@Check('ck_policy_impact_sha256', `report_sha256 ~ '^[0-9a-f]{64}$'`)
export class PolicyImpactEntity {
  @PrimaryColumn({ type: 'text', name: 'bundle_sha256', primaryKeyConstraintName: 'pk_policy_impact' })
  @ForeignKey('policy_bundle', { name: 'fk_policy_impact_bundle' })
  bundleSha256: string;
  /** SHA-256 of the report's canonical JSON. */
  @PrimaryColumn({ type: 'text', name: 'report_sha256', primaryKeyConstraintName: 'pk_policy_impact' }) reportSha256: string;
  /** The bundle it was compared with: activation asks that this is the one in force. */
  @Column({ type: 'text', name: 'against_sha256' })
  @ForeignKey('policy_bundle', { name: 'fk_policy_impact_against' })
  againstSha256: string;
  @Column({ type: 'jsonb', name: 'report' }) report: unknown;
  /** Share of the replayed decisions that would now be allowed and were not, 0 to 1. */
  @Column({ type: 'double precision', name: 'widened_share' }) widenedShare: number;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt: Date;
}

/** An inspector's note on a release that widens access; it counts for reports made before it. */
@Entity('policy_note')
@Check('ck_policy_note_text', 'length(note) >= 10')
export class PolicyNoteEntity {
  @PrimaryColumn({ type: 'text', name: 'bundle_sha256', primaryKeyConstraintName: 'pk_policy_note' })
  @ForeignKey('policy_bundle', { name: 'fk_policy_note_bundle' })
  bundleSha256: string;
  @PrimaryColumn({ type: 'text', name: 'inspector_id', primaryKeyConstraintName: 'pk_policy_note' })
  @ForeignKey('person', { name: 'fk_policy_note_inspector' })
  inspectorId: PersonId;
  @Column({ type: 'text', name: 'note' }) note: string;
  @Column({ type: 'timestamptz', name: 'at' }) at: Date;
  @Column({ type: 'text', name: 'entry_id' }) entryId: EntryId;
}
