import { Column, Check, Entity, PrimaryColumn } from 'typeorm';

/**
 * From how many looks or approvals on a grant needs a second approval, as the table of grants itself counts them. The rules decide
 * by their own numbers (`tables/limits.json`, equal by test); these hold even against a gateway that does not ask. Changed by a
 * migration only.
 */
@Entity('second_approval_limit')
@Check('ck_second_approval_limit_least', 'least > 0')
export class SecondApprovalLimitEntity {
  @PrimaryColumn({ type: 'text', name: 'reason', primaryKeyConstraintName: 'pk_second_approval_limit' }) reason: string;
  @Column({ type: 'integer', name: 'least' }) least: number;
}
