import type { OrganisationId } from '#libs/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Numbers of one form that a body has given out in a year, from the first to the last; several rows where there are gaps. */
@Entity('case_book')
@Check('ck_case_book_numbers', 'first_no > 0 and last_no >= first_no')
export class CaseBookEntity {
  @PrimaryColumn({ type: 'text', name: 'organisation_id', primaryKeyConstraintName: 'pk_case_book' })
  @ForeignKey('organisation', { name: 'fk_case_book_organisation' })
  organisationId: OrganisationId;
  @PrimaryColumn({ type: 'text', name: 'form', primaryKeyConstraintName: 'pk_case_book' }) form: string;
  @PrimaryColumn({ type: 'integer', name: 'year', primaryKeyConstraintName: 'pk_case_book' }) year: number;
  @PrimaryColumn({ type: 'integer', name: 'first_no', primaryKeyConstraintName: 'pk_case_book' }) firstNo: number;
  @Column({ type: 'integer', name: 'last_no' }) lastNo: number;
}
