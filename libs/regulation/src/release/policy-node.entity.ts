import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What one deciding process says of itself: the bundle it decides with, and why it could not follow, if it could not. */
@Entity('policy_node')
@Check('ck_policy_node_error', '(error_code is null) = (error_at is null)')
export class PolicyNodeEntity {
  @PrimaryColumn({ type: 'text', name: 'node_id', primaryKeyConstraintName: 'pk_policy_node' }) nodeId: string;
  @Column({ type: 'text', name: 'process' }) process: string;
  @Column({ type: 'text', name: 'bundle_sha256' }) bundleSha256: string;
  @Column({ type: 'text', name: 'revision' }) revision: string;
  @Column({ type: 'integer', name: 'sequence' }) sequence: number;
  @Column({ type: 'timestamptz', name: 'loaded_at' }) loadedAt: Date;
  @Column({ type: 'timestamptz', name: 'seen_at' }) seenAt: Date;
  @Column({ type: 'text', name: 'error_code', nullable: true }) errorCode: string | null;
  @Column({ type: 'timestamptz', name: 'error_at', nullable: true }) errorAt: Date | null;
}
