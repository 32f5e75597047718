import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/kernel';
import { Benches, BenchFault } from '../bench/bench.js';
import type { DecisionRecord } from '../decision-facts.repository.js';
import { decisionResource, DecisionRecords, type LostDecision } from '../decision-records.service.js';
import type { Decision } from '../decision.js';
import type { Question } from '../decider.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from '../release/bundle-archive.service.js';
import { takenAgain, verdictOf, type ReplayVerdict } from './replay.js';

export type ReplayOutcome =
  | { readonly kind: 'facts_erased'; readonly record: DecisionRecord }
  | { readonly kind: 'bundle_missing'; readonly record: DecisionRecord }
  | { readonly kind: 'bundle_unusable'; readonly record: DecisionRecord; readonly message: string }
  | { readonly kind: 'replayed'; readonly record: DecisionRecord; readonly verdict: ReplayVerdict };

export type ReplayAnswer =
  | ReplayOutcome
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'record_lost'; readonly lost: LostDecision }
  | { readonly kind: 'not_found' };

const patienceMs = 5_000;

/** Past decisions, taken again with the rules and the facts of their day. */
@Injectable()
export class Replays {
  constructor(
    private readonly policies: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly benches: Benches,
    private readonly records: DecisionRecords,
    private readonly gate: Gate,
  ) {}

  /** For an inspector inside the inspection decision; absent and out of scope are answered alike, and the asking is recorded. */
  async replayFor(viewer: Viewer, id: string): Promise<ReplayAnswer> {
    const resource = decisionResource(id);
    const decision = await this.gate.decideAlone(viewer, 'explain_decision', {}, { type: 'explain_decision.replay', resource });
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const record = await this.records.find(id);
    if (!this.records.inspects(viewer)) return { kind: 'not_found' };
    if (record === null) return this.lostFor(viewer, id);
    const isOpen = await this.records.isOpenTo(viewer, record, { type: 'explain_decision.inspect', resource });
    return isOpen ? this.replay(record) : { kind: 'not_found' };
  }

  private async lostFor(viewer: Viewer, id: string): Promise<ReplayAnswer> {
    const lost = await this.records.findLost(id);
    if (lost === null) return { kind: 'not_found' };
    const entry = { type: 'explain_decision.inspect', resource: decisionResource(id) };
    return (await this.records.isLostOpenTo(viewer, lost, entry)) ? { kind: 'record_lost', lost } : { kind: 'not_found' };
  }

  /** Decides nothing and records nothing: whoever calls has seen to both. */
  async replay(record: DecisionRecord): Promise<ReplayOutcome> {
    const { decision, facts, digest } = record;
    if (facts === null) return { kind: 'facts_erased', record };
    try {
      const replayed = await this.takenAgain(record, facts);
      if (replayed === null) return { kind: 'bundle_missing', record };
      const onLog = (await this.records.loggedAs(record))?.factsDigest ?? null;
      return { kind: 'replayed', record, verdict: verdictOf(decision, facts, replayed, { inRow: digest, onLog }) };
    } catch (error) {
      if (error instanceof BenchFault && error.code !== 'busy') return { kind: 'bundle_unusable', record, message: error.message };
      throw error;
    }
  }

  /** The bundle in use answers here; any other in a thread of its own. null when nobody has it any more. */
  private async takenAgain({ decision, bundleSha256 }: DecisionRecord, question: Question): Promise<Decision | null> {
    const policy = this.policies.current();
    if (policy.bundle.sha256 === bundleSha256) return takenAgain(policy, decision, question);
    const files = await this.archive.find(bundleSha256);
    if (files === null) return null;
    return this.benches.with([files], (bench) => bench.ask('replay', { recorded: decision, question }, patienceMs));
  }
}
