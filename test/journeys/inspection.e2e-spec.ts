import '../support/node-errors.js';
import { InvalidCursor } from '#libs/identity';
import type { LogInspection } from '#libs/inspection';
import { newId, newIdV7, type EntryId, type Viewer } from '#libs/kernel';
import { openInspectionHouse, type InspectionHouse } from './inspection-house.js';
import { eventually } from '../support/eventually.js';

let house: InspectionHouse;
let inspection: LogInspection;
let as: InspectionHouse['as'];
let happened: InspectionHouse['happened'];

beforeAll(async () => {
  house = await openInspectionHouse();
  ({ inspection, as, happened } = house);
});

afterAll(() => house?.close());

describe('an inspector inside the inspection decision', () => {
  it('finds who did what, by name, and the reading is an entry', async () => {
    const [mai, khanh] = [await as('mai', 'requester'), await as('khanh', 'inspection_head')];
    const cameraId = newId('cam');
    const id = await happened(mai, {
      resource: { kind: 'camera', id: cameraId },
      caseRef: 'VV-2026-7',
      purpose: 'GIAO_THONG',
      rules: ['PD-06'],
    });
    await eventually('the entry is searchable', () => house.isSearchable(id));
    const outcome = await inspection.search(khanh, { first: 10 }, { cameraId });
    if (outcome.kind !== 'page') throw new Error('refused');
    expect(outcome.page.edges.map(({ node }) => [node.id, node.actorName, node.caseReference, node.rules, node.cameraId])).toEqual([
      [id, 'Nguyễn Thị Mai', 'VV-2026-7', ['PD-06'], cameraId],
    ]);
    expect(outcome.page.edges[0]?.node.leaf).toContain(`"id":"${id}"`);
    expect(await house.readingsOf(khanh)).toContain('audit.query allowed');
  });

  it('finds entries by the exact case number, though the log holds only its commitment', async () => {
    const [mai, khanh] = [await as('mai', 'requester'), await as('khanh', 'inspection_head')];
    const id = await happened(mai, { caseRef: 'VV-2026-8' });
    await eventually('the entry is searchable', () => house.isSearchable(id));
    const outcome = await inspection.search(khanh, { first: 10 }, { text: 'VV-2026-8' });
    expect(outcome.kind === 'page' && outcome.page.edges.map(({ node }) => node.id)).toContain(id);
  });

  it('sees the whole chain of an inspected body’s request, deliveries by processes and acts of others among it', async () => {
    const [mai, binh, khanh] = [await as('mai', 'requester'), await as('binh', 'requester'), await as('khanh', 'inspection_head')];
    const requestId = newId('req');
    const submitted = await happened(mai, { type: 'submit_request.submit', requestId, resource: { kind: 'request', id: requestId } });
    const other = await happened(binh, { type: 'consent.sign', requestId, resource: { kind: 'request', id: requestId } });
    const delivered = await happened(mai, {
      type: 'live_view.delivered',
      viewer: null,
      actorProcess: 'edge-1',
      outcome: 'done',
      requestId,
    });
    await eventually('the delivery is searchable', () => house.isSearchable(delivered));
    const outcome = await inspection.search(khanh, { first: 10 }, { requestId });
    expect(outcome.kind === 'page' && outcome.page.edges.map(({ node }) => [node.id, node.actorName])).toEqual([
      [delivered, null],
      [other, null],
      [submitted, 'Nguyễn Thị Mai'],
    ]);
    expect((await inspection.entry(khanh, delivered))?.leaf).toContain('edge-1');
    await eventually('it is witnessed', async () => (await inspection.proof(khanh, other)).kind === 'proof');
    const proof = await inspection.proof(khanh, other);
    expect(proof.kind === 'proof' && proof.leaf).toContain(other);
  });

  it('is denied a body that the decision does not name, and the refusal is recorded', async () => {
    const khanh = await as('khanh', 'inspection_head');
    const outcome = await inspection.search(khanh, { first: 10 }, { organisationCode: 'ubnd-dong-da' });
    expect(outcome.kind === 'refused' && outcome.decision.denies.map(({ message }) => message)).toContain('outside_inspection_scope');
    expect(await house.readingsOf(khanh)).toContain('audit.query refused');
  });

  it('is denied a time before the period, and a body that nobody knows', async () => {
    const khanh = await as('khanh', 'inspection_head');
    const early = await inspection.search(khanh, { first: 10 }, { from: new Date('2020-01-01T00:00:00Z') });
    expect(early.kind === 'refused' && early.decision.denies.map(({ message }) => message)).toContain('outside_inspection_period');
    const unknown = await inspection.search(khanh, { first: 10 }, { organisationCode: 'no-such-body' });
    expect(unknown.kind).toBe('refused');
  });

  it('never sees entries of other bodies in an open search', async () => {
    const [binh, khanh] = [await as('binh', 'requester'), await as('khanh', 'inspection_head')];
    const cameraId = newId('cam');
    const id = await happened(binh, { resource: { kind: 'camera', id: cameraId } });
    await eventually('the entry is searchable', () => house.isSearchable(id));
    const outcome = await inspection.search(khanh, { first: 10 }, { cameraId });
    expect(outcome.kind === 'page' && outcome.page.edges).toEqual([]);
    expect(await inspection.entry(khanh, id)).toBeNull();
    expect((await inspection.proof(khanh, id)).kind).toBe('refused');
  });

  it('pages without gaps while the log grows, and a cursor is good for its own list and person only', async () => {
    const [mai, khanh, linh] = [await as('mai', 'requester'), await as('khanh', 'inspection_head'), await as('linh', 'inspector')];
    const cameraId = newId('cam');
    const ids: EntryId[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await happened(mai, { resource: { kind: 'camera', id: cameraId } }));
    await eventually('all are searchable', () => house.isSearchable(ids.at(-1)!));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const outcome = await inspection.search(khanh, { first: 2, after }, { cameraId });
      if (outcome.kind !== 'page') throw new Error('refused');
      seen.push(...outcome.page.edges.map(({ node }) => node.id));
      after = outcome.page.pageInfo.hasNextPage ? outcome.page.pageInfo.endCursor : null;
      if (after !== null && seen.length === 2) {
        const stolen = after;
        await expect(inspection.search(linh, { first: 2, after: stolen }, { cameraId })).rejects.toThrow(InvalidCursor);
        await expect(inspection.search(khanh, { first: 2, after: stolen }, {})).rejects.toThrow(InvalidCursor);
        await happened(mai, { resource: { kind: 'camera', id: cameraId } });
      }
    } while (after !== null);
    expect(seen).toEqual([...ids].reverse());
  });
});

