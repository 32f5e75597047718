import type {
  CameraId,
  DecisionId,
  EntryId,
  GrantId,
  OrganisationId,
  PersonId,
  PlaybackSessionId,
  RequestId,
  SessionId,
} from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { EndReason, SessionState } from './edge-session.js';

/** One opening of one camera by one person: from the decision to the last byte. */
@Entity('playback_session')
@ForeignKey('access_grant_camera', ['grantId', 'cameraId'], ['grantId', 'cameraId'], { name: 'fk_playback_session_grant_camera' })
@Check('ck_playback_session_id', `id like 'pls\\_%'`)
@Check('ck_playback_session_mode', `mode in ('LIVE', 'RECORDED')`)
@Check('ck_playback_session_state', `state in ('opening', 'live', 'ended')`)
@Check('ck_playback_session_secret', 'octet_length(secret_hash) = 32 and secret_expires_at > opened_at')
@Check('ck_playback_session_life', 'not_after > opened_at')
@Check('ck_playback_session_served', `state <> 'live' or edge_id is not null and live_at is not null`)
@Check('ck_playback_session_end', `(state = 'ended') = (ended_at is not null) and (ended_at is null) = (end_reason is null)`)
@Check(
  'ck_playback_session_end_reason',
  `end_reason in ('client', 'revoked', 'expired', 'idle', 'source', 'lease', 'unrecorded', 'edge_stopped', 'edge_lost', 'not_started', 'log_silent')`,
)
@Index('ix_playback_session_edge', { synchronize: false })
@Index('ix_playback_session_opening', { synchronize: false })
@Index('ix_playback_session_camera', { synchronize: false })
@Index('ix_playback_session_grant', { synchronize: false })
@Index('ix_playback_session_person', { synchronize: false })
export class PlaybackSessionEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_playback_session' }) id: PlaybackSessionId;
  @Column({ type: 'text', name: 'grant_id' })
  @ForeignKey('access_grant', { name: 'fk_playback_session_grant' })
  grantId: GrantId;
  /** The grant's; without a foreign key, see the migration. */
  @Column({ type: 'text', name: 'request_id' }) requestId: RequestId;
  @Column({ type: 'text', name: 'camera_id' })
  @ForeignKey('camera', { name: 'fk_playback_session_camera' })
  cameraId: CameraId;
  @Column({ type: 'text', name: 'person_id' })
  @ForeignKey('person', { name: 'fk_playback_session_person' })
  personId: PersonId;
  @Column({ type: 'text', name: 'organisation_id' })
  @ForeignKey('organisation', { name: 'fk_playback_session_organisation' })
  organisationId: OrganisationId;
  @Column({ type: 'text', name: 'viewer_session_id' })
  @ForeignKey('session', { name: 'fk_playback_session_viewer_session' })
  viewerSessionId: SessionId;
  @Column({ type: 'text', name: 'mode' }) mode: 'LIVE' | 'RECORDED';
  @Column({ type: 'text', name: 'state' }) state: SessionState;
  /** In the viewer's words; never on the log. */
  @Column({ type: 'text', name: 'reason' }) reason: string;
  /** The grant's epoch at the decision: a session of an earlier one is not served. */
  @Column({ type: 'integer', name: 'grant_epoch' }) grantEpoch: number;
  /** Where the list of revocations stood at the decision: one that came later and selects the session ends it. */
  @Column({ type: 'bigint', name: 'opened_position' }) openedPosition: string;
  @Column({ type: 'text', name: 'decision_id' }) decisionId: DecisionId;
  @Column({ type: 'text', name: 'policy_revision' }) policyRevision: string;
  /** Canonical JSON of the decision's obligations. */
  @Column({ type: 'text', name: 'obligations' }) obligations: string;
  @Column({ type: 'text', name: 'watermark_text' }) watermarkText: string;
  @Column({ type: 'boolean', name: 'cookieless' }) cookieless: boolean;
  /** SHA-256 of the ticket or the path secret; read by the edge alone. */
  @Column({ type: 'bytea', name: 'secret_hash', select: false }) secretHash: Buffer;
  @Column({ type: 'timestamptz', name: 'secret_expires_at' }) secretExpiresAt: Date;
  /** Canonical JSON of what every entry about the session repeats. */
  @Column({ type: 'text', name: 'entry_context' }) entryContext: string;
  @Column({ type: 'text', name: 'open_entry_id' }) openEntryId: EntryId;
  @Column({ type: 'text', name: 'close_entry_id', nullable: true }) closeEntryId: EntryId | null;
  @Column({ type: 'text', name: 'edge_id', nullable: true }) edgeId: string | null;
  @Column({ type: 'timestamptz', name: 'opened_at' }) openedAt: Date;
  @Column({ type: 'timestamptz', name: 'live_at', nullable: true }) liveAt: Date | null;
  @Column({ type: 'timestamptz', name: 'not_after' }) notAfter: Date;
  @Column({ type: 'timestamptz', name: 'first_byte_at', nullable: true }) firstByteAt: Date | null;
  @Column({ type: 'timestamptz', name: 'last_byte_at', nullable: true }) lastByteAt: Date | null;
  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'text', name: 'end_reason', nullable: true }) endReason: EndReason | null;
  /** In the words of whoever took the right back; never on the log. */
  @Column({ type: 'text', name: 'revoke_reason', nullable: true }) revokeReason: string | null;
}
