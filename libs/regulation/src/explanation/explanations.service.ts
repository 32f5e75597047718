import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/kernel';
import { Benches, BenchFault } from '../bench/bench.js';
import { StandingBench } from '../bench/standing-bench.js';
import type { DecisionRecord } from '../decision-facts.repository.js';
import { decisionResource, DecisionRecords } from '../decision-records.service.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { explained, type DecisionExplanation, type ExplainTask, type Reader } from './explanation.js';
import type { Policy } from '../policy.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from '../release/bundle-archive.service.js';

export type ExplainOutcome =
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'explained'; readonly told: DecisionExplanation; readonly record: DecisionRecord };

const patienceMs = 3_000;

/**
 * Why a decision came out as it did. The person it concerns reads their own; approvers read the evidence of decisions about
 * requests that they may read; inspectors inside their inspection decision. Absent and not yours are answered alike, and every
 * asking is a decision of the gate, committed before anything is told.
 */
@Injectable()
export class Explanations {
  constructor(
    private readonly policies: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly benches: Benches,
    private readonly standing: StandingBench,
    private readonly gate: Gate,
    private readonly records: DecisionRecords,
  ) {}

  async explain(viewer: Viewer, id: string): Promise<ExplainOutcome> {
    const resource = decisionResource(id);
    const decision = await this.gate.decideAlone(viewer, 'explain_decision', {}, { type: 'explain_decision.read', resource });
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const record = await this.records.find(id);
    if (record === null) return { kind: 'not_found' };
    const isOwn = record.facts?.viewer?.userId === viewer.personId;
    const seesEvidence = await this.seesEvidence(viewer, record, resource);
    if (!isOwn && !seesEvidence) return { kind: 'not_found' };
    return { kind: 'explained', told: await this.told(record, { readerId: viewer.personId, seesEvidence }), record };
  }

  /**
   * In the words of the bundle that decided; where nobody has it any more, in those of today and without near misses. Near misses
   * are sought in a thread: where it is too slow or too busy the rest is told without them.
   */
  private async told({ decision, facts, bundleSha256 }: DecisionRecord, reader: Reader): Promise<DecisionExplanation> {
    const policy = this.policies.current();
    if (policy.bundle.sha256 === bundleSha256) return this.toldByPresent(policy, { decision, question: facts, reader });
    const files = await this.archive.find(bundleSha256);
    if (files === null) return { ...explained(policy, { decision, question: null, reader }), nearMisses: null };
    return this.benches.with([files], (bench) => bench.ask('explain', { decision, question: facts, reader }, patienceMs));
  }

  private async toldByPresent(policy: Policy, task: ExplainTask): Promise<DecisionExplanation> {
    if (!task.reader.seesEvidence || task.question === null) return explained(policy, task);
    try {
      return await this.standing.ask(policy.bundle, 'explain', task, patienceMs);
    } catch (error) {
      if (!(error instanceof BenchFault)) throw error;
      return explained(policy, task, null);
    }
  }

  /** Never by the role alone: an approver must be a party to the request, an inspector must have the body in the papers. */
  private async seesEvidence(viewer: Viewer, record: DecisionRecord, resource: ReturnType<typeof decisionResource>): Promise<boolean> {
    const { facts } = record;
    if (this.records.inspects(viewer)) return this.records.isOpenTo(viewer, record, { type: 'explain_decision.inspect', resource });
    if (!this.gate.mayTry(viewer, ['approve', 'review']) || facts?.request === undefined || facts.request === null) return false;
    const entry = { type: 'explain_decision.evidence', resource };
    return (await this.gate.decideAlone(viewer, 'read_request', { request: facts.request }, entry)).effect === 'allow';
  }
}
