import type { EntryId, PersonId, SessionId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An export that waits to be fetched once; see `LogExportStore`. */
@Entity('log_export')
@Check('ck_log_export_address', `address_sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_log_export_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class LogExportEntity {
  @PrimaryColumn({ type: 'text', name: 'address_sha256', primaryKeyConstraintName: 'pk_log_export' }) addressSha256: string;
  @Column({ type: 'text', name: 'person_id' })
  @ForeignKey('person', { name: 'fk_log_export_person' })
  personId: PersonId;
  @Column({ type: 'text', name: 'session_id' }) sessionId: SessionId;
  @Column({ type: 'text', name: 'intent_id' }) intentId: EntryId;
  @Column({ type: 'text', name: 'file_name' }) fileName: string;
  @Column({ type: 'text', name: 'content_type' }) contentType: string;
  /** Of the file as it is handed out. */
  @Column({ type: 'text', name: 'sha256' }) sha256: string;
  /** AES-256-GCM: nonce, tag, then the file. */
  @Column({ type: 'bytea', name: 'ciphertext' }) ciphertext: Buffer;
  @Index('ix_log_export_expires')
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;
}
