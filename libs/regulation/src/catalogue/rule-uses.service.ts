import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { Gate } from '../gate.service.js';
import { InspectedRecords } from '../inspected-records.js';
import type { RuleCounts, RuleUse } from './rule-use.js';
import { RuleUseRepository } from './rule-use.repository.js';

const countedDays = 30;
const hourMs = 3_600_000;
const mostLatest = 10;

/** Counts for those whom the policy lets count, ids of decisions for inspectors inside their inspection decision. */
@Injectable()
export class RuleUses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly records: InspectedRecords,
    private readonly uses: RuleUseRepository,
  ) {}

  /** Nothing is asked of gate or database before somebody wants to know; then once for all rules of the answer. */
  for(viewer: Viewer | null): RuleUse {
    let counts: Promise<(ruleId: string) => RuleCounts | null> | null = null;
    let scope: ReturnType<RuleUses['scope']> | null = null;
    return {
      counts: async (ruleId) => (await (counts ??= this.counted(viewer)))(ruleId),
      latest: async (ruleId) => {
        const open = await (scope ??= this.scope(viewer));
        return open === null ? null : this.db.read((tx) => this.uses.latest(tx, ruleId, open, mostLatest));
      },
    };
  }

  private async counted(viewer: Viewer | null): Promise<(ruleId: string) => RuleCounts | null> {
    if (viewer === null || !this.gate.mayTry(viewer, 'count_decisions')) return () => null;
    const decision = await this.gate.decideAlone(viewer, 'count_decisions', {}, { type: 'count_decisions.read' });
    if (decision.effect !== 'allow') return () => null;
    const since = this.since();
    const rows = await this.db.read((tx) => this.uses.counts(tx, since));
    return (ruleId) => {
      const byEffect = rows.flatMap(({ rule, effect, count }) => (rule === ruleId ? [{ effect, count }] : []));
      return { since, byEffect, total: byEffect.reduce((sum, { count }) => sum + count, 0) };
    };
  }

  private async scope(
    viewer: Viewer | null,
  ): Promise<{ readonly organisationIds: readonly string[]; readonly from: Date; readonly to: Date } | null> {
    if (viewer === null || !this.records.inspects(viewer)) return null;
    const outcome = await this.records.open(viewer, null, { type: 'inspect.decisions' });
    if (outcome.kind === 'refused') return null;
    const since = this.since();
    return { organisationIds: outcome.organisationIds, from: outcome.from > since ? outcome.from : since, to: outcome.to };
  }

  /** The start of an hour, because hours are what is counted. */
  private since(): Date {
    return new Date(Math.floor((this.clock.nowMs() - countedDays * 24 * hourMs) / hourMs) * hourMs);
  }
}
