import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate, type Question } from '../../libs/regulation/src/decider.js';
import { asAnswer, type Decision } from '../../libs/regulation/src/decision.js';
import { readInput } from '../../libs/regulation/src/input.js';
import { loadPolicy, type Policy } from '../../libs/regulation/src/policy.js';

export const policyRoot = path.resolve(import.meta.dirname, '../../policies');

export interface PolicyCase {
  readonly name: string;
  readonly input: Question;
  readonly want: {
    readonly effect: string;
    readonly denies?: readonly string[];
    readonly only?: readonly string[];
    readonly needs?: readonly string[];
    readonly reasons?: readonly string[];
    readonly obligations?: readonly string[];
    readonly at?: readonly string[];
    readonly deadlines?: readonly string[];
    readonly notDeadlines?: readonly string[];
    /** Names of all deadlines, no more and no fewer. */
    readonly clocks?: readonly string[];
    /** By name of a clock: how long it runs from when; `null` is what it must not say. Times are written as text. */
    readonly terms?: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
    /** By rule: the day on which one of its deadlines falls, or the very moment of a term in hours. */
    readonly due?: Readonly<Record<string, string>>;
    readonly notObligations?: readonly string[];
    /** Facts that POL-0 finds missing; others may deny at the same place. */
    readonly missing?: readonly string[];
    /** Obligations with their mode and measures; each as far as it is written. */
    readonly duties?: readonly { readonly code: string; readonly mode?: string; readonly params?: object }[];
    readonly fields?: object;
    readonly notReasons?: readonly string[];
    /** Keys of articles that denials, needs or reasons cite, and those that none of them may cite on that day. */
    readonly articles?: readonly string[];
    readonly notArticles?: readonly string[];
  };
}

/** Inside every bundle's validity. */
export const someday = Date.parse('2026-11-24T00:00:00Z');

export function loadCommitted(): Promise<Policy> {
  return loadPolicy(path.join(policyRoot, 'bundle'), someday);
}

/** policies/cases/*.jsonl with times in milliseconds; cases with unknown names stay as they are. */
export function readCases(policy: Policy): PolicyCase[] {
  const folder = path.join(policyRoot, 'cases');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .flatMap((text, i) => {
          if (text.trim() === '') return [];
          const { description, input, want } = JSON.parse(text) as { description: string; input: unknown; want: PolicyCase['want'] };
          const read = readInput(policy.tables, input);
          return [{ name: `${file}:${i + 1} ${description}`, input: (read.kind === 'input' ? read.input : input) as Question, want }];
        }),
    );
}

export function decide(policy: Policy, input: Question): Decision {
  return evaluate(policy, input, { evaluatedAt: someday, viewerVersion: null, unenforceable: () => [] });
}

/** The effect alone, without digest and id: for properties over very many questions. An answer of odd shape counts as deny. */
export function effectOf(policy: Policy, input: Question): string {
  const said = policy.engine.ask('gate/decision', JSON.stringify(input), 1 << 20);
  return said.kind === 'value' ? (asAnswer(said.value)?.effect ?? 'deny') : 'deny';
}
