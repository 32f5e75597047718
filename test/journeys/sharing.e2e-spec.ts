import { SignedDecisions } from '#libs/consent';
import type { CameraId, RequestId, Viewer } from '#libs/kernel';
import { Grants } from '#libs/sharing';
import type { SharingHouse } from './sharing-house.js';
import { SharingRoad } from './sharing-road.js';

let road: SharingRoad;
let house: SharingHouse;
let people: SharingRoad['people'];
beforeAll(async () => {
  road = await SharingRoad.open();
  ({ house, people } = road);
});
afterAll(() => house?.close());

describe('the road of a request', () => {
  it('goes from submission over consent and review to a grant, each act on the log', async () => {
    const outcome = await road.submissions.submit(people.mai, road.form(), null);
    expect(outcome).toMatchObject({ kind: 'submitted', decision: { effect: 'needs_approval' } });
    const { requestId } = outcome as { requestId: RequestId };
    expect(await road.consent(people.thu, requestId)).toMatchObject({ kind: 'signed' });
    expect(await road.review(requestId)).toMatchObject({ kind: 'signed', grantIds: [] });
    const approved = await road.approve(people.dung, requestId);
    expect(approved).toMatchObject({ kind: 'signed' });
    expect(await road.stateOf(requestId)).toBe('APPROVED');
    expect((await road.lastEntries(4)).map(({ t, outcome: result, request }) => [t, result, request])).toEqual([
      ['submit_request.submit', 'allowed', requestId],
      ['consent.sign', 'allowed', requestId],
      ['review.sign', 'allowed', requestId],
      ['approve.sign', 'allowed', requestId],
    ]);
    const events = await road.sql<{ type: string }>('select type from request_event where request_id = $1 order by seq', [requestId]);
    expect(events.map((event) => event.type)).toEqual(['SUBMITTED', 'CONSENTED', 'FORWARDED', 'APPROVED']);
  });

  it('gives a grant whose papers open live view, with keys that verify', async () => {
    const { grantId } = await road.granted();
    const decisions: SignedDecisions = house.get(SignedDecisions);
    const [held, others] = await house.db.transaction(async (tx) => [
      await house.get(Grants).findUsable(tx, people.mai, grantId),
      await house.get(Grants).findUsable(tx, people.binh, grantId),
    ]);
    expect(others).toBeNull();
    expect(held?.facts.approvals?.map((key) => `${key.key} ${key.effect}`).sort()).toEqual(['owner approved', 'police approved']);
    expect(held?.grant.obligations.map((one) => one.code)).toEqual(expect.arrayContaining(['watermark', 'log_access']));
    const keys = await road.sql<{ id: never }>('select unnest(array[consent_id, approval_id]) as id from access_grant where id = $1', [
      grantId,
    ]);
    for (const { id } of keys) expect(await house.db.read((tx) => decisions.isGenuine(tx, id))).toBe(true);
    // Somebody with the owner's rights changes what was signed, text and all: the signature no longer fits.
    await road.sql(`update signed_decision set note = 'x', payload = replace(payload, '"note":null', '"note":"x"') where id = $1`, [
      keys[1]!.id,
    ]);
    expect(await house.db.read((tx) => decisions.isGenuine(tx, keys[1]!.id))).toBe(false);
  });

  it('grants a part when one owner declines, and nothing when all do', async () => {
    const [park] = await road.sql<{ id: CameraId; owner: Viewer['organisationId'] }>(
      `select c.id, o.id as owner from camera c join organisation o on o.id = c.owner_org_id where o.code = 'ubnd-dong-da' and c.source_kind = 'encoder'`,
    );
    const dongDa: Viewer = { ...people.thu, personId: people.binh.personId, organisationId: park!.owner };
    const both = await road.submitted({ cameraIds: [road.wardCameras[0]!, park!.id] });
    await road.consent(people.thu, both);
    await road.consent(dongDa, both, 'DECLINE');
    await road.review(both);
    expect(await road.approve(people.dung, both)).toMatchObject({ kind: 'signed', grantIds: [expect.any(String)] });
    expect(await road.stateOf(both)).toBe('PARTIAL');
    const covered = await road.sql('select c.camera_id from access_grant_camera c where c.request_id = $1', [both]);
    expect(covered).toEqual([{ camera_id: road.wardCameras[0] }]);
    const single = await road.submitted();
    await road.consent(people.thu, single, 'DECLINE');
    expect(await road.stateOf(single)).toBe('REFUSED');
  });

  it('is no business of an owner whose cameras it does not ask for', async () => {
    const requestId = await road.submitted();
    expect(await road.consent(people.phuc, requestId)).toEqual({ kind: 'notFound' });
    expect((await road.lastEntries(1))[0]).toMatchObject({ t: 'consent.sign', outcome: 'refused', request: requestId });
  });

  it('comes back for more information and starts again as its next version', async () => {
    const requestId = await road.submitted();
    await road.consent(people.thu, requestId);
    await road.review(requestId, 'RETURN');
    expect(await road.stateOf(requestId)).toBe('NEEDS_INFO');
    const before = await road.digestOf(requestId);
    expect(await road.submissions.supplement(people.mai, requestId, road.form({ reason: 'Bổ sung: chỉ xem đoạn góc hồ' }))).toMatchObject({
      kind: 'submitted',
    });
    expect(await road.digestOf(requestId)).not.toBe(before);
    expect(await road.owners.answer(people.thu, { requestId, verdict: 'CONSENT', shownDigest: before, note: null })).toMatchObject({
      kind: 'conflict',
      problem: { code: 'SHOWN_DIGEST_DIFFERS' },
    });
    expect(await road.consent(people.thu, requestId)).toMatchObject({ kind: 'signed' });
    expect(await road.submissions.supplement(people.mai, requestId, road.form())).toMatchObject({ kind: 'conflict', state: 'SUBMITTED' });
  });
});

