import type { LogHealth } from '#libs/audit';
import { FixedClock, type Viewer } from '#libs/kernel';
import { judgeHealth } from '../../libs/audit/src/read/log-health.js';
import { EmergencyStore } from '../../libs/regulation/src/emergency/emergency-store.js';
import { Gate } from '../../libs/regulation/src/gate.service.js';
import { actsThatGoOn, heldByLog, isProvenEmergency, needsWitnessedLog } from '../../libs/regulation/src/log-holds.js';
import { ObligationRegistry } from '../../libs/regulation/src/obligations.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { PolicyStore } from '../../libs/regulation/src/policy-store.js';
import { loadCommitted, readCases, someday } from './policy-cases.js';

const now = Date.parse('2026-09-15T02:00:00Z');
const ago = (seconds: number): Date => new Date(now - seconds * 1_000);
const healthOf = (published: number, witnessed: number, frozen: string | null = null, diskFree = 0.5): LogHealth =>
  judgeHealth(
    {
      progress: { published_at: ago(published), witnessed_at: ago(witnessed), frozen_because: frozen },
      oldest: null,
      since: null,
      diskFree,
    },
    now,
  );
const well = healthOf(1, 1);
const unpublished = healthOf(1_000, 1_000);
const frozen = healthOf(1, 1, 'a loss');
const full = healthOf(1, 1, null, 0.05);
const silent = healthOf(1, 20_000);

describe('what the log takes away (POL-15)', () => {
  let policy: Policy;
  beforeAll(async () => {
    policy = await loadCommitted();
  });

  it('names acts that the table knows, and words for every hold', () => {
    const { actions, messages, rules } = policy.tables;
    expect(actsThatGoOn.filter((action) => actions[action] === undefined)).toEqual([]);
    for (const message of ['log_not_witnessed', 'log_frozen', 'log_not_published', 'log_disk_low'])
      expect(messages[message]).toMatchObject({ nextVi: expect.stringMatching(/.{20}/), nextEn: expect.stringMatching(/.{20}/) });
    expect(rules['POL-15']).toBeDefined();
  });

  it.each([
    ['live_view', undefined, well, null],
    ['clip_export', undefined, well, null],
    ['live_view', undefined, unpublished, null],
    ['clip_export', undefined, unpublished, 'log_not_published'],
    ['snapshot', undefined, frozen, 'log_frozen'],
    ['publish', undefined, full, 'log_disk_low'],
    ['inspect', undefined, frozen, null],
    ['inspect', 'audit.export', frozen, 'log_frozen'],
    ['inspect', 'audit.export.csv', unpublished, 'log_not_published'],
    ['live_view', undefined, silent, 'log_not_witnessed'],
    ['consent', undefined, silent, 'log_not_witnessed'],
    ['plate_search', undefined, silent, 'log_not_witnessed'],
    ['an_act_of_tomorrow', undefined, silent, 'log_not_witnessed'],
    ['grant_emergency', undefined, silent, null],
    ['inspect', undefined, silent, null],
    ['revoke', undefined, silent, null],
    ['inspect', 'audit.export', silent, 'log_not_witnessed'],
  ] as const)('%s (%s)', (action, entryType, health, message) => {
    expect(heldByLog(policy.tables, health, { action }, entryType)?.message ?? null).toBe(message);
  });

  it('lets an emergency look, and hand nothing over for good', () => {
    const request = { emergency: true, legalBasisCode: 'DATA-18.2.c', emergencyDeclRef: '15/QĐ-UBND' };
    for (const action of ['submit_request', 'consent', 'review', 'approve', 'live_view'])
      expect(heldByLog(policy.tables, silent, { action, request })).toBeNull();
    for (const action of ['clip_export', 'snapshot', 'publish'])
      expect(heldByLog(policy.tables, silent, { action, request })).not.toBeNull();
    expect(heldByLog(policy.tables, silent, { action: 'inspect', request }, 'audit.export')).not.toBeNull();
  });

  it.each([
    ['does not say so', { emergency: null }],
    ['names no document', { emergencyDeclRef: null }],
    ['names an empty one', { emergencyDeclRef: '  ' }],
    ['rests on the basis of an operation', { legalBasisCode: 'PDPL-19.1.c' }],
    ['rests on the prevention of crime, which is everyday work too', { legalBasisCode: 'PDPL-19.1.b' }],
    ['rests on no basis of the list', { legalBasisCode: 'constructor' }],
    ['rests on none', { legalBasisCode: null }],
  ])('holds a request that %s', (_, without) => {
    const request = { emergency: true, legalBasisCode: 'DATA-18.2.c', emergencyDeclRef: '15/QĐ-UBND', ...without };
    expect(heldByLog(policy.tables, silent, { action: 'live_view', request })?.message).toBe('log_not_witnessed');
  });

  it('names as emergencies only bases that the rules ask proof of, open to state agencies alone', () => {
    const { bases } = policy.tables;
    const proven = Object.keys(bases).filter((legalBasisCode) =>
      isProvenEmergency(policy.tables, { emergency: true, legalBasisCode, emergencyDeclRef: '15/QĐ-UBND' }),
    );
    expect(proven).toHaveLength(8);
    for (const code of proven) expect(bases[code]).toMatchObject({ rule: 'SH-01', emergency: true, stateAgencyOnly: true });
  });

  it('takes permissions of the rules away in every case, and gives none', () => {
    const emergency = new EmergencyStore(new FixedClock(new Date(someday)));
    emergency.set({ kind: 'none' });
    const obligations = new ObligationRegistry();
    obligations.unenforceable = () => [];
    let held = 0;
    for (const { input } of readCases(policy)) {
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
      const ask = (last: LogHealth | null): ReturnType<Gate['preview']> =>
        new Gate(
          new PolicyStore(policy, { nowMs: () => someday }),
          obligations,
          null as never,
          null as never,
          new FixedClock(new Date(asOf)),
          emergency,
          { last } as never,
        ).preview(viewer, action, facts);
      const before = ask(null);
      for (const health of [well, unpublished, frozen, full, silent]) {
        const after = ask(health);
        const mayBeHeld = health !== well && (needsWitnessedLog(policy.tables, action) || health === silent);
        if (!before.proceeds || !mayBeHeld) {
          if (after.proceeds !== before.proceeds) throw new Error(`${action}: ${String(before.proceeds)} became ${String(after.proceeds)}`);
          continue;
        }
        if (!after.proceeds) {
          held += 1;
          if (after.denies.length !== 1 || after.denies[0]?.rule !== 'POL-15' || after.obligations.length > 0)
            throw new Error(`${action} is held in another form`);
        } else if (health !== silent || !(actsThatGoOn.includes(action) || isProvenEmergency(policy.tables, facts.request)))
          throw new Error(`${action} goes on`);
      }
    }
    expect(held).toBeGreaterThan(100);
  });
});
