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
  const said = asAnswer({ ...brief, fields: fields ?? { allow: [], mask: {} } });
  if (said === null) return null;
  const ofItsTime = <T extends object>(list: readonly T[]): readonly T[] =>
    list.length === 0 ? list : list.map((one) => citing(tables, one, asOf));
  const standing = row?.obligations ?? [];
  return {
    effect: said.effect,
    denies: ofItsTime(said.denies),
    unknowns: said.unknowns,
    needs: ofItsTime(said.needs),
    reasons: ofItsTime(said.reasons),
    obligations: standing.length === 0 ? said.obligations : [...standing, ...said.obligations],
    deadlines: ofItsTime(said.deadlines),
    fields: said.fields,
    validUntil: said.validUntil,
  };
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
