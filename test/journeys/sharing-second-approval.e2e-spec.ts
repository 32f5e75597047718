import type { RequestId, Viewer } from '#libs/kernel';
import { SignedDecisions } from '#libs/consent';
import { Grants } from '#libs/sharing';
import { Withdrawals } from '../../libs/sharing/src/request/withdrawals.service.js';
import { keysOf, keyText } from '../../libs/sharing/src/request/request-keys.js';
import { RequestRepository } from '../../libs/sharing/src/request/request.repository.js';
import type { PoliceOutcome } from '../../libs/sharing/src/request/police-acts.service.js';
import { SharingRoad } from './sharing-road.js';

// The second approver (POL-11, POL-12): signed twice by different people, or nothing is granted.

let road: SharingRoad;
beforeAll(async () => {
  road = await SharingRoad.open();
  // Four looks at the first camera: the next one needs two approvers.
  for (let look = 0; look < 4; look += 1) await road.submitted();
});
afterAll(() => road?.house.close());

/** A fifth look, consented to and reviewed: the approvers' turn. */
async function forTwo(): Promise<RequestId> {
  const requestId = await road.submitted();
  await road.consent(road.people.thu, requestId);
  await road.review(requestId);
  return requestId;
}

const grantsOf = (requestId: RequestId): Promise<{ id: string; first: string; second: string | null; expires: Date }[]> =>
  road.sql(
    `select id, approval_person_id as first, second_approval_person_id as second, expires_at as expires from access_grant where request_id = $1`,
    [requestId],
  );
const approvalsOf = (requestId: RequestId): Promise<{ person: string; needed: number }[]> =>
  road.sql(
    `select person_id as person, approvals_needed as needed from signed_decision where request_id = $1 and kind = 'APPROVAL' order by signed_at, id`,
    [requestId],
  );
const rulesOf = (outcome: PoliceOutcome): string[] =>
  outcome.kind === 'denied' ? outcome.decision.denies.map((one) => `${one.rule} ${one.message}`) : [outcome.kind];
const kindOf = (outcome: PoliceOutcome): string => (outcome.kind === 'conflict' ? outcome.problem.code : outcome.kind);
const waitingFor = async (viewer: Viewer): Promise<string[]> => {
  const rows = await road.house.db.read((tx) => road.house.get(RequestRepository).page(tx, viewer, 'TO_APPROVE', null, 50));
  return rows.map(({ id }) => id);
};

describe('a fifth look', () => {
  it('is granted by two approvers: the first opens nothing, the second does, and the grant names both', async () => {
    const requestId = await forTwo();
    const first = await road.approve(road.people.dung, requestId);
    expect(first).toMatchObject({ kind: 'signed', grantIds: [], decision: { effect: 'needs_approval', proceeds: true } });
    expect(await grantsOf(requestId)).toEqual([]);
    expect(await road.stateOf(requestId)).toBe('UNDER_REVIEW');
    expect(await approvalsOf(requestId)).toEqual([{ person: road.people.dung.personId, needed: 2 }]);
    const [entry] = await road.lastEntries(1);
    expect(entry).toMatchObject({ t: 'approve.sign', outcome: 'allowed', request: requestId, rules: ['POL-11'] });

    const second = await road.approve(road.people.vinh, requestId);
    expect(second).toMatchObject({ kind: 'signed', decision: { effect: 'allow' }, grantIds: [expect.any(String)] });
    expect(await grantsOf(requestId)).toMatchObject([{ first: road.people.dung.personId, second: road.people.vinh.personId }]);
    expect(await road.stateOf(requestId)).toBe('APPROVED');
    const events = await road.sql<{ type: string }>('select type from request_event where request_id = $1 order by seq', [requestId]);
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['FIRST_APPROVED', 'APPROVED']);
    const ids = await road.sql<{ id: never }>(`select id from signed_decision where request_id = $1`, [requestId]);
    for (const { id } of ids) expect(await road.house.db.read((tx) => road.house.get(SignedDecisions).isGenuine(tx, id))).toBe(true);
  });

  it('is opened with both approvals as its papers, and not with one of them', async () => {
    const { requestId, grantId } = await road.granted();
    const held = await road.house.db.transaction((tx) => road.house.get(Grants).findUsable(tx, road.people.mai, grantId));
    expect(held?.facts.request).toMatchObject({ approvalsNeeded: 2 });
    expect(held?.facts.approvals?.map((one) => one.key).sort()).toEqual(['owner', 'police', 'police']);
    expect(await approvalsOf(requestId)).toHaveLength(2);
  });

  it('is not approved twice by one person, who is refused by rule and sees it no more in the list', async () => {
    const requestId = await forTwo();
    expect(await waitingFor(road.people.dung)).toContain(requestId);
    await road.approve(road.people.dung, requestId);
    expect(await waitingFor(road.people.dung)).not.toContain(requestId);
    expect(await waitingFor(road.people.vinh)).toContain(requestId);
    expect(rulesOf(await road.approve(road.people.dung, requestId))).toEqual(['POL-12 approver_has_approved']);
    expect((await road.lastEntries(1))[0]).toMatchObject({ t: 'approve.sign', outcome: 'refused', rules: ['POL-12'] });
    const shownDigest = await road.digestOf(requestId);
    const refusal = await road.police.refuse(road.people.dung, { requestId, verdict: 'REFUSE', shownDigest, note: null });
    expect(kindOf(refusal)).toBe('ALREADY_DECIDED');
    expect(await grantsOf(requestId)).toEqual([]);
  });

  it('says to requester, owner and approver alike what is still missing', async () => {
    const requestId = await forTwo();
    const wordsFor = (viewer: Viewer): Promise<string[]> =>
      road.house.db.read(async (tx) => {
        const request = await road.house.get(RequestRepository).findVisible(tx, viewer, requestId);
        const decisions = await road.house.get(SignedDecisions).listByRequests(tx, [requestId]);
        const keys = request === null ? [] : keysOf(request, decisions);
        return keys.filter((one) => one.kind === 'APPROVAL').map((one) => `${one.isDone} ${keyText(one, null).vi}`);
      });
    expect(await wordsFor(road.people.mai)).toEqual([
      expect.stringMatching(/^false Cần hai người có thẩm quyền/),
      expect.stringMatching(/^false Chờ người duyệt thứ hai/),
    ]);
    await road.approve(road.people.dung, requestId);
    for (const viewer of [road.people.mai, road.people.thu, road.people.dung, road.people.vinh])
      expect(await wordsFor(viewer)).toEqual([
        'true Người duyệt thứ nhất đã duyệt',
        expect.stringMatching(/^false Chờ người duyệt thứ hai/),
      ]);
  });

  it('ends with the earlier of the two ends that the approvers set, and not at all after the first has passed', async () => {
    const [sooner, later] = [road.inHours(2), road.inHours(5)];
    const requestId = await forTwo();
    await road.approve(road.people.dung, requestId, sooner);
    await road.approve(road.people.vinh, requestId, later);
    expect((await grantsOf(requestId))[0]?.expires).toEqual(sooner);

    const late = await forTwo();
    await road.approve(road.people.dung, late, road.inHours(1));
    road.house.clock.advanceMs(2 * 3_600_000);
    expect(kindOf(await road.approve(road.people.vinh, late))).toBe('FIRST_APPROVAL_RAN_OUT');
    expect(await grantsOf(late)).toEqual([]);
  });
});

