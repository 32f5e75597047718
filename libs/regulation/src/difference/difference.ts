import { asAnswer } from '../decision.js';
import { mostInputBytes } from '../input.js';
import type { Policy } from '../policy.js';

export const changeKinds = ['RULE', 'ARTICLE', 'ROW', 'COMPILED', 'QUESTION'] as const;
/** RULE, ARTICLE: a row of the catalogue or of the cited law. ROW: any other table. COMPILED: the Rego. QUESTION: a golden one answered otherwise. */
export type ChangeKind = (typeof changeKinds)[number];

/** One thing that two bundles do not have alike. */
export interface PolicyChange {
  readonly kind: ChangeKind;
  /** `rules.PD-04`, `roles.inspector`, `policy.wasm`, `question 12`. */
  readonly subject: string;
  /** The subject as people call it; null where the tables have no name for it. */
  readonly titleVi: string | null;
  readonly titleEn: string | null;
  /** What of it: `toDate`, `actions.read_release`; empty when all of it came or went. */
  readonly part: string;
  /** JSON, cut short; null: was not there, or is there no more. */
  readonly was: string | null;
  readonly is: string | null;
}

type Table = Readonly<Record<string, unknown>>;
const mostText = 400;

/** The tables of two bundles, row by row and a row that differs field by field. */
export function tableChanges(was: Pick<Policy, 'tables'>, is: Pick<Policy, 'tables'>): PolicyChange[] {
  const [left, right] = [was.tables as unknown as Table, is.tables as unknown as Table];
  return keysOf(left, right).flatMap((table) => {
    const [before, after] = [left[table], right[table]];
    if (!isTable(before) || !isTable(after)) return fieldChanges(rowOf(table, '', before, after), '', before, after);
    return keysOf(before, after).flatMap((key) => fieldChanges(rowOf(table, key, before[key], after[key]), '', before[key], after[key]));
  });
}

export function compiledChange(was: Pick<Policy, 'revision'>, is: Pick<Policy, 'revision'>): PolicyChange[] {
  const [left, right] = [was.revision.wasmSha256, is.revision.wasmSha256];
  const named = { kind: 'COMPILED', subject: 'policy.wasm', titleVi: null, titleEn: null, part: '' } as const;
  return left === right ? [] : [{ ...named, was: left, is: right }];
}

/** The golden questions of both bundles, asked of both. */
export function answerChanges(was: Policy, is: Policy): PolicyChange[] {
  const questions = new Map([...goldenOf(was), ...goldenOf(is)].map((input) => [JSON.stringify(input), input]));
  return [...questions.keys()].flatMap((text, i) => {
    const [left, right] = [answerOf(was, text), answerOf(is, text)];
    if (left === right) return [];
    const action = (questions.get(text) as { action?: string }).action ?? '';
    const row = (is.tables.actions as Table)[action];
    return [{ kind: 'QUESTION' as const, subject: `question ${i + 1}`, ...titlesOf(row), part: action, was: left, is: right }];
  });
}

export function policyChanges(was: Policy, is: Policy): PolicyChange[] {
  return [...tableChanges(was, is), ...compiledChange(was, is), ...answerChanges(was, is)];
}

function fieldChanges(
  row: Pick<PolicyChange, 'kind' | 'subject' | 'titleVi' | 'titleEn'>,
  part: string,
  was: unknown,
  is: unknown,
): PolicyChange[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  if (isTable(was) && isTable(is))
    return keysOf(was, is).flatMap((key) => fieldChanges(row, part === '' ? key : `${part}.${key}`, was[key], is[key]));
  return [{ ...row, part, was: textOf(was), is: textOf(is) }];
}

function rowOf(table: string, key: string, was: unknown, is: unknown): Pick<PolicyChange, 'kind' | 'subject' | 'titleVi' | 'titleEn'> {
  const kind = table === 'rules' ? 'RULE' : table === 'articles' ? 'ARTICLE' : 'ROW';
  return { kind, subject: key === '' ? table : `${table}.${key}`, ...titlesOf(is ?? was) };
}

/** Rows of law name themselves by article and instrument. */
function titlesOf(row: unknown): Pick<PolicyChange, 'titleVi' | 'titleEn'> {
  if (!isTable(row)) return { titleVi: null, titleEn: null };
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const cited = text(row['article']) === null ? null : `${text(row['article']) ?? ''}, ${text(row['instrument']) ?? ''}`;
  return { titleVi: text(row['titleVi']) ?? cited, titleEn: text(row['titleEn']) ?? cited };
}

function goldenOf({ bundle }: Policy): object[] {
  const { questions = [] } = bundle.golden as { questions?: { input: object }[] };
  return questions.map(({ input }) => input);
}

function answerOf({ engine }: Policy, question: string): string {
  const said = engine.ask('gate/decision', question, mostInputBytes);
  const answer = said.kind === 'value' ? asAnswer(said.value) : null;
  if (answer === null) return 'deny (POL-8)';
  const rules = [...new Set(answer.denies.map(({ rule }) => rule))].sort();
  return rules.length === 0 ? answer.effect : `${answer.effect} (${rules.join(', ')})`;
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = (left: Table, right: Table): string[] => [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();

function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text;
}
