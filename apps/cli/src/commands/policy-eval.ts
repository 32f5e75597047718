import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import {
  countDeadlines,
  evaluate,
  explain,
  ordered,
  peopleSchema,
  readInput,
  type Decision,
  type Policy,
  type Question,
} from '#libs/regulation';
import { exitCodes } from '../command.js';
import { withPolicy } from './policy-folder.js';

/** A line that is no question. It reads as a denial too: who looks only at `effect` must not take it for anything else. */
interface LineError {
  readonly effect: 'deny';
  readonly error: { readonly line: number; readonly code: string; readonly message: string; readonly paths?: readonly string[] };
}

/**
 * One question a line in, one JSON object a line out, same order. A line that is no question gets an `error` in its place
 * and stops nobody else; the exit code then is 9. Answers are the policy's alone: what a running house could not
 * enforce, and what it records, is not part of them.
 */
export async function evalCommand(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-') && arg !== '-');
  const files = args.filter((arg) => !flags.includes(arg));
  const unknown = flags.find((flag) => !['--schema', '--explain', '--json', '--jsonl'].includes(flag));
  if (unknown !== undefined || files.length > 1) {
    process.stderr.write(`cuao policy eval: ${unknown === undefined ? 'one file at most' : `unknown option ${unknown}`}\n`);
    return exitCodes.usage;
  }
  return withPolicy(async (policy) => {
    if (flags.includes('--schema')) {
      await print(peopleSchema(policy.tables), 2);
      return exitCodes.ok;
    }
    const [file] = files;
    const source = file === undefined || file === '-' ? process.stdin : createReadStream(file);
    return answerLines(policy, source, flags.includes('--explain'));
  });
}

async function answerLines(policy: Policy, source: NodeJS.ReadableStream, explained: boolean): Promise<number> {
  let line = 0;
  let bad = 0;
  const failed = new Promise<never>((_, reject) => source.once('error', reject));
  const answer = async (): Promise<void> => {
    for await (const text of createInterface({ input: source, crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() === '') continue;
      const said = answerLine(policy, text, line, explained);
      if ('error' in said) bad += 1;
      await print(said);
    }
  };
  try {
    await Promise.race([answer(), failed]);
  } catch (error) {
    process.stderr.write(`cuao policy eval: ${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodes.absent;
  }
  return bad > 0 ? exitCodes.partlyDone : exitCodes.ok;
}

/** Exported for tests. */
export function answerLine(policy: Policy, text: string, line: number, explained: boolean): object | LineError {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return { effect: 'deny', error: { line, code: 'not_json', message: cause instanceof Error ? cause.message : String(cause) } };
  }
  const read = readInput(policy.tables, value);
  if (read.kind === 'refused') {
    const message = read.code === 'not_an_object' ? 'a question is one JSON object' : `unknown fields: ${read.paths.join(', ')}`;
    return { effect: 'deny', error: { line, code: read.code, message, paths: read.paths } };
  }
  try {
    return decisionOf(policy, read.input, explained);
  } catch (cause) {
    return { effect: 'deny', error: { line, code: 'no_decision', message: cause instanceof Error ? cause.message : String(cause) } };
  }
}

/** Without id and evaluation time: the same question of the same bundle gives the same bytes. */
function decisionOf(policy: Policy, input: Record<string, unknown>, explained: boolean): object {
  const decision = evaluate(policy, input as unknown as Question, { evaluatedAt: 0, viewerVersion: null, unenforceable: () => [] });
  const { id: _id, fresh: _fresh, effect, action, asOf, denies, deadlines, ...rest } = decision;
  return {
    effect,
    action: action ?? null,
    asOf: asOf ?? null,
    denies: ordered(denies),
    ...rest,
    deadlines: countDeadlines(deadlines),
    ...(explained ? { explanation: explanations(policy, decision) } : {}),
  };
}

function explanations(policy: Policy, decision: Omit<Decision, 'id' | 'fresh'>): object {
  return { vi: explain(policy.tables, decision, 'vi'), en: explain(policy.tables, decision, 'en') };
}

function print(value: object, indent?: number): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(`${JSON.stringify(value, null, indent)}\n`, () => done());
  });
}
