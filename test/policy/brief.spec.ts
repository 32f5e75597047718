import { wholeAnswer } from '../../libs/regulation/src/brief.js';
import { asAnswer, type Answer } from '../../libs/regulation/src/decision.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { hasRequiredFacts } from '../../libs/regulation/src/required-facts.js';
import { isWellShaped } from '../../libs/regulation/src/shape.js';
import { damages, pathsOf } from './damage.js';
import { loadCommitted, readCases, type PolicyCase } from './policy-cases.js';

type Input = PolicyCase['input'];

describe('a brief answer', () => {
  let policy: Policy;
  let cases: PolicyCase[];

  beforeAll(async () => {
    policy = await loadCommitted();
    cases = readCases(policy);
  });

  const ask = (entrypoint: string, input: object): unknown => {
    const said = policy.engine.ask(entrypoint, JSON.stringify(input), 1 << 20);
    return said.kind === 'value' ? said.value : said.code;
  };

  /** Both answers to a question that the host takes for complete; null where it does not. */
  const both = (input: Input): { brief: Answer | null; full: Answer | null } | null =>
    isWellShaped(policy.tables, input) && hasRequiredFacts(policy.tables, input)
      ? { brief: wholeAnswer(policy.tables, input, ask('gate/brief', input)), full: asAnswer(ask('gate/decision', input)) }
      : null;

  it('is made whole by the host to the very decision, for every case', () => {
    const compared = cases.flatMap(({ name, input }) => {
      const answers = both(input);
      return answers === null ? [] : [{ name, ...answers }];
    });
    expect(compared.filter(({ brief, full }) => brief === null || orderFree(brief) !== orderFree(full)).map(({ name }) => name)).toEqual(
      [],
    );
    expect(compared.length).toBeGreaterThan(cases.length * 0.8);
  });

  it('is the decision too where facts are hidden, nulled or mistyped and the host still finds the question complete', () => {
    let compared = 0;
    const different: string[] = [];
    eachDamage(cases, 61, (name, damaged) => {
      const answers = both(damaged);
      if (answers === null) return;
      compared += 1;
      if (answers.brief === null || orderFree(answers.brief) !== orderFree(answers.full)) different.push(name);
    });
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });

  it('is asked only where the policy itself finds no fact missing, and wherever it does not', () => {
    let missing = 0;
    const different: string[] = [];
    eachDamage(cases, 37, (name, damaged) => {
      if (!isWellShaped(policy.tables, damaged)) return;
      const full = asAnswer(ask('gate/decision', damaged));
      // Before the first known law nothing is said against anything.
      if (full === null || full.effect === 'cannot_decide' || typeof damaged.asOf !== 'number') return;
      const lacks = full.denies.some(({ rule, message, at }) => rule === 'POL-0' && message === 'missing_fact' && at !== 'asOf');
      if (lacks) missing += 1;
      // On a road of one's own right, and in an act open to all, the host may say no where the policy asks for less.
      const asksLess = damaged.request?.requesterKind !== undefined || policy.tables.actions[damaged.action]?.['anyone'] === true;
      if (asksLess && !lacks) return;
      if (lacks === hasRequiredFacts(policy.tables, damaged)) different.push(name);
    });
    expect(different).toEqual([]);
    expect(missing).toBeGreaterThan(300);
  });

  it('of many cameras is that of each alone', () => {
    const cameras = cases.flatMap(({ input }) => (input.camera ? [input.camera] : [])).slice(0, 5);
    for (const { input } of cases.filter((_, i) => i % 25 === 0)) {
      const each = cameras.map((camera) => ask('gate/brief', { ...input, cameras, camera }));
      expect(ask('gate/briefs', { ...input, cameras })).toEqual(each);
    }
  });

  it('is refused when it has not the shape of an answer', () => {
    const { tables } = policy;
    const question = { action: 'live_view', asOf: 1_789_437_600_000 };
    const good = ask('gate/brief', cases.find(({ want }) => want.effect === 'allow')?.input ?? {}) as Record<string, unknown>;
    expect(wholeAnswer(tables, question, good)?.effect).toBe('allow');
    for (const bad of [
      null,
      'allow',
      [],
      {},
      { ...good, denies: undefined },
      { ...good, effect: 'yes' },
      { ...good, reasons: [] },
      { ...good, validUntil: '9' },
    ])
      expect(wholeAnswer(tables, question, bad)).toBeNull();
  });
});

function eachDamage(cases: readonly PolicyCase[], every: number, visit: (name: string, damaged: Input) => void): void {
  let trials = 0;
  for (const { name, input } of cases) {
    for (const path of pathsOf(input)) {
      for (const damaged of damages(input, path)) {
        trials += 1;
        if (trials % every === 0) visit(`${name}: ${path.join('.')}`, damaged);
      }
    }
  }
}

/** Rules speak in no order, so lists of their words are compared as sets. */
function orderFree(answer: Answer | null): string {
  return JSON.stringify(answer, (_key, value: unknown) => {
    if (Array.isArray(value)) return value.map((item) => JSON.stringify(sortedKeys(item))).sort();
    return sortedKeys(value);
  });
}

function sortedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
