import '../support/node-errors.js';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, EntryWriter, type EntryDraft } from '#libs/audit';
import { Database, DatabaseModule, ownerDataSource } from '#libs/database';
import { Cursors, demoPeople, demoPersonId, IdentityModule, InvalidCursor, Organisations, seedIdentity } from '#libs/identity';
import { InspectionModule, LogInspection, seedInspection } from '#libs/inspection';
import { Clock, newId, SystemClock, type EntryId, type RoleCode, type Viewer } from '#libs/kernel';
import { RegulationModule } from '#libs/regulation';
import { verifyProof } from '../../apps/cli/src/verify/proof.js';
import { parseTrustPolicy } from '../../apps/cli/src/verify/trust-policy.js';
import { eventually, openLogHouse, origin, type LogHouse } from './log-house.js';

let house: LogHouse;
let app: INestApplicationContext;
let inspection: LogInspection;
let writer: EntryWriter;

beforeAll(async () => {
  house = await openLogHouse();
  const { databaseUrl, stateDir } = house.services;
  const owner = await ownerDataSource(databaseUrl);
  await owner.transaction(seedIdentity);
  await owner.transaction((tx) => seedInspection(tx));
  await owner.destroy();

  @Global()
  @Module({
    providers: [
      { provide: Clock, useClass: SystemClock },
      { provide: Cursors, useValue: new Cursors(randomBytes(32)) },
    ],
    exports: [Clock, Cursors],
  })
  class AroundModule {}

  const settings = {
    databaseUrl,
    role: 'cuao_gateway',
    producer: 'gateway-1',
    origin,
    stateDir,
    logDir: house.logDir,
    readsOpenings: true,
  } as const;
  @Module({
    imports: [
      AroundModule,
      DatabaseModule.forProcess({ databaseUrl, role: 'cuao_gateway', poolSize: 4, applicationName: 'test-gateway' }),
      AuditModule.forProcess({ ...settings, doorbell: { redisUrl: house.services.redisUrl, queuePrefix: house.services.queuePrefix } }),
      IdentityModule.forReaders(),
      RegulationModule.forProcess({ policyDir: path.resolve('policies/bundle') }),
      InspectionModule,
    ],
  })
  class HouseModule {}
  app = await NestFactory.createApplicationContext(HouseModule, { logger: false, abortOnError: false });
  inspection = app.get(LogInspection);
  writer = app.get(EntryWriter);
}, 60_000);

afterAll(async () => {
  await app?.close();
  await house?.close();
});

/** A demo person acting in one of their roles, as identity would say it. */
async function as(key: string, role: RoleCode): Promise<Viewer> {
  const person = demoPeople().find((each) => each.key === key);
  const organisation = await app.get(Database).read((tx) => app.get(Organisations).findByCode(tx, person?.organisationCode ?? ''));
  if (person === undefined || organisation === null) throw new Error(`no demo person ${key}`);
  return {
    personId: demoPersonId(key),
    sessionId: newId('ses'),
    displayName: person.displayName,
    organisationId: organisation.id,
    organisationCode: organisation.code,
    organisationKind: organisation.orgKind,
    organisationName: organisation.nameVi,
    unitId: null,
    areaCodes: [],
    title: person.titleVi,
    role,
    functions: organisation.functions,
    inspectionIds: [],
    mfaLevel: 2,
    trainingValidTo: null,
    sourceAddress: '192.0.2.1',
    version: 1,
  };
}

async function happened(viewer: Viewer, change: Partial<EntryDraft> = {}): Promise<EntryId> {
  const ref = await writer.append({
    type: 'live_view.open',
    viewer,
    outcome: 'allowed',
    resource: { kind: 'camera', id: newId('cam') },
    ...change,
  });
  return ref.entryId;
}

const isSearchable = async (id: EntryId): Promise<boolean> =>
  (await house.services.sql('select 1 from audit_search where entry_id = $1', [id.slice(4)])).length > 0;

