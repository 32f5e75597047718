import type { SignedDecisions as SignedDecisionsType } from '#libs/consent';
import { SignedDecisions } from '#libs/consent';
import type { CameraId, GrantId, RequestId, Viewer } from '#libs/kernel';
import { Grants, Revocations } from '#libs/sharing';
import { OwnerActs } from '../../libs/sharing/src/request/owner-acts.service.js';
import { PoliceActs } from '../../libs/sharing/src/request/police-acts.service.js';
import type { RawRequestForm } from '../../libs/sharing/src/request/request-form.js';
import { Submissions } from '../../libs/sharing/src/request/submissions.service.js';
import { Withdrawals } from '../../libs/sharing/src/request/withdrawals.service.js';
import { openHouse, type SharingHouse } from './sharing-house.js';

let house: SharingHouse;
let mai: Viewer, hung: Viewer, thu: Viewer, phuc: Viewer, son: Viewer, dung: Viewer, hoa: Viewer, binh: Viewer;
let wardCameras: CameraId[], metroCameras: CameraId[];

beforeAll(async () => {
  house = await openHouse();
  [mai, hung, thu, phuc, son, dung, hoa, binh] = await Promise.all([
    house.as('mai', 'requester'),
    house.as('hung', 'agency_head'),
    house.as('thu', 'owner'),
    house.as('phuc', 'owner'),
    house.as('son', 'reviewer'),
    house.as('dung', 'approver'),
    house.as('hoa', 'approver'),
    house.as('binh', 'requester'),
  ]);
  wardCameras = await camerasOf('ubnd-hoan-kiem', 'TRAT_TU_DO_THI');
  metroCameras = await camerasOf('hanoi-metro', 'GIAO_THONG');
}, 60_000);
afterAll(() => house.close());

const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => house.services.sql<Row>(text, values);
const camerasOf = async (owner: string, mission: string): Promise<CameraId[]> =>
  (await sql<{ id: CameraId }>(
    `select c.id from camera c join organisation o on o.id = c.owner_org_id where o.code = $1 and c.mission_class = $2 and c.is_public_place order by c.code limit 5`,
    [owner, mission],
  )).map((row) => row.id);
const inHours = (hours: number): Date => new Date(house.clock.nowMs() + hours * 3_600_000);

function form(overrides: Partial<RawRequestForm> = {}): RawRequestForm {
  return {
    actions: ['live_view'],
    purposeCode: 'TRAT_TU_DO_THI',
    legalBasisCode: 'PDPL-19.1.c',
    reason: 'Xác minh phản ánh lấn chiếm vỉa hè quanh hồ Hoàn Kiếm',
    writtenRequestNumber: '123/SXD-HT',
    writtenRequestDate: '2026-11-10',
    writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
    caseReference: 'HS-2026-77',
    dataType: 'video',
    detailLevel: 'đường phố',
    volume: '1 camera, 8 giờ',
    accessFrequency: 'một lần',
    deliveryMethod: 'xem trực tiếp',
    cameraIds: wardCameras.slice(0, 1),
    windowFrom: inHours(-1),
    windowTo: inHours(8),
    ...overrides,
  };
}

const submissions = (): Submissions => house.get(Submissions);
const owners = (): OwnerActs => house.get(OwnerActs);
const police = (): PoliceActs => house.get(PoliceActs);
const digestOf = async (id: RequestId): Promise<string> =>
  (await sql<{ digest: string }>('select v.digest from request_version v join sharing_request r on r.id = v.request_id and r.version = v.version where r.id = $1', [id]))[0]!.digest;
const stateOf = async (id: RequestId): Promise<string> => (await sql<{ state: string }>('select state from sharing_request where id = $1', [id]))[0]!.state;
const lastEntries = async (count: number): Promise<{ t: string; outcome: string; rules?: string[]; request?: string }[]> =>
  (await sql<{ leaf: Buffer }>('select leaf from audit_outbox order by id desc limit $1', [count])).reverse().map(({ leaf }) => JSON.parse(leaf.toString()) as never);

