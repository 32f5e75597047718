// A small world, whole: every combination of a few things that matter, each as one question with otherwise complete papers.
import { readTable } from '../shape.mjs';

const at = (text) => Date.parse(`${text}+07:00`);
const signed = (key, approver, orgId, orgKind) => ({ key, approver, orgId, orgKind, effect: 'approved', signedAt: at('2017-01-02T08:00:00') });
const owner = signed('owner', 'per_binh', 'org_dongda', 'UBND_PHUONG');
const police = signed('police', 'per_cuong', 'org_catp', 'CATP');

const bodies = {
  SO_XD: 'org_soxd',
  CATP_CSGT: 'org_pc08',
  TTTP: 'org_tttp',
  IOC: 'org_ioc',
};
const keys = {
  none: [],
  owner: [owner],
  police: [police],
  both: [owner, police],
  oneHand: [owner, { ...police, approver: owner.approver }],
  own: [owner, { ...police, approver: 'per_mai' }],
};
const recordings = {
  kept: { expiresAt: at('2030-01-01T00:00:00'), legalHoldIds: [] },
  expired: { expiresAt: at('2017-01-03T00:00:00'), legalHoldIds: [] },
  held: { expiresAt: at('2017-01-03T00:00:00'), legalHoldIds: ['lh_1'] },
};
const inspection = { no: '45/QĐ-TTTP', issuer: 'per_chief', head: 'per_head', team: ['per_mai'], inspectedOrgs: ['org_dongda'], contents: ['truy cập camera'], period: { from: at('2017-01-01T00:00:00'), to: at('2029-01-01T00:00:00') }, announcedAt: at('2017-01-01T00:00:00'), endsAt: at('2029-01-01T00:00:00'), mode: 'onsite' };
const inspections = { none: undefined, decision: { ...inspection, needsContent: false }, content: { ...inspection, needsContent: true, contentJustification: 'đối chiếu hình ảnh với biên bản' } };
const footage = ['live_view', 'playback', 'clip_export', 'face_match', 'trajectory'];

/** What varies; the inspection decision only for who inspects. */
export function dimensions() {
  return {
    role: [...Object.keys(readTable('roles')), 'king'],
    body: Object.keys(bodies),
    action: [...footage, 'publish', 'register_camera', 'approve'],
    purpose: ['GIAO_THONG', 'AN_NINH_TRAT_TU', 'BAN_HANG'],
    zone: ['street', 'school'],
    keys: Object.keys(keys),
    asOf: ['2017-06-01T09:00:00', '2025-12-31T09:00:00', '2026-09-15T09:00:00'],
    recording: Object.keys(recordings),
    authority: [true, false],
  };
}

export function* worlds() {
  const dims = Object.entries(dimensions());
  const roles = readTable('roles');
  const sizes = dims.map(([, values]) => values.length);
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let i = 0; i < total; i += 1) {
    let rest = i;
    const chosen = {};
    for (const [j, [name, values]] of dims.entries()) {
      chosen[name] = values[rest % sizes[j]];
      rest = Math.floor(rest / sizes[j]);
    }
    for (const seen of roles[chosen.role]?.inspects === true ? Object.keys(inspections) : ['none']) yield { ...chosen, inspection: seen };
  }
}

export function questionOf({ role, body, action, purpose, zone, keys: held, asOf, recording, authority, inspection: seen }) {
  const approving = action === 'approve';
  const requester = { userId: 'per_mai', orgId: approving ? 'org_soxd' : bodies[body], orgKind: approving ? 'SO_XD' : body, functions: ['GIAO_THONG', 'AN_NINH_TRAT_TU'] };
  const viewer = approving && held !== 'own' ? { userId: 'per_hung', orgId: `${bodies[body]}_2` } : { userId: 'per_mai', orgId: bodies[body] };
  return {
    action,
    asOf: at(asOf),
    viewer: {
      ...viewer, orgKind: body, roles: [role], functions: ['GIAO_THONG', 'AN_NINH_TRAT_TU'], title: 'Trưởng phòng', trainingValidTo: at('2029-01-01T00:00:00'), clearance: 'biometric', mfaLevel: 2,
      ...(authority ? { authorityRef: 'QĐ-12/PC08' } : {}),
    },
    camera: {
      id: 'cam_1', ownerOrgId: 'org_dongda', systemKind: 'central', missionClass: 'GIAO_THONG', purposes: ['GIAO_THONG', 'AN_NINH_TRAT_TU'], classification: 'normal', isPublicPlace: true, zoneKind: zone,
      origin: 'newInvestment', integrationStatus: 'notYet', protocols: ['onvif'], noticeVerifiedAt: at('2017-01-01T00:00:00'), fundingKind: 'state', enforcement: false, location: { lat: 21.0181, lon: 105.829 }, azimuth: 90,
    },
    request: {
      requester, purposeCode: purpose, legalBasisCode: seen !== 'none' ? 'INSP-84' : 'PDPL-19.1.b', transferGround: '17.1.dd', reason: 'Xác minh vụ va chạm giao thông đêm qua', dataType: 'video', detailLevel: 'street', volume: 3,
      accessFrequency: 'once', deliveryMethod: 'stream', caseFileId: 'HS-1', deliveryCountry: 'VN', timeWindow: { from: at('2017-01-02T08:00:00'), to: at('2017-01-02T08:10:00') },
      writtenRequest: { number: '123/SXD-HT', date: at('2017-01-02T00:00:00'), issuer: 'Sở Xây dựng Hà Nội', signatureRef: 'sig-123' },
    },
    // Who approves their own request holds no other key in it: that refuses by itself.
    approvals: approving && held === 'own' ? keys.owner : keys[held],
    grant: { id: 'grt_1', scope: { cameras: ['cam_1'], window: { from: at('2017-01-01T00:00:00'), to: at('2029-01-01T00:00:00') }, actions: footage }, expiresAt: at('2029-01-01T00:00:00') },
    ...(action === 'live_view' || action === 'trajectory' || action === 'approve' ? {} : { recording: { id: 'rec_1', cameraId: 'cam_1', from: at('2017-01-02T08:00:00'), to: at('2017-01-02T08:10:00'), sha256: 'ab12', copyOf: 'rec_0', original: false, childInPicture: false, ...recordings[recording] } }),
    ...(action === 'face_match' ? { analytics: { kind: 'faceRecognition', riskLevel: 'high', automaticAction: false, humanVerification: true, verifierTitle: 'Điều tra viên' }, watchlist: { id: 'wl_1', purposeCode: purpose } } : {}),
    delivery: { encryption: 'AES-256', keyChannel: 'sms', country: 'VN' },
    ...(seen === 'none' ? {} : { inspection: inspections[seen] }),
  };
}