describe('the entry of a decision', () => {
  it('is found by the decision and its time, with the digest of the facts; none where there is none', async () => {
    const [mai, decidedAt] = [await as('mai', 'requester'), new Date()];
    const decisionId = newIdV7('dec', decidedAt.getTime());
    const factsDigest = `sha256:${'5'.repeat(64)}`;
    const id = await happened(mai, { decisionId, factsDigest });
    expect(await house.reader.findByDecision(newIdV7('dec', decidedAt.getTime()), decidedAt)).toBeNull();
    await eventually('the entry is searchable', () => house.isSearchable(id));
    const found = await house.reader.findByDecision(decisionId, decidedAt);
    expect([found?.entryId, found?.leaf.org]).toEqual([id, 'so-xay-dung']);
    expect(found?.leaf.facts).toBe(factsDigest.slice('sha256:'.length));
    expect(await house.reader.findByDecision(decisionId, new Date(decidedAt.getTime() - 3_600_000))).toBeNull();
  });
});

describe('an inspector without papers', () => {
  it('is refused whatever is asked for, and recorded', async () => {
    const stranger: Viewer = { ...(await as('linh', 'inspector')), personId: newId('per') };
    const outcome = await inspection.search(stranger, { first: 10 }, {});
    expect(outcome.kind === 'refused' && outcome.decision.denies.some(({ rule }) => rule === 'IN-02')).toBe(true);
  });

  it('sees what colleagues of the inspectorate have read, so that nobody inspects unseen', async () => {
    const [khanh, linh] = [await as('khanh', 'inspection_head'), await as('linh', 'inspector')];
    await inspection.search(khanh, { first: 1 }, {});
    await eventually('the reading of a colleague is seen', async () => {
      const outcome = await inspection.search(linh, { first: 50 }, { organisationCode: linh.organisationCode, type: 'audit.query' });
      return outcome.kind === 'page' && outcome.page.edges.some(({ node }) => node.actorName === khanh.displayName && node.leaf !== null);
    });
  });
});

describe('everybody else', () => {
  it('sees their own acts, not those of others', async () => {
    const [mai, thu] = [await as('mai', 'requester'), await as('thu', 'owner')];
    const [own, foreign] = [await happened(thu, { type: 'consent.sign' }), await happened(mai, { type: 'live_view.open' })];
    await eventually('both are searchable', async () => (await house.isSearchable(own)) && house.isSearchable(foreign));
    const outcome = await inspection.search(thu, { first: 100 }, {});
    const ids = outcome.kind === 'page' ? outcome.page.edges.map(({ node }) => node.id) : [];
    expect([ids.includes(own), ids.includes(foreign)]).toEqual([true, false]);
    expect(await inspection.entry(thu, foreign)).toBeNull();
    expect((await inspection.entry(thu, own))?.leaf).toContain(own);
  });

  it('sees what happened to the requests of their own body, with the names of other bodies closed', async () => {
    const [mai, thu, binh] = [await as('mai', 'requester'), await as('thu', 'owner'), await as('binh', 'requester')];
    const requestId = newId('req');
    await happened(mai, { type: 'submit_request.submit', requestId, resource: { kind: 'request', id: requestId } });
    const consent = await happened(thu, { type: 'consent.sign', requestId, resource: { kind: 'request', id: requestId } });
    await eventually('the consent is searchable', () => house.isSearchable(consent));
    const seen = await inspection.search(mai, { first: 10 }, { requestId });
    const row = seen.kind === 'page' ? seen.page.edges.find(({ node }) => node.id === consent)?.node : undefined;
    expect([row?.organisationCode, row?.actorName, row?.leaf]).toEqual(['ubnd-hoan-kiem', null, null]);
    const stranger = await inspection.search(binh, { first: 10 }, { requestId });
    expect(stranger.kind === 'page' && stranger.page.edges).toEqual([]);
  });
});
