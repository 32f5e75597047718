import { Injectable } from '@nestjs/common';
import { Clock, type Viewer } from '#libs/kernel';
import { Benches, BenchFault, type BenchFaultCode } from '../bench/bench.js';
import { StandingBench } from '../bench/standing-bench.js';
import { countDeadlines, type CountedDeadline } from '../deadline-count.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from '../release/bundle-archive.service.js';
import type { TrialAnswer, TrialQuestion } from './trial.js';

export interface TrialRequest {
  /** JSON of a question, as `cuao policy eval` takes it. */
  readonly input: string;
  readonly asOf: Date | null;
  /** SHA-256 of a bundle that the archive holds; null is the one in use. */
  readonly bundleSha256: string | null;
}

export type Tried = Extract<TrialAnswer, { kind: 'tried' }>;
export type TrialOutcome =
  | { readonly kind: 'denied'; readonly decision: RecordedDecision }
  | { readonly kind: 'no_such_bundle' }
  | { readonly kind: 'no_question'; readonly problem: 'not_json' | 'not_an_object' | 'unknown_field'; readonly paths: readonly string[] }
  | { readonly kind: 'stopped'; readonly code: BenchFaultCode }
  | {
      readonly kind: 'tried';
      readonly tried: Tried;
      readonly deadlines: readonly CountedDeadline[];
      readonly bundleSha256: string;
      readonly decision: RecordedDecision;
    };

const patienceMs = 3_000;

/**
 * The policy room's trial: what would the rules say. It opens nothing and is no access to anything; that somebody tried is recorded
 * before it is answered. Every bundle answers in a thread that is killed when it takes too long: a trial looks for near misses, and those who decide do not wait for it.
 */
@Injectable()
export class Trials {
  constructor(
    private readonly policies: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly benches: Benches,
    private readonly standing: StandingBench,
    private readonly gate: Gate,
    private readonly clock: Clock,
  ) {}

  async try(viewer: Viewer, { input, asOf, bundleSha256 }: TrialRequest): Promise<TrialOutcome> {
    const tried = bundleSha256 ?? this.policies.current().bundle.sha256;
    const decision = await this.gate.decideAlone(viewer, 'try_case', {}, { type: 'try_case.try', details: { bundle: tried } });
    if (decision.effect !== 'allow') return { kind: 'denied', decision };
    const value = parsed(input);
    if (value === undefined) return { kind: 'no_question', problem: 'not_json', paths: [] };
    try {
      const answer = await this.answerOf(tried, { input: value, asOf: asOf?.getTime() ?? null, nowMs: this.clock.nowMs() });
      if (answer === null) return { kind: 'no_such_bundle' };
      if (answer.kind === 'refused') return { kind: 'no_question', problem: answer.code, paths: answer.paths };
      return { kind: 'tried', tried: answer, deadlines: countDeadlines(answer.decision.deadlines), bundleSha256: tried, decision };
    } catch (error) {
      if (error instanceof BenchFault) return { kind: 'stopped', code: error.code };
      throw error;
    }
  }

  private async answerOf(bundleSha256: string, question: TrialQuestion): Promise<TrialAnswer | null> {
    const policy = this.policies.current();
    if (policy.bundle.sha256 === bundleSha256) return this.standing.ask(policy.bundle, 'trial', question, patienceMs);
    const files = await this.archive.find(bundleSha256);
    return files === null ? null : this.benches.with([files], (bench) => bench.ask('trial', question, patienceMs));
  }
}

/** undefined when it is no JSON; null is JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
