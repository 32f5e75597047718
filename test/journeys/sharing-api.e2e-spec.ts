import '../support/node-errors.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownerDataSource } from '#libs/database';
import { organisationIdOf } from '#libs/identity';
import { seedInspection } from '#libs/inspection';
import { plantCameras } from './planted-cameras.js';
import { startTestGateway, type Answer, type TestGateway } from '../conformance/test-gateway.js';

let gateway: TestGateway;
const keys = ['mai', 'thu', 'phuc', 'son', 'dung', 'vinh', 'khanh', 'ngoc'] as const;
let tokens: Record<(typeof keys)[number], string>;
let camera: string;

beforeAll(async () => {
  gateway = await startTestGateway();
  await plantCameras(gateway.services);
  const owner = await ownerDataSource(gateway.services.databaseUrl);
  await owner.transaction((tx) => seedInspection(tx));
  await owner.destroy();
  tokens = Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await gateway.token(key)]))) as typeof tokens;
  const list = await ask(
    'mai',
    `{ cameras(first: 5, filter: { text: "ho hoan kiem" }) { totalCount edges { node { id nameVi owner { code } unit { nameVi } } } } }`,
  );
  camera = (list['cameras'] as { edges: { node: { id: string } }[] }).edges[0]!.node.id;
});
afterAll(() => gateway?.close());

type Person = keyof typeof tokens;
async function answer(who: Person, query: string, variables?: object): Promise<Answer> {
  return gateway.ask(query, { token: tokens[who], ...(variables === undefined ? {} : { variables }) });
}
async function ask(who: Person, query: string, variables?: object): Promise<Record<string, unknown>> {
  const { body } = await answer(who, query, variables);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data ?? {};
}
const problem =
  '... on Problem { __typename code textVi textEn path } ... on Denied { effect nextVi entryId decisionId reasons { rule articles textVi textEn } }';
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

function input(overrides: object = {}): object {
  return {
    actions: ['live_view'],
    purposeCode: 'TRAT_TU_DO_THI',
    legalBasisCode: 'PDPL-19.1.c',
    reason: 'Xác minh phản ánh lấn chiếm vỉa hè quanh hồ Hoàn Kiếm',
    writtenRequestNumber: '123/SXD-HT',
    writtenRequestDate: '2026-11-10',
    writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
    dataType: 'video',
    detailLevel: 'đường phố',
    volume: '1 camera',
    accessFrequency: 'một lần',
    deliveryMethod: 'xem trực tiếp',
    cameraIds: [camera],
    windowFrom: inHours(-1),
    windowTo: inHours(6),
    ...overrides,
  };
}
const submitDocument = `mutation Submit($input: RequestInput!, $key: String) { submitRequest(input: $input, idempotencyKey: $key) {
  __typename ... on RequestSubmitted { request { id code state digest dueAt approvalsNeeded { kind done textVi organisation { code } } availableActions } entry { id } decision { id effect } } ${problem} } }`;

interface Submitted {
  readonly __typename: string;
  readonly request: {
    id: string;
    code: string;
    digest: string;
    state: string;
    availableActions: string[];
    approvalsNeeded: { kind: string; done: boolean; textVi: string }[];
  };
  readonly decision: { id: string } | null;
}
async function submit(overrides: object = {}): Promise<Submitted> {
  return (await ask('mai', submitDocument, { input: input(overrides) }))['submitRequest'] as Submitted;
}
const signed = `request { id state availableActions decisions { kind verdict person { displayName } signature digest } timeline { type textVi actorName entryId } } decision { kind verdict } entry { id }`;

