import { newId, newIdV7 } from '#libs/kernel';
import type { SignedDecision } from '#libs/consent';
import type { Camera } from '#libs/registry';
import { grantState, latestExpiry, type Grant } from './grant/grant.js';
import { contentDigest, contentText, readContent, type RequestContent } from './request/request-content.js';
import {
  approvalFacts,
  approveFacts,
  consentFacts,
  grantFacts,
  openingFacts,
  ownersOf,
  requestFacts,
  submitFacts,
  transferGroundOf,
} from './sharing-facts.js';

const [mine, other] = [newId('org'), newId('org')];
const cameras = [
  { id: newId('cam'), code: 'HN-00070-0001', name: 'Hồ Hoàn Kiếm', owner: mine },
  { id: newId('cam'), code: 'HN-00235-0001', name: 'Gò Đống Đa', owner: other },
];
const content: RequestContent = {
  v: 1,
  type: 'cuao/request',
  id: newId('req'),
  code: 'YC-2026-000001',
  version: 2,
  submittedAt: '2026-11-17T02:00:00.000Z',
  requester: {
    id: newId('per'),
    name: 'Nguyễn Thị Mai',
    title: 'Chuyên viên',
    role: 'requester',
    organisation: { id: newId('org'), code: 'so-xay-dung', kind: 'SO_XD', name: 'Sở Xây dựng' },
    unitId: null,
    functions: ['TRAT_TU_DO_THI'],
  },
  purposeCode: 'TRAT_TU_DO_THI',
  legalBasisCode: 'PDPL-19.1.c',
  reason: 'Xác minh phản ánh',
  writtenRequest: { number: '123/SXD-HT', date: '2026-11-10', issuer: 'Sở Xây dựng' },
  caseReference: null,
  clearTextReason: null,
  dataType: 'video',
  detailLevel: null,
  volume: null,
  accessFrequency: null,
  deliveryMethod: null,
  actions: ['live_view'],
  window: { from: '2026-11-17T01:00:00.000Z', to: '2026-11-17T09:00:00.000Z' },
  cameras,
};
const decision = (overrides: Partial<SignedDecision> = {}): SignedDecision => ({
  id: newId('dcn'),
  requestId: content.id,
  requestVersion: 2,
  digest: 'ab',
  kind: 'CONSENT',
  verdict: 'CONSENT',
  personId: newId('per'),
  personName: 'Lê Minh Thu',
  personTitle: 'Phó Chủ tịch',
  organisationId: mine,
  organisationKind: 'UBND_PHUONG',
  organisationName: 'UBND phường Hoàn Kiếm',
  signedAt: new Date('2026-11-17T03:00:00Z'),
  note: null,
  approvalsNeeded: null,
  grantUntil: null,
  signature: 'c2ln',
  entryId: newIdV7('ent', 1),
  withdrawnAt: null,
  ...overrides,
});
const grant: Grant = {
  id: newId('grt'),
  requestId: content.id,
  requestVersion: 2,
  ownerOrgId: mine,
  holderOrgId: content.requester.organisation.id,
  requesterPersonId: content.requester.id,
  cameraIds: [cameras[0]!.id],
  actions: ['live_view'],
  windowFrom: new Date(content.window.from),
  windowTo: new Date(content.window.to),
  obligations: [],
  policySha256: 'sha',
  issuedAt: new Date('2026-11-17T04:00:00Z'),
  expiresAt: new Date('2026-11-17T09:00:00Z'),
  epoch: 1,
  approvalsNeeded: 1,
  end: null,
};

