import type { Policy } from '../../libs/regulation/src/policy.js';
import { isWellShaped } from '../../libs/regulation/src/shape.js';
import { damages, pathsOf } from './damage.js';
import { loadCommitted, readCases } from './policy-cases.js';

describe('the shape of a question', () => {
  let policy: Policy;

  beforeAll(async () => {
    policy = await loadCommitted();
  });

  it('is judged by the host as by the policy: where the host says well-shaped, the policy finds nothing mistyped', () => {
    let trials = 0;
    let shaped = 0;
    const different: string[] = [];
    readCases(policy).forEach(({ name, input }, i) => {
      if (i % 5 !== 0) return;
      for (const path of pathsOf(input)) {
        for (const damaged of damages(input, path)) {
          trials += 1;
          if (trials % 7 !== 0) continue;
          if (policy.writer.write(damaged).wellShaped !== isWellShaped(policy.tables, damaged))
            different.push(`${name}: ${path.join('.')}, as it is written`);
          if (!isWellShaped(policy.tables, damaged)) continue;
          shaped += 1;
          const full = policy.engine.ask('gate/decision', JSON.stringify(damaged), 1 << 20);
          if (JSON.stringify(full).includes('"mistyped_fact"')) different.push(`${name}: ${path.join('.')}`);
        }
      }
    });
    expect(different).toEqual([]);
    expect(shaped).toBeGreaterThan(300);
  });

  it('refuses unknown names at every depth, infinite numbers and prototype names', () => {
    const judged = (question: object): boolean => {
      const said = isWellShaped(policy.tables, question);
      if (Object.values(question).every((value) => typeof value !== 'number' || Number.isFinite(value)))
        expect(policy.writer.write(question).wellShaped).toBe(said);
      return said;
    };
    expect(judged({ action: 'live_view', asOf: 1, viewer: { roles: ['public'] } })).toBe(true);
    expect(judged({ actoin: 'x' })).toBe(false);
    expect(judged({ grant: { scope: { window: { fron: 1 } } } })).toBe(false);
    expect(judged({ approvals: [{ kye: 'owner' }] })).toBe(false);
    expect(judged({ approvals: ['owner'] })).toBe(false);
    expect(judged({ viewer: { roles: [1] } })).toBe(false);
    expect(judged({ asOf: Number.POSITIVE_INFINITY })).toBe(false);
    expect(judged({ constructor: {} })).toBe(false);
    expect(judged(JSON.parse('{"__proto__":{"x":1}}') as object)).toBe(false);
    expect(judged({ camera: { id: undefined, purposes: null } })).toBe(true);
  });
});
