import '../support/node-errors.js';
import { performance } from 'node:perf_hooks';
import { SystemClock } from '#libs/kernel';
import { createEdge, type RunningEdge } from '../../apps/edge/src/create-edge.js';
import { layCable } from '../support/cable.js';
import { eventually } from '../support/eventually.js';
import { Player } from '../support/hls-client.js';
import { createTestDatabase, type TestServices } from '../support/services.js';
import { plantSession, type Planted } from './edge-planted.js';

const portal = 'http://127.0.0.1:7400';
const clock = new SystemClock();
let services: TestServices;
const running: RunningEdge[] = [];

beforeAll(async () => {
  services = await createTestDatabase({ content: 'city' });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});
afterAll(() => services.close());

async function startEdge(
  name = 'edge-1',
  databaseUrl = services.databaseUrl,
): Promise<{ readonly url: string; readonly running: RunningEdge }> {
  const one = await createEdge({
    stateDir: services.stateDir,
    logOrigin: 'audit.hanoi.example/footage-access/1/2026h2',
    databaseUrl,
    producer: name,
    port: 0,
    policyDir: services.stateDir,
    publicUrl: portal,
    edgeUrl: 'http://127.0.0.1:1',
    ffmpeg: process.env['CUAO_FFMPEG'] ?? '/usr/bin/ffmpeg',
    virtualClip: `${services.stateDir}/virtual.mp4`,
  });
  running.push(one);
  return { url: `http://127.0.0.1:${one.port}`, running: one };
}

const mediaUrl = (url: string, { id, secret }: Planted): string => `${url}/media/${id}/index.m3u8?ticket=${secret}`;

async function play(url: string, planted: Planted): Promise<Player> {
  const player = new Player({
    mediaUrl: mediaUrl(url, planted),
    eventsUrl: `${url}/media/${planted.id}/events`,
    manner: 'greedy',
    origin: portal,
  });
  await player.start();
  return player;
}

/** A revocation as `Revocations.publish` writes it; without its announcement when a lost one is tried. */
async function revoke(grantId: string, announce: boolean): Promise<string> {
  const [row] = await services.sql<{ position: string }>(
    `
    with counted as (update revocation_counter set position = position + 1 returning position)
    insert into revocation (position, at, selector_kind, selector_id, reason)
    select position, $1, 'grant', $2, 'grant_revoked' from counted returning position::text as position`,
    [clock.now(), grantId],
  );
  if (row === undefined) throw new Error('not counted');
  if (announce) await services.sql(`select pg_notify('cuao_revocation', $1)`, [row.position]);
  return row.position;
}

/** P5: from a revocation to the last byte. */
const biteMs = 1_000;

/** What `look` finds, as soon as it finds something. */
async function found<T>(what: string, look: () => Promise<T | null | undefined>, withinMs: number): Promise<T> {
  let one: T | null | undefined;
  await eventually(what, async () => (one = await look()) !== null && one !== undefined, withinMs);
  return one as T;
}

interface SessionRow {
  readonly state: string;
  readonly end_reason: string | null;
  readonly revoked_at: Date | null;
  readonly last_byte_at: Date | null;
  readonly first_byte_at: Date | null;
  readonly close_entry_id: string | null;
}

const ended = (id: string, withinMs: number): Promise<SessionRow> =>
  found(
    'the session has ended',
    async () => (await services.sql<SessionRow>(`select * from playback_session where id = $1 and state = 'ended'`, [id]))[0],
    withinMs,
  );

async function leaves(id: string): Promise<Record<string, unknown>[]> {
  const rows = await services.sql<{ leaf: string }>(`select convert_from(leaf, 'UTF8') as leaf from audit_outbox order by id`);
  return rows.map((row) => JSON.parse(row.leaf) as Record<string, unknown>).filter((leaf) => leaf['playback'] === id);
}

