import type { PersonId } from '#libs/kernel';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A submission that was carried out; the same key again is answered with its result. */
@Entity('request_idempotency')
export class RequestIdempotencyEntity {
  @PrimaryColumn({ type: 'text', name: 'person_id', primaryKeyConstraintName: 'pk_request_idempotency' })
  @ForeignKey('person', { name: 'fk_request_idempotency_person' })
  personId: PersonId;
  @PrimaryColumn({ type: 'text', name: 'operation', primaryKeyConstraintName: 'pk_request_idempotency' }) operation: string;
  @PrimaryColumn({ type: 'text', name: 'key', primaryKeyConstraintName: 'pk_request_idempotency' }) key: string;
  @Column({ type: 'text', name: 'input_hash' }) inputHash: string;
  @Column({ type: 'text', name: 'result_id' }) resultId: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
