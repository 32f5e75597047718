import type { EntryId, PlaybackSessionId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A stretch of media time that a session was handed, as one entry of the log states it. */
@Entity('delivered_range')
@Check('ck_delivered_range_order', 'from_at < to_at')
export class DeliveredRangeEntity {
  @PrimaryColumn({ type: 'text', name: 'session_id', primaryKeyConstraintName: 'pk_delivered_range' })
  @ForeignKey('playback_session', { name: 'fk_delivered_range_session' })
  sessionId: PlaybackSessionId;
  @PrimaryColumn({ type: 'text', name: 'entry_id', primaryKeyConstraintName: 'pk_delivered_range' }) entryId: EntryId;
  @PrimaryColumn({ type: 'timestamptz', name: 'from_at', primaryKeyConstraintName: 'pk_delivered_range' }) fromAt: Date;
  @Column({ type: 'timestamptz', name: 'to_at' }) toAt: Date;
}
