import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One of the 126 wards and communes; `code` is the five-digit official code, kept as text. */
@Entity('unit')
@Unique('uq_unit_name_vi', ['nameVi'])
@Check('ck_unit_kind', `kind in ('ward', 'commune')`)
export class UnitEntity {
  @PrimaryColumn({ type: 'text', name: 'code', primaryKeyConstraintName: 'pk_unit' }) code: string;
  @Column({ type: 'text', name: 'kind' }) kind: 'ward' | 'commune';
  @Column({ type: 'text', name: 'name_vi' }) nameVi: string;
  @Column({ type: 'text', name: 'name_ascii' }) nameAscii: string;
  @Column({ type: 'text', name: 'name_folded' }) nameFolded: string;
  @Column({ type: 'double precision', name: 'lat' }) lat: number;
  @Column({ type: 'double precision', name: 'lon' }) lon: number;
  @Column({ type: 'double precision', name: 'area_km2' }) areaKm2: number;
  @Column({ type: 'integer', name: 'population' }) population: number;
}
