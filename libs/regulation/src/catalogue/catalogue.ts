import { z } from 'zod';
import { BundleFault } from '../bundle.js';
import type { PolicyTables } from '../tables.js';

/** A Rego rule that carries a rule of the catalogue, as the bundle's `catalogue.json` names it. */
export interface RegoRule {
  readonly rule: string;
  readonly package: string;
  /** The set it adds to: `picture_denies`. */
  readonly set: string;
  readonly says: string | null;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly message: string | null;
  readonly articles: readonly string[];
}

/** A case of `policies/cases` and the rules it names. */
export interface TriedCaseRow {
  readonly file: string;
  readonly line: number;
  readonly description: string;
  readonly action: string;
  readonly asOf: number | null;
  readonly effect: string;
  readonly against: readonly string[];
  readonly for: readonly string[];
}

export interface CatalogueArticle {
  readonly key: string;
  readonly instrument: string;
  readonly article: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly status: readonly string[];
  readonly from: number | null;
  readonly to: number | null;
  /** Rules that rest on it. */
  readonly rules: readonly string[];
}

export interface CatalogueRule {
  readonly id: string;
  readonly group: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly textVi: string | null;
  readonly textEn: string | null;
  readonly kinds: readonly string[];
  readonly source: string | null;
  readonly layer: string;
  readonly status: readonly string[];
  readonly severity: string;
  readonly enforced: string;
  readonly howVi: string | null;
  readonly howEn: string | null;
  readonly articles: readonly CatalogueArticle[];
  /** Milliseconds; null is "always" and "until further notice". */
  readonly from: number | null;
  readonly to: number | null;
  readonly rego: readonly RegoRule[];
  readonly casesAgainst: readonly TriedCaseRow[];
  readonly casesFor: readonly TriedCaseRow[];
}

/** The rules of one bundle with all that belongs to them: the compliance matrix, less what happened. */
export interface Catalogue {
  /** In the order of the bundle's rule table. */
  readonly rules: ReadonlyMap<string, CatalogueRule>;
  readonly articles: ReadonlyMap<string, CatalogueArticle>;
}

const texts = z.array(z.string());
const fileSchema = z.object({
  format: z.literal(1),
  rego: z.array(
    z.object({
      rule: z.string(),
      package: z.string(),
      set: z.string(),
      says: z.string().nullable(),
      title: z.string(),
      file: z.string(),
      line: z.number(),
      message: z.string().nullable(),
      articles: texts,
    }),
  ),
  cases: z.array(
    z.object({
      file: z.string(),
      line: z.number(),
      description: z.string(),
      action: z.string(),
      // Some cases state a time that is none, on purpose.
      asOf: z.unknown().transform((at) => (typeof at === 'number' ? at : null)),
      effect: z.string(),
      against: texts,
      for: texts,
    }),
  ),
});

const optional = z.string().nullish();
/** What a row of the rule table says beside what deciding needs; texts that a row has not are not shown. */
const rowSchema = z.looseObject({
  titleVi: z.string(),
  titleEn: z.string(),
  textVi: optional,
  textEn: optional,
  kind: z.string(),
  source: optional,
  layer: z.string(),
  status: z.string(),
  severity: z.string(),
  enforced: z.string(),
  howVi: optional,
  howEn: optional,
  articles: texts,
  from: z.number(),
  to: z.number(),
  fromDate: z.string().nullable(),
  toDate: z.string().nullable(),
});

