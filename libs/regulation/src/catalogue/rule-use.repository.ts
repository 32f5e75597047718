import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { Effect } from '../decision.js';
import type { NamedDecision } from './rule-use.js';

/** Every rule that a decision names, once: against it, for it, as a duty or as a deadline. */
const named = `cross join lateral (
  select distinct word #>> '{}' as rule from jsonb_path_query(d.decision, 'lax $.*[*].rule') word where jsonb_typeof(word) = 'string') n`;

export interface RuleCountRow {
  readonly rule: string;
  readonly effect: Effect;
  readonly count: number;
}

/** Only here are `rule_use` and `rule_use_progress` touched. */
@Injectable()
export class RuleUseRepository {
  /** Counted hours from the table, the youngest ones from the decisions themselves: they are few. */
  async counts(tx: Tx, since: Date): Promise<RuleCountRow[]> {
    const uncounted = await this.countedUntil(tx, since);
    return tx.query<RuleCountRow[]>(
      `select rule, effect, sum(decisions)::int as count from (
         select rule, effect, decisions from rule_use where hour >= $1 and hour < $2
         union all
         select n.rule, d.effect, count(*)::int from decision_facts d ${named} where d.decided_at >= $2 group by 1, 2
       ) counted group by rule, effect order by rule, effect`,
      [since, uncounted],
    );
  }

  /** The youngest decisions that named the rule, of people of these bodies; decisions whose facts are erased belong to nobody any more. */
  async latest(
    tx: Tx,
    rule: string,
    scope: { readonly organisationIds: readonly string[]; readonly from: Date; readonly to: Date },
    most: number,
  ): Promise<NamedDecision[]> {
    const uncounted = await this.countedUntil(tx, scope.from);
    const limit = Math.max(1, Math.floor(most));
    return tx.query<NamedDecision[]>(
      `with hours as (
         (select hour, hour + interval '1 hour' as ends from rule_use where rule = $1 and hour >= date_trunc('hour', $3::timestamptz) and hour < $4
          group by hour order by hour desc limit 48)
         union all select $5::timestamptz, 'infinity'::timestamptz)
       select found.id as "decisionId", found.decided_at as "decidedAt", found.action, found.effect
       from hours cross join lateral (
         select d.id, d.decided_at, d.action, d.effect from decision_facts d
         where d.decided_at >= greatest(hours.hour, $3) and d.decided_at < least(hours.ends, $4) and d.facts -> 'viewer' ->> 'orgId' = any($2::text[])
           and jsonb_path_exists(d.decision, 'lax $.*[*].rule ? (@ == $wanted)', jsonb_build_object('wanted', $1::text))
         order by d.decided_at desc limit ${limit}
       ) found
       order by found.decided_at desc, found.id desc limit ${limit}`,
      [rule, scope.organisationIds, scope.from, scope.to, uncounted],
    );
  }

  /**
   * Counts the oldest hour that is over and not counted yet. Several workers may try: one holds the row, the others pass by.
   * @param settled instant before which no decision can still be on its way into the table
   * @returns the hour that was counted, or null when there was none to count
   */
  async countNext(tx: Tx, settled: Date): Promise<Date | null> {
    const [progress] = await tx.query<{ countedUntil: Date }[]>(
      `select counted_until as "countedUntil" from rule_use_progress where id = 1 for update skip locked`,
    );
    if (progress === undefined) return null;
    const [next] = await tx.query<{ hour: Date | null }[]>(
      `select date_trunc('hour', min(decided_at)) as hour from decision_facts where decided_at >= $1`,
      [progress.countedUntil],
    );
    const hour = next?.hour ?? null;
    if (hour === null || hour.getTime() + 3_600_000 > settled.getTime()) return null;
    const ends = new Date(hour.getTime() + 3_600_000);
    await tx.query(
      `insert into rule_use (rule, hour, effect, decisions)
       select n.rule, $1, d.effect, count(*)::int from decision_facts d ${named} where d.decided_at >= $1 and d.decided_at < $2 group by n.rule, d.effect`,
      [hour, ends],
    );
    await tx.query('update rule_use_progress set counted_until = $1 where id = 1', [ends]);
    return hour;
  }

  private async countedUntil(tx: Tx, since: Date): Promise<Date> {
    const [row] = await tx.query<{ countedUntil: Date }[]>(
      `select greatest(counted_until, $1) as "countedUntil" from rule_use_progress where id = 1`,
      [since],
    );
    return row?.countedUntil ?? since;
  }
}
