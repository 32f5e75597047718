import { newId, newIdV7, type RoleCode, type Viewer } from '#libs/kernel';
import type { SignedDecision } from '#libs/consent';
import type { Grant } from '../grant/grant.js';
import { availableActions } from './available-actions.js';
import { keysOf, keyText } from './request-keys.js';
import type { RequestContent } from './request-content.js';
import type { RequestState } from './request-state.js';
import type { SharingRequest } from './sharing-request.js';

const [owner, holder, person] = [newId('org'), newId('org'), newId('per')];
const now = new Date('2026-11-17T02:00:00Z');
const viewer = (role: RoleCode, organisationId = newId('org')): Viewer => ({ role, organisationId, personId: person }) as Viewer;
const request = (state: RequestState, overrides: Partial<SharingRequest> = {}): SharingRequest => ({
  id: newId('req'),
  code: 'YC-2026-000001',
  state,
  version: 1,
  requesterPersonId: person,
  requesterOrgId: holder,
  submittedAt: now,
  dueAt: now,
  closedAt: null,
  content: {
    id: newId('req'),
    requester: { id: person, organisation: { id: holder, kind: 'SO_XD' }, functions: [] },
    writtenRequest: {},
    legalBasisCode: 'PDPL-19.1.c',
    window: { from: now.toISOString(), to: now.toISOString() },
    submittedAt: now.toISOString(),
    actions: ['live_view'],
    cameras: [{ id: newId('cam'), owner }],
  } as unknown as RequestContent,
  digest: 'ab',
  needsNoConsent: false,
  isEmergency: false,
  approvalsNeeded: 1,
  ...overrides,
});
const key = (kind: SignedDecision['kind'], verdict: SignedDecision['verdict'], overrides: Partial<SignedDecision> = {}): SignedDecision =>
  ({
    kind,
    verdict,
    requestVersion: 1,
    organisationId: owner,
    personId: newId('per'),
    withdrawnAt: null,
    signedAt: now,
    entryId: newIdV7('ent', 1),
    ...overrides,
  }) as SignedDecision;
const everything = (): boolean => true;
const acts = (around: { request: SharingRequest; decisions?: SignedDecision[]; grants?: Grant[] }, who: Viewer): string[] =>
  availableActions({ decisions: [], grants: [], cameras: [], ...around }, who, now, everything);

describe('what can be done with a request', () => {
  it('follows where it stands, for whom the rules would let', () => {
    expect(acts({ request: request('SUBMITTED') }, viewer('owner', owner))).toEqual(
      expect.arrayContaining(['consent', 'decline_consent', 'review']),
    );
    expect(acts({ request: request('SUBMITTED'), decisions: [key('CONSENT', 'CONSENT')] }, viewer('owner', owner))).not.toContain(
      'consent',
    );
    expect(acts({ request: request('SUBMITTED'), decisions: [key('CONSENT', 'CONSENT')] }, viewer('owner', owner))).toContain(
      'withdraw_consent',
    );
    expect(acts({ request: request('REFUSED') }, viewer('approver'))).toEqual([]);
    expect(acts({ request: request('NEEDS_INFO') }, viewer('requester', holder))).toEqual(['withdraw_request', 'submit_request']);
  });
  it('lets approve only after every owner has answered, and not by the reviewer', () => {
    const reviewed = key('REVIEW', 'FORWARD', { organisationId: newId('org') });
    expect(acts({ request: request('UNDER_REVIEW'), decisions: [reviewed] }, viewer('approver'))).not.toContain('approve');
    expect(acts({ request: request('UNDER_REVIEW'), decisions: [reviewed, key('CONSENT', 'CONSENT')] }, viewer('approver'))).toContain(
      'approve',
    );
    const own = key('REVIEW', 'FORWARD', { personId: person });
    expect(acts({ request: request('UNDER_REVIEW'), decisions: [own, key('CONSENT', 'CONSENT')] }, viewer('approver'))).not.toContain(
      'approve',
    );
    expect(acts({ request: request('UNDER_REVIEW', { needsNoConsent: true }) }, viewer('approver'))).toContain('approve');
  });
  it('offers the second approval to another person than the first', () => {
    const around = {
      request: request('UNDER_REVIEW', { needsNoConsent: true, approvalsNeeded: 2 }),
      decisions: [key('APPROVAL', 'APPROVE', { personId: person, approvalsNeeded: 2 })],
    };
    expect(acts(around, viewer('approver'))).not.toContain('approve');
    expect(acts(around, viewer('approver'))).not.toContain('refuse_request');
    expect(acts(around, { ...viewer('approver'), personId: newId('per') })).toEqual(expect.arrayContaining(['approve', 'refuse_request']));
  });
  it('shows nothing that the rules refuse, and lets the holder open what a running grant covers', () => {
    const grant = {
      holderOrgId: holder,
      ownerOrgId: owner,
      cameraIds: [],
      actions: ['live_view'],
      end: null,
      expiresAt: new Date(now.getTime() + 1),
      windowFrom: now,
      windowTo: now,
      issuedAt: now,
    } as unknown as Grant;
    const around = { request: request('APPROVED'), decisions: [], grants: [grant], cameras: [] };
    expect(availableActions(around, viewer('requester', holder), now, (action) => action === 'live_view')).toEqual(['live_view']);
    expect(availableActions(around, viewer('requester'), now, everything)).not.toContain('live_view');
    expect(
      availableActions({ ...around, grants: [{ ...grant, expiresAt: now }] }, viewer('approver', holder), now, everything),
    ).not.toContain('revoke');
  });
});

