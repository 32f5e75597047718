import { compiledChange, evaluate, readBundle, readInput, tableChanges, type Policy, type Question } from '#libs/regulation';
import { exitCodes } from '../command.js';
import { proposedPolicy, readCases } from './policy-bundle.js';
import { readFlags } from './flags.js';
import { policyFolder } from './policy-folder.js';

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
  const found = [...differencesOf(was, is), ...(await caseDifferences(was, is))];
  if (flags.has('json')) process.stdout.write(`${JSON.stringify({ apiVersion: 1, kind: 'PolicyDifference', items: found })}\n`);
  else {
    process.stdout.write(`${was.revision.revision} → ${is.revision.revision}: ${found.length} khác biệt · differences\n`);
    for (const one of found) process.stdout.write(`${inWords(one)}\n`);
  }
  return exitCodes.ok;
}

/** The same words that the policy room shows, one line each. */
function differencesOf(was: Policy, is: Policy): Difference[] {
  const kinds = { RULE: 'rule', ARTICLE: 'article', ROW: 'row', COMPILED: 'compiled', QUESTION: 'case' } as const;
  return [...tableChanges(was, is), ...compiledChange(was, is)].map(({ kind, subject, part, titleVi, was: before, is: after }) => ({
    kind: kinds[kind],
    name: `${part === '' ? subject : `${subject}.${part}`}${titleVi === null ? '' : ` (${titleVi})`}`,
    was: before,
    is: after,
  }));
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
