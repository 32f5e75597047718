import { Injectable } from '@nestjs/common';
import { explain, ordered, type ExplainedRule } from '../explain.js';
import type { Decision, Denial, Need, Reason } from '../decision.js';
import type { RecordedDecision } from '../gate.service.js';
import { PolicyStore } from '../policy-store.js';
import type { DeniedType } from './denied.type.js';
import { ObligationView } from './obligation-view.service.js';
import type { PolicyDecisionType } from './policy-decision.type.js';
import { EffectEnum, type EffectName, type ReasonType } from './reason.type.js';

type Named<Name extends string, Type> = Type & { readonly __typename: Name };
type Spoken = Denial | Need | Reason;

/** JavaScript's last representable instant; the policy's own end of time lies beyond it. */
const lastInstantMs = 8.64e15;

/** Decisions as the API shows them: to the person they concern, in both languages, without evidence about others. */
@Injectable()
export class DecisionView {
  constructor(
    private readonly policies: PolicyStore,
    private readonly obligations: ObligationView,
  ) {}

  /** A refusal of the regulation as a member of a result union. */
  denied(decision: RecordedDecision): Named<'Denied', DeniedType> {
    const { vi, en } = this.told(decision);
    return {
      __typename: 'Denied',
      code: decision.effect === 'cannot_decide' ? 'CANNOT_DECIDE' : decision.effect === 'needs_approval' ? 'NEEDS_APPROVAL' : 'DENIED',
      textVi: vi.sentence,
      textEn: en.sentence,
      path: null,
      effect: effectName(decision),
      reasons: this.reasons(spokenAgainst(decision)),
      nextVi: textOrNull(vi.next),
      nextEn: textOrNull(en.next),
      decisionId: decision.id,
      entryId: decision.entry.entryId,
      asOf: new Date(decision.asOf),
      policyRevision: decision.policy.revision,
    };
  }

  /** The whole decision, for a form that asks in advance and for the parties of a recorded one. */
  shown(decision: Decision): Named<'PolicyDecision', PolicyDecisionType> {
    const { vi, en } = this.told(decision);
    return {
      __typename: 'PolicyDecision',
      id: decision.id,
      effect: effectName(decision),
      reasons: this.reasons([...decision.reasons, ...decision.needs]),
      denies: this.reasons(spokenAgainst(decision)),
      obligations: decision.obligations.map((obligation) => this.obligations.show(obligation)),
      policyRevision: decision.policy.revision,
      policySha256: decision.policy.wasmSha256,
      asOf: new Date(decision.asOf),
      validUntil: decision.fresh.validUntil > 0 && decision.fresh.validUntil < lastInstantMs ? new Date(decision.fresh.validUntil) : null,
      nextVi: textOrNull(vi.next),
      nextEn: textOrNull(en.next),
    };
  }

  private told(decision: Decision): { vi: ReturnType<typeof explain>; en: ReturnType<typeof explain> } {
    const { tables } = this.policies.current();
    return { vi: explain(tables, decision, 'vi'), en: explain(tables, decision, 'en') };
  }

  private reasons(spoken: readonly Spoken[]): ReasonType[] {
    const { tables } = this.policies.current();
    return spoken.map((one) => {
      const wording = (language: 'vi' | 'en'): ExplainedRule | undefined =>
        explain(tables, { effect: 'allow', denies: [], unknowns: [], needs: [], reasons: [{ ...one, evidence: {} }] }, language).rules[0];
      const vi = wording('vi');
      return {
        rule: one.rule,
        articles: [...(vi?.articles ?? one.articles)],
        message: one.message,
        textVi: vi?.sentence ?? one.message,
        textEn: wording('en')?.sentence ?? one.message,
        at: 'at' in one ? textOrNull(one.at) : null,
      };
    });
  }
}

function spokenAgainst(decision: Decision): readonly (Denial | Need)[] {
  if (decision.effect === 'deny') return ordered(decision.denies);
  if (decision.effect === 'cannot_decide') return decision.unknowns;
  return decision.effect === 'needs_approval' && !decision.proceeds ? decision.needs : [];
}

function effectName(decision: Decision): EffectName {
  const name = decision.effect.toUpperCase();
  return name in EffectEnum ? (name as EffectName) : 'DENY';
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);
