import type { InspectionDecisionId, OrganisationId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The paper under which inspectors act: who issued it, what it looks at, when it runs. */
@Entity('inspection_decision')
@Unique('uq_inspection_decision_no', ['decisionNo'])
@Check('ck_inspection_decision_id', `id like 'ins\\_%'`)
@Check('ck_inspection_decision_mode', `mode in ('ONSITE', 'REMOTE')`)
@Check('ck_inspection_decision_period', 'period_from < period_to')
@Check('ck_inspection_decision_run', 'announced_at < ends_at')
@Check('ck_inspection_decision_contents', 'cardinality(contents) > 0')
@Check('ck_inspection_decision_content', 'not needs_content or content_justification is not null')
export class InspectionDecisionEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_inspection_decision' }) id: InspectionDecisionId;
  @Column({ type: 'text', name: 'decision_no' }) decisionNo: string;
  @Column({ type: 'text', name: 'issuing_organisation_id' })
  @ForeignKey('organisation', { name: 'fk_inspection_decision_organisation' })
  issuingOrganisationId: OrganisationId;
  /** null when the issuer has no account here; the title then names them. */
  @Column({ type: 'text', name: 'issuer_person_id', nullable: true })
  @ForeignKey('person', { name: 'fk_inspection_decision_issuer' })
  issuerPersonId: PersonId | null;
  @Column({ type: 'text', name: 'issuer_title' }) issuerTitle: string;
  @Column({ type: 'text', name: 'mode' }) mode: 'ONSITE' | 'REMOTE';
  @Column({ type: 'text', array: true, name: 'contents' }) contents: string[];
  /** Acts inside this period may be looked at. */
  @Column({ type: 'timestamptz', name: 'period_from' }) periodFrom: Date;
  @Column({ type: 'timestamptz', name: 'period_to' }) periodTo: Date;
  /** The inspection runs, and its team may look, between these. */
  @Column({ type: 'timestamptz', name: 'announced_at' }) announcedAt: Date;
  @Column({ type: 'timestamptz', name: 'ends_at' }) endsAt: Date;
  /** Footage itself, not only records about access (IN-08). */
  @Column({ type: 'boolean', name: 'needs_content' }) needsContent: boolean;
  @Column({ type: 'text', name: 'content_justification', nullable: true }) contentJustification: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
