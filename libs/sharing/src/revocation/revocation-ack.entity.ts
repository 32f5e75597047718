import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RevocationEntity } from './revocation.entity.js';

/** An edge has applied a revocation: from here on it hands over nothing of what was selected. */
@Entity('revocation_ack')
@Check('ck_revocation_ack_count', 'sessions_ended >= 0')
export class RevocationAckEntity {
  @PrimaryColumn({ type: 'bigint', name: 'position', primaryKeyConstraintName: 'pk_revocation_ack' })
  @ForeignKey(() => RevocationEntity, { name: 'fk_revocation_ack_revocation' })
  position: string;
  @PrimaryColumn({ type: 'text', name: 'edge_id', primaryKeyConstraintName: 'pk_revocation_ack' }) edgeId: string;
  @Column({ type: 'timestamptz', name: 'acked_at' }) ackedAt: Date;
  @Column({ type: 'integer', name: 'sessions_ended' }) sessionsEnded: number;
}