describe('an edge on the record', () => {
  it('plays, is cut by a revocation at once, acknowledges it and puts deliveries and the end on the log', async () => {
    const { url } = await startEdge();
    const planted = await plantSession(services, clock);
    const player = await play(url, planted);
    const revokedAt = performance.now();
    const position = await revoke(planted.grantId, true);
    const ack = await found(
      'the edge acknowledges',
      async () =>
        (
          await services.sql<{ edge_id: string; sessions_ended: number }>('select * from revocation_ack where position = $1', [position])
        )[0],
      1_000,
    );
    expect(ack).toMatchObject({ edge_id: 'edge-1', sessions_ended: 1 });
    const row = await ended(planted.id, 2_000);
    const { lastMediaByteAt } = await player.stop();
    expect((lastMediaByteAt ?? Infinity) - revokedAt).toBeLessThan(biteMs);
    expect(row.end_reason).toBe('revoked');
    expect((row.last_byte_at?.getTime() ?? Infinity) - (row.revoked_at?.getTime() ?? 0)).toBeLessThan(biteMs);
    const told = await leaves(planted.id);
    expect(told.map((leaf) => leaf['t'])).toEqual(['live_view.delivered', 'live_view.close']);
    expect(told[0]).toMatchObject({
      outcome: 'done',
      process: 'edge-1',
      grant: planted.grantId,
      purpose: 'GIAO_THONG',
      details: { part: 1 },
    });
    expect(told[1]).toMatchObject({
      id: row.close_entry_id,
      details: { reason: 'revoked', revokedAt: row.revoked_at?.toISOString(), lastByteAt: row.last_byte_at?.toISOString() },
    });
    const ranges = await services.sql('select from_at, to_at from delivered_range where session_id = $1', [planted.id]);
    expect(ranges).toHaveLength(1);
  });

  it('is cut within the second of its own look when the announcement is lost', async () => {
    const { url } = await startEdge();
    const planted = await plantSession(services, clock);
    const player = await play(url, planted);
    const startedAt = performance.now();
    await revoke(planted.grantId, false);
    await ended(planted.id, 3_000);
    expect(((await player.stop()).lastMediaByteAt ?? Infinity) - startedAt).toBeLessThan(2_000);
  });

  it.each([
    [
      'its grant ended without a revocation',
      `update access_grant set ended_at = $2, end_kind = 'REVOKED', end_entry_id = 'x', epoch = 2 where id = $1`,
      'grantId',
    ],
    ['its viewer signed out', `update session set ended_at = $2, end_reason = 'SIGNED_OUT' where id = $1`, 'signInId'],
  ] as const)('ends because %s', async (_name, sql, key) => {
    const { url } = await startEdge();
    const planted = await plantSession(services, clock);
    const player = await play(url, planted);
    await services.sql(sql, [planted[key], clock.now()]);
    expect((await ended(planted.id, 3_000)).end_reason).toBe('revoked');
    await player.stop();
  });

  it('T17 shows nothing of a session whose opening is not on the log', async () => {
    const { url } = await startEdge();
    const skipped = await plantSession(services, clock, { isRecorded: false });
    expect((await fetch(mediaUrl(url, skipped))).status).toBe(403);
    const [row] = await services.sql<{ state: string }>('select state from playback_session where id = $1', [skipped.id]);
    expect(row?.state).toBe('opening');
  });

  it('refuses a ticket whose grant ended meanwhile, and a session of another edge', async () => {
    const first = await startEdge('edge-1');
    const second = await startEdge('edge-2');
    const planted = await plantSession(services, clock);
    const player = await play(first.url, planted);
    expect((await fetch(mediaUrl(second.url, planted))).status).toBe(403);
    expect((await fetch(`${second.url}/media/${planted.id}/index.m3u8`, { headers: { cookie: player.cookieHeader() ?? '' } })).status).toBe(
      403,
    );
    await player.stop();
    const late = await plantSession(services, clock);
    await services.sql(`update access_grant set ended_at = $2, end_kind = 'REVOKED', end_entry_id = 'x', epoch = 2 where id = $1`, [
      late.grantId,
      clock.now(),
    ]);
    expect((await fetch(mediaUrl(first.url, late))).status).toBe(410);
  });

  it('tells what its predecessor left live as lost, and answers 410 for it', async () => {
    const first = await startEdge();
    const planted = await plantSession(services, clock);
    const player = await play(first.url, planted);
    await player.stop();
    // As after a kill: the row still says live.
    const [row] = await services.sql<{ state: string }>('select state from playback_session where id = $1', [planted.id]);
    expect(row?.state).toBe('live');
    await services.sql(`update playback_session set edge_id = 'edge-9' where id = $1`, [planted.id]);
    const second = await startEdge('edge-9');
    expect((await ended(planted.id, 2_000)).end_reason).toBe('edge_lost');
    expect((await fetch(`${second.url}/media/${planted.id}/index.m3u8`)).status).toBe(410);
  });

  it('serves nothing more within seconds when the database falls silent, says so, and goes on when it is back', async () => {
    const cable = await layCable(services.databaseUrl);
    try {
      const { url, running: edge } = await startEdge('edge-1', cable.url);
      const planted = await plantSession(services, clock);
      const player = await play(url, planted);
      const headers = { cookie: player.cookieHeader() ?? '' };
      cable.mute();
      const mutedAt = performance.now();
      const answer = await found(
        'it can no longer check',
        async () => {
          const one = await fetch(`${url}/media/${planted.id}/index.m3u8`, { headers });
          return one.status === 503 ? one : null;
        },
        8_000,
      );
      expect(await answer.json()).toMatchObject({ code: 'CANNOT_CHECK' });
      expect((player.report().lastMediaByteAt ?? Infinity) - mutedAt).toBeLessThan(5_000);
      expect((await fetch(mediaUrl(url, await plantSession(services, clock)))).status).toBe(503);
      await revoke(planted.grantId, true);
      await cable.cut();
      await cable.mend();
      await ended(planted.id, 8_000);
      expect(edge.edge.registry.listLive()).toHaveLength(0);
      await player.stop();
    } finally {
      await cable.close();
    }
  });

  it('leaves the list of edges when it stops in good order, and ends what it served', async () => {
    const { url, running: edge } = await startEdge('edge-3');
    const planted = await plantSession(services, clock);
    await (await play(url, planted)).stop();
    running.splice(running.indexOf(edge), 1);
    await edge.close();
    expect((await ended(planted.id, 1_000)).end_reason).toBe('edge_stopped');
    expect(await services.sql(`select * from edge_node where edge_id = 'edge-3'`)).toHaveLength(0);
  });
});
