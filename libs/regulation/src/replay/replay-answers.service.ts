import { Injectable } from '@nestjs/common';
import { notFound } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import type { EffectName } from '../decision.type.js';
import { Replays, type ReplayOutcome } from './replays.service.js';
import type { LostDecision } from '../decision-records.service.js';
import type { DecisionRecordLostType, DecisionReplayType, ReplayDecisionResult, ReplayOutcomeName } from './replay.type.js';

/** Outcomes as the API's union members. */
@Injectable()
export class ReplayAnswers {
  constructor(
    private readonly replays: Replays,
    private readonly view: DecisionView,
  ) {}

  async replay(viewer: Viewer, id: string): Promise<typeof ReplayDecisionResult> {
    const answer = await this.replays.replayFor(viewer, id);
    switch (answer.kind) {
      case 'refused':
        return this.view.denied(answer.decision);
      case 'not_found':
        return notFound();
      case 'record_lost':
        return lostType(answer.lost);
      default:
        return replayType(answer);
    }
  }
}

const failures = { facts_erased: 'FACTS_ERASED', bundle_missing: 'BUNDLE_MISSING', bundle_unusable: 'BUNDLE_UNUSABLE' } as const;

function replayType(outcome: ReplayOutcome): DecisionReplayType & { readonly __typename: 'DecisionReplay' } {
  const { decision, digest, bundleSha256, decidedAt } = outcome.record;
  const verdict = outcome.kind === 'replayed' ? outcome.verdict : null;
  return {
    __typename: 'DecisionReplay',
    decisionId: decision.id,
    outcome: outcome.kind === 'replayed' ? sameOrNot(outcome.verdict.differs) : failures[outcome.kind],
    differs: [...(verdict?.differs ?? [])],
    decidedAt,
    asOf: new Date(decision.asOf),
    action: decision.action,
    recordedEffect: decision.effect.toUpperCase() as EffectName,
    replayedEffect: verdict === null ? null : (verdict.replayed.effect.toUpperCase() as EffectName),
    policyRevision: decision.policy.revision,
    policySha256: bundleSha256,
    recordedAnswerDigest: verdict?.recordedDigest ?? null,
    replayedAnswerDigest: verdict?.replayedDigest ?? null,
    factsDigestNow: verdict?.facts.now ?? null,
    factsDigestInRow: digest,
    factsDigestInDecision: decision.factsDigest,
    factsDigestOnLog: verdict?.facts.onLog ?? null,
  };
}

const sameOrNot = (differs: readonly unknown[]): ReplayOutcomeName => (differs.length === 0 ? 'SAME' : 'DIFFERENT');

function lostType({ decisionId, entryId, at, type, outcome, policySha256, factsDigest }: LostDecision): DecisionRecordLostType & {
  readonly __typename: 'DecisionRecordLost';
} {
  return {
    __typename: 'DecisionRecordLost',
    decisionId,
    entryId,
    recordedAt: at,
    type,
    outcome,
    policySha256,
    factsDigestOnLog: factsDigest,
    textVi:
      'Nhật ký có quyết định này nhưng hồ sơ của nó không còn. Hồ sơ không mất theo hạn xóa: có người đã xóa, hoặc cơ sở dữ liệu đã mất dữ liệu. Hãy lập biên bản và yêu cầu đơn vị vận hành giải trình.',
    textEn:
      'The log has this decision, and its record is gone. It is not a matter of retention: somebody deleted it, or the database has lost data. Put it on record and ask the operator to account for it.',
  };
}
