import type { PersonId, RoleCode, SessionId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../organisation/person.entity.js';

export type SessionWay = 'BROWSER' | 'TOKEN';
export type SessionEndReason = 'SIGNED_OUT' | 'ROLE_CHOSEN' | 'EXPIRED' | 'REVOKED';

/** One person, one role, one stretch of time. The gateway may not change `role`: another role is another row. */
@Entity('session')
@Unique('uq_session_token_hash', ['tokenHash'])
@Check('ck_session_way', `way in ('BROWSER', 'TOKEN')`)
@Check('ck_session_end', '(ended_at is null) = (end_reason is null)')
@Check('ck_session_end_reason', `end_reason in ('SIGNED_OUT', 'ROLE_CHOSEN', 'EXPIRED', 'REVOKED')`)
@Check('ck_session_token_hash', 'octet_length(token_hash) = 32')
@Index('ix_session_person', ['personId'], { where: 'ended_at is null' })
export class SessionEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_session' }) id: SessionId;
  @Column({ type: 'text', name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'fk_session_person' })
  personId: PersonId;
  /** null: signed in, but one of several roles is not chosen yet. */
  @Column({ type: 'text', name: 'role', nullable: true }) role: RoleCode | null;
  @Column({ type: 'text', name: 'way' }) way: SessionWay;
  /** SHA-256 of the secret in the cookie, or of issuer and `jti` of an access token. */
  @Column({ type: 'bytea', name: 'token_hash' }) tokenHash: Buffer;
  /** When the person signed in; carried over to the session of another role. */
  @Column({ type: 'timestamptz', name: 'signed_in_at' }) signedInAt: Date;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'last_seen_at' }) lastSeenAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'text', name: 'end_reason', nullable: true }) endReason: SessionEndReason | null;
  @Column({ type: 'bytea', name: 'user_agent_hash', nullable: true }) userAgentHash: Buffer | null;
}