describe('between the two approvals', () => {
  it('a refusal by the second ends the request, and nothing was granted', async () => {
    const requestId = await forTwo();
    await road.approve(road.people.dung, requestId);
    const shownDigest = await road.digestOf(requestId);
    const refused = await road.police.refuse(road.people.vinh, { requestId, verdict: 'REFUSE', shownDigest, note: 'không cần thiết' });
    expect(refused.kind).toBe('signed');
    expect(await road.stateOf(requestId)).toBe('REFUSED');
    expect(kindOf(await road.approve(road.people.hoa, requestId))).toBe('WRONG_STATE');
    expect(await grantsOf(requestId)).toEqual([]);
  });

  it('the owner takes consent back, or the requester the request: the second approver finds it closed', async () => {
    const unwilling = await forTwo();
    await road.approve(road.people.dung, unwilling);
    expect((await road.owners.withdraw(road.people.thu, unwilling, 'không còn đồng ý')).kind).toBe('withdrawn');
    expect(kindOf(await road.approve(road.people.vinh, unwilling))).toBe('WRONG_STATE');
    const given = await forTwo();
    await road.approve(road.people.dung, given);
    expect((await road.house.get(Withdrawals).withdraw(road.people.mai, given, 'không cần nữa')).kind).toBe('withdrawn');
    expect(kindOf(await road.approve(road.people.vinh, given))).toBe('WRONG_STATE');
    expect([...(await grantsOf(unwilling)), ...(await grantsOf(given))]).toEqual([]);
  });

  it('the period asked for passes: the request lapses as any other that waits', async () => {
    const requestId = await forTwo();
    await road.approve(road.people.dung, requestId);
    road.house.clock.advanceMs(9 * 3_600_000);
    expect(kindOf(await road.approve(road.people.vinh, requestId))).toBe('WRONG_STATE');
    for (const task of road.house.clocks.tasks()) await task.run();
    expect(await road.stateOf(requestId)).toBe('LAPSED');
  });
});

describe('at the same moment', () => {
  it('one approver twice makes one approval, two approvers make one grant, and a withdrawal leaves a grant or none, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const requestId = await forTwo();
      const twice = await Promise.all([road.approve(road.people.dung, requestId), road.approve(road.people.dung, requestId)]);
      expect(twice.map((one) => one.kind).sort()).toEqual(['denied', 'signed']);
      expect(await approvalsOf(requestId)).toHaveLength(1);
      expect(await grantsOf(requestId)).toEqual([]);
    }
    for (let round = 0; round < 5; round += 1) {
      const requestId = await forTwo();
      const both = await Promise.all([road.approve(road.people.dung, requestId), road.approve(road.people.vinh, requestId)]);
      expect(both.map((one) => (one.kind === 'signed' ? one.grantIds.length : -1)).sort()).toEqual([0, 1]);
      expect(await grantsOf(requestId)).toHaveLength(1);
      expect(await road.stateOf(requestId)).toBe('APPROVED');
    }
    for (let round = 0; round < 5; round += 1) {
      const requestId = await forTwo();
      await road.approve(road.people.dung, requestId);
      const [approval, withdrawal] = await Promise.all([
        road.approve(road.people.vinh, requestId),
        road.owners.withdraw(road.people.thu, requestId, 'không còn đồng ý'),
      ]);
      const running = await road.sql('select id from access_grant where request_id = $1 and ended_at is null', [requestId]);
      expect(withdrawal.kind).toBe('withdrawn');
      expect(running).toEqual([]);
      expect(['signed', 'conflict']).toContain(approval.kind);
      expect(['REFUSED', 'CLOSED']).toContain(await road.stateOf(requestId));
    }
  });
});
