import { Abilities, rulesOfRole } from '../../libs/regulation/src/abilities.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import type { RoleCode } from '#libs/kernel';
import { effectOf, loadCommitted, readCases, type PolicyCase } from './policy-cases.js';

describe('CASL abilities', () => {
  let policy: Policy;
  let cases: PolicyCase[];

  beforeAll(async () => {
    policy = await loadCommitted();
    cases = readCases(policy);
  });

  it('never pre-denies what the policy can allow: every role in every case that somebody is allowed', () => {
    const wrong: string[] = [];
    let possible = 0;
    for (const { input } of cases.filter(({ want }) => want.effect === 'allow' || want.effect === 'needs_approval')) {
      for (const role of Object.keys(policy.tables.roles)) {
        const effect = effectOf(policy, { ...input, viewer: { ...input.viewer, roles: [role] } });
        if (effect !== 'allow' && effect !== 'needs_approval') continue;
        possible += 1;
        if (!policy.abilities.mayTry(role as RoleCode, input.action)) wrong.push(`${role} ${input.action}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(possible).toBeGreaterThan(300);
  }, 120_000);

  it('says no to unknown roles, actions, types and wildcards', () => {
    const { abilities } = policy;
    expect(abilities.mayTry('requester', 'live_view')).toBe(true);
    expect(abilities.mayTry('requester', 'live_view', 'Camera')).toBe(true);
    expect(abilities.mayTry('requester', 'live_view', 'Grant')).toBe(false);
    expect(abilities.mayTry('requester', ['approve', 'live_view'])).toBe(true);
    expect(abilities.mayTry('requester', ['approve', 'revoke'])).toBe(false);
    for (const action of ['manage', 'all', 'Live_view', '__proto__', 'constructor', ''])
      expect(abilities.mayTry('requester', action)).toBe(false);
    expect(abilities.mayTry('king' as RoleCode, 'live_view')).toBe(false);
    expect(abilities.mayTry('public', 'live_view')).toBe(false);
  });

  it('refuses a role table that CASL would read as everything', () => {
    const tables = {
      roles: { x: { titleVi: 'x', titleEn: 'x', actions: { manage: true as const } } },
      actions: { manage: { titleVi: 'm', titleEn: 'm', kind: 'role', type: 'all', coded: true, facts: [], obligations: [] } },
    };
    expect(() => new Abilities(tables)).toThrow(/manage/);
    expect(rulesOfRole(tables, 'nobody')).toEqual([]);
  });
});
