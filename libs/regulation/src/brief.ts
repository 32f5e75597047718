import { asAnswer, type Answer } from './decision.js';
import type { PolicyTables } from './tables.js';

type BriefTables = Pick<PolicyTables, 'actions' | 'articles' | 'fields'>;

/**
 * The whole answer of `gate/brief`: what `gate/decision` reads off the same signed tables is added here (articles of their
 * time only, the obligations that the act always carries, its fields). null when it has not the shape of an answer.
 * test/policy/brief.spec.ts holds the two equal.
 */
export function wholeAnswer(
  tables: BriefTables,
  question: { readonly action?: unknown; readonly asOf?: unknown },
  brief: unknown,
): Answer | null {
  if (typeof brief !== 'object' || brief === null) return null;
  const { action, asOf } = question;
  const row = typeof action === 'string' && Object.hasOwn(tables.actions, action) ? tables.actions[action] : undefined;
  const fields = typeof action === 'string' && Object.hasOwn(tables.fields, action) ? tables.fields[action] : undefined;
  const said = brief as Readonly<Record<string, unknown>>;
  const added = said['obligations'];
  const answer = asAnswer({
    effect: said['effect'],
    denies: said['denies'],
    unknowns: said['unknowns'],
    needs: said['needs'],
    reasons: said['reasons'],
    obligations:
      row !== undefined && row.obligations.length > 0 && Array.isArray(added) ? [...row.obligations, ...(added as unknown[])] : added,
    deadlines: said['deadlines'],
    fields: fields ?? { allow: [], mask: {} },
    validUntil: said['validUntil'],
  });
  if (answer === null) return null;
  const denies = ofItsTime(tables, answer.denies, asOf);
  const needs = ofItsTime(tables, answer.needs, asOf);
  const reasons = ofItsTime(tables, answer.reasons, asOf);
  const deadlines = ofItsTime(tables, answer.deadlines, asOf);
  const whole = denies === answer.denies && needs === answer.needs && reasons === answer.reasons && deadlines === answer.deadlines;
  return whole ? answer : { ...answer, denies, needs, reasons, deadlines };
}

/** The same list where every article is of its time, as it is on most days. */
function ofItsTime<T extends object>(tables: BriefTables, list: readonly T[], asOf: unknown): readonly T[] {
  if (list.length === 0) return list;
  const cited = list.map((one) => citing(tables, one, asOf));
  return cited.every((one, i) => one === list[i]) ? list : cited;
}

/** An article is cited only for an act of its time; one that the table does not know is cited as it stands. */
function citing<T extends object>(tables: BriefTables, one: T, asOf: unknown): T {
  const holds = (key: unknown): boolean => {
    const article = typeof key === 'string' && Object.hasOwn(tables.articles, key) ? tables.articles[key] : undefined;
    return article === undefined || (typeof asOf === 'number' && article.from <= asOf && asOf < article.to);
  };
  if (!('articles' in one) || !Array.isArray(one.articles) || one.articles.every(holds)) return one;
  return { ...one, articles: one.articles.filter(holds) };
}
