import { Grants, Revocations } from '#libs/sharing';
import { Withdrawals } from '../../libs/sharing/src/request/withdrawals.service.js';
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

describe('taking back', () => {
  it('revokes a grant, numbers the revocation and announces it', async () => {
    const { grantId, requestId } = await road.granted();
    const before = await house.db.read((tx) => house.get(Revocations).feed(tx, 0n, 1_000));
    const outcome = await house.get(Grants).revoke(people.dung, grantId, 'Hết cần thiết');
    expect(outcome).toMatchObject({ kind: 'revoked', reach: { edgesExpected: 0, edgesAcknowledged: 0 } });
    const after = await house.db.read((tx) => house.get(Revocations).feed(tx, 0n, 1_000));
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({
      position: BigInt(after.length),
      selectorKind: 'grant',
      selectorId: grantId,
      reason: 'grant_revoked',
    });
    expect(await house.get(Grants).revoke(people.dung, grantId, 'lần nữa')).toMatchObject({ kind: 'conflict', state: 'REVOKED' });
    expect(await road.stateOf(requestId)).toBe('CLOSED');
    expect(await road.sql('select epoch from access_grant where id = $1', [grantId])).toEqual([{ epoch: 2 }]);
  });

  it("lets the owner and the requester's head revoke, and nobody else", async () => {
    const one = await road.granted();
    expect(await house.get(Grants).revoke(people.phuc, one.grantId, 'không phải của tôi')).toEqual({ kind: 'notFound' });
    expect(await house.get(Grants).revoke(people.mai, one.grantId, 'tự ý')).toMatchObject({ kind: 'denied' });
    expect(await house.get(Grants).revoke(people.hung, one.grantId, 'thôi')).toMatchObject({ kind: 'revoked' });
    const other = await road.granted();
    expect(await house.get(Grants).revoke(people.thu, other.grantId, 'thôi')).toMatchObject({ kind: 'revoked' });
  });

  it('ends every grant when the request or the consent is withdrawn', async () => {
    const one = await road.granted();
    expect(await house.get(Withdrawals).withdraw(people.mai, one.requestId, 'Không cần nữa')).toMatchObject({ kind: 'withdrawn' });
    expect(await road.stateOf(one.requestId)).toBe('WITHDRAWN');
    const other = await road.granted();
    expect(await road.owners.withdraw(people.thu, other.requestId, 'Rút')).toMatchObject({ kind: 'withdrawn' });
    expect(await road.owners.withdraw(people.thu, other.requestId, 'Rút')).toMatchObject({ kind: 'conflict' });
    const ends = await road.sql<{ end_kind: string }>('select end_kind from access_grant where id = any($1)', [
      [one.grantId, other.grantId],
    ]);
    expect(ends.map((row) => row.end_kind)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  it('waits for the edges that are alive, and for no longer than it was told', async () => {
    const revocations = house.get(Revocations);
    await house.services.sql(`insert into edge_node values ('edge-1', $1, $1), ('edge-old', $2, $2)`, [
      house.clock.now(),
      road.inHours(-1),
    ]);
    const position = await house.db.transaction((tx) =>
      revocations.publish(
        tx,
        { kind: 'camera', id: road.wardCameras[0]! },
        { at: house.clock.now(), reason: 'test', byPersonId: null, entryId: null },
      ),
    );
    const silent = await revocations.waitForAcks(position, 100);
    expect(silent).toMatchObject({ edgesExpected: 1, edgesAcknowledged: 0 });
    expect(silent.tookMs).toBeLessThan(200);
    const waiting = revocations.waitForAcks(position, 2_000);
    await road.sql('insert into revocation_ack values ($1, $2, $3, 4)', [position.toString(), 'edge-1', house.clock.now()]);
    expect(await waiting).toMatchObject({ edgesExpected: 1, edgesAcknowledged: 1, sessionsEnded: 4 });
    expect(await house.db.read((tx) => revocations.epochOf(tx, [{ kind: 'camera', id: road.wardCameras[0]! }]))).toBe(position);
    await road.sql('delete from edge_node');
  });

  it('lets time end what has a time, by the clock and on the log', async () => {
    const { grantId, requestId } = await road.granted();
    const waitingRequest = await road.submitted();
    house.clock.advanceMs(9 * 3_600_000);
    try {
      expect(await house.clocks.expireGrants()).toBeGreaterThanOrEqual(1);
      expect(await house.clocks.lapseRequests()).toBeGreaterThanOrEqual(1);
      expect(await house.clocks.expireGrants()).toBe(0);
      expect(await road.sql('select end_kind from access_grant where id = $1', [grantId])).toEqual([{ end_kind: 'EXPIRED' }]);
      expect([await road.stateOf(requestId), await road.stateOf(waitingRequest)]).toEqual(['CLOSED', 'LAPSED']);
      const held = await house.db.transaction((tx) => house.get(Grants).findUsable(tx, people.mai, grantId));
      expect(held?.facts.grant).toMatchObject({ revokedAt: null });
    } finally {
      house.clock.advanceMs(-9 * 3_600_000);
    }
  });

  it('has one winner when an approval and a withdrawal race, and never a usable grant on a withdrawn request', async () => {
    for (let round = 0; round < 6; round++) {
      const requestId = await road.submitted();
      await road.consent(people.thu, requestId);
      await road.review(requestId);
      const withdrawal =
        round % 2 === 0
          ? house.get(Withdrawals).withdraw(people.mai, requestId, 'Rút')
          : road.owners.withdraw(people.thu, requestId, 'Rút');
      await Promise.all([road.approve(people.dung, requestId), withdrawal]);
      const open = await road.sql(
        `select g.id from access_grant g join sharing_request r on r.id = g.request_id left join signed_decision d on d.id = g.consent_id
         where g.request_id = $1 and g.ended_at is null`,
        [requestId],
      );
      expect(open).toEqual([]);
    }
  });
});
