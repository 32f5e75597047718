import type { EntryId, PersonId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RevocationSelectorKind } from './revocation.js';

/** The numbered list that every edge follows. Append-only. */
@Entity('revocation')
@Check('ck_revocation_selector', `selector_kind in ('session', 'grant', 'person', 'organisation', 'camera', 'request')`)
@Index('ix_revocation_selector', { synchronize: false })
export class RevocationEntity {
  @PrimaryColumn({ type: 'bigint', name: 'position', primaryKeyConstraintName: 'pk_revocation' }) position: string;
  @Column({ type: 'timestamptz', name: 'at' }) at: Date;
  @Column({ type: 'text', name: 'selector_kind' }) selectorKind: RevocationSelectorKind;
  @Column({ type: 'text', name: 'selector_id' }) selectorId: string;
  @Column({ type: 'text', name: 'reason' }) reason: string;
  @Column({ type: 'text', name: 'by_person_id', nullable: true })
  @ForeignKey('person', { name: 'fk_revocation_person' })
  byPersonId: PersonId | null;
  @Column({ type: 'text', name: 'entry_id', nullable: true }) entryId: EntryId | null;
}
