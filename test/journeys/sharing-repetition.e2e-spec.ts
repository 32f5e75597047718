import type { Decision } from '#libs/regulation';
import { RepetitionAlerts } from '#libs/sharing';
import { SharingRoad } from './sharing-road.js';

// T01 and T02: misuse that looks orderly one request at a time shows in the counts.

let road: SharingRoad;
beforeAll(async () => {
  road = await SharingRoad.open();
});
afterAll(() => road?.house.close());

const duties = (decision: Pick<Decision, 'obligations'>): string[] =>
  decision.obligations.map((one) => one.code).filter((code) => code === 'second_approver' || code === 'notify_inspector');

describe('the same target again and again', () => {
  it('raises at the fifth look in thirty days, and at each one after it, of the documented 69, 24 and 15 over a season', async () => {
    const looks: { camera: number; day: number }[] = [69, 24, 15].flatMap((times, camera) =>
      Array.from({ length: times }, (_, i) => ({ camera, day: Math.floor((i * 92) / times) })),
    );
    const start = road.house.clock.nowMs();
    const seen: { camera: number; day: number }[] = [];
    const missed: string[] = [];
    for (const look of looks.sort((a, b) => a.day - b.day || a.camera - b.camera)) {
      road.house.clock.advanceMs(start + look.day * 86_400_000 + seen.length * 1000 - road.house.clock.nowMs());
      const outcome = await road.submissions.submit(
        road.people.mai,
        road.form({ cameraIds: road.wardCameras.slice(look.camera, look.camera + 1) }),
        null,
      );
      if (outcome.kind !== 'submitted') throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
      seen.push(look);
      const inThirtyDays = seen.filter((one) => one.camera === look.camera && one.day > look.day - 30).length;
      const raised = duties(outcome.decision).length > 0;
      if (raised !== inThirtyDays >= 5) missed.push(`camera ${look.camera} day ${look.day}: ${inThirtyDays} looks, raised ${raised}`);
    }
    expect(missed).toEqual([]);
    expect(seen).toHaveLength(108);

    // Each raised look is an entry of its own, and the habit stands first in what inspectors are told.
    const entries = await road.sql<{ looks: number }>(
      `select count(*)::int as looks from audit_outbox where convert_from(leaf, 'UTF8')::jsonb ->> 't' = 'repetition.alert'`,
    );
    const [habit, ...others] = await road.house.db.read((tx) =>
      road.house.get(RepetitionAlerts).list(tx, { organisationCodes: ['so-xay-dung'] }, 10),
    );
    expect(others).toEqual([]);
    expect(habit).toMatchObject({ why: 'same_target_again', alerts: entries[0]?.looks, requesterOrgCode: 'so-xay-dung', otherName: null });
    expect(habit?.count).toBe(
      Math.max(
        ...seen.map((look) => seen.filter((one) => one.camera === look.camera && one.day > look.day - 30 && one.day <= look.day).length),
      ),
    );
    const elsewhere = { organisationCodes: ['pc08'] };
    expect(await road.house.db.read((tx) => road.house.get(RepetitionAlerts).list(tx, elsewhere, 10))).toEqual([]);
  });
});

describe('the same two people again and again', () => {
  it('raises when an approver approves the same requester for the eleventh time in thirty days, and that approval opens nothing', async () => {
    road.house.clock.advanceMs(60 * 86_400_000);
    const told: string[][] = [];
    const grants: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      const requestId = await road.submitted({ cameraIds: road.wardCameras.slice(i % 3, (i % 3) + 1) });
      await road.consent(road.people.thu, requestId);
      await road.review(requestId);
      const outcome = await road.approve(road.people.dung, requestId);
      if (outcome.kind !== 'signed') throw new Error(`not signed: ${JSON.stringify(outcome)}`);
      grants.push(outcome.grantIds.length);
      told.push(
        outcome.decision.obligations.filter((one) => one.params['why'] === 'pair_approves_again').map((one) => `${one.rule} ${one.code}`),
      );
    }
    expect(told.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => []));
    expect(told[10]).toContain('POL-12 notify_inspector');
    expect(grants).toEqual([...Array.from({ length: 10 }, () => 1), 0]);
    const scope = { organisationCodes: ['so-xay-dung'], from: road.inHours(-1) };
    expect(await road.house.db.read((tx) => road.house.get(RepetitionAlerts).list(tx, scope, 10))).toMatchObject([
      {
        why: 'pair_approves_again',
        count: 10,
        alerts: 1,
        requesterName: road.people.mai.displayName,
        otherName: road.people.dung.displayName,
      },
    ]);
  });
});
