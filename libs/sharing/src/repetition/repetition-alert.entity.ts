import type { DecisionId, EntryId, PersonId, RequestId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RequestVersionEntity } from '../request/request-version.entity.js';

/** What inspectors were told of a habit, one row for each entry `repetition.alert`. Append-only. */
@Entity('repetition_alert')
@Unique('uq_repetition_alert_entry', ['entryId'])
@ForeignKey(() => RequestVersionEntity, ['requestId', 'requestVersion'], ['requestId', 'version'], { name: 'fk_repetition_alert_version' })
@Check('ck_repetition_alert_counted', 'counted > 0')
@Index('ix_repetition_alert_at', ['at'])
export class RepetitionAlertEntity {
  @PrimaryColumn({ type: 'text', name: 'request_id', primaryKeyConstraintName: 'pk_repetition_alert' }) requestId: RequestId;
  @PrimaryColumn({ type: 'integer', name: 'request_version', primaryKeyConstraintName: 'pk_repetition_alert' }) requestVersion: number;
  /** The rules' word for the habit: `same_target_again`, `pair_approves_again`. */
  @PrimaryColumn({ type: 'text', name: 'why', primaryKeyConstraintName: 'pk_repetition_alert' }) why: string;
  @Column({ type: 'text', name: 'requester_person_id' })
  @ForeignKey('person', { name: 'fk_repetition_alert_requester' })
  requesterPersonId: PersonId;
  /** Who approved, where the habit is one of two people. */
  @Column({ type: 'text', name: 'other_person_id', nullable: true })
  @ForeignKey('person', { name: 'fk_repetition_alert_other' })
  otherPersonId: PersonId | null;
  @Column({ type: 'integer', name: 'counted' }) counted: number;
  @Column({ type: 'timestamptz', name: 'at' }) at: Date;
  @Column({ type: 'text', name: 'decision_id' }) decisionId: DecisionId;
  @Column({ type: 'text', name: 'entry_id' }) entryId: EntryId;
}