describe('wrong turns', () => {
  it('refuses a purpose that does not fit and a missing written request, records it and creates nothing', async () => {
    const before = await road.sql<{ n: number }>('select count(*)::int as n from sharing_request');
    const purpose = await road.submissions.submit(people.mai, road.form({ purposeCode: 'GIAO_THONG' }), null);
    expect(purpose).toMatchObject({
      kind: 'denied',
      decision: { denies: expect.arrayContaining([expect.objectContaining({ rule: 'PD-04' })]) },
    });
    const paper = await road.submissions.submit(people.mai, road.form({ writtenRequestNumber: null }), null);
    expect(paper).toMatchObject({
      kind: 'denied',
      decision: { denies: expect.arrayContaining([expect.objectContaining({ rule: 'PD-14' })]) },
    });
    expect((await road.lastEntries(2)).map((entry) => [entry.t, entry.outcome])).toEqual([
      ['submit_request.submit', 'refused'],
      ['submit_request.submit', 'refused'],
    ]);
    expect(await road.sql('select count(*)::int as n from sharing_request')).toEqual(before);
  });

  it('refuses a camera that may not be known like one that does not exist', async () => {
    const [hidden] = await road.sql<{ id: CameraId }>(`select id from camera where system_kind = 'defence' limit 1`);
    const absent = 'cam_00000000-0000-4000-8000-000000000000' as CameraId;
    const answers = await Promise.all(
      [hidden!.id, absent].map((id) => road.submissions.submit(people.mai, road.form({ cameraIds: [id] }), null)),
    );
    const said = answers.map((answer) =>
      answer.kind === 'denied' ? answer.decision.denies.map((one) => `${one.rule} ${one.at}`) : answer.kind,
    );
    expect(said[0]).toEqual(said[1]);
    expect(answers[0]?.kind).toBe('denied');
  });

  it('says what is wrong with a form and decides nothing', async () => {
    const before = (await road.lastEntries(1))[0];
    expect(await road.submissions.submit(people.mai, road.form({ cameraIds: ['x'] }), null)).toMatchObject({
      kind: 'invalid',
      problem: { path: ['cameraIds'] },
    });
    expect(await road.submissions.submit(people.mai, road.form({ reason: 'a\u202eb' }), null)).toMatchObject({
      kind: 'invalid',
      problem: { code: 'FORBIDDEN_CHARACTERS' },
    });
    expect((await road.lastEntries(1))[0]).toEqual(before);
  });

  it('refuses that somebody approves their own request, or one of their own body', async () => {
    const asRequester = await house.as('hoa', 'requester');
    const wanted = road.form({
      purposeCode: 'AN_NINH_TRAT_TU',
      legalBasisCode: 'PDPL-19.1.b',
      writtenRequestIssuer: 'Công an thành phố Hà Nội',
    });
    const outcome = await road.submissions.submit(asRequester, wanted, null);
    if (outcome.kind !== 'submitted') throw new Error(JSON.stringify(outcome));
    await road.consent(people.thu, outcome.requestId);
    await road.review(outcome.requestId);
    const own = await road.approve(people.hoa, outcome.requestId);
    expect(own).toMatchObject({
      kind: 'denied',
      decision: { denies: expect.arrayContaining([expect.objectContaining({ rule: 'SE-05' })]) },
    });
    expect(await road.approve(people.dung, outcome.requestId)).toMatchObject({ kind: 'denied' });
    expect((await road.lastEntries(2)).map((entry) => [entry.t, entry.outcome])).toEqual([
      ['approve.sign', 'refused'],
      ['approve.sign', 'refused'],
    ]);
    expect(await road.sql('select id from access_grant where request_id = $1', [outcome.requestId])).toEqual([]);
  });

  it('does not approve before a review, before the owners have answered, or by whoever reviewed', async () => {
    const requestId = await road.submitted();
    expect(await road.approve(people.dung, requestId)).toMatchObject({ kind: 'conflict', state: 'SUBMITTED' });
    await road.review(requestId);
    expect(await road.approve(people.dung, requestId)).toMatchObject({ kind: 'conflict', problem: { code: 'OWNERS_HAVE_NOT_ANSWERED' } });
    await road.consent(people.thu, requestId);
    expect(await road.approve({ ...people.dung, personId: people.son.personId }, requestId)).toMatchObject({
      kind: 'conflict',
      problem: { code: 'REVIEWED_BY_YOURSELF' },
    });
    expect(await road.approve(people.dung, requestId, road.inHours(48))).toMatchObject({
      kind: 'invalid',
      problem: { path: ['expiresAt'] },
    });
    expect(await road.approve(people.dung, requestId, road.inHours(2))).toMatchObject({ kind: 'signed' });
    // By now this camera was asked for often: whether one or two approvers were needed, a further one finds it approved.
    if ((await road.stateOf(requestId)) === 'UNDER_REVIEW') await road.approve(people.vinh, requestId);
    expect(await road.approve(people.hoa, requestId)).toMatchObject({ kind: 'conflict', state: 'APPROVED' });
    expect(await road.approve(people.dung, requestId)).toMatchObject({ kind: 'denied', decision: { denies: [{ rule: 'POL-12' }] } });
  });

  it('signs nothing over what was not shown', async () => {
    const requestId = await road.submitted();
    const outcome = await road.owners.answer(people.thu, { requestId, verdict: 'CONSENT', shownDigest: 'ab'.repeat(32), note: null });
    expect(outcome).toMatchObject({ kind: 'conflict', problem: { code: 'SHOWN_DIGEST_DIFFERS' } });
    expect(await road.sql('select id from signed_decision where request_id = $1', [requestId])).toEqual([]);
    await road.consent(people.thu, requestId);
    expect(await road.consent(people.thu, requestId)).toMatchObject({ kind: 'conflict', problem: { code: 'ALREADY_DECIDED' } });
  });

  it('is the same request for the same idempotency key, and another input under it is refused', async () => {
    const [first, again] = await Promise.all([
      road.submissions.submit(people.mai, road.form(), 'key-1'),
      road.submissions.submit(people.mai, road.form(), 'key-1'),
    ]);
    expect([first.kind, again.kind].sort()).toEqual(['repeated', 'submitted']);
    expect((first as { requestId: string }).requestId).toBe((again as { requestId: string }).requestId);
    expect(await road.submissions.submit(people.mai, road.form({ volume: 'khác' }), 'key-1')).toMatchObject({
      kind: 'invalid',
      problem: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await road.submissions.submit(people.binh, road.form(), 'key-1')).not.toMatchObject({ kind: 'repeated' });
  });
});