/** Types and outcomes that the viewer's own reading has put on the log, oldest first. */
async function readingsOf(viewer: Viewer): Promise<string[]> {
  const rows = await house.services.sql<{ leaf: Buffer }>(`select leaf from audit_outbox union all select l.leaf from audit_leaf l`);
  const leaves = rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as { t: string; outcome: string; org?: string; at: string });
  return leaves
    .filter(({ t, org }) => t.startsWith('audit.') && org === viewer.organisationCode)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ t, outcome }) => `${t} ${outcome}`);
}

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
    await eventually('the entry is searchable', () => isSearchable(id));
    const outcome = await inspection.search(khanh, { first: 10 }, { cameraId });
    if (outcome.kind !== 'page') throw new Error('refused');
    expect(outcome.page.edges.map(({ node }) => [node.id, node.actorName, node.caseReference, node.rules, node.cameraId])).toEqual([
      [id, 'Nguyễn Thị Mai', 'VV-2026-7', ['PD-06'], cameraId],
    ]);
    expect(outcome.page.edges[0]?.node.leaf).toContain(`"id":"${id}"`);
    expect(await readingsOf(khanh)).toContain('audit.query allowed');
  });

  it('finds entries by the exact case number, though the log holds only its commitment', async () => {
    const [mai, khanh] = [await as('mai', 'requester'), await as('khanh', 'inspection_head')];
    const id = await happened(mai, { caseRef: 'VV-2026-8' });
    await eventually('the entry is searchable', () => isSearchable(id));
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
    await eventually('the delivery is searchable', () => isSearchable(delivered));
    const outcome = await inspection.search(khanh, { first: 10 }, { requestId });
    expect(outcome.kind === 'page' && outcome.page.edges.map(({ node }) => [node.id, node.actorName])).toEqual([
      [delivered, null],
      [other, null],
      [submitted, 'Nguyễn Thị Mai'],
    ]);
    expect((await inspection.entry(khanh, delivered))?.leaf).toContain('edge-1');
    const proof = await inspection.proof(khanh, other);
    expect(proof.kind === 'proof' && proof.leaf).toContain(other);
  });

  it('is denied a body that the decision does not name, and the refusal is recorded', async () => {
    const khanh = await as('khanh', 'inspection_head');
    const outcome = await inspection.search(khanh, { first: 10 }, { organisationCode: 'ubnd-dong-da' });
    expect(outcome.kind === 'refused' && outcome.decision.denies.map(({ message }) => message)).toContain('outside_inspection_scope');
    expect(await readingsOf(khanh)).toContain('audit.query refused');
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
    await eventually('the entry is searchable', () => isSearchable(id));
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
    await eventually('all are searchable', () => isSearchable(ids.at(-1)!));
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
    await eventually('both are searchable', async () => (await isSearchable(own)) && isSearchable(foreign));
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
    await eventually('the consent is searchable', () => isSearchable(consent));
    const seen = await inspection.search(mai, { first: 10 }, { requestId });
    const row = seen.kind === 'page' ? seen.page.edges.find(({ node }) => node.id === consent)?.node : undefined;
    expect([row?.organisationCode, row?.actorName, row?.leaf]).toEqual(['ubnd-hoan-kiem', null, null]);
    const stranger = await inspection.search(binh, { first: 10 }, { requestId });
    expect(stranger.kind === 'page' && stranger.page.edges).toEqual([]);
  });
});

describe('a proof', () => {
  const trusted = (): Exclude<ReturnType<typeof parseTrustPolicy>, string> => {
    const policy = parseTrustPolicy(readFileSync(path.join(house.logDir, 'policy'), 'utf8'));
    if (typeof policy === 'string') throw new Error(policy);
    return policy;
  };

  it('is given to the inspector with the hashed text, verifies offline, and its taking is an entry', async () => {
    const [mai, khanh] = [await as('mai', 'requester'), await as('khanh', 'inspection_head')];
    const id = await happened(mai);
    await eventually('it is witnessed', async () => {
      const outcome = await inspection.proof(khanh, id);
      return outcome.kind === 'proof' && outcome.proof.entry.state === 'WITNESSED';
    });
    const outcome = await inspection.proof(khanh, id);
    if (outcome.kind !== 'proof' || outcome.leaf === null) throw new Error(outcome.kind);
    expect(await verifyProof(outcome.proof.text, trusted(), { bytes: Buffer.from(outcome.leaf) })).toMatchObject({
      index: outcome.proof.index,
    });
    expect(outcome.proof.witnesses).toHaveLength(1);
    expect(await readingsOf(khanh)).toContain('audit.proof allowed');
  });

  it('is given to anybody who knows the id, without the text; to the actor with it', async () => {
    const [mai, binh] = [await as('mai', 'requester'), await as('binh', 'requester')];
    const id = await happened(mai);
    await eventually('it has a number', async () => (await inspection.proof(null, id)).kind === 'proof');
    const [publicly, stranger, actor] = [
      await inspection.proof(null, id),
      await inspection.proof(binh, id),
      await inspection.proof(mai, id),
    ];
    expect([publicly, stranger, actor].map((each) => each.kind === 'proof' && each.leaf !== null)).toEqual([false, false, true]);
  });

  it('of an entry that does not exist is not found, and asking is recorded', async () => {
    const khanh = await as('khanh', 'inspection_head');
    expect(await inspection.proof(khanh, newId('ent'))).toEqual({ kind: 'not_found' });
    expect(await inspection.proof(khanh, 'nonsense')).toEqual({ kind: 'not_found' });
  });
});

describe('a receipt in hand', () => {
  it('is checked for anybody, and a changed one is seen', async () => {
    const mai = await as('mai', 'requester');
    const receipt = await writer.append({ type: 'live_view.open', viewer: mai, outcome: 'allowed' });
    await eventually('it has a number', async () => (await inspection.receiptCheck(receipt.text)).index !== null);
    expect(await inspection.receiptCheck(receipt.text)).toMatchObject({ signatureOk: true, entryId: receipt.entryId });
    expect(await inspection.receiptCheck(receipt.text.replace(/"pseq":\d+/, '"pseq":1'))).toMatchObject({ signatureOk: false });
  });
});

describe('when the record cannot be written', () => {
  it('nothing is read', async () => {
    const khanh = await as('khanh', 'inspection_head');
    await house.services.sql('revoke insert on audit_outbox from cuao_gateway');
    try {
      await expect(inspection.search(khanh, { first: 1 }, {})).rejects.toThrow();
    } finally {
      await house.services.sql('grant insert on audit_outbox to cuao_gateway');
    }
  });
});
