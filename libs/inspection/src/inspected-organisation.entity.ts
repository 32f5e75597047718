import type { InspectionDecisionId, OrganisationId } from '#libs/kernel';
import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { InspectionDecisionEntity } from './inspection-decision.entity.js';

/** A body that the decision names; records of others stay closed to its team. */
@Entity('inspected_organisation')
export class InspectedOrganisationEntity {
  @PrimaryColumn({ type: 'text', name: 'inspection_decision_id', primaryKeyConstraintName: 'pk_inspected_organisation' })
  @ForeignKey(() => InspectionDecisionEntity, { name: 'fk_inspected_organisation_decision' })
  inspectionDecisionId: InspectionDecisionId;
  @PrimaryColumn({ type: 'text', name: 'organisation_id', primaryKeyConstraintName: 'pk_inspected_organisation' })
  @ForeignKey('organisation', { name: 'fk_inspected_organisation_organisation' })
  organisationId: OrganisationId;
}
