import type { Decision, Denial, Need } from './decision.js';
import type { PolicyTables } from './tables.js';

export type Language = 'vi' | 'en';

export interface ExplainedRule {
  readonly rule: string;
  /** One plain sentence. */
  readonly sentence: string;
  /** What the person can do next. */
  readonly next: string;
  /** E.g. "Điều 32 khoản 3, Luật 91/2025/QH15". */
  readonly articles: readonly string[];
  /** The fact it speaks of, e.g. `request.purposeCode`. */
  readonly at: string;
}

export interface Explanation {
  readonly sentence: string;
  readonly next: string;
  readonly rules: readonly ExplainedRule[];
}

const severityOrder: Readonly<Record<string, number>> = { high: 0, medium: 1, low: 2 };

/** House rules about form come last: a person should read first which law stands against the act. */
export function ordered(denies: readonly Denial[]): Denial[] {
  const rank = (d: Denial): number => (d.rule.startsWith('POL-0') ? 10 : 0) + (severityOrder[d.severity] ?? 0);
  return [...denies].sort((a, b) => rank(a) - rank(b) || a.rule.localeCompare(b.rule) || a.at.localeCompare(b.at));
}

/** The decision in plain words for the person it concerns; nothing about others, no evidence. */
export function explain(
  tables: PolicyTables,
  decision: Pick<Decision, 'effect' | 'denies' | 'unknowns' | 'needs' | 'reasons'>,
  language: Language,
): Explanation {
  const spoken =
    decision.effect === 'deny' ? ordered(decision.denies) : decision.effect === 'cannot_decide' ? decision.unknowns : decision.needs;
  const rules = spoken.map((one) => explainRule(tables, one, language));
  const first = rules[0];
  if (first !== undefined) return { sentence: first.sentence, next: first.next, rules };
  if (decision.effect === 'allow') {
    const reasons = decision.reasons.map((reason) => explainRule(tables, { ...reason, at: '' }, language));
    return { sentence: reasons[0]?.sentence ?? '', next: '', rules: reasons };
  }
  return language === 'vi'
    ? { sentence: 'Không có quy định nào cho phép việc này.', next: 'Nêu căn cứ pháp lý hoặc gửi yêu cầu chia sẻ.', rules }
    : { sentence: 'No rule permits this.', next: 'State a legal basis or submit a sharing request.', rules };
}

function explainRule(
  tables: PolicyTables,
  one: Pick<Denial | Need, 'rule' | 'message' | 'articles' | 'at'> & Pick<Denial, 'expects'>,
  language: Language,
): ExplainedRule {
  const text = tables.messages[one.message];
  const vi = language === 'vi';
  return {
    rule: one.rule,
    sentence: (vi ? text?.titleVi : text?.titleEn) ?? one.message,
    next: [(vi ? text?.nextVi : text?.nextEn) ?? '', expected(tables, one.expects ?? [], language)].filter((part) => part !== '').join(' '),
    articles: one.articles.map((key) => articleText(tables, key)),
    at: one.at,
  };
}

/** Which forms would have done, each by an example; empty where a rule expects none. */
function expected(tables: PolicyTables, forms: readonly string[], language: Language): string {
  const examples = forms.flatMap((form) => tables.caseForms?.forms[form]?.[language === 'vi' ? 'exampleVi' : 'exampleEn'] ?? []);
  if (examples.length === 0) return '';
  return `${language === 'vi' ? 'Ví dụ' : 'For example'}: ${examples.join('; ')}.`;
}

/** "Điều 32 khoản 3, Luật 91/2025/QH15"; law is cited in its own language. */
export function articleText(tables: PolicyTables, key: string): string {
  const row = tables.articles[key];
  return row === undefined ? key : `${row.article}, ${row.instrument}`;
}
