import '../support/node-errors.js';
import { LogReleases } from '#libs/audit';
import { Playback } from '#libs/footage';
import type { CameraId, GrantId, RequestId, Viewer } from '#libs/kernel';
import { ClassGate, Gate, type Facts, type RequestFacts } from '#libs/regulation';
import { Database } from '#libs/database';
import { cameraFacts, Cameras } from '#libs/registry';
import type { RawRequestForm } from '../../libs/sharing/src/request/request-form.js';
import { Submissions } from '../../libs/sharing/src/request/submissions.service.js';
import { Player } from '../support/hls-client.js';
import { standLog, type StandingLog } from '../support/standing-log.js';
import { openPlaybackHouse, origin, portal, wardCameras, type PlaybackHouse } from './playback-house.js';

// Nothing witnessed for four hours: all is held but emergencies (audit.md 7.9), from the request to the last byte.

const silent: StandingLog = { witnessedAgo: 4 * 3_600 + 60 };
const storm = {
  legalBasisCode: 'DATA-18.2.c',
  emergencyDeclRef: 'Công điện 07/CĐ-UBND ngày 20/11/2026 của UBND thành phố Hà Nội về ứng phó bão',
  reason: 'Theo dõi cây đổ và ngập sâu quanh hồ Hoàn Kiếm khi bão vào thành phố',
} as const;

interface Given {
  readonly grantId: GrantId;
  readonly cameraId: CameraId;
  readonly requestId: RequestId;
}

let house: PlaybackHouse;
let mai: Viewer;
let everyday: Given;
let emergency: Given;

beforeAll(async () => {
  house = await openPlaybackHouse();
  mai = await house.as('mai', 'requester');
  await stand({});
  everyday = await house.granted();
  // The whole road of an emergency is walked while nobody witnesses the log.
  await stand(silent);
  emergency = await house.granted(storm);
});
afterAll(() => house.close());

