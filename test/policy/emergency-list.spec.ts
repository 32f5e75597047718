import { generateKeyPairSync, sign } from 'node:crypto';
import { FixedClock, newId, type Viewer } from '#libs/kernel';
import type { PolicyTrust } from '../../libs/regulation/src/bundle.js';
import {
  checkSuccession,
  EmergencyFault,
  emergencyBytes,
  emergencyText,
  readSignedList,
  verifyEmergencyList,
  type EmergencyList,
  type SignedEmergencyList,
  type VerifiedEmergencyList,
} from '../../libs/regulation/src/emergency/emergency-list.js';
import { EmergencyStore } from '../../libs/regulation/src/emergency/emergency-store.js';

const hands = ['CATP', 'SO_KHCN'].map((signer) => ({ signer, ...generateKeyPairSync('ed25519') }));
const trust: PolicyTrust = {
  demo: true,
  note: 'keys of this test',
  wideningNeedsNote: 0.01,
  signers: hands.map(({ signer, publicKey }) => ({
    signer,
    nameVi: signer,
    nameEn: signer,
    keyId: signer,
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
  })),
};
const now = Date.parse('2026-09-15T02:00:00Z');
const [person, camera] = [newId('per'), newId('cam')];
const inHours = (hours: number): string => new Date(now + hours * 3_600_000).toISOString();

function list(change: Partial<EmergencyList> = {}): string {
  return emergencyText({
    v: 1,
    type: 'cuao/emergency-list',
    sequence: 1,
    notBefore: inHours(-1),
    notAfter: inHours(24),
    reason: 'thiết bị bị lộ mật khẩu',
    people: [person],
    cameras: [camera],
    roles: [],
    ...change,
  });
}

function signed(text: string, by: readonly string[] = ['CATP']): SignedEmergencyList {
  const signatures = hands
    .filter(({ signer }) => by.includes(signer))
    .map(({ signer, privateKey }) => ({
      signer,
      keyId: signer,
      signature: sign(null, emergencyBytes(text), privateKey).toString('base64'),
    }));
  return { text, signatures };
}

const verified = (change: Partial<EmergencyList> = {}, by?: readonly string[]): VerifiedEmergencyList =>
  verifyEmergencyList(signed(list(change), by), trust);
function codeOf(act: () => unknown): string {
  try {
    act();
    return 'taken';
  } catch (error) {
    return error instanceof EmergencyFault ? error.code : String(error);
  }
}

describe('an emergency list', () => {
  it('holds with the signature of one pinned institution, and with none it does not', () => {
    expect(verified().signers).toEqual(['CATP']);
    expect(codeOf(() => verifyEmergencyList(signed(list(), []), trust))).toBe('not_signed');
    const stranger = { signer: 'STRANGER', keyId: 'x', signature: signed(list()).signatures[0]?.signature ?? '' };
    expect(codeOf(() => verifyEmergencyList({ text: list(), signatures: [stranger] }, trust))).toBe('not_signed');
  });

  it('is refused when its text or one of its signatures was changed', () => {
    const good = signed(list(), ['CATP', 'SO_KHCN']);
    expect(codeOf(() => verifyEmergencyList({ ...good, text: list({ people: [] }) }, trust))).toBe('bad_signature');
    const mixed = [good.signatures[0]!, { ...good.signatures[1]!, signature: good.signatures[0]!.signature }];
    expect(codeOf(() => verifyEmergencyList({ ...good, signatures: mixed }, trust))).toBe('bad_signature');
    for (const text of ['', '{}', `${list()} `, list().replace('"v":1', '"v":2')])
      expect([text, codeOf(() => verifyEmergencyList({ ...good, text }, trust))]).toEqual([text, 'damaged']);
    for (const text of ['', '{', '{"text":1}']) expect(codeOf(() => readSignedList(text))).toBe('damaged');
  });

  it('cannot bar the role that alone could lift it', () => {
    expect(() => list({ roles: ['policy_signer'] })).toThrow('policy_signer');
    expect(() => list({ notAfter: inHours(-2) })).toThrow('ends before');
  });

  it.each([
    ['an older number', { sequence: 1 }, ['CATP', 'SO_KHCN'], 'rolled_back'],
    ['the same number, other contents', { sequence: 2, roles: ['requester'] }, ['CATP', 'SO_KHCN'], 'same_sequence'],
    ['one more person', { sequence: 3, people: [person, newId('per')] }, ['CATP'], 'taken'],
    ['somebody let in again, one signature', { sequence: 3, people: [] }, ['CATP'], 'lifts_with_one_signature'],
    ['an earlier end, one signature', { sequence: 3, notAfter: inHours(2) }, ['SO_KHCN'], 'lifts_with_one_signature'],
    ['a later beginning, one signature', { sequence: 3, notBefore: inHours(3) }, ['CATP'], 'lifts_with_one_signature'],
    ['somebody let in again, both signatures', { sequence: 3, people: [] }, ['CATP', 'SO_KHCN'], 'taken'],
    ['more than thirty days', { sequence: 3, notAfter: inHours(24 * 31) }, ['CATP', 'SO_KHCN'], 'too_long'],
  ])('%s', (_, change, by, wanted) => {
    expect(codeOf(() => checkSuccession(verified(change, by), verified({ sequence: 2 }), now))).toBe(wanted);
  });

  it('that is over binds nobody who makes the next one', () => {
    const before = verified({ sequence: 2, notBefore: inHours(-48), notAfter: inHours(-24) });
    expect(codeOf(() => checkSuccession(verified({ sequence: 3, people: [] }), before, now))).toBe('taken');
  });
});

describe('what the emergency list stops', () => {
  const clock = new FixedClock(new Date(now));
  const viewer = (change: object = {}): Viewer => ({ personId: newId('per'), role: 'requester', ...change }) as unknown as Viewer;

  it('is everything until it was read, and while it is damaged; only bringing a sound one is asked of the rules', () => {
    const store = new EmergencyStore(clock);
    expect(store.refusal(viewer(), 'live_view', {})).toEqual({ message: 'emergency_list_damaged', at: 'emergency.not_read_yet' });
    expect(store.refusal(null, 'public_read', {})?.message).toBe('emergency_list_damaged');
    expect(store.refusal(viewer(), 'emergency_revoke', {})).toBeNull();
  });

  it('is a person, a role or a camera that it names, alone or among others, while it holds', () => {
    const store = new EmergencyStore(clock);
    store.set({ kind: 'list', held: verified({ roles: ['owner'] }) });
    const at = (who: Viewer | null, facts: object): string | undefined => store.refusal(who, 'live_view', facts)?.at;
    expect(at(viewer({ personId: person }), {})).toBe('viewer.userId');
    expect(at(viewer({ role: 'owner' }), {})).toBe('viewer.roles');
    expect(at(viewer(), { camera: { id: camera } })).toBe('camera.id');
    expect(at(null, { cameras: [{ id: newId('cam') }, { id: camera }] })).toBe('camera.id');
    expect(at(viewer(), { camera: { id: newId('cam') } })).toBeUndefined();
    expect(store.refusal(viewer({ personId: person }), 'emergency_revoke', {})?.message).toBe('emergency_revoked');
    clock.advanceMs(25 * 3_600_000);
    expect(at(viewer({ personId: person }), {})).toBeUndefined();
    expect(store.barred().people).toEqual([]);
  });
});
