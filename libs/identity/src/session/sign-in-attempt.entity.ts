import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in that has left for the identity provider; taken out once, by the browser that began it. */
@Entity('sign_in_attempt')
@Index('ix_sign_in_attempt_expires_at', ['expiresAt'])
export class SignInAttemptEntity {
  @PrimaryColumn({ type: 'bytea', name: 'state_hash', primaryKeyConstraintName: 'pk_sign_in_attempt' }) stateHash: Buffer;
  @Column({ type: 'bytea', name: 'browser_hash' }) browserHash: Buffer;
  @Column({ type: 'text', name: 'nonce' }) nonce: string;
  @Column({ type: 'text', name: 'code_verifier' }) codeVerifier: string;
  @Column({ type: 'text', name: 'return_to' }) returnTo: string;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
}
