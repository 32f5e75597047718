import { describeDenial, PolicyStore } from '#libs/regulation';
import type { SubmitOutcome } from '../../libs/sharing/src/request/submissions.service.js';
import { SharingRoad } from './sharing-road.js';

// POL-13: a case number is written in its form, and its register knows it.

let road: SharingRoad;
beforeAll(async () => {
  road = await SharingRoad.open();
});
afterAll(() => road?.house.close());

let next = 0;
const submit = (caseReference: string | null, overrides: object = {}): Promise<SubmitOutcome> => {
  // A camera of its own for each: nobody comes back to one here.
  const at = next++ % road.wardCameras.length;
  return road.submissions.submit(
    road.people.mai,
    road.form({ caseReference, cameraIds: road.wardCameras.slice(at, at + 1), ...overrides }),
    null,
  );
};
const seconds = (outcome: SubmitOutcome): boolean | string =>
  outcome.kind === 'submitted' ? outcome.decision.obligations.some((one) => one.code === 'second_approver') : outcome.kind;

describe('a case number', () => {
  it('that the register knows, or that is not named at all, opens the way', async () => {
    expect(seconds(await submit('HS-2026-0077'))).toBe(false);
    expect(seconds(await submit(null))).toBe(false);
  });

  it('that is written in no form of the body is refused with the forms that are expected, and recorded', async () => {
    for (const wrong of ['theo chỉ đạo', 'HS2026-1', '.']) {
      const outcome = await submit(wrong);
      if (outcome.kind !== 'denied') throw new Error(`not refused: ${JSON.stringify(outcome)}`);
      const told = describeDenial(road.house.get(PolicyStore).loaded().tables, outcome.decision);
      expect(told).toMatchObject({ path: ['caseReference'], reasons: [{ rule: 'POL-13', message: 'case_number_malformed' }] });
      expect(told.nextVi).toContain('HS-2026-0077');
      expect(told.nextEn).toContain('128/2026/HS-XPHC');
      expect(told.nextVi).not.toContain('VA-2026');
    }
    expect((await road.lastEntries(1))[0]).toMatchObject({ t: 'submit_request.submit', outcome: 'refused', rules: ['POL-13'] });
    // A criminal case is nothing that a department keeps.
    const foreign = await submit('VA-2026-12');
    expect(foreign.kind === 'denied' && foreign.decision.denies.map((one) => one.message)).toContain('case_number_malformed');
  });

  it('that its register does not know is refused', async () => {
    const outcome = await submit('HS-2026-2501');
    expect(outcome.kind === 'denied' && outcome.decision.denies.map((one) => one.message)).toEqual(['case_number_not_known']);
    expect((await submit('HS-2024-1')).kind).toBe('denied');
  });

  it('whose register is not there confirms nothing: two people approve', async () => {
    await road.sql(`delete from case_book where organisation_id = $1`, [road.people.mai.organisationId]);
    const outcome = await submit('HS-2026-0077', { cameraIds: road.wardCameras.slice(0, 1) });
    expect(seconds(outcome)).toBe(true);
    if (outcome.kind !== 'submitted') return;
    await road.consent(road.people.thu, outcome.requestId);
    await road.review(outcome.requestId);
    expect(await road.approve(road.people.dung, outcome.requestId)).toMatchObject({ kind: 'signed', grantIds: [] });
    expect(await road.approve(road.people.vinh, outcome.requestId)).toMatchObject({ kind: 'signed', grantIds: [expect.any(String)] });
  });

  it('that the register has struck out since is refused to the approver', async () => {
    const requestId = await road.submitted({ cameraIds: road.wardCameras.slice(0, 1) });
    await road.consent(road.people.thu, requestId);
    await road.review(requestId);
    await road.sql(`insert into case_book values ($1, 'HO_SO', 2026, 1, 10)`, [road.people.mai.organisationId]);
    const outcome = await road.approve(road.people.dung, requestId);
    expect(outcome.kind === 'denied' && outcome.decision.denies.map((one) => one.message)).toEqual(['case_number_not_known']);
  });
});

describe('a legal basis', () => {
  it('is taken as the law writes it, kept under the name that the rules know, and stands on the log in a leaf of version 2', async () => {
    const outcome = await submit(null, { legalBasisCode: 'PDPL-17.1.đ' });
    expect(outcome.kind).toBe('submitted');
    if (outcome.kind !== 'submitted') return;
    const [row] = await road.sql<{ basis: string }>('select legal_basis_code as basis from request_version where request_id = $1', [
      outcome.requestId,
    ]);
    expect(row?.basis).toBe('PDPL-17.1.dd');
    await submit(null, { legalBasisCode: 'ND61-14/22' });
    expect((await road.lastEntries(1))[0]).toMatchObject({ v: 2, basis: 'ND61-14/22' });
  });
});
