import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many decisions of an hour named a rule; counted once, when the hour is over, so that a month is read in a moment. */
@Entity('rule_use')
@Check('rule_use_effect', `effect in ('allow', 'deny', 'needs_approval', 'cannot_decide')`)
@Check('rule_use_decisions', 'decisions > 0')
@Index('rule_use_hour', ['hour'])
export class RuleUseEntity {
  @PrimaryColumn({ name: 'rule', type: 'text', primaryKeyConstraintName: 'rule_use_pkey' })
  rule: string;
  @PrimaryColumn({ name: 'hour', type: 'timestamptz', primaryKeyConstraintName: 'rule_use_pkey' })
  hour: Date;
  @PrimaryColumn({ name: 'effect', type: 'text', primaryKeyConstraintName: 'rule_use_pkey' })
  effect: string;
  @Column({ name: 'decisions', type: 'integer' })
  decisions: number;
}

/** One row: every hour before this instant has been counted. */
@Entity('rule_use_progress')
@Check('rule_use_progress_one', 'id = 1')
export class RuleUseProgressEntity {
  @PrimaryColumn({ name: 'id', type: 'integer', primaryKeyConstraintName: 'rule_use_progress_pkey' })
  id: number;
  @Column({ name: 'counted_until', type: 'timestamptz' })
  countedUntil: Date;
}
