import { Abilities, rulesOfRole } from '../../libs/regulation/src/abilities.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { EmergencyStore } from '../../libs/regulation/src/emergency/emergency-store.js';
import { Gate } from '../../libs/regulation/src/gate.service.js';
import { ObligationRegistry } from '../../libs/regulation/src/obligations.js';
import { PolicyStore } from '../../libs/regulation/src/policy-store.js';
import { viewerFacts } from '../../libs/regulation/src/viewer-facts.js';
import { FixedClock, type RoleCode, type Viewer } from '#libs/kernel';
import { decide, someday, effectOf, loadCommitted, readCases, type PolicyCase } from './policy-cases.js';

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
  });

  it('never pre-denies what the policy can allow: every role, action and field of the tables', () => {
    const { tables, abilities } = policy;
    const fieldsOf = (type: string): (string | undefined)[] => [undefined, ...Object.keys(tables.rows.fields[type] ?? {}), 'id'];
    const wrong: string[] = [];
    let [asked, possible] = [0, 0];
    for (const role of Object.keys(tables.roles))
      for (const [action, { type }] of Object.entries(tables.actions)) {
        // Whatever else the question lacks: without this denial the role itself is no obstacle to the policy.
        const { denies } = decide(policy, { action, asOf: someday, viewer: { roles: [role] } });
        const canAllow = !denies.some(({ rule, at }) => rule === 'POL-3' && at === 'viewer.roles');
        for (const field of fieldsOf(type)) {
          asked += 1;
          possible += canAllow ? 1 : 0;
          if (canAllow !== abilities.mayTry(role as RoleCode, action, type, field)) wrong.push(`${role} ${action} ${field ?? ''}`);
        }
      }
    expect(wrong).toEqual([]);
    expect(possible).toBeGreaterThan(200);
    expect(asked).toBeGreaterThanOrEqual(Object.keys(tables.roles).length * Object.keys(tables.actions).length * 2);
  });

  it('cannot open what the policy denies, whatever it says', () => {
    const emergency = new EmergencyStore(new FixedClock(new Date(someday)));
    emergency.set({ kind: 'none' });
    const obligations = new ObligationRegistry();
    obligations.unenforceable = () => [];
    let [denied, open] = [0, 0];
    for (const mayTry of [() => true, () => false, (role: string) => role.length % 2 === 0]) {
      const store = new PolicyStore({ ...policy, abilities: { mayTry } as unknown as Abilities }, { nowMs: () => someday });
      for (const { input } of cases) {
        const { action, asOf, viewer: stated, ...facts } = input;
        if (typeof action !== 'string' || typeof asOf !== 'number') continue;
        const viewer = {
          ...stated,
          personId: stated?.userId,
          organisationId: stated?.orgId,
          organisationKind: stated?.orgKind,
          role: stated?.roles?.[0] ?? 'public',
          trainingValidTo: null,
        } as unknown as Viewer;
        // Neither repository nor writer: a preview records nothing.
        const gate = new Gate(store, obligations, null as never, null as never, new FixedClock(new Date(asOf)), emergency, {
          last: null,
        } as never);
        const alone = decide(policy, { ...facts, action, asOf, viewer: viewerFacts(viewer) });
        const through = gate.preview(viewer, action, facts);
        if (through.proceeds) open += 1;
        if (through.proceeds && !alone.proceeds) throw new Error(`${action} was opened by CASL alone`);
        if (!alone.proceeds) denied += 1;
      }
    }
    expect(denied).toBeGreaterThan(500);
    expect(open).toBeGreaterThan(50);
  });

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
      rows: { fields: {}, actions: {} },
    };
    expect(() => new Abilities(tables)).toThrow(/manage/);
    expect(rulesOfRole(tables, 'nobody')).toEqual([]);
  });
});