async function stand(log: StandingLog): Promise<void> {
  await standLog(house.services, origin, log);
  await house.gateway.get(LogReleases).now();
  await pause(1_050);
}
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 6_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not happen: ${what}`);
    await pause(50);
  }
}
const open = ({ grantId, cameraId }: Given): ReturnType<Playback['open']> =>
  house.playback.open(mai, { grantId, cameraId, mode: 'LIVE', reason: 'theo dõi hiện trường', cookieless: false });

async function opened(given: Given): Promise<Extract<Awaited<ReturnType<typeof open>>, { kind: 'opened' }>> {
  const outcome = await open(given);
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome;
}
async function played(given: Given) {
  const outcome = await opened(given);
  const player = new Player({ ...outcome.addresses, manner: 'honest', origin: portal });
  await player.start();
  return { ...outcome, player };
}
const rowOf = async (id: string): Promise<{ state: string; end_reason: string | null; revoked_at: Date | null } | undefined> =>
  (
    await house.services.sql<{ state: string; end_reason: string | null; revoked_at: Date | null }>(
      'select state, end_reason, revoked_at from playback_session where id = $1',
      [id],
    )
  )[0];

async function submit(overrides: Partial<RawRequestForm>, viewer: Viewer = mai): ReturnType<Submissions['submit']> {
  const inHours = (hours: number): Date => new Date(house.clock.nowMs() + hours * 3_600_000);
  const form: RawRequestForm = {
    actions: ['live_view'],
    purposeCode: 'TRAT_TU_DO_THI',
    legalBasisCode: storm.legalBasisCode,
    reason: storm.reason,
    writtenRequestNumber: '124/SXD-HT',
    writtenRequestDate: inHours(-24).toISOString().slice(0, 10),
    writtenRequestIssuer: 'Sở Xây dựng Hà Nội',
    caseReference: 'HS-2026-78',
    emergencyDeclRef: storm.emergencyDeclRef,
    dataType: 'video',
    detailLevel: 'đường phố',
    volume: '1 camera, 8 giờ',
    accessFrequency: 'một lần',
    deliveryMethod: 'xem trực tiếp',
    cameraIds: (await wardCameras(house.services)).slice(1, 2),
    windowFrom: inHours(-1),
    windowTo: inHours(8),
    ...overrides,
  };
  return house.gateway.get(Submissions).submit(viewer, form, null);
}

/** What the gateway would tell the gate at an opening under the grant. */
async function openingOf({ grantId, cameraId }: Given): Promise<Facts & { request: RequestFacts }> {
  const db = house.gateway.get(Database);
  return db.transaction(async (tx) => {
    const held = await house.grants.findUsable(tx, mai, grantId);
    const camera = await house.gateway.get(Cameras).findVisible(tx, mai, cameraId);
    if (held?.facts.request == null || camera === null) throw new Error('no such grant');
    return { ...held.facts, request: held.facts.request, camera: cameraFacts(camera) };
  });
}

describe('an emergency while nobody witnesses the log', () => {
  it('is asked for, reviewed, approved, opened and served; the same hour refuses an everyday picture with POL-15', async () => {
    await stand(silent);
    const refused = await open(everyday);
    if (refused.kind !== 'refused') throw new Error(refused.kind);
    expect(refused.decision.denies).toEqual([
      { rule: 'POL-15', articles: [], message: 'log_not_witnessed', at: 'log.witnessedAt', severity: 'high' },
    ]);
    const { player, decision } = await played(emergency);
    expect(decision).toMatchObject({ effect: 'allow', reasons: expect.arrayContaining([expect.objectContaining({ rule: 'SH-01' })]) });
    const report = await player.stop();
    expect(report.segments).toBeGreaterThan(0);
    expect(report.bytes).toBeGreaterThan(1_000);
  });

  it('keeps its document in the version that the reviewer and the approver signed', async () => {
    const [row] = await house.services.sql<{ content: string; signed: string }>(
      `select v.content, (select string_agg(d.kind || ' ' || d.verdict, ', ' order by d.signed_at) from signed_decision d
         where d.request_id = v.request_id and d.digest = v.digest) as signed
       from request_version v where v.request_id = $1`,
      [emergency.requestId],
    );
    expect(JSON.parse(row?.content ?? '{}')).toMatchObject({ emergencyDeclRef: storm.emergencyDeclRef });
    expect(row?.signed).toMatch(/^REVIEW FORWARD, APPROVAL APPROVE/);
  });

  it('goes on at the edge where an everyday picture is cut, and neither ticket opens what is held', async () => {
    await stand({});
    const [cut, goesOn, waiting] = [await played(everyday), await played(emergency), await opened(everyday)];
    await stand(silent);
    await until('the everyday session has ended', async () => (await rowOf(cut.session.id))?.state === 'ended');
    // Nobody took the right away: the record must not say so.
    expect(await rowOf(cut.session.id)).toMatchObject({ end_reason: 'log_silent', revoked_at: null });
    expect((await cut.player.stop()).events.at(-1)).toBe('ended');
    expect((await fetch(cut.addresses.mediaUrl)).status).toBe(410);
    const held = await fetch(waiting.addresses.mediaUrl);
    expect([held.status, await held.json()]).toEqual([503, expect.objectContaining({ code: 'LOG_SILENT' })]);

    const before = goesOn.player.report().segments;
    await until('the emergency plays on', () => goesOn.player.report().segments > before + 1);
    expect(await rowOf(goesOn.session.id)).toMatchObject({ state: 'live' });
    await goesOn.player.stop();
    await stand({});
    expect((await fetch(waiting.addresses.mediaUrl)).status).toBe(200);
  });

  it('stands in the list of what can be watched now; an everyday grant does not', async () => {
    const classes = house.gateway.get(ClassGate);
    const question = { action: 'live_view', purposeCode: 'TRAT_TU_DO_THI', openNow: true };
    const listed = async (given: Given): Promise<boolean | undefined> => {
      const { camera, ...papers } = await openingOf(given);
      return classes.answerCameras(mai, question, camera == null ? [] : [camera], papers).open[0];
    };
    await stand({});
    expect([await listed(everyday), await listed(emergency)]).toEqual([true, true]);
    await stand(silent);
    expect([await listed(everyday), await listed(emergency)]).toEqual([false, true]);
  });
});

describe('what is no emergency', () => {
  beforeAll(() => stand(silent));

  it.each([
    ['an everyday basis with a document', { legalBasisCode: 'PDPL-19.1.c' }, 'NOT_AN_EMERGENCY'],
    ['the prevention of crime with a document', { legalBasisCode: 'VN-PDPL-19.1.b' }, 'NOT_AN_EMERGENCY'],
    ['a word of comfort for a document', { emergencyDeclRef: 'rất khẩn cấp' }, 'EMERGENCY_DOCUMENT'],
  ])('%s is sent back with its field', async (_, overrides, code) => {
    expect(await submit(overrides)).toMatchObject({ kind: 'invalid', problem: { code, path: ['emergencyDeclRef'] } });
  });

  it.each([
    ['an emergency without its document', { emergencyDeclRef: null }, 'SH-01', 'emergency_not_proven'],
    ['an everyday request', { legalBasisCode: 'PDPL-19.1.c', emergencyDeclRef: null }, 'POL-15', 'log_not_witnessed'],
    ['an emergency without its written request', { writtenRequestNumber: null }, 'PD-14', 'written_request_missing'],
  ])('%s is refused', async (_, overrides, rule, message) => {
    const outcome = await submit(overrides);
    if (outcome.kind !== 'denied') throw new Error(JSON.stringify(outcome));
    expect(outcome.decision.denies).toContainEqual(expect.objectContaining({ rule, message }));
  });

  it('an emergency of a body that is no state agency is refused', async () => {
    const outcome = await submit({}, { ...mai, organisationKind: 'DOANH_NGHIEP' });
    if (outcome.kind !== 'denied') throw new Error(JSON.stringify(outcome));
    expect(outcome.decision.denies).toContainEqual(expect.objectContaining({ message: 'basis_is_for_state_agencies' }));
  });

  it('an emergency whose facts lose that it is one is held like any other', async () => {
    const facts = await openingOf(emergency);
    const ask = (request: RequestFacts): ReturnType<Gate['decideAlone']> =>
      house.gateway.get(Gate).decideAlone(mai, 'live_view', { ...facts, request }, { type: 'live_view.open' });
    expect((await ask(facts.request)).effect).toBe('allow');
    expect((await ask({ ...facts.request, emergency: false })).denies).toEqual([expect.objectContaining({ rule: 'POL-15' })]);
  });

  it('an everyday grant whose opening claims an emergency is held', async () => {
    const facts = await openingOf(everyday);
    const claimed = { ...facts, request: { ...facts.request, emergency: true, emergencyDeclRef: storm.emergencyDeclRef } };
    const said = await house.gateway.get(Gate).decideAlone(mai, 'live_view', claimed, { type: 'live_view.open' });
    expect(said.denies).toEqual([expect.objectContaining({ rule: 'POL-15' })]);
  });

  it('an emergency that the database does not know is neither opened nor played on at the edge, whatever the gateway says', async () => {
    const [waiting, running] = [await opened(emergency), await played(emergency)];
    const [kept] = await house.services.sql<{ code: string; rule: string }>(
      'delete from emergency_basis where code = $1 returning code, rule',
      [storm.legalBasisCode],
    );
    try {
      expect((await fetch(waiting.addresses.mediaUrl)).status).toBe(503);
      await until('it has ended', async () => (await rowOf(running.session.id))?.end_reason === 'log_silent');
      await running.player.stop();
    } finally {
      await house.services.sql('insert into emergency_basis (code, rule) values ($1, $2)', [kept?.code, kept?.rule]);
    }
    expect((await fetch(waiting.addresses.mediaUrl)).status).toBe(200);
  });

  it('stays held when nobody knows how the log stands: the edge serves nothing, an emergency neither', async () => {
    await stand({});
    const running = await played(emergency);
    await house.services.sql('revoke select on log_progress from cuao_edge');
    try {
      await until('the edge holds', () => house.edge.edge.registry.isHolding);
    } finally {
      await house.services.sql('grant select on log_progress to cuao_edge');
    }
    await until('it goes on', () => !house.edge.edge.registry.isHolding);
    await running.player.stop();
  });
});
