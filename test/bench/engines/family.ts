import type { Question } from '#libs/regulation';

/**
 * One family of questions that every engine can be asked: an agency watches one camera live on a grant with two keys. A random
 * question has one or two of its facts bent (or none), each bend against one of the rules that all engines carry.
 */
export function familyQuestions(count: number, seed: number): Question[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    let question = lawful(i, random);
    if (random() < 0.5) return question;
    for (let left = random() < 0.7 ? 1 : 2; left > 0; left -= 1) question = pick(bends, random)(question);
    return question;
  });
}

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-09-15T00:00:00Z');

type Random = () => number;

/** mulberry32: the same questions on every machine. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

function lawful(i: number, random: Random): Question {
  const asOf = start + Math.floor(random() * 30 * day);
  const [orgId, owner, person, camera] = [`org_a${i % 15}`, `org_o${i % 126}`, `per_${i % 300}`, `cam_${i}`];
  const purposeCode = pick(['HA_TANG', 'GIAO_THONG'], random);
  return {
    action: 'live_view',
    asOf,
    viewer: {
      userId: person,
      orgId,
      orgKind: 'SO_XD',
      roles: [pick(['requester', 'duty_officer', 'extraction_officer'], random)],
      functions: ['HA_TANG', 'GIAO_THONG'],
      lastActiveAt: asOf - Math.floor(random() * 40 * day),
    },
    camera: {
      id: camera,
      ownerOrgId: owner,
      systemKind: pick(['central', 'smartTraffic', 'socialised'], random),
      missionClass: 'GIAO_THONG',
      purposes: ['GIAO_THONG'],
      classification: 'normal',
      isPublicPlace: true,
      zoneKind: 'street',
    },
    request: {
      requester: { userId: person, orgId, orgKind: 'SO_XD', functions: ['HA_TANG', 'GIAO_THONG'] },
      purposeCode,
      legalBasisCode: 'PDPL-19.1.c',
      transferGround: '17.1.dd',
      writtenRequest: { number: `${i}/SXD-HT`, date: asOf - day, issuer: 'Sở Xây dựng Hà Nội', signatureRef: `sig-${i}` },
      reason: 'Kiểm tra hư hỏng mặt đường sau mưa ngập',
      dataType: 'video',
      detailLevel: 'street',
      volume: 3,
      accessFrequency: 'once',
      deliveryMethod: 'stream',
    },
    approvals: [
      { key: 'owner', approver: `per_o${i}`, orgId: owner, orgKind: 'UBND_PHUONG', effect: 'approved', signedAt: asOf - 3 * hour },
      { key: 'police', approver: `per_p${i}`, orgId: 'org_catp', orgKind: 'CATP', effect: 'approved', signedAt: asOf - 2 * hour },
    ],
    grant: {
      id: `grt_${i}`,
      scope: { cameras: [camera, `cam_${i + 1}`], window: { from: asOf - hour, to: asOf + day }, actions: ['live_view'] },
      expiresAt: asOf + day,
    },
  };
}

type Bend = (question: Question) => Question;
type Part = 'viewer' | 'camera' | 'request' | 'grant';

const set =
  (part: Part, change: object): Bend =>
  (question) => ({ ...question, [part]: { ...question[part], ...change } });
const paper =
  (change: object): Bend =>
  (question) =>
    set('request', { writtenRequest: { ...question.request?.writtenRequest, ...change } })(question);
const scope =
  (change: object): Bend =>
  (question) =>
    set('grant', { scope: { ...question.grant?.scope, ...change } })(question);
const key =
  (name: string, change: (question: Question) => object): Bend =>
  (question) => ({
    ...question,
    approvals: (question.approvals ?? []).map((one) => (one.key === name ? { ...one, ...change(question) } : one)),
  });

const bends: readonly Bend[] = [
  set('viewer', { roles: ['approver'] }),
  set('viewer', { roles: ['public'] }),
  set('viewer', { roles: ['requester', 'owner'] }),
  set('viewer', { orgKind: 'DOANH_NGHIEP' }),
  set('viewer', { functions: ['MOI_TRUONG'] }),
  (question) => set('viewer', { lastActiveAt: question.asOf - 46 * day })(question),
  set('camera', { purposes: ['MOI_TRUONG'] }),
  set('camera', { classification: 'stateSecret' }),
  set('camera', { systemKind: 'defence' }),
  set('camera', { missionClass: 'QUOC_PHONG' }),
  set('request', { purposeCode: 'AN_NINH' }),
  set('request', { legalBasisCode: 'PDPL-99' }),
  (question) => set('camera', { isPublicPlace: false })(set('request', { legalBasisCode: 'PDPL-32.1.a' })(question)),
  set('request', { transferGround: '17.9' }),
  set('request', { dataType: '' }),
  set('request', { commercial: true }),
  paper({ number: '' }),
  paper({ signatureRef: null }),
  (question) => paper({ date: question.asOf + 1 })(question),
  key('owner', () => ({ effect: 'refused' })),
  key('owner', () => ({ orgId: 'org_other' })),
  key('owner', ({ asOf }) => ({ withdrawnAt: asOf - 1 })),
  key('police', ({ asOf }) => ({ signedAt: asOf + 1 })),
  key('police', () => ({ orgKind: 'UBND_PHUONG' })),
  key('police', ({ request }) => ({ approver: request?.requester?.userId })),
  (question) => key('police', () => ({ approver: question.approvals?.[0]?.approver }))(question),
  (question) => set('grant', { expiresAt: question.asOf })(question),
  (question) => set('grant', { revokedAt: question.asOf - 1 })(question),
  scope({ cameras: ['cam_none'] }),
  scope({ actions: ['playback'] }),
  (question) => scope({ window: { from: question.asOf - 2 * day, to: question.asOf } })(question),
  (question) => set('request', { requester: { ...question.request?.requester, orgId: 'org_other' } })(question),
];
