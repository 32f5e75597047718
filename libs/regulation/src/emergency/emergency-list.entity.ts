import type { DecisionId, EntryId, OrganisationId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Every emergency list that was put in force, with its signatures. Sequences only grow (a trigger refuses the rest). */
@Entity('emergency_list')
@Check('ck_emergency_list_sequence', 'sequence > 0')
@Check('ck_emergency_list_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class EmergencyListEntity {
  @PrimaryColumn({ type: 'integer', name: 'sequence', primaryKeyConstraintName: 'pk_emergency_list' }) sequence: number;
  @Column({ type: 'text', name: 'sha256' }) sha256: string;
  /** The signed form as JSON: canonical text and signatures. Never believed without them. */
  @Column({ type: 'text', name: 'signed' }) signed: string;
  @Column({ type: 'timestamptz', name: 'activated_at' }) activatedAt: Date;
  @Column({ type: 'text', name: 'activated_by_id' })
  @ForeignKey('person', { name: 'fk_emergency_list_person' })
  activatedById: PersonId;
  @Column({ type: 'text', name: 'organisation_id' })
  @ForeignKey('organisation', { name: 'fk_emergency_list_organisation' })
  organisationId: OrganisationId;
  @Column({ type: 'text', name: 'decision_id' }) decisionId: DecisionId;
  /** The entry `emergency.activated`, committed with this row. */
  @Column({ type: 'text', name: 'entry_id' }) entryId: EntryId;
}

/** Which emergency list one deciding process applies, and why it does not apply the newest, if it does not. */
@Entity('emergency_node')
@Check('ck_emergency_node_state', `state in ('none', 'list', 'damaged')`)
export class EmergencyNodeEntity {
  @PrimaryColumn({ type: 'text', name: 'node_id', primaryKeyConstraintName: 'pk_emergency_node' }) nodeId: string;
  @Column({ type: 'text', name: 'state' }) state: string;
  @Column({ type: 'integer', name: 'sequence', nullable: true }) sequence: number | null;
  @Column({ type: 'text', name: 'error_code', nullable: true }) errorCode: string | null;
  @Column({ type: 'timestamptz', name: 'seen_at' }) seenAt: Date;
}
