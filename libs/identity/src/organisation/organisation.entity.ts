import type { OrganisationId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { UnitEntity } from './unit.entity.js';

@Entity('organisation')
@Unique('uq_organisation_code', ['code'])
@Check('ck_organisation_id', `id like 'org\\_%'`)
@Index('ix_organisation_unit', ['unitCode'])
export class OrganisationEntity {
  @PrimaryColumn({ type: 'text', name: 'id', primaryKeyConstraintName: 'pk_organisation' }) id: OrganisationId;
  @Column({ type: 'text', name: 'code' }) code: string;
  @Column({ type: 'text', name: 'name_vi' }) nameVi: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn: string;
  @Column({ type: 'text', name: 'name_folded' }) nameFolded: string;
  /** Broad kind of the source list (`department`, `ward`, …); rules read `orgKind`. */
  @Column({ type: 'text', name: 'kind' }) kind: string;
  @Column({ type: 'text', name: 'org_kind' }) orgKind: string;
  @Column({ type: 'text', name: 'parent_id', nullable: true })
  @ForeignKey(() => OrganisationEntity, { name: 'fk_organisation_parent' })
  parentId: OrganisationId | null;
  @Column({ type: 'text', name: 'unit_code', nullable: true })
  @ForeignKey(() => UnitEntity, { name: 'fk_organisation_unit' })
  unitCode: string | null;
  /** Purposes that its mandate covers (CT-12). */
  @Column({ type: 'text', array: true, name: 'functions' }) functions: string[];
  @Column({ type: 'boolean', name: 'active' }) active: boolean;
}
