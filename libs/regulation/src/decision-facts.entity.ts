import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What a decision was made from, for replay and explanation. Erasable on purpose: it holds personal data, the log only
 * its digest. Erasing empties `facts` and sets `erased_at`; the row and the log entry stay.
 */
@Entity('decision_facts')
@Check('decision_facts_id_form', `id like 'dec\\_%'`)
@Check('decision_facts_effect', `effect in ('allow', 'deny', 'needs_approval', 'cannot_decide')`)
@Check('decision_facts_erased', '(facts is null) = (erased_at is not null)')
@Index('decision_facts_decided_at', ['decidedAt'])
@Index('decision_facts_bundle', ['bundleSha256', 'decidedAt'])
export class DecisionFactsEntity {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;
  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt: Date;
  @Column({ name: 'action', type: 'text' })
  action: string;
  @Column({ name: 'effect', type: 'text' })
  effect: string;
  @Column({ name: 'digest', type: 'text' })
  digest: string;
  @Column({ name: 'facts', type: 'jsonb', nullable: true })
  facts: unknown;
  @Column({ name: 'decision', type: 'jsonb' })
  decision: unknown;
  @Column({ name: 'bundle_sha256', type: 'text' })
  bundleSha256: string;
  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt: Date | null;
}