describe('what was shown', () => {
  it('has one digest, whatever the order of its fields, and another one after any change', () => {
    const text = contentText(content);
    const { reason, ...rest } = content;
    expect(contentText({ reason, ...rest })).toBe(text);
    expect(readContent(text)).toEqual(content);
    const digests = [
      content,
      { ...content, reason: 'khác' },
      { ...content, version: 3 },
      { ...content, cameras: cameras.slice(0, 1) },
      { ...content, window: { ...content.window, to: '2026-11-17T10:00:00.000Z' } },
      { ...content, requester: { ...content.requester, id: newId('per') } },
    ].map((one) => contentDigest(contentText(one)));
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('facts', () => {
  it('say of a request what the rules read, with times as milliseconds and the paper as stated', () => {
    expect(requestFacts(content)).toMatchObject({
      requester: { orgKind: 'SO_XD', functions: ['TRAT_TU_DO_THI'] },
      writtenRequest: { number: '123/SXD-HT', date: Date.parse('2026-11-10T00:00:00+07:00'), signatureRef: `cuao:${content.id}/2` },
      transferGround: '17.1.dd',
      timeWindow: { from: Date.parse(content.window.from), to: Date.parse(content.window.to) },
      detailLevel: null,
    });
    const unstated = { ...content, writtenRequest: { number: '1', date: null, issuer: 'x' } };
    expect(requestFacts(unstated).writtenRequest).toMatchObject({ date: null, signatureRef: null });
  });
  it('say emergency of a request that names its document, and of no other, versions of before among them', () => {
    const emergencyDeclRef = '15/QĐ-UBND ngày 16/11/2026';
    expect(requestFacts({ ...content, emergencyDeclRef })).toMatchObject({ emergency: true, emergencyDeclRef });
    expect(requestFacts({ ...content, emergencyDeclRef: null })).toMatchObject({ emergency: false, emergencyDeclRef: null });
    expect(requestFacts(content)).toMatchObject({ emergency: false, emergencyDeclRef: null });
    expect(openingFacts({ ...content, emergencyDeclRef }, grant, []).request).toMatchObject({ emergency: true });
  });
  it('know no ground for a basis that is not in the list', () => {
    expect(['PDPL-9', 'PDPL-19.1.a', 'VN-PDPL-19.1.b', 'BLTTHS-88', 'x'].map(transferGroundOf)).toEqual([
      '17.1.a',
      '17.1.e',
      '17.1.e',
      '17.1.dd',
      null,
    ]);
  });
  it('state a camera that may not be known as an empty one, so that it denies like an absent one', () => {
    expect(submitFacts(content, [], 2, { sameTargetCount30d: 1 }).cameras).toEqual([{}, {}]);
    const known = { ...cameras[0], noticeVerifiedAt: null, purposes: [], capabilities: [], protocols: [] } as unknown as Camera;
    expect(submitFacts(content, [known], 2, { sameTargetCount30d: 1 }).cameras).toEqual([
      expect.objectContaining({ id: cameras[0]!.id }),
      {},
    ]);
  });
  it("ask an owner only about the owner's own cameras", () => {
    expect(consentFacts(content, mine).cameras).toEqual([{ id: cameras[0]!.id, ownerOrgId: mine }]);
    expect(consentFacts(content, newId('org')).cameras).toEqual([]);
    expect(ownersOf(content)).toEqual([mine, other].sort());
  });
  it('say of a key whose it is, what it says and whether it was taken back', () => {
    const at = new Date('2026-11-17T05:00:00Z');
    expect(approvalFacts(decision())).toMatchObject({ key: 'owner', effect: 'approved', withdrawnAt: null, orgId: mine });
    expect(approvalFacts(decision({ verdict: 'DECLINE', withdrawnAt: at }))).toMatchObject({
      effect: 'refused',
      withdrawnAt: at.getTime(),
    });
    expect(approvalFacts(decision({ kind: 'APPROVAL', verdict: 'APPROVE' }))).toMatchObject({ key: 'police', effect: 'approved' });
    expect(approveFacts(content, [], [decision()], { approvalsNeeded: 2 }).approvals).toHaveLength(1);
  });
  it('tell an expiry from a revocation', () => {
    const at = new Date('2026-11-17T06:00:00Z');
    expect(grantFacts(grant)).toMatchObject({ revokedAt: null, expiresAt: grant.expiresAt.getTime(), scope: { actions: ['live_view'] } });
    expect(grantFacts({ ...grant, end: { kind: 'REVOKED', at, reason: null } }).revokedAt).toBe(at.getTime());
    expect(grantFacts({ ...grant, end: { kind: 'EXPIRED', at, reason: null } }).revokedAt).toBeNull();
    expect(openingFacts(content, grant, [decision()]).grant).toEqual(grantFacts(grant));
  });
});

describe('a grant', () => {
  it('has expired from the very moment, whether or not a clock has run', () => {
    expect(grantState(grant, new Date(grant.expiresAt.getTime() - 1))).toBe('ACTIVE');
    expect(grantState(grant, grant.expiresAt)).toBe('EXPIRED');
    expect(grantState({ ...grant, end: { kind: 'WITHDRAWN', at: grant.issuedAt, reason: null } }, grant.issuedAt)).toBe('WITHDRAWN');
  });
  it('never outlives the window of a live view, and has a week for what was recorded', () => {
    const now = new Date('2026-11-17T02:00:00Z');
    expect(latestExpiry(grant.windowTo, now)).toEqual(grant.windowTo);
    expect(latestExpiry(new Date('2026-11-01T00:00:00Z'), now).toISOString()).toBe('2026-11-24T02:00:00.000Z');
  });
});
