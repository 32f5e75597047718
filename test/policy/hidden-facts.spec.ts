import type { Question } from '../../libs/regulation/src/decider.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { decide, loadCommitted, readCases, type PolicyCase } from './policy-cases.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every way into a question: keys of objects and positions of lists. */
function pathsOf(value: Json, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [];
  const entries: [string | number, Json][] = Array.isArray(value) ? value.map((item, i) => [i, item]) : Object.entries(value);
  return entries.flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

function changed(input: Question, path: readonly (string | number)[], change: (parent: Record<string | number, Json>, key: string | number) => void): Question {
  const copy = structuredClone(input) as unknown as Json;
  let parent = copy as Record<string | number, Json>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, Json>;
  change(parent, path.at(-1) ?? '');
  return copy as unknown as Question;
}

const wrongTypes: Json[] = [0, 1, 9e15, '', 'zz', true, false, [], {}, ['zz'], [{}]];

function damages(input: Question, path: readonly (string | number)[]): Question[] {
  const removed = changed(input, path, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  });
  const nulled = changed(input, path, (parent, key) => { parent[key] = null; });
  const mistyped = wrongTypes.map((value) => changed(input, path, (parent, key) => {
    const now = parent[key];
    const sameType = typeof now === typeof value && Array.isArray(now) === Array.isArray(value) && now !== null;
    parent[key] = sameType ? null : value;
  }));
  return [removed, nulled, ...mistyped];
}

// Cases that are refused because a fact is mistyped: putting the right type back is a repair, not a loss.
const isMistypedAlready = ({ want }: PolicyCase): boolean => want.denies?.includes('POL-0') === true && want.at !== undefined;

describe('hiding, nulling or mistyping a fact', () => {
  let policy: Policy;
  let cases: PolicyCase[];

  beforeAll(async () => {
    policy = await loadCommitted();
    cases = readCases(policy);
  });

  it('never leaves an allowed case allowed when the fact was required', () => {
    const stays: string[] = [];
    let trials = 0;
    for (const { name, input } of cases.filter((one) => one.want.effect === 'allow')) {
      const groups = (policy.tables.actions[input.action]?.['facts'] ?? []) as string[];
      const facts = policy.tables['facts'] as Record<string, { path: string[]; at: string }[]>;
      for (const { path, at } of groups.flatMap((group) => facts[group] ?? [])) {
        for (const damaged of damages(input, path)) {
          trials += 1;
          if (decide(policy, damaged).effect === 'allow') stays.push(`${name}: ${at} = ${JSON.stringify(damaged)}`);
        }
      }
    }
    expect(stays).toEqual([]);
    expect(trials).toBeGreaterThan(1_000);
  });

  // Without it the act truly is another one: a revocation that did not happen, a second role or body that is not there.
  const absenceMeans = [/\.revokedAt$/, /\.withdrawnAt$/, /^approvals\.\d+/, /\.expiresAt$/, /^viewer\.roles\.\d+$/, /^context\.targetOrgIds\.\d+$/];

  it('never turns a refusal into a permission', () => {
    const lost: string[] = [];
    let trials = 0;
    for (const { name, input } of cases.filter((one) => one.want.effect !== 'allow' && !isMistypedAlready(one))) {
      for (const path of pathsOf(input as unknown as Json)) {
        if (absenceMeans.some((pattern) => pattern.test(path.join('.')))) continue;
        for (const damaged of damages(input, path)) {
          trials += 1;
          if (decide(policy, damaged).effect === 'allow') lost.push(`${name}: ${path.join('.')}`);
        }
      }
    }
    expect(lost).toEqual([]);
    expect(trials).toBeGreaterThan(10_000);
    process.stdout.write(`hidden facts: ${trials} trials, ${lost.length} lost\n`);
  }, 120_000);
});
