import { Injectable } from '@nestjs/common';
import { canonicalJson } from '#libs/kernel';
import type { Decision, Denial, Effect, Need, Obligation, Reason } from './decision.js';
import type { DeniedType, EffectName, ObligationType, PolicyDecisionType, ReasonType } from './decision.type.js';
import { articleText, explain, ordered } from './explain.js';
import type { RecordedDecision } from './gate.service.js';
import { PolicyStore } from './policy-store.js';
import type { PolicyTables } from './tables.js';

type Shown<T extends string, Type> = Type & { readonly __typename: T };

/** Decisions as the API shows them to the person they concern: rules, articles and plain words; no evidence, nothing about others. */
@Injectable()
export class DecisionView {
  constructor(private readonly policies: PolicyStore) {}

  /** The union member of a refusal. */
  denied(decision: RecordedDecision): Shown<'Denied', DeniedType> {
    return describeDenial(this.policies.loaded().tables, decision);
  }

  decision(decision: Decision): Shown<'PolicyDecision', PolicyDecisionType> {
    const policy = this.policies.loaded();
    const { tables } = policy;
    const [vi, en] = [explain(tables, decision, 'vi'), explain(tables, decision, 'en')];
    return {
      __typename: 'PolicyDecision',
      id: decision.id,
      effect: effectName(decision.effect),
      reasons: decision.reasons.map((reason) => reasonType(tables, { ...reason, at: '' })),
      denies: spokenAgainst(decision).map((one) => reasonType(tables, one)),
      obligations: decision.obligations.map((obligation) => this.obligation(obligation)),
      policyRevision: decision.policy.revision,
      policySha256: policy.bundle.sha256,
      asOf: new Date(decision.asOf),
      validUntil: decision.validUntil > 0 ? new Date(decision.validUntil) : null,
      nextVi: textOrNull(vi.next),
      nextEn: textOrNull(en.next),
    };
  }

  obligation({ code, mode, params }: Obligation): ObligationType {
    const row = this.policies.loaded().tables.obligations[code];
    return { code, mode, params: canonicalJson(params), textVi: row?.titleVi ?? code, textEn: row?.titleEn ?? code };
  }
}

const codes: Readonly<Record<Effect, string>> = {
  deny: 'DENIED',
  cannot_decide: 'CANNOT_DECIDE',
  needs_approval: 'NEEDS_APPROVAL',
  // An allowed decision never comes here; were it to, it is shown as what it was used for.
  allow: 'DENIED',
};

/** A recorded refusal with its reasons, articles and next step in both languages. */
export function describeDenial(tables: PolicyTables, decision: RecordedDecision): Shown<'Denied', DeniedType> {
  const [vi, en] = [explain(tables, decision, 'vi'), explain(tables, decision, 'en')];
  return {
    __typename: 'Denied',
    code: codes[decision.effect],
    textVi: vi.sentence,
    textEn: en.sentence,
    path: pathOf(spokenAgainst(decision)[0]?.at),
    effect: effectName(decision.effect),
    reasons: spokenAgainst(decision).map((one) => reasonType(tables, one)),
    nextVi: textOrNull(vi.next),
    nextEn: textOrNull(en.next),
    decisionId: decision.id,
    entryId: decision.entry.entryId,
    asOf: new Date(decision.asOf),
    policyRevision: decision.policy.revision,
  };
}

function spokenAgainst(decision: Decision): readonly (Denial | Need)[] {
  if (decision.effect === 'deny') return ordered(decision.denies);
  return decision.effect === 'cannot_decide' ? decision.unknowns : decision.needs;
}

function reasonType(
  tables: PolicyTables,
  one: Pick<Denial | Need | Reason, 'rule' | 'articles' | 'message'> & { readonly at: string },
): ReasonType {
  const text = tables.messages[one.message];
  return {
    rule: one.rule,
    articles: one.articles.map((key) => articleText(tables, key)),
    message: one.message,
    textVi: text?.titleVi ?? one.message,
    textEn: text?.titleEn ?? one.message,
    at: textOrNull(one.at),
  };
}

/** Facts that have another name in the form. */
const formFields: Readonly<Record<string, string>> = { caseFileId: 'caseReference' };

/** Facts of the request are fields of its form, so the form can point at them; others are nobody's field. */
function pathOf(at: string | undefined): string[] | null {
  const field = /^request\.([A-Za-z.]+)$/.exec(at ?? '')?.[1];
  return field === undefined ? null : (formFields[field] ?? field).split('.');
}

const effectName = (effect: Effect): EffectName => effect.toUpperCase() as EffectName;
const textOrNull = (text: string): string | null => (text === '' ? null : text);
