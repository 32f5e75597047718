// The form of the catalogue (tables/rules.json): every row of the regulation, what it says in both languages, where it comes from,
// when it is in force and what enforces it. Checked before signing; each check has a planted fault in catalogue-samples.jsonl.
import { z } from 'zod';

/** How many rows each group of the regulation has: 148, and the house's own rules beside them. */
export const groupSizes = { HN: 14, CT: 13, PD: 27, SH: 13, EV: 21, DS: 9, AI: 5, SE: 10, IN: 9, INT: 8, TR: 19 };

/** POL-0 and on: a rule taken away leaves a gap, and its number is never given again. */
export const houseRules = 16;

/** What enforces a row. `policy` and `clock` are Rego (a clock is named there and counted by libs/deadlines). */
export const waysToEnforce = ['policy', 'clock', 'data', 'process', 'none'];

/** V text read, S secondary source, I inference, B benchmark, NF looked for and not found. */
const tag = '(?:V|S|I|B|NF)';
const said = z.string().trim().min(8);
const day = z.iso.date().nullable();
const row = z.strictObject({
  titleVi: said,
  titleEn: said,
  /** What the row says, in our own words; a title alone is no text. */
  textVi: said,
  textEn: said,
  kind: z.string().regex(/^(?:(?:PERM|PROH|OBL|DL|RET)(?:\/(?:PERM|PROH|OBL|DL|RET))*|FACT|NONE|HOUSE)$/),
  status: z.string().regex(new RegExp(`^${tag}(?:[+/]${tag})*$`)),
  /** Instrument and article as a lawyer writes them; `articles` are the keys that decisions cite. */
  source: z.string().trim().min(4),
  articles: z.array(z.string()),
  layer: z.enum(['hanoi', 'national', 'gate']),
  severity: z.enum(['high', 'medium', 'low']),
  enforced: z.enum(waysToEnforce),
  /** For what Rego does not decide: what keeps the row instead, or why nothing can. */
  howVi: said.optional(),
  howEn: said.optional(),
  fromDate: day,
  toDate: day,
  from: z.number(),
  to: z.number(),
});

/** Days on which the law changed, by instrument (prefix of the article's key): [in force from, until (exclusive)]. */
export const instrumentDays = {
  BLTTHS: ['2018-01-01', null],
  ND119: ['2024-10-01', null],
  L36: ['2025-01-01', null], TT83: ['2025-01-01', null], TT73: ['2025-01-01', null], TT72: ['2025-01-01', null], TT71: ['2025-01-01', null],
  TT67: ['2025-01-01', null], TT62: ['2025-01-01', null], TT34: ['2025-01-01', null], ND151: ['2025-01-01', null],
  QD319: ['2025-01-17', null],
  L84: ['2025-07-01', null], L60: ['2025-07-01', null], ND165: ['2025-07-01', null],
  ND194: ['2025-08-19', '2025-10-22'],
  4932: ['2025-09-03', null],
  ND278: ['2025-10-22', null],
  QD5918: ['2025-11-27', null],
  L91: ['2026-01-01', null], ND356: ['2026-01-01', null],
  QD85: ['2026-01-06', null],
  L117: ['2026-03-01', null], L134: ['2026-03-01', null],
  ND61: ['2026-04-01', null],
  QD2906: ['2026-06-08', null],
  L116: ['2026-07-01', null], ND244: ['2026-07-01', null], ND165T: ['2026-07-01', null], QCVN11: ['2026-07-01', null], QCVN135: [null, '2026-07-01'],
  QD33: ['2026-08-15', null],
  ND330: ['2026-08-19', null], ND331: ['2026-08-19', null], ND333: ['2026-08-19', null],
};

/** No question can show it: every act in the table is coded. */
const unshowable = new Set(['POL-7']);

const groupOf = (id) => id.split('-')[0];

/**
 * @param {{rules: object, articles: object, coded: Map<string, unknown[]>, shown: Map<string, {against: unknown[], kept: unknown[]}>}} what
 *   coded: rule id → its Rego rules; shown: rule id → cases (cases.mjs, `showing`)
 * @returns what is wrong, line by line
 */
