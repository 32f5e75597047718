import type { RequestId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { SharingRequestEntity } from './sharing-request.entity.js';

/** What was asked, as the very text that was hashed. Append-only. */
@Entity('request_version')
@Unique('uq_request_version_digest', ['requestId', 'version', 'digest'])
@Unique('uq_request_version_basis', ['requestId', 'version', 'legalBasisCode'])
@Check('ck_request_version_approvals', 'approvals_needed in (1, 2)')
@Check('ck_request_version_digest', `digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')`)
export class RequestVersionEntity {
  @PrimaryColumn({ type: 'text', name: 'request_id', primaryKeyConstraintName: 'pk_request_version' })
  @ForeignKey(() => SharingRequestEntity, { name: 'fk_request_version_request' })
  requestId: RequestId;
  @PrimaryColumn({ type: 'integer', name: 'version', primaryKeyConstraintName: 'pk_request_version' }) version: number;
  @Column({ type: 'text', name: 'content' }) content: string;
  @Column({ type: 'text', name: 'digest' }) digest: string;
  @Column({ type: 'text', name: 'purpose_code' }) purposeCode: string;
  @Column({ type: 'text', name: 'legal_basis_code' }) legalBasisCode: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  /** How many approvals the rules wanted when it was sent; null for versions of before they asked. */
  @Column({ type: 'smallint', name: 'approvals_needed', nullable: true }) approvalsNeeded: number | null;
}
