import { evaluate, readBundle, readInput, type Policy, type Question } from '#libs/regulation';
import { exitCodes } from '../command.js';
import { proposedPolicy, readCases } from './policy-bundle.js';
import { readFlags } from './policy-flags.js';
import { policyFolder } from './policy-folder.js';

type Table = Readonly<Record<string, unknown>>;

interface Difference {
  readonly kind: 'rule' | 'article' | 'row' | 'compiled' | 'case';
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** `cuao policy diff [OLD] NEW`: what a change of rules is, in words: rules, articles, rows of tables, and cases answered otherwise. */
export async function diffCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, [], ['json']);
  if (typeof flags === 'string' || flags.places.length < 1 || flags.places.length > 2) {
    process.stderr.write(`cuao policy diff: ${typeof flags === 'string' ? flags : 'cũ và mới · old and new, or only the new one'}\n`);
    return exitCodes.usage;
  }
  const [first, second] = flags.places;
  const [oldPlace, newPlace] = second === undefined ? [policyFolder(), first ?? ''] : [first ?? '', second];
  await readBundle(oldPlace);
  const [was, is] = [await proposedPolicy(oldPlace), await proposedPolicy(newPlace)];
  const found = [...tableDifferences(was, is), ...compiledDifference(was, is), ...(await caseDifferences(was, is))];
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyDifference', items: found })}\n`);
  else {
    process.stdout.write(`${was.revision.revision} → ${is.revision.revision}: ${found.length} khác biệt · differences\n`);
    for (const one of found) process.stdout.write(`${inWords(one)}\n`);
  }
  return exitCodes.ok;
}

function tableDifferences(was: Policy, is: Policy): Difference[] {
  const [left, right] = [was.tables as Table, is.tables as Table];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .sort()
    .flatMap((table) => valueDifferences(table, left[table], right[table]));
}

/** The first level of a table is its rows; a row that differs is told field by field. */
function valueDifferences(at: string, was: unknown, is: unknown): Difference[] {
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  const kind = at.startsWith('rules.') ? 'rule' : at.startsWith('articles.') ? 'article' : 'row';
  if (isTable(was) && isTable(is))
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .sort()
      .flatMap((key) => valueDifferences(`${at}.${key}`, was[key], is[key]));
  return [{ kind, name: at, was: textOf(was), is: textOf(is) }];
}

function compiledDifference(was: Policy, is: Policy): Difference[] {
  const [left, right] = [was.revision.wasmSha256, is.revision.wasmSha256];
  return left === right ? [] : [{ kind: 'compiled', name: 'policy.wasm', was: left, is: right }];
}

async function caseDifferences(was: Policy, is: Policy): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const { file, line, one } of await readCases()) {
    const [left, right] = [answerOf(was, one.input), answerOf(is, one.input)];
    if (left !== right) found.push({ kind: 'case', name: `${file}:${line} ${one.description}`, was: left, is: right });
  }
  return found;
}

function answerOf(policy: Policy, input: unknown): string {
  const read = readInput(policy.tables, input);
  const question = (read.kind === 'input' ? read.input : input) as Question;
  const { effect, denies } = evaluate(policy, question, { evaluatedAt: 0, viewerVersion: null, unenforceable: () => [] });
  const rules = [...new Set(denies.map(({ rule }) => rule))].sort();
  return rules.length === 0 ? effect : `${effect} (${rules.join(', ')})`;
}

const nouns: Readonly<Record<Difference['kind'], string>> = {
  rule: 'quy tắc · rule',
  article: 'điều khoản · article',
  row: 'bảng · table',
  compiled: 'quy tắc đã biên dịch · compiled rules',
  case: 'ca mẫu · case',
};

function inWords({ kind, name, was, is }: Difference): string {
  const what = was === null ? `mới · new: ${is ?? ''}` : is === null ? `bỏ · gone: ${was}` : `${was} → ${is}`;
  return `  ${nouns[kind]}  ${name}: ${what}`;
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