export function catalogueFaults({ rules, articles, coded, shown }) {
  const wrong = [];
  for (const [group, size] of Object.entries(groupSizes)) {
    const ids = Object.keys(rules).filter((id) => groupOf(id) === group);
    const wanted = Array.from({ length: size }, (_, i) => `${group}-${String(i + 1).padStart(2, '0')}`);
    if (ids.join() !== wanted.join()) wrong.push(`group ${group} has ${ids.length} rows, the regulation ${size}: ${wanted.filter((id) => !ids.includes(id)).join(', ') || 'out of order or one too many'}`);
  }
  const house = Object.keys(rules).filter((id) => groupOf(id) === 'POL');
  const gaps = Array.from({ length: houseRules }, (_, i) => `POL-${i}`).filter((id) => !house.includes(id));
  if (gaps.length > 0 || house.length !== houseRules) wrong.push(`the house has ${house.length} rules of its own, not ${houseRules}: ${gaps.join(', ') || 'one too many'}`);
  for (const [id, one] of Object.entries(rules)) {
    if (groupSizes[groupOf(id)] === undefined && groupOf(id) !== 'POL') wrong.push(`${id} belongs to no group of the regulation`);
    const form = row.safeParse(one);
    if (!form.success) wrong.push(...form.error.issues.map((issue) => `${id}.${issue.path.join('.')}: ${issue.message}`));
    else wrong.push(...rowFaults(id, one, articles, coded, shown));
  }
  return [...wrong, ...articleFaults(articles)];
}

function rowFaults(id, one, articles, coded, shown) {
  const wrong = [];
  const isCoded = one.enforced === 'policy' || one.enforced === 'clock';
  const uncited = one.articles.filter((key) => articles[key] === undefined);
  if (uncited.length > 0) wrong.push(`${id} cites the unknown article ${uncited.join(', ')}`);
  if (one.textVi === one.titleVi || one.textEn === one.titleEn) wrong.push(`${id}: its text only repeats its title`);
  if (one.enforced !== 'policy' && (one.howVi === undefined || one.howEn === undefined)) wrong.push(`${id} is enforced by ${one.enforced}: say how, or why not (howVi, howEn)`);
  if (one.enforced === 'none' && coded.has(id)) wrong.push(`${id} is said to be not enforceable and has a Rego rule`);
  if (isCoded && id.startsWith('POL-') === false && !coded.has(id)) wrong.push(`${id} is said to be enforced by Rego and no Rego rule carries its id`);
  if (isCoded && coded.has(id) && !unshowable.has(id)) {
    const { against = [], kept = [] } = shown.get(id) ?? {};
    if (against.length === 0 && kept.length === 0) wrong.push(`${id}: no case shows it`);
    else if (coded.get(id).some(({ denies }) => denies) && against.length === 0) wrong.push(`${id} refuses, and no case is refused by it`);
    else if (kept.length === 0 && one.layer !== 'gate') wrong.push(`${id}: no case shows it kept`);
  }
  // "Not found" rows say that a figure was looked for; a figure in one would be invented.
  if (one.status === 'NF') {
    const figures = [one.titleVi, one.titleEn, one.textVi, one.textEn, one.howVi ?? '', one.howEn ?? ''].filter((text) => /\d/.test(text));
    if (figures.length > 0 || one.articles.length > 0) wrong.push(`${id} was not found and carries a number: ${figures[0] ?? one.articles.join()}`);
    if (one.enforced === 'policy' || one.enforced === 'clock') wrong.push(`${id} was not found and is decided`);
  }
  const dated = one.articles.map((key) => articles[key]).filter((article) => article !== undefined && article.from > 0);
  const earliest = Math.min(...dated.map(({ from }) => from));
  if (dated.length > 0 && one.from > 0 && one.from < earliest) wrong.push(`${id} is in force from ${one.fromDate}, before the articles it rests on`);
  if (dated.length > 0 && dated.length === one.articles.length && one.from !== earliest) wrong.push(`${id} is in force from ${one.fromDate}, its articles from another day`);
  return wrong;
}

/** The dates of the articles are those of their instruments; an instrument without a known day has none. */
function articleFaults(articles) {
  const prefixes = Object.keys(instrumentDays).sort((a, b) => b.length - a.length);
  return Object.entries(articles).flatMap(([key, { fromDate, toDate }]) => {
    const instrument = prefixes.find((prefix) => key === prefix || key.startsWith(`${prefix}-`));
    const [from, to] = instrument === undefined ? [undefined, undefined] : instrumentDays[instrument];
    if (instrument === undefined) return fromDate === null && toDate === null ? [] : [`article ${key} has a day (${fromDate ?? toDate}) and its instrument none in catalogue-form.mjs`];
    return fromDate === from && toDate === to ? [] : [`article ${key} is in force ${fromDate} to ${toDate}; its instrument ${from} to ${to}`];
  });
}
