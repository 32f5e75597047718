import { readInput } from '../../libs/regulation/src/input.js';
import type { Policy } from '../../libs/regulation/src/policy.js';
import { loadCommitted } from './policy-cases.js';

/** Where a code is written in other words, the table whose rows the rules know. */
const codesOf: Readonly<Record<string, (tables: Record<string, Record<string, unknown>>) => unknown>> = {
  'violation.field': ({ receivers }) => receivers,
  'submission.field': ({ receivers }) => receivers,
  'recording.violationField': ({ receivers }) => receivers,
  'enforcementDecision.issuerTitle': ({ titles }) => titles?.['enforcement'],
  'request.refusalGround': ({ refusalGrounds }) => refusalGrounds,
  'request.slaClass': ({ limits }) => limits?.['reviewTerms'],
  'inspection.kind': ({ limits }) => limits?.['checkKinds'],
  'project.status': ({ projectStates }) => projectStates,
  'inventory.status': ({ reportStates }) => reportStates,
  'conformity.standard': ({ standards }) => standards,
  'camera.zoneKind': ({ zones }) => zones,
  'viewer.orgKind': ({ orgs }) => orgs,
  'viewer.roles': ({ roles }) => roles,
  'request.legalBasisCode': ({ bases }) => bases,
  'request.transferGround': ({ grounds }) => grounds,
};

describe('other words for the codes of the rules', () => {
  let policy: Policy;

  beforeAll(async () => {
    policy = await loadCommitted();
  });

  it('mean a code that the rules know, and are found however they are capitalised', () => {
    const tables = policy.tables as unknown as Record<string, Record<string, unknown>>;
    const unknown = Object.entries(codesOf).flatMap(([where, codes]) => {
      const known = codes(tables) as Record<string, unknown>;
      const words = Object.entries(policy.tables.spellings[where] ?? { none: 'none' });
      return words.filter(([, code]) => !Object.hasOwn(known, code)).map(([word, code]) => `${where}: ${word} → ${code}`);
    });
    expect(unknown).toEqual([]);
  });

  it.each([
    [{ violation: { field: 'Giao thông đường sắt' } }, { violation: { field: 'rail' } }],
    [{ submission: { field: 'GIAO_THONG_DUONG_BO' } }, { submission: { field: 'road' } }],
    [{ recording: { violationField: 'roadTraffic' } }, { recording: { violationField: 'road' } }],
    [
      { camera: { enforcementDecision: { issuerTitle: 'Giám đốc Công an tỉnh' } } },
      { camera: { enforcementDecision: { issuerTitle: 'Giám đốc Công an Thành phố' } } },
    ],
    [
      { camera: { enforcementDecision: { issuerTitle: 'Head of Traffic Police Division' } } },
      { camera: { enforcementDecision: { issuerTitle: 'Trưởng phòng Cảnh sát giao thông' } } },
    ],
    [{ request: { slaClass: 'URGENT', refusalGround: 'harmToOrder' } }, { request: { slaClass: 'priority', refusalGround: 'order' } }],
    [{ request: { slaClass: 'LIFE_THREAT' } }, { request: { slaClass: 'lifeThreat' } }],
    [{ inspection: { kind: 'DATA_PROTECTION', mode: 'ONSITE' } }, { inspection: { kind: 'dataProtectionCheck', mode: 'onsite' } }],
    [
      { approvals: [{ effect: 'CONSENTED' }], inventory: { status: 'ACCEPTED' } },
      { approvals: [{ effect: 'approved' }], inventory: { status: 'accepted' } },
    ],
    [{ camera: { conformity: { standard: 'QCVN 11:2026' } } }, { camera: { conformity: { standard: 'QCVN 11:2026/BCA' } } }],
    [
      { context: { channel: 'gateway' }, submission: { channel: 'vneid' } },
      { context: { channel: 'GATEWAY' }, submission: { channel: 'VNeID' } },
    ],
    [{ camera: { enforcementDecision: { issuerTitle: 'Chủ tịch' } } }, { camera: { enforcementDecision: { issuerTitle: 'Chủ tịch' } } }],
  ])('%j is read as %j', (written, ours) => {
    expect(readInput(policy.tables, written)).toEqual({ kind: 'input', input: ours });
  });
});