describe('the keys of a request', () => {
  it('are one for each owner, a review and an approval, with words for each', () => {
    const keys = keysOf(request('SUBMITTED'), []);
    expect(keys.map(({ kind, isDone }) => [kind, isDone])).toEqual([
      ['CONSENT', false],
      ['REVIEW', false],
      ['APPROVAL', false],
    ]);
    expect(keys.map((one) => keyText(one, null)).every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
    const decided = keysOf(request('UNDER_REVIEW'), [key('CONSENT', 'CONSENT'), key('REVIEW', 'FORWARD')]);
    expect(decided.map(({ isDone }) => isDone)).toEqual([true, true, false]);
  });
  it('are two approvals where the rules wanted two, when it was sent or since, and say which of them is missing', () => {
    const states = (around: SharingRequest, ...given: SignedDecision[]): boolean[] =>
      keysOf(around, given)
        .filter(({ kind }) => kind === 'APPROVAL')
        .map(({ isDone }) => isDone);
    expect(states(request('UNDER_REVIEW', { approvalsNeeded: 2 }))).toEqual([false, false]);
    const first = key('APPROVAL', 'APPROVE', { approvalsNeeded: 2 });
    expect(states(request('UNDER_REVIEW'), first)).toEqual([true, false]);
    expect(states(request('APPROVED'), first, key('APPROVAL', 'APPROVE', { approvalsNeeded: 2 }))).toEqual([true, true]);
    const words = keysOf(request('UNDER_REVIEW'), [first]).map((one) => keyText(one, null));
    expect(words.at(-1)).toMatchObject({
      vi: expect.stringContaining('Chờ người duyệt thứ hai'),
      en: expect.stringContaining('second approver'),
    });
  });
  it('do not count when taken back, refused, or made for an earlier version', () => {
    const gone = [key('CONSENT', 'CONSENT', { withdrawnAt: now }), key('REVIEW', 'RETURN')];
    expect(keysOf(request('SUBMITTED'), gone).map(({ isDone }) => isDone)).toEqual([false, false, false]);
    expect(keysOf(request('SUBMITTED', { version: 2 }), [key('CONSENT', 'CONSENT')])[0]?.isDone).toBe(false);
    expect(keysOf(request('SUBMITTED', { needsNoConsent: true }), []).map(({ kind }) => kind)).toEqual(['REVIEW', 'APPROVAL']);
  });
});