/** @throws BundleFault when the bundle carries no readable catalogue */
export function readCatalogue(tables: PolicyTables, file: unknown): Catalogue {
  const made = fileSchema.safeParse(file);
  const rows = z.record(z.string(), rowSchema).safeParse(tables.rules);
  if (!made.success) throw new BundleFault('bad_manifest', `catalogue.json: ${z.prettifyError(made.error)}`);
  if (!rows.success) throw new BundleFault('bad_manifest', `the rule table: ${z.prettifyError(rows.error)}`);
  const articles = new Map(Object.keys(tables.articles).map((key) => [key, articleOf(tables, key, rows.data)]));
  const rego = grouped(made.data.rego, ({ rule }) => [rule]);
  const against = grouped(made.data.cases, (one) => one.against);
  const forIt = grouped(made.data.cases, (one) => one.for);
  const rules = Object.entries(rows.data).map(([id, row]): [string, CatalogueRule] => [
    id,
    {
      id,
      group: id.split('-')[0] ?? id,
      titleVi: row.titleVi,
      titleEn: row.titleEn,
      textVi: row.textVi ?? null,
      textEn: row.textEn ?? null,
      kinds: tagsOf(row.kind),
      source: row.source ?? null,
      layer: row.layer,
      status: tagsOf(row.status),
      severity: row.severity,
      enforced: row.enforced,
      howVi: row.howVi ?? null,
      howEn: row.howEn ?? null,
      articles: row.articles.flatMap((key) => articles.get(key) ?? []),
      from: row.fromDate === null ? null : row.from,
      to: row.toDate === null ? null : row.to,
      rego: rego.get(id) ?? [],
      casesAgainst: against.get(id) ?? [],
      casesFor: forIt.get(id) ?? [],
    },
  ]);
  return { rules: new Map(rules), articles };
}

function articleOf(tables: PolicyTables, key: string, rules: Readonly<Record<string, z.output<typeof rowSchema>>>): CatalogueArticle {
  const row = tables.articles[key];
  return {
    key,
    instrument: row?.instrument ?? '',
    article: row?.article ?? '',
    titleVi: row?.titleVi ?? key,
    titleEn: row?.titleEn ?? key,
    status: tagsOf(row?.status ?? ''),
    from: row === undefined || row.fromDate === null ? null : row.from,
    to: row === undefined || row.toDate === null ? null : row.to,
    rules: Object.entries(rules).flatMap(([id, { articles }]) => (articles.includes(key) ? [id] : [])),
  };
}

/** `V/S+I` → V, S, I: the catalogue joins what holds for different parts of a row. */
const tagsOf = (text: string): string[] => [...new Set(text.split(/[+/]/).filter((tag) => tag !== ''))];

function grouped<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows)
    for (const key of keysOf(row)) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [row]);
      else list.push(row);
    }
  return map;
}

/** What a reader looks for; absent parts do not matter. */
export interface RuleFilter {
  readonly group?: string | null;
  readonly layer?: string | null;
  readonly enforcedBy?: string | null;
  readonly status?: string | null;
  readonly articleKey?: string | null;
  /** In force at this instant. */
  readonly inForceAt?: Date | null;
  /** In id, titles, descriptions, articles and titles of Rego rules; case and marks do not matter. */
  readonly text?: string | null;
}

export function isInForce({ from, to }: Pick<CatalogueRule, 'from' | 'to'>, at: number): boolean {
  return (from === null || from <= at) && (to === null || at < to);
}

export function matchesFilter(rule: CatalogueRule, filter: RuleFilter): boolean {
  const is = (wanted: string | null | undefined, has: string): boolean => wanted === undefined || wanted === null || wanted === has;
  const { status, articleKey, inForceAt, text } = filter;
  return (
    is(filter.group, rule.group)
    && is(filter.layer, rule.layer)
    && is(filter.enforcedBy, rule.enforced)
    && (status === undefined || status === null || rule.status.includes(status))
    && (articleKey === undefined || articleKey === null || rule.articles.some(({ key }) => key === articleKey))
    && (inForceAt === undefined || inForceAt === null || isInForce(rule, inForceAt.getTime()))
    && wordsOf(text ?? '').every((word) => searchedText(rule).includes(word))
  );
}

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');

function searchedText(rule: CatalogueRule): string {
  const { id, titleVi, titleEn, textVi, textEn, source, articles, rego } = rule;
  const cited = articles.flatMap(({ article, instrument, titleVi: vi, titleEn: en }) => [article, instrument, vi, en]);
  return plain([id, titleVi, titleEn, textVi, textEn, source, ...cited, ...rego.map(({ title }) => title)].join(' '));
}

/** Lower case without marks: people look for "du lieu ca nhan" too. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}
