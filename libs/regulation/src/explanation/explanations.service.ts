import { Injectable } from '@nestjs/common';
import { parseId, type Viewer } from '#libs/kernel';
import { DecisionFactsRepository, type DecisionRecord } from '../decision-facts.repository.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { InspectedRecords } from '../inspected-records.js';
import { evidenceOf, explanationFor, type DecisionExplanation } from './explanation.js';
import { nearMisses } from './near-miss.js';
import { PolicyStore } from '../policy-store.js';

export type ExplainOutcome =
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'explained'; readonly told: DecisionExplanation; readonly record: DecisionRecord };

/**
 * Why a decision came out as it did. The person it concerns reads their own; approvers read the evidence of decisions about
 * requests that they may read; inspectors inside their inspection decision. Absent and not yours are answered alike, and every
 * asking is a decision of the gate, committed before anything is told.
 */
@Injectable()
export class Explanations {
  constructor(
    private readonly policies: PolicyStore,
    private readonly gate: Gate,
    private readonly facts: DecisionFactsRepository,
    private readonly records: InspectedRecords,
  ) {}

  async explain(viewer: Viewer, id: string): Promise<ExplainOutcome> {
    const decisionId = parseId('dec', id);
    const resource = { kind: 'decision', ...(decisionId === null ? {} : { id: decisionId }) };
    const decision = await this.gate.decideAlone(viewer, 'explain_decision', {}, { type: 'explain_decision.read', resource });
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const record = decisionId === null ? null : await this.facts.find(decisionId);
    if (record === null) return { kind: 'not_found' };
    const isOwn = record.facts?.viewer?.userId === viewer.personId;
    const seesEvidence = await this.seesEvidence(viewer, record, resource);
    if (!isOwn && !seesEvidence) return { kind: 'not_found' };
    return { kind: 'explained', told: this.told(viewer, record, seesEvidence), record };
  }

  private told(viewer: Viewer, { decision, facts }: DecisionRecord, seesEvidence: boolean): DecisionExplanation {
    const policy = this.policies.current();
    return {
      ...explanationFor(policy.tables, decision, facts, viewer.personId),
      evidence: seesEvidence ? evidenceOf(decision) : null,
      nearMisses: seesEvidence && facts !== null ? nearMisses(policy, facts) : null,
    };
  }

  /** Never by the role alone: an approver must be a party to the request, an inspector must have the body in the papers. */
  private async seesEvidence(
    viewer: Viewer,
    { facts, decidedAt }: DecisionRecord,
    resource: { kind: string; id?: string },
  ): Promise<boolean> {
    if (this.records.inspects(viewer)) {
      const organisationId = facts?.viewer?.orgId;
      if (typeof organisationId !== 'string') return false;
      const entry = { type: 'explain_decision.inspect', resource };
      return (await this.records.open(viewer, { organisationId, at: decidedAt }, entry)).kind === 'open';
    }
    if (!this.gate.mayTry(viewer, ['approve', 'review']) || facts?.request === undefined || facts.request === null) return false;
    const entry = { type: 'explain_decision.evidence', resource };
    return (await this.gate.decideAlone(viewer, 'read_request', { request: facts.request }, entry)).effect === 'allow';
  }
}