async function submitted(overrides: Partial<RawRequestForm> = {}): Promise<RequestId> {
  const outcome = await submissions().submit(mai, form(overrides), null);
  if (outcome.kind !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
  return outcome.requestId;
}
async function consent(viewer: Viewer, requestId: RequestId, verdict: 'CONSENT' | 'DECLINE' = 'CONSENT') {
  return owners().answer(viewer, { requestId, verdict, shownDigest: await digestOf(requestId), note: null });
}
async function review(requestId: RequestId, verdict: 'FORWARD' | 'RETURN' | 'REFUSE' = 'FORWARD') {
  return police().review(son, { requestId, verdict, shownDigest: await digestOf(requestId), note: null });
}
async function approve(viewer: Viewer, requestId: RequestId, expiresAt: Date | null = null) {
  return police().approve(viewer, { requestId, verdict: 'APPROVE', shownDigest: await digestOf(requestId), note: null }, expiresAt);
}
async function granted(overrides: Partial<RawRequestForm> = {}): Promise<{ requestId: RequestId; grantId: GrantId }> {
  const requestId = await submitted(overrides);
  await consent(thu, requestId);
  await review(requestId);
  const outcome = await approve(dung, requestId);
  if (outcome.kind !== 'signed') throw new Error(`not approved: ${JSON.stringify(outcome)}`);
  return { requestId, grantId: outcome.grantIds[0]! };
}

describe('the road of a request', () => {
  it('goes from submission over consent and review to a grant, each act on the log', async () => {
    const outcome = await submissions().submit(mai, form(), null);
    expect(outcome).toMatchObject({ kind: 'submitted', decision: { effect: 'needs_approval' } });
    const { requestId } = outcome as { requestId: RequestId };
    expect(await consent(thu, requestId)).toMatchObject({ kind: 'signed' });
    expect(await review(requestId)).toMatchObject({ kind: 'signed', grantIds: [] });
    const approved = await approve(dung, requestId);
    expect(approved).toMatchObject({ kind: 'signed' });
    expect(await stateOf(requestId)).toBe('APPROVED');
    expect((await lastEntries(4)).map(({ t, outcome: result, request }) => [t, result, request])).toEqual([
      ['submit_request.submit', 'allowed', requestId],
      ['consent.sign', 'allowed', requestId],
      ['review.sign', 'allowed', requestId],
      ['approve.sign', 'allowed', requestId],
    ]);
    const events = await sql<{ type: string }>('select type from request_event where request_id = $1 order by seq', [requestId]);
    expect(events.map((event) => event.type)).toEqual(['SUBMITTED', 'CONSENTED', 'FORWARDED', 'APPROVED']);
  });

  it('gives a grant whose papers open live view, with keys that verify', async () => {
    const { grantId } = await granted();
    const decisions: SignedDecisionsType = house.get(SignedDecisions);
    const [held, others] = await house.db.transaction(async (tx) => [
      await house.get(Grants).findUsable(tx, mai, grantId),
      await house.get(Grants).findUsable(tx, binh, grantId),
    ]);
    expect(others).toBeNull();
    expect(held?.facts.approvals?.map((key) => `${key.key} ${key.effect}`).sort()).toEqual(['owner approved', 'police approved']);
    expect(held?.grant.obligations.map((one) => one.code)).toEqual(expect.arrayContaining(['watermark', 'log_access']));
    const keys = await sql<{ id: never }>('select unnest(array[consent_id, approval_id]) as id from access_grant where id = $1', [grantId]);
    for (const { id } of keys) expect(await house.db.read((tx) => decisions.isGenuine(tx, id))).toBe(true);
    // Somebody with the owner's rights changes what was signed, text and all: the signature no longer fits.
    await sql(`update signed_decision set note = 'x', payload = replace(payload, '"note":null', '"note":"x"') where id = $1`, [keys[1]!.id]);
    expect(await house.db.read((tx) => decisions.isGenuine(tx, keys[1]!.id))).toBe(false);
  });

  it('grants a part when one owner declines, and nothing when all do', async () => {
    const both = { cameraIds: [wardCameras[0]!, metroCameras[0]!], purposeCode: 'HA_TANG', legalBasisCode: 'PDPL-19.1.c' };
    const refused = await submissions().submit(mai, form(both), null);
    expect(refused).toMatchObject({ kind: 'denied', decision: { effect: 'deny' } });
    const [first, second] = [await submitted({ cameraIds: wardCameras.slice(0, 2) }), await submitted()];
    await consent(thu, second, 'DECLINE');
    expect(await stateOf(second)).toBe('REFUSED');
    expect(await consent(phuc, first)).toEqual({ kind: 'notFound' });
    expect((await lastEntries(1))[0]).toMatchObject({ t: 'consent.sign', outcome: 'refused', request: first });
  });

  it('comes back for more information and starts again as its next version', async () => {
    const requestId = await submitted();
    await consent(thu, requestId);
    await review(requestId, 'RETURN');
    expect(await stateOf(requestId)).toBe('NEEDS_INFO');
    const before = await digestOf(requestId);
    expect(await submissions().supplement(mai, requestId, form({ reason: 'Bổ sung: chỉ xem đoạn góc hồ' }))).toMatchObject({ kind: 'submitted' });
    expect(await digestOf(requestId)).not.toBe(before);
    expect(await owners().answer(thu, { requestId, verdict: 'CONSENT', shownDigest: before, note: null })).toMatchObject({
      kind: 'conflict', problem: { code: 'SHOWN_DIGEST_DIFFERS' },
    });
    expect(await consent(thu, requestId)).toMatchObject({ kind: 'signed' });
    expect(await submissions().supplement(mai, requestId, form())).toMatchObject({ kind: 'conflict', state: 'SUBMITTED' });
  });
});

describe('wrong turns', () => {
  it('refuses a purpose that does not fit and a missing written request, records it and creates nothing', async () => {
    const before = await sql<{ n: number }>('select count(*)::int as n from sharing_request');
    const purpose = await submissions().submit(mai, form({ purposeCode: 'GIAO_THONG' }), null);
    expect(purpose).toMatchObject({ kind: 'denied', decision: { denies: expect.arrayContaining([expect.objectContaining({ rule: 'PD-04' })]) } });
    const paper = await submissions().submit(mai, form({ writtenRequestNumber: null }), null);
    expect(paper).toMatchObject({ kind: 'denied', decision: { denies: expect.arrayContaining([expect.objectContaining({ rule: 'PD-14' })]) } });
    expect((await lastEntries(2)).map((entry) => [entry.t, entry.outcome])).toEqual([
      ['submit_request.submit', 'refused'],
      ['submit_request.submit', 'refused'],
    ]);
    expect(await sql('select count(*)::int as n from sharing_request')).toEqual(before);
  });

  it('refuses a camera that may not be known like one that does not exist', async () => {
    const [hidden] = await sql<{ id: CameraId }>(`select id from camera where system_kind = 'defence' limit 1`);
    const absent = 'cam_00000000-0000-4000-8000-000000000000' as CameraId;
    const answers = await Promise.all([hidden!.id, absent].map((id) => submissions().submit(mai, form({ cameraIds: [id] }), null)));
    const said = answers.map((answer) => (answer.kind === 'denied' ? answer.decision.denies.map((one) => `${one.rule} ${one.at}`) : answer.kind));
    expect(said[0]).toEqual(said[1]);
    expect(answers[0]?.kind).toBe('denied');
  });

  it('says what is wrong with a form and decides nothing', async () => {
    const before = (await lastEntries(1))[0];
    expect(await submissions().submit(mai, form({ cameraIds: ['x'] }), null)).toMatchObject({ kind: 'invalid', problem: { path: ['cameraIds'] } });
    expect(await submissions().submit(mai, form({ reason: 'a\u202eb' }), null)).toMatchObject({ kind: 'invalid', problem: { code: 'FORBIDDEN_CHARACTERS' } });
    expect((await lastEntries(1))[0]).toEqual(before);
  });

  it('refuses that somebody approves their own request, or one of their own body', async () => {
    const asRequester = await house.as('hoa', 'requester');
    const wanted = form({ purposeCode: 'AN_NINH_TRAT_TU', legalBasisCode: 'PDPL-19.1.b', writtenRequestIssuer: 'Công an thành phố Hà Nội' });
    const outcome = await submissions().submit(asRequester, wanted, null);
    if (outcome.kind !== 'submitted') throw new Error(JSON.stringify(outcome));
    await consent(thu, outcome.requestId);
    await review(outcome.requestId);
    const own = await approve(hoa, outcome.requestId);
    expect(own).toMatchObject({ kind: 'denied', decision: { denies: expect.arrayContaining([expect.objectContaining({ rule: 'SE-05' })]) } });
    expect(await approve(dung, outcome.requestId)).toMatchObject({ kind: 'denied' });
    expect((await lastEntries(2)).map((entry) => [entry.t, entry.outcome])).toEqual([['approve.sign', 'refused'], ['approve.sign', 'refused']]);
    expect(await sql('select id from access_grant where request_id = $1', [outcome.requestId])).toEqual([]);
  });

  it('does not approve before a review, before the owners have answered, or by whoever reviewed', async () => {
    const requestId = await submitted();
    expect(await approve(dung, requestId)).toMatchObject({ kind: 'conflict', state: 'SUBMITTED' });
    await review(requestId);
    expect(await approve(dung, requestId)).toMatchObject({ kind: 'conflict', problem: { code: 'OWNERS_HAVE_NOT_ANSWERED' } });
    await consent(thu, requestId);
    expect(await approve({ ...dung, personId: son.personId }, requestId)).toMatchObject({ kind: 'conflict', problem: { code: 'REVIEWED_BY_YOURSELF' } });
    expect(await approve(dung, requestId, inHours(48))).toMatchObject({ kind: 'invalid', problem: { path: ['expiresAt'] } });
    expect(await approve(dung, requestId, inHours(2))).toMatchObject({ kind: 'signed' });
    expect(await approve(dung, requestId)).toMatchObject({ kind: 'conflict', state: 'APPROVED' });
  });

  it('signs nothing over what was not shown', async () => {
    const requestId = await submitted();
    const outcome = await owners().answer(thu, { requestId, verdict: 'CONSENT', shownDigest: 'ab'.repeat(32), note: null });
    expect(outcome).toMatchObject({ kind: 'conflict', problem: { code: 'SHOWN_DIGEST_DIFFERS' } });
    expect(await sql('select id from signed_decision where request_id = $1', [requestId])).toEqual([]);
    await consent(thu, requestId);
    expect(await consent(thu, requestId)).toMatchObject({ kind: 'conflict', problem: { code: 'ALREADY_DECIDED' } });
  });

  it('is the same request for the same idempotency key, and another input under it is refused', async () => {
    const [first, again] = await Promise.all([submissions().submit(mai, form(), 'key-1'), submissions().submit(mai, form(), 'key-1')]);
    expect([first.kind, again.kind].sort()).toEqual(['repeated', 'submitted']);
    expect((first as { requestId: string }).requestId).toBe((again as { requestId: string }).requestId);
    expect(await submissions().submit(mai, form({ volume: 'khác' }), 'key-1')).toMatchObject({ kind: 'invalid', problem: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await submissions().submit(binh, form(), 'key-1')).not.toMatchObject({ kind: 'repeated' });
  });
});

describe('taking back', () => {
  it('revokes a grant, numbers the revocation and announces it', async () => {
    const { grantId, requestId } = await granted();
    const before = await house.db.read((tx) => house.get(Revocations).feed(tx, 0n, 1_000));
    const outcome = await house.get(Grants).revoke(dung, grantId, 'Hết cần thiết');
    expect(outcome).toMatchObject({ kind: 'revoked', reach: { edgesExpected: 0, edgesAcknowledged: 0 } });
    const after = await house.db.read((tx) => house.get(Revocations).feed(tx, 0n, 1_000));
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ position: BigInt(after.length), selectorKind: 'grant', selectorId: grantId, reason: 'grant_revoked' });
    expect(await house.get(Grants).revoke(dung, grantId, 'lần nữa')).toMatchObject({ kind: 'conflict', state: 'REVOKED' });
    expect(await stateOf(requestId)).toBe('CLOSED');
    expect(await sql('select epoch from access_grant where id = $1', [grantId])).toEqual([{ epoch: 2 }]);
  });

  it('lets the owner and the requester\'s head revoke, and nobody else', async () => {
    const one = await granted();
    expect(await house.get(Grants).revoke(phuc, one.grantId, 'không phải của tôi')).toEqual({ kind: 'notFound' });
    expect(await house.get(Grants).revoke(mai, one.grantId, 'tự ý')).toMatchObject({ kind: 'denied' });
    expect(await house.get(Grants).revoke(hung, one.grantId, 'thôi')).toMatchObject({ kind: 'revoked' });
    const other = await granted();
    expect(await house.get(Grants).revoke(thu, other.grantId, 'thôi')).toMatchObject({ kind: 'revoked' });
  });

  it('ends every grant when the request or the consent is withdrawn', async () => {
    const one = await granted();
    expect(await house.get(Withdrawals).withdraw(mai, one.requestId, 'Không cần nữa')).toMatchObject({ kind: 'withdrawn' });
    expect(await stateOf(one.requestId)).toBe('WITHDRAWN');
    const other = await granted();
    expect(await owners().withdraw(thu, other.requestId, 'Rút')).toMatchObject({ kind: 'withdrawn' });
    expect(await owners().withdraw(thu, other.requestId, 'Rút')).toMatchObject({ kind: 'conflict' });
    const ends = await sql<{ end_kind: string }>('select end_kind from access_grant where id = any($1)', [[one.grantId, other.grantId]]);
    expect(ends.map((row) => row.end_kind)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  it('waits for the edges that are alive, and for no longer than it was told', async () => {
    const revocations = house.get(Revocations);
    await house.services.sql(`insert into edge_node values ('edge-1', $1, $1), ('edge-old', $2, $2)`, [house.clock.now(), inHours(-1)]);
    const position = await house.db.transaction((tx) => revocations.publish(tx, { kind: 'camera', id: wardCameras[0]! }, { at: house.clock.now(), reason: 'test', byPersonId: null, entryId: null }));
    const silent = await revocations.waitForAcks(position, 100);
    expect(silent).toMatchObject({ edgesExpected: 1, edgesAcknowledged: 0 });
    expect(silent.tookMs).toBeLessThan(200);
    const waiting = revocations.waitForAcks(position, 2_000);
    await sql('insert into revocation_ack values ($1, $2, $3, 4)', [position.toString(), 'edge-1', house.clock.now()]);
    expect(await waiting).toMatchObject({ edgesExpected: 1, edgesAcknowledged: 1, sessionsEnded: 4 });
    expect(await house.db.read((tx) => revocations.epochOf(tx, [{ kind: 'camera', id: wardCameras[0]! }]))).toBe(position);
    await sql('delete from edge_node');
  });

  it('lets time end what has a time, by the clock and on the log', async () => {
    const { grantId, requestId } = await granted();
    const waitingRequest = await submitted();
    house.clock.advanceMs(9 * 3_600_000);
    try {
      expect(await house.clocks.expireGrants()).toBeGreaterThanOrEqual(1);
      expect(await house.clocks.lapseRequests()).toBeGreaterThanOrEqual(1);
      expect(await house.clocks.expireGrants()).toBe(0);
      expect(await sql('select end_kind from access_grant where id = $1', [grantId])).toEqual([{ end_kind: 'EXPIRED' }]);
      expect([await stateOf(requestId), await stateOf(waitingRequest)]).toEqual(['CLOSED', 'LAPSED']);
      const held = await house.db.transaction((tx) => house.get(Grants).findUsable(tx, mai, grantId));
      expect(held?.facts.grant).toMatchObject({ revokedAt: null });
    } finally {
      house.clock.advanceMs(-9 * 3_600_000);
    }
  });

  it('has one winner when an approval and a withdrawal race, and never a usable grant on a withdrawn request', async () => {
    for (let round = 0; round < 6; round++) {
      const requestId = await submitted();
      await consent(thu, requestId);
      await review(requestId);
      const withdrawal = round % 2 === 0 ? house.get(Withdrawals).withdraw(mai, requestId, 'Rút') : owners().withdraw(thu, requestId, 'Rút');
      await Promise.all([approve(dung, requestId), withdrawal]);
      const open = await sql(
        `select g.id from access_grant g join sharing_request r on r.id = g.request_id left join signed_decision d on d.id = g.consent_id
         where g.request_id = $1 and g.ended_at is null`,
        [requestId],
      );
      expect(open).toEqual([]);
    }
  });
});