describe('sharing over the API', () => {
  it('walks the road as four people and ends with a revocation that says how far it came', async () => {
    const { request } = await submit();
    expect(request).toMatchObject({
      state: 'SUBMITTED',
      approvalsNeeded: [{ kind: 'CONSENT', done: false }, { kind: 'REVIEW' }, { kind: 'APPROVAL' }],
    });
    expect(request.code).toMatch(/^YC-2\d{3}-\d{6}$/);
    expect(request.availableActions).toEqual(['withdraw_request']);
    const [id, shownDigest] = [request.id, request.digest];
    const work = await ask(
      'thu',
      '{ work { items { list count textVi } } requests(first: 10, list: TO_CONSENT) { totalCount edges { node { id availableActions } } } }',
    );
    expect(work).toMatchObject({
      work: {
        items: [
          { list: 'TO_CONSENT', count: 1 },
          { list: 'VISIBLE', count: 1 },
        ],
      },
    });
    expect(work['requests']).toMatchObject({ totalCount: 1, edges: [{ node: { id, availableActions: ['consent', 'decline_consent'] } }] });

    const consent = await ask(
      'thu',
      `mutation { giveConsent(requestId: "${id}", verdict: CONSENT, shownDigest: "${shownDigest}") { __typename ... on ConsentRecorded { ${signed} } ${problem} } }`,
    );
    expect(consent['giveConsent']).toMatchObject({ __typename: 'ConsentRecorded', decision: { kind: 'CONSENT', verdict: 'CONSENT' } });
    const review = await ask(
      'son',
      `mutation { reviewRequest(requestId: "${id}", verdict: FORWARD, shownDigest: "${shownDigest}") { __typename ... on ReviewRecorded { ${signed} } ${problem} } }`,
    );
    expect(review['reviewRequest']).toMatchObject({ __typename: 'ReviewRecorded', request: { state: 'UNDER_REVIEW' } });
    const approval = await ask(
      'dung',
      `mutation { approveRequest(requestId: "${id}", verdict: APPROVE, shownDigest: "${shownDigest}") { __typename
        ... on ApprovalRecorded { ${signed} grants { id state expiresAt owner { code } cameras { id nameVi } obligations { code textVi } request { id code } } } ${problem} } }`,
    );
    expect(approval['approveRequest']).toMatchObject({
      __typename: 'ApprovalRecorded',
      request: { state: 'APPROVED' },
      grants: [{ state: 'ACTIVE', request: { id } }],
    });
    const grantId = (approval['approveRequest'] as { grants: { id: string }[] }).grants[0]!.id;

    const mine = await ask(
      'mai',
      `{ request(id: "${id}") { state availableActions grants { id } timeline { type } decisions { kind } } grants(first: 5) { edges { node { id request { code } } } } node(id: "${grantId}") { __typename id } owner: node(id: "${organisationIdOf('ubnd-hoan-kiem')}") { __typename ... on Organisation { code } } }`,
    );
    expect(mine).toMatchObject({
      request: {
        state: 'APPROVED',
        availableActions: expect.arrayContaining(['withdraw_request', 'live_view']),
        grants: [{ id: grantId }],
      },
      grants: { edges: [{ node: { id: grantId, request: { code: request.code } } }] },
      node: { __typename: 'Grant', id: grantId },
      owner: { __typename: 'Organisation', code: 'ubnd-hoan-kiem' },
    });
    const revoked = await ask(
      'dung',
      `mutation { revokeGrant(grantId: "${grantId}", reason: "Hết cần thiết") { __typename
      ... on GrantRevoked { grant { state revokedReason } entry { id } revocation { position revokedAt edgesExpected edgesAcknowledged tookMs sessionsEnded } } ${problem} } }`,
    );
    expect(revoked['revokeGrant']).toMatchObject({
      __typename: 'GrantRevoked',
      grant: { state: 'REVOKED' },
      revocation: { edgesExpected: 0 },
    });
  });

  it('refuses by the regulation with rules, articles, both languages and a next step', async () => {
    const refused = (await submit({ purposeCode: 'GIAO_THONG' })) as unknown as Record<string, unknown>;
    expect(refused).toMatchObject({
      __typename: 'Denied',
      effect: 'DENY',
      reasons: expect.arrayContaining([expect.objectContaining({ rule: 'PD-04' })]),
    });
    const reason = (refused['reasons'] as { rule: string; articles: string[]; textVi: string; textEn: string }[]).find(
      (one) => one.rule === 'PD-04',
    )!;
    expect(reason.articles.length).toBeGreaterThan(0);
    expect(reason.textVi).not.toBe(reason.textEn);
    expect(refused['entryId']).toMatch(/^ent_/);
    const preview = await ask(
      'mai',
      'query Check($input: RequestInput!) { checkRequest(input: $input) { effect denies { rule } nextVi policySha256 } }',
      { input: input({ writtenRequestNumber: null }) },
    );
    expect(preview['checkRequest']).toMatchObject({
      effect: 'DENY',
      denies: expect.arrayContaining([expect.objectContaining({ rule: 'PD-14' })]),
    });
  });

  it('answers what a person can mend as input with its field, and what a machine sends wrongly as an error', async () => {
    expect(await submit({ reason: 'x\u202e', cameraIds: [] })).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
    const malformed = await answer('mai', submitDocument, { input: { ...input(), colour: 'red' } });
    expect(malformed.status).toBe(400);
    const stale = await submit();
    const conflict = await ask(
      'thu',
      `mutation { giveConsent(requestId: "${stale.request.id}", verdict: CONSENT, shownDigest: "${'0'.repeat(64)}") { ${problem} ... on StateConflict { currentState } } }`,
    );
    expect(conflict['giveConsent']).toMatchObject({ __typename: 'StateConflict', code: 'SHOWN_DIGEST_DIFFERS', currentState: 'SUBMITTED' });
  });

  it('does not tell a stranger whether a request exists, and lets a role only what is its own', async () => {
    const { request } = await submit();
    expect(await ask('phuc', `{ request(id: "${request.id}") { id } node(id: "${request.id}") { id } }`)).toEqual({
      request: null,
      node: null,
    });
    expect(await ask('phuc', `{ request(id: "req_00000000-0000-4000-8000-000000000000") { id } }`)).toEqual({ request: null });
    const stranger = await ask(
      'phuc',
      `mutation { giveConsent(requestId: "${request.id}", verdict: CONSENT, shownDigest: "${request.digest}") { ${problem} } }`,
    );
    const absent = await ask(
      'phuc',
      `mutation { giveConsent(requestId: "nothing", verdict: CONSENT, shownDigest: "${request.digest}") { ${problem} } }`,
    );
    expect(stranger).toEqual(absent);
    expect(stranger['giveConsent']).toMatchObject({ __typename: 'NotFound' });
    const forbidden = await answer('ngoc', `{ requests(first: 1, list: VISIBLE) { totalCount } }`);
    expect(forbidden.body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('lists by cursor what waits, the earliest due first', async () => {
    for (let n = 0; n < 3; n++) await submit();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Record<string, unknown> = await ask(
        'son',
        'query P($after: String) { requests(first: 2, after: $after, list: TO_REVIEW) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const list = page['requests'] as {
        totalCount: number;
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...list.edges.map((edge) => edge.node.id));
      after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
      if (after === null) expect(seen).toHaveLength(list.totalCount);
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('waits for a second approver when somebody comes back to a camera, says so to everybody, and tells inspectors first of whom', async () => {
    let asked = await submit();
    while (asked.request.approvalsNeeded.filter(({ kind }) => kind === 'APPROVAL').length < 2) asked = await submit();
    const { id, digest } = asked.request;
    const act = (name: string, verdict: string, more: string): string =>
      `mutation { ${name}(requestId: "${id}", verdict: ${verdict}, shownDigest: "${digest}") { __typename ${more} ${problem} } }`;
    await ask('thu', act('giveConsent', 'CONSENT', ''));
    await ask('son', act('reviewRequest', 'FORWARD', ''));
    const approve = act('approveRequest', 'APPROVE', '... on ApprovalRecorded { request { state } grants { id } entry { id } }');
    expect((await ask('dung', approve))['approveRequest']).toMatchObject({ request: { state: 'UNDER_REVIEW' }, grants: [] });
    for (const who of ['mai', 'thu', 'dung', 'vinh'] as const)
      expect((await ask(who, `{ request(id: "${id}") { approvalsNeeded { kind done textVi textEn } } }`))['request']).toMatchObject({
        approvalsNeeded: expect.arrayContaining([
          {
            kind: 'APPROVAL',
            done: false,
            textVi: expect.stringContaining('Chờ người duyệt thứ hai'),
            textEn: expect.stringContaining('second'),
          },
        ]),
      });
    expect((await ask('dung', approve))['approveRequest']).toMatchObject({ __typename: 'Denied', reasons: [{ rule: 'POL-12' }] });
    const counted = await ask('vinh', `{ request(id: "${id}") { sameTargetCount30d pairApprovals30d availableActions } }`);
    expect(counted['request']).toMatchObject({
      sameTargetCount30d: expect.any(Number),
      availableActions: expect.arrayContaining(['approve']),
    });
    expect((counted['request'] as { sameTargetCount30d: number }).sameTargetCount30d).toBeGreaterThanOrEqual(5);
    expect((await ask('vinh', approve))['approveRequest']).toMatchObject({
      request: { state: 'APPROVED' },
      grants: [{ id: expect.any(String) }],
    });

    const explained = `{ explainDecision(id: "${asked.decision?.id}") { __typename ... on DecisionExplanation { sameTargetCount30d pairApprovals30d } } }`;
    const { sameTargetCount30d } = counted['request'] as { sameTargetCount30d: number };
    for (const who of ['mai', 'dung'] as const)
      expect((await ask(who, explained))['explainDecision']).toMatchObject({ sameTargetCount30d });

    const habits = `{ repetitionAlerts(first: 10) { __typename ... on RepetitionAlertList { alerts { why textVi count alerts requesterName organisationCode approverName requestId entryId decisionId } } ${problem} } }`;
    const told = (await ask('khanh', habits))['repetitionAlerts'] as { alerts: { count: number; entryId: string }[] };
    expect(told.alerts[0]).toMatchObject({
      why: 'same_target_again',
      count: sameTargetCount30d,
      requesterName: 'Nguyễn Thị Mai',
      organisationCode: 'so-xay-dung',
      approverName: null,
      requestId: id,
      decisionId: asked.decision?.id,
    });
    const entry = await ask('khanh', `{ entry(id: "${told.alerts[0]?.entryId}") { type requestId rules outcome } }`);
    expect(entry['entry']).toEqual({ type: 'repetition.alert', requestId: id, rules: ['POL-11'], outcome: 'done' });
    expect((await answer('mai', habits)).body.errors?.[0]?.extensions).toMatchObject({ code: expect.stringMatching(/FORBIDDEN|DENIED/) });
  });
  it('never says where a picture comes from', async () => {
    const types = await answer('mai', '{ __type(name: "Camera") { fields { name } } }');
    expect(JSON.stringify(types.body)).not.toMatch(/source|upstream|rtsp|vmsNode/i);
  });
});
