import { readFileSync } from 'node:fs';
import { intruder, org, per } from './two-keys-hand.js';

// The second approver at the bottom: the table of grants counts by itself.

const { stoppedBy, decision, requestOf, keys, rowOf, insertGrant, sql, query } = intruder();

const secondOf = (id: string, person: string, organisation: string): Record<string, unknown> => ({
  second_approval_id: id,
  second_approval_kind: 'APPROVAL',
  second_approval_verdict: 'APPROVE',
  second_approval_person_id: per(person),
  second_approval_org_id: org(organisation),
});

describe('where two approvers are wanted, a grant row written by hand', () => {
  it('does not fit on one approval, whatever the row says, and fits on two of different people', async () => {
    const k = await keys({ approvalsNeeded: 2 });
    expect(await stoppedBy(insertGrant(rowOf(k)))).toBe('tr_access_grant_second_hand');
    const second = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'vinh', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant({ ...rowOf(k), ...secondOf(second, 'vinh', 'catp-ha-noi') }))).toBe('done');
  });

  it('does not fit on one approval that itself waits for a second', async () => {
    const { requestId, cameraId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    const consentId = await decision(requestId, 'CONSENT', 'CONSENT', 'thu', 'ubnd-hoan-kiem');
    const approvalId = await decision(requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant(rowOf({ requestId, cameraId, consentId, approvalId })))).toBe('tr_access_grant_second_hand');
  });

  it('does not fit on one approval at the fifth look at a camera, though every row of it says that one is enough', async () => {
    const { cameraId } = await requestOf('mai', 'so-xay-dung', 'ubnd-hoan-kiem');
    for (let look = 2; look <= 4; look += 1) expect(await stoppedBy(insertGrant(rowOf(await keys({ cameraId }))))).toBe('done');
    expect(await stoppedBy(insertGrant(rowOf(await keys({ cameraId }))))).toBe('tr_access_grant_second_hand');
  });

  it('does not fit on one approval of a pair that decided together ten times', async () => {
    const since = await query<{ approvals: number }>(
      `select count(*)::int as approvals from signed_decision d join sharing_request r on r.id = d.request_id
       where d.kind = 'APPROVAL' and d.verdict = 'APPROVE' and d.person_id = $1 and r.requester_person_id = $2`,
      [per('hoa'), per('mai')],
    );
    expect(since.rows[0]?.approvals).toBe(0);
    for (let i = 0; i < 10; i += 1) {
      const row = { ...rowOf(await keys({}, 'hoa')), approval_person_id: per('hoa') };
      expect(await stoppedBy(insertGrant(row))).toBe('done');
    }
    const row = { ...rowOf(await keys({}, 'hoa')), approval_person_id: per('hoa') };
    expect(await stoppedBy(insertGrant(row))).toBe('tr_access_grant_second_hand');
  });

  it('does not fit when the second hand is the first, the requester, the owner, of their bodies, or half stated', async () => {
    const k = await keys({ approvalsNeeded: 2 });
    const row = rowOf(k);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(k.approvalId, 'dung', 'catp-ha-noi') }))).toBe(
      'ck_access_grant_second_approval',
    );
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(k.consentId, 'thu', 'ubnd-hoan-kiem') }))).toBe(
      'ck_access_grant_second_approval',
    );
    const lent = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'thu', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(lent, 'thu', 'catp-ha-noi') }))).toBe('ck_access_grant_second_approval');
    const own = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'mai', 'catp-ha-noi', 2);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(own, 'mai', 'catp-ha-noi') }))).toBe('ck_access_grant_second_approval');
    const holder = await decision(k.requestId, 'APPROVAL', 'APPROVE', 'hung', 'so-xay-dung', 2);
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(holder, 'hung', 'so-xay-dung') }))).toBe('ck_access_grant_second_approval');
    const refused = await decision(k.requestId, 'APPROVAL', 'REFUSE', 'hoa', 'catp-ha-noi');
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(refused, 'hoa', 'catp-ha-noi') }))).toBe('fk_access_grant_second_approval');
    const other = await keys({ approvalsNeeded: 2 }, 'vinh');
    expect(await stoppedBy(insertGrant({ ...row, ...secondOf(other.approvalId, 'vinh', 'catp-ha-noi') }))).toBe(
      'fk_access_grant_second_approval',
    );
    const { second_approval_kind: _kind, ...half } = secondOf(other.approvalId, 'vinh', 'catp-ha-noi');
    expect(await stoppedBy(insertGrant({ ...row, ...half }))).toBe('ck_access_grant_second_approval');
  });

  it('cannot be prepared by one person signing twice, nor by an owner or reviewer body deciding twice', async () => {
    const k = await keys({ approvalsNeeded: 2 });
    expect(await stoppedBy(decision(k.requestId, 'APPROVAL', 'APPROVE', 'dung', 'catp-ha-noi', 2))).toBe('uq_signed_decision_person');
    expect(await stoppedBy(decision(k.requestId, 'APPROVAL', 'APPROVE', 'dung', 'pc08', 2))).toBe('uq_signed_decision_person');
    expect(await stoppedBy(decision(k.requestId, 'CONSENT', 'CONSENT', 'phuc', 'ubnd-hoan-kiem'))).toBe('uq_signed_decision_once');
    expect(await stoppedBy(decision(k.requestId, 'REVIEW', 'FORWARD', 'son', 'pc08', 1))).toBe('ck_signed_decision_approvals');
  });

  it('is counted by the numbers of the rules', async () => {
    const { limits } = JSON.parse(readFileSync('policies/tables/limits.json', 'utf8')) as {
      limits: { sameTarget: number; pairApprovals: number };
    };
    const rows = await sql<{ reason: string; least: number }>('select reason, least from second_approval_limit order by reason');
    expect(rows).toEqual([
      { reason: 'pair_approves_again', least: limits.pairApprovals },
      { reason: 'same_target_again', least: limits.sameTarget },
    ]);
  });
});
