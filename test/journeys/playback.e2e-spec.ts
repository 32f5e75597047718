import '../support/node-errors.js';
import { performance } from 'node:perf_hooks';
import { newId, type CameraId, type GrantId, type PlaybackSessionId, type Viewer } from '#libs/kernel';
import type { OpenPlaybackOutcome } from '#libs/footage';
import { eventually } from '../support/eventually.js';
import { Player } from '../support/hls-client.js';
import { emergencyList } from './emergency-list.js';
import { openPlaybackHouse, portal, wardCameras, type PlaybackHouse } from './playback-house.js';

let house: PlaybackHouse;
let mai: Viewer;
let grantId: GrantId;
let cameraId: CameraId;

beforeAll(async () => {
  house = await openPlaybackHouse();
  mai = await house.as('mai', 'requester');
  ({ grantId, cameraId } = await house.granted());
});
afterAll(() => house.close());

const ask = (overrides: object = {}) => ({
  grantId,
  cameraId,
  mode: 'LIVE' as const,
  reason: 'theo dõi hiện trường',
  cookieless: false,
  ...overrides,
});

async function opened(viewer: Viewer = mai, overrides: object = {}): Promise<Extract<OpenPlaybackOutcome, { kind: 'opened' }>> {
  const outcome = await house.playback.open(viewer, ask(overrides));
  if (outcome.kind !== 'opened') throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function play(viewer: Viewer = mai, overrides: object = {}, manner: 'honest' | 'greedy' = 'honest') {
  const outcome = await opened(viewer, overrides);
  const player = new Player({ ...outcome.addresses, manner, origin: portal });
  await player.start();
  return { ...outcome, player };
}

async function entriesOf(
  playback: string,
): Promise<
  { t: string; outcome: string; id: string; intent?: string; rules?: string[]; details?: Record<string, unknown>; process?: string }[]
> {
  const rows = await house.services.sql<{ leaf: string }>(`select convert_from(leaf, 'UTF8') as leaf from audit_outbox order by id`);
  return rows
    .map(({ leaf }) => JSON.parse(leaf) as { t: string; outcome: string; id: string; playback?: string })
    .filter((leaf) => leaf.playback === playback);
}

async function lastEntry(type: string): Promise<{ t: string; outcome: string; rules?: string[]; playback?: string }> {
  const rows = await house.services.sql<{ leaf: string }>(`select convert_from(leaf, 'UTF8') as leaf from audit_outbox order by id desc`);
  const found = rows.map(({ leaf }) => JSON.parse(leaf) as { t: string; outcome: string }).find((leaf) => leaf.t === type);
  if (found === undefined) throw new Error(`no entry ${type}`);
  return found;
}

const count = async (table: string): Promise<number> =>
  (await house.services.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0;

/** P5: from a revocation to the last byte. */
const biteMs = 1_000;

const isEnded = (id: PlaybackSessionId) => async (): Promise<boolean> => (await house.playback.read(mai, id))?.state === 'ended';

describe('opening a live view', () => {
  it('asks the gate, puts it on the log, then plays; the viewer’s name is the watermark and no address of a source is told', async () => {
    const { session, decision, receipt, addresses, player } = await play();
    expect(decision).toMatchObject({ effect: 'allow', action: 'live_view' });
    expect(session).toMatchObject({ state: 'opening', mode: 'LIVE', decisionId: decision.id, openEntryId: decision.entry.entryId });
    expect(session.watermarkText).toContain(mai.displayName);
    expect(session.watermarkText).toContain(mai.organisationName);
    expect(session.obligations.map((one) => one.code)).toEqual(expect.arrayContaining(['watermark', 'max_duration']));
    expect(session.notAfter.getTime() - session.openedAt.getTime()).toBeLessThanOrEqual(60 * 60_000);
    expect(receipt?.entryId).toBe(decision.entry.entryId);
    expect(addresses.mediaUrl).toMatch(new RegExp(`^${house.edgeUrl}/media/${session.id}/index\\.m3u8\\?ticket=[\\w-]{43}$`));
    expect((await entriesOf(session.id)).map((entry) => [entry.t, entry.outcome])).toEqual([['live_view.open', 'allowed']]);
    expect((await house.playback.read(mai, session.id))?.state).toBe('live');
    await player.stop();
  });

  it('gives a short session with its secret in the path to a player without cookies', async () => {
    const { session, addresses, player } = await play(mai, { cookieless: true });
    expect(addresses.mediaUrl).toMatch(/~[\w-]{43}\/index\.m3u8$/);
    expect(session.notAfter.getTime() - session.openedAt.getTime()).toBeLessThanOrEqual(10 * 60_000);
    await player.stop();
  });

  it('refuses and records: another body’s grant, an absent grant, a camera outside the grant, an absent camera', async () => {
    const binh = await house.as('binh', 'requester');
    const [, otherCamera] = await wardCameras(house.services);
    const before = await count('playback_session');
    for (const [viewer, overrides] of [
      [binh, {}],
      [mai, { grantId: newId('grt') }],
      [mai, { cameraId: otherCamera }],
      [mai, { cameraId: newId('cam') }],
    ] as const) {
      const outcome = await house.playback.open(viewer, ask(overrides));
      expect(outcome.kind).toBe('refused');
      expect(await lastEntry('live_view.open')).toMatchObject({ outcome: 'refused' });
    }
    expect(await count('playback_session')).toBe(before);
  });

  it('refuses recorded footage that the grant does not name, and says honestly where it is not offered yet', async () => {
    expect((await house.playback.open(mai, ask({ mode: 'RECORDED' }))).kind).toBe('refused');
    const inHours = (hours: number): Date => new Date(house.clock.nowMs() + hours * 3_600_000);
    const recorded = await house.granted({ actions: ['playback'], windowFrom: inHours(-2), windowTo: inHours(2) });
    const outcome = await house.playback.open(mai, ask({ ...recorded, mode: 'RECORDED' }));
    expect(outcome).toEqual({ kind: 'unsupported', mode: 'RECORDED' });
    expect(await lastEntry('playback.open')).toMatchObject({ outcome: 'refused' });
  });
});

describe('ending', () => {
  it('stops the picture when the grant is revoked, within a second, and the record says by how much', async () => {
    const road = await house.granted();
    const { session, player } = await play(mai, road, 'greedy');
    const other = await play();
    const sentAt = performance.now();
    const outcome = await house.grants.revoke(await house.as('thu', 'owner'), road.grantId, 'mục đích đã hết');
    if (outcome.kind !== 'revoked') throw new Error(JSON.stringify(outcome));
    expect(outcome.reach).toMatchObject({ edgesExpected: 1, edgesAcknowledged: 1, sessionsEnded: 1 });
    await eventually('the player is refused', () => (player.report().statuses[410] ?? 0) > 0);
    const report = await player.stop();
    expect(report.statuses[410]).toBeGreaterThan(0);
    expect((report.lastMediaByteAt ?? Infinity) - sentAt).toBeLessThan(biteMs);
    await eventually('the session has ended', isEnded(session.id), 2_000);
    const row = await house.playback.read(mai, session.id);
    expect(row).toMatchObject({ endReason: 'revoked' });
    expect(row?.revokedAt?.getTime()).toBe(outcome.at.getTime());
    expect((row?.lastByteAt?.getTime() ?? Infinity) - outcome.at.getTime()).toBeLessThan(biteMs);
    const told = await entriesOf(session.id);
    expect(told.map((entry) => entry.t)).toEqual(expect.arrayContaining(['live_view.open', 'live_view.delivered', 'live_view.close']));
    expect(
      told
        .filter((entry) => entry.t !== 'live_view.open' && entry.t !== 'playback_session.read')
        .every((entry) => entry.intent === session.openEntryId),
    ).toBe(true);
    const [range] = await house.playback.listDelivered(session.id);
    expect((range?.toMs ?? 0) - (range?.fromMs ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect((await house.playback.read(mai, other.session.id))?.state).toBe('live');
    await other.player.stop();
  });

  it('stops the picture when its viewer is put on the emergency list, and opens no other until the list is lifted', async () => {
    const { session, player } = await play(mai, {}, 'greedy');
    const sentAt = performance.now();
    const said = await house.emergency.activate(await house.as('lam', 'policy_signer'), emergencyList(1, [mai.personId], ['CATP']));
    expect(said.kind === 'done' ? said.streamsCut : 0).toBeGreaterThanOrEqual(1);
    await eventually('the player is refused', () => (player.report().statuses[410] ?? 0) > 0);
    const report = await player.stop();
    expect(report.statuses[410]).toBeGreaterThan(0);
    expect((report.lastMediaByteAt ?? Infinity) - sentAt).toBeLessThan(biteMs);
    const refused = await house.playback.open(mai, ask());
    expect(refused).toMatchObject({ kind: 'refused', decision: { denies: [{ rule: 'POL-14', at: 'viewer.userId' }] } });
    const lifted = await house.emergency.activate(await house.as('lam', 'policy_signer'), emergencyList(2, [], ['CATP', 'SO_KHCN']));
    expect(lifted.kind).toBe('done');
    await eventually('the session has ended', isEnded(session.id));
    expect((await house.playback.read(mai, session.id))?.endReason).toBe('revoked');
    await (await play()).player.stop();
  });

  it('never leaves a playable session, however opening and revoking overlap', async () => {
    const thu = await house.as('thu', 'owner');
    for (let round = 0; round < 8; round += 1) {
      const road = await house.granted();
      const [outcome] = await Promise.all([house.playback.open(mai, ask(road)), house.grants.revoke(thu, road.grantId, 'thu hồi ngay')]);
      if (outcome.kind === 'opened') expect((await fetch(outcome.addresses.mediaUrl)).status).toBe(410);
      else expect(outcome.kind).toBe('refused');
    }
  });

  it('follows the viewer’s own wish, once, and nobody else’s', async () => {
    const { session, player } = await play();
    expect((await house.playback.close(await house.as('binh', 'requester'), session.id)).kind).toBe('notFound');
    expect((await house.playback.close(mai, session.id)).kind).toBe('closed');
    await eventually('the session has ended', isEnded(session.id), 2_000);
    expect((await house.playback.read(mai, session.id))?.endReason).toBe('client');
    expect((await player.stop()).events).toContain('ended');
    expect((await house.playback.close(mai, session.id)).kind).toBe('ended');
  });

  it('holds for a session that was never begun: its ticket opens nothing after it was closed', async () => {
    const { session, addresses } = await opened();
    expect((await house.playback.close(mai, session.id)).kind).toBe('closed');
    expect((await fetch(addresses.mediaUrl)).status).toBe(410);
  });

  it('lets the owner end one session and refuses others', async () => {
    const { session, player } = await play();
    expect((await house.playback.revoke(await house.as('phuc', 'owner'), session.id, 'không phải của tôi')).kind).toBe('notFound');
    expect((await house.playback.revoke(mai, session.id, 'tự thu hồi')).kind).toBe('refused');
    const outcome = await house.playback.revoke(await house.as('thu', 'owner'), session.id, 'xem quá mục đích');
    expect(outcome).toMatchObject({ kind: 'revoked', reach: { edgesAcknowledged: 1, sessionsEnded: 1 } });
    expect((await player.stop()).events).toContain('revoked');
  });
});

describe('the clocks', () => {
  it('close an opening whose ticket was never used, and a session whose edge has gone, each with its entry', async () => {
    const unused = await opened();
    const lost = await opened();
    await house.services.sql(`update playback_session set secret_expires_at = opened_at + interval '1 millisecond' where id = $1`, [
      unused.session.id,
    ]);
    await house.services.sql(`update playback_session set state = 'live', edge_id = 'edge-gone', live_at = opened_at where id = $1`, [
      lost.session.id,
    ]);
    await eventually('the unused opening is closed', async () => (await house.clocks.closeNotStarted()) > 0, 7_000);
    expect(await house.clocks.closeUnreported()).toBe(1);
    expect(await house.clocks.closeUnreported()).toBe(0);
    expect((await entriesOf(unused.session.id)).at(-1)).toMatchObject({
      t: 'live_view.close',
      outcome: 'done',
      process: 'worker',
      intent: unused.session.openEntryId,
    });
    expect((await entriesOf(lost.session.id)).at(-1)).toMatchObject({
      t: 'live_view.close',
      outcome: 'failed',
      details: { reason: 'edge_lost' },
    });
    expect((await house.playback.read(mai, lost.session.id))?.endReason).toBe('edge_lost');
  });
});
