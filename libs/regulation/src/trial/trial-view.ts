import { canonicalJson } from '#libs/kernel';
import type { BenchFaultCode } from '../bench/bench.js';
import type { CountedDeadline } from '../deadline-count.js';
import type { EffectName } from '../decision.type.js';
import { explainedRules, nearMissType } from '../explanation/explanation-view.js';
import type { CountedDeadlineType, TriedCaseType, TrialStopped } from './trial.type.js';
import type { TrialOutcome } from './trials.service.js';

type Shown<T extends string, Type> = Type & { readonly __typename: T };

export function triedCase(outcome: Extract<TrialOutcome, { kind: 'tried' }>): Shown<'TriedCase', TriedCaseType> {
  const { tried, deadlines, bundleSha256, decision: act } = outcome;
  const { decision, vi, en, reasonsVi, reasonsEn } = tried;
  const { id: _, fresh: __, factsDigest, ...answer } = decision;
  const isRefusal = decision.effect !== 'allow';
  return {
    __typename: 'TriedCase',
    effect: decision.effect.toUpperCase() as EffectName,
    asOf: typeof decision.asOf === 'number' ? new Date(decision.asOf) : null,
    policyRevision: decision.policy.revision,
    policySha256: bundleSha256,
    sentenceVi: vi.sentence,
    sentenceEn: en.sentence,
    nextVi: textOrNull(vi.next),
    nextEn: textOrNull(en.next),
    rules: isRefusal ? explainedRules(vi, en) : [],
    reasons: explainedRules(reasonsVi, reasonsEn),
    obligations: [...tried.obligations],
    deadlines: deadlines.map(deadlineType),
    validUntil: decision.validUntil > 0 ? new Date(decision.validUntil) : null,
    nearMisses: tried.nearMisses.map(nearMissType),
    answer: canonicalJson(answer),
    factsDigest,
    entryId: act.entry.entryId,
  };
}

function deadlineType({ rule, name, from, amount, unit, dueAt, dueDate, counted }: CountedDeadline): CountedDeadlineType {
  return {
    rule,
    name,
    from: new Date(from),
    amount,
    unit,
    dueAt: dueAt === null ? null : new Date(dueAt),
    dueDate,
    firstDay: counted.firstDay,
    skippedDays: counted.skipped.map(({ date }) => date),
    countedVi: counted.vi,
    countedEn: counted.en,
  };
}

const stopWords: Readonly<Record<BenchFaultCode, readonly [string, string]>> = {
  bundle_unusable: ['Bộ quy tắc này không chạy được.', 'This bundle does not run.'],
  too_slow: ['Bộ quy tắc trả lời quá lâu nên đã bị dừng.', 'The bundle took too long and was stopped.'],
  broken: ['Việc thử bị gián đoạn. Hãy thử lại.', 'The trial broke off. Try again.'],
  busy: ['Đang có nhiều người thử. Hãy thử lại sau ít phút.', 'Others are trying just now. Try again in a few minutes.'],
};

export function trialStopped(code: BenchFaultCode): Shown<'TrialStopped', TrialStopped> {
  const [textVi, textEn] = stopWords[code];
  return { __typename: 'TrialStopped', code: code.toUpperCase(), textVi, textEn, path: null };
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);
