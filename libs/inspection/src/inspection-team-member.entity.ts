import type { InspectionDecisionId, PersonId } from '#libs/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InspectionDecisionEntity } from './inspection-decision.entity.js';

@Entity('inspection_team_member')
@Index('ix_inspection_team_member_person', ['personId'])
@Index('uq_inspection_team_head', ['inspectionDecisionId'], { unique: true, where: 'is_head' })
export class InspectionTeamMemberEntity {
  @PrimaryColumn({ type: 'text', name: 'inspection_decision_id', primaryKeyConstraintName: 'pk_inspection_team_member' })
  @ForeignKey(() => InspectionDecisionEntity, { name: 'fk_inspection_team_member_decision' })
  inspectionDecisionId: InspectionDecisionId;
  @PrimaryColumn({ type: 'text', name: 'person_id', primaryKeyConstraintName: 'pk_inspection_team_member' })
  @ForeignKey('person', { name: 'fk_inspection_team_member_person' })
  personId: PersonId;
  @Column({ type: 'boolean', name: 'is_head' }) isHead: boolean;
}
