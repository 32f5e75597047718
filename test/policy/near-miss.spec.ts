import type { Effect } from '../../libs/regulation/src/decision.js';
import { possibleEdits } from '../../libs/regulation/src/explanation/fact-edits.js';
import { factAt } from '../../libs/regulation/src/explanation/fact-path.js';
import { mostEdits, nearMisses } from '../../libs/regulation/src/explanation/near-miss.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { decide, loadCommitted, readCases, type PolicyCase } from './policy-cases.js';

const openness: Record<Effect, number> = { deny: 0, cannot_decide: 1, needs_approval: 2, allow: 3 };

describe('near misses', () => {
  let policy: Policy;
  let cases: PolicyCase[];

  beforeAll(async () => {
    policy = await loadCommitted();
    cases = readCases(policy).filter(({ input }) => typeof input.asOf === 'number' && !Array.isArray(input.cameras));
  });

  it('are exactly the tried changes that open the answer further, each by one fact, in every case', () => {
    const every = Math.ceil(cases.length / 70);
    let [trials, flips, closed] = [0, 0, 0];
    for (const [i, { name, input }] of cases.entries()) {
      if (i % every !== 0) continue;
      const asked = decide(policy, input);
      const spoken = [...new Set([...asked.denies, ...asked.unknowns, ...asked.needs].map(({ at }) => at))];
      const edits = possibleEdits(policy.tables, input, spoken, mostEdits);
      expect(edits.length).toBeLessThanOrEqual(mostEdits);
      const wanted = edits.flatMap(({ path, kind, value, question }) => {
        trials += 1;
        const { effect } = decide(policy, question);
        return asked.effect !== 'allow' && openness[effect] > openness[asked.effect] ? [`${path} ${kind} ${value ?? ''} ${effect}`] : [];
      });
      const told = nearMisses(policy, input).map(({ path, kind, value, effect }) => `${path} ${kind} ${value ?? ''} ${effect}`);
      expect([name, told.sort()]).toEqual([name, wanted.sort()]);
      flips += told.length;
      if (asked.effect !== 'allow') closed += 1;
    }
    expect(closed).toBeGreaterThan(20);
    expect(flips).toBeGreaterThan(50);
    expect(trials).toBeGreaterThan(1_000);
  });

  it('find the fact for most refusals that a case of one changed fact keeps', () => {
    const lone = cases.filter(({ want }) => want.effect === 'deny' && want.only !== undefined && want.only.length === 1);
    const refused = lone.filter((_, i) => i % Math.ceil(lone.length / 60) === 0);
    const helped = refused.filter(({ input }) => nearMisses(policy, input).length > 0);
    expect(refused.length).toBeGreaterThan(30);
    expect(helped.length / refused.length).toBeGreaterThan(0.5);
  });

  it('of several cameras are facts of the request, and open them all', () => {
    const tellsPurpose = ({ input }: PolicyCase): boolean => nearMisses(policy, input).some(({ path }) => path === 'request.purposeCode');
    const one = cases.find(
      (each) => each.input.camera !== undefined && each.want.denies?.includes('PD-04') === true && tellsPurpose(each),
    )!;
    const { camera, ...rest } = one.input;
    const several = { ...rest, cameras: [camera!, { ...camera!, id: 'cam_other' }] };
    expect(decide(policy, several).effect).toBe('deny');
    const told = nearMisses(policy, several);
    expect(told.map(({ path }) => path)).toContain('request.purposeCode');
    expect(told.every(({ path }) => !path.startsWith('camera'))).toBe(true);
    for (const { path, kind, value, effect } of told)
      if (kind === 'CODE' && path === 'request.purposeCode')
        expect(decide(policy, { ...several, request: { ...several.request, purposeCode: value } }).effect).toBe(effect);
  });

  it('change nothing but the one fact', () => {
    const { input } = cases.find(({ want }) => want.effect === 'deny') ?? cases[0]!;
    const before = JSON.stringify(input);
    for (const { path, question } of possibleEdits(policy.tables, input, ['request.purposeCode', 'viewer.orgId'], mostEdits)) {
      const [a, b] = [structuredClone(input), structuredClone(question)] as unknown as Record<string, unknown>[];
      for (const one of [a, b]) remove(one ?? {}, path.split('.'));
      expect([path, b]).toEqual([path, a]);
    }
    expect(JSON.stringify(input)).toBe(before);
  });

  it('never tell a value that somebody stated', () => {
    for (const { input } of cases.filter((_, i) => i % 40 === 0)) {
      for (const { kind, path, value } of nearMisses(policy, input)) {
        if (kind === 'SAME_AS') expect(factAt(input, value ?? '')).toBeDefined();
        else if (kind === 'CODE') expect([path, value]).not.toEqual([path, factAt(input, 'viewer.userId')]);
        else expect(['true', 'false', null]).toContain(value);
      }
    }
  });
});

/** Takes the fact away, and what stood above it for its sake. */
function remove(value: Record<string, unknown>, [step = '', ...rest]: readonly string[]): void {
  const inner = value[step];
  if (rest.length === 0) delete value[step];
  else if (typeof inner === 'object' && inner !== null) {
    remove(inner as Record<string, unknown>, rest);
    if (Object.keys(inner).length === 0) delete value[step];
  }
}
