import '../support/node-errors.js';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { UnavailableFault, SystemClock } from '#libs/kernel';
import { EncoderSource, loadOrMakeClip, probeFfmpeg, SourceError, VirtualSource, type CameraSource, type EdgeSession } from '#libs/footage';
import { Edge } from '../../apps/edge/src/edge.js';
import { KeyRing } from '../../apps/edge/src/key-ring.js';
import { cookieName } from '../../apps/edge/src/media-path.js';
import type { DeliveryReport } from '../../apps/edge/src/delivered-ledger.js';
import type { LiveSession } from '../../apps/edge/src/live-session.js';
import { MemoryDirectory, MemoryList, silentLog } from '../bench/edge-memory.js';
import { initUrl, mediaUrls, Player } from '../support/hls-client.js';

const portal = 'http://127.0.0.1:7400';
const ffmpegPath = process.env['CUAO_FFMPEG'] ?? 'ffmpeg';
const clock = new SystemClock();

interface House {
  readonly edge: Edge;
  readonly url: string;
  readonly directory: MemoryDirectory;
  readonly list: MemoryList;
  readonly keys: KeyRing;
  readonly entries: { readonly type: string; readonly session: LiveSession; readonly report?: DeliveryReport }[];
}

let folder: string;
let clip: Buffer;
const open: Edge[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cuao-edge-'));
  const ffmpeg = await probeFfmpeg(ffmpegPath);
  clip = await loadOrMakeClip(path.join(folder, 'virtual.mp4'), 'unusable' in ffmpeg ? null : ffmpeg);
}, 60_000);
afterEach(async () => {
  await Promise.all(open.splice(0).map((edge) => edge.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function house(sources?: ReadonlyMap<string, CameraSource>): Promise<House> {
  const directory = new MemoryDirectory(clock);
  const keys = KeyRing.ephemeral();
  const entries: House['entries'][number][] = [];
  let list: MemoryList | null = null;
  const edge = new Edge({
    directory,
    follow: (listener) => (list = new MemoryList(directory, listener, clock)),
    log: {
      delivered: (session, report) => {
        entries.push({ type: 'delivered', session, report });
        return silentLog.delivered(session, report, 1);
      },
      closed: (session) => {
        entries.push({ type: 'close', session });
        return silentLog.closed(session);
      },
    },
    sources: sources ?? new Map([['virtual', new VirtualSource(clip, clock)]]),
    keys,
    clock,
    portalOrigin: portal,
    report: () => undefined,
  });
  open.push(edge);
  const port = await edge.listen(0);
  if (list === null) throw new Error('the edge follows no list');
  return { edge, url: `http://127.0.0.1:${port}`, directory, list, keys, entries };
}

const ticketUrl = (at: House, { session, secret }: { session: EdgeSession; secret: string }): string =>
  `${at.url}/media/${session.id}/index.m3u8?ticket=${secret}`;
const eventsUrl = (at: House, session: EdgeSession): string => `${at.url}/media/${session.id}/events`;

async function player(at: House, given: Parameters<MemoryDirectory['open']>[0] = {}, manner: 'honest' | 'greedy' | 'slow' = 'honest') {
  const opened = at.directory.open(given);
  const mediaUrl = given.cookieless === true ? `${at.url}/media/${opened.session.id}~${opened.secret}/index.m3u8` : ticketUrl(at, opened);
  const one = new Player({ mediaUrl, eventsUrl: eventsUrl(at, opened.session), manner, origin: portal });
  await one.start();
  return { ...opened, mediaUrl, player: one };
}

async function status(url: string, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(url, { headers })).status;
}

describe('a session at the edge', () => {
  it('plays: ticket, cookie, generated playlist, init section and a second of H.264', async () => {
    const at = await house();
    const { player: one, mediaUrl, session } = await player(at);
    expect(one.playlist).toMatch(/^#EXTM3U\n#EXT-X-VERSION:7\n/);
    expect(one.playlist).toMatch(
      /#EXT-X-PROGRAM-DATE-TIME:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\n#EXTINF:1\.000,\nv\/\d+\.m4s\?k=k1&e=\d{13}&s=[\w-]{22}\n/,
    );
    const allowed =
      /^(#EXTM3U|#EXT-X-(VERSION|TARGETDURATION|MEDIA-SEQUENCE|DISCONTINUITY-SEQUENCE|INDEPENDENT-SEGMENTS|MAP|PROGRAM-DATE-TIME|DISCONTINUITY)|#EXTINF|v\/)/;
    for (const line of one.playlist.trimEnd().split('\n')) expect(line).toMatch(allowed);
    const cookie = one.cookieHeader() ?? '';
    expect(cookie).toMatch(new RegExp(`^${cookieName(session.id)}=[\\w-]{43}$`));
    const init = Buffer.from(await (await fetch(initUrl(one.playlist, mediaUrl) ?? '', { headers: { cookie } })).arrayBuffer());
    const [segmentUrl] = mediaUrls(one.playlist, mediaUrl);
    const answer = await fetch(segmentUrl ?? '', { headers: { cookie, origin: portal } });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('access-control-allow-origin')).toBe(portal);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    const file = path.join(folder, 'second.mp4');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, Buffer.concat([init, Buffer.from(await answer.arrayBuffer())]));
    const frames = execFileSync(ffmpegPath, ['-hide_banner', '-loglevel', 'error', '-i', file, '-f', 'framemd5', '-'], {
      encoding: 'utf8',
    });
    expect(frames.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(10);
    expect((await one.stop()).statuses[200]).toBeGreaterThan(1);
  });

  it('sets the cookie for this host only, out of reach of scripts and of other sites', async () => {
    const at = await house();
    const answer = await fetch(ticketUrl(at, at.directory.open()));
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-cuao-[0-9a-f-]{36}=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('turns away a second browser, another session’s cookie, a used or old ticket, and a foreign page', async () => {
    const at = await house();
    const first = await player(at);
    const second = await player(at);
    const [segmentUrl] = mediaUrls(first.player.playlist, first.mediaUrl);
    const url = segmentUrl ?? '';
    expect(await status(url)).toBe(403);
    expect(await status(url, { cookie: second.player.cookieHeader() ?? '' })).toBe(403);
    expect(
      await status(url, { cookie: (second.player.cookieHeader() ?? '').replace(second.session.id.slice(4), first.session.id.slice(4)) }),
    ).toBe(403);
    expect(await status(first.mediaUrl)).toBe(403);
    expect(await status(ticketUrl(at, at.directory.open({ ticketMs: -1 })))).toBe(403);
    const fresh = at.directory.open();
    expect(await status(ticketUrl(at, { ...fresh, secret: randomBytes(32).toString('base64url') }))).toBe(403);
    expect(await status(url, { cookie: first.player.cookieHeader() ?? '', origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status(url, { cookie: first.player.cookieHeader() ?? '' })).toBe(200);
    await Promise.all([first.player.stop(), second.player.stop()]);
  });

  it('turns away a wrong, an altered and an expired signature, another camera’s place and a second outside the window', async () => {
    const at = await house();
    const { player: one, session, mediaUrl } = await player(at);
    const headers = { cookie: one.cookieHeader() ?? '' };
    const [segmentUrl] = mediaUrls(one.playlist, mediaUrl);
    const url = new URL(segmentUrl ?? '');
    const seq = Number(/(\d+)\.m4s/.exec(url.pathname)?.[1]);
    const at1 = (place: string, expiresMs: number, signedPlace = place): string =>
      `${at.url}/media/${session.id}/${place}.m4s?${at.keys.sign(session.id, signedPlace, expiresMs)}`;
    const later = clock.nowMs() + 10_000;
    expect(await status(at1(`v/${seq}`, clock.nowMs() - 1), headers)).toBe(403);
    expect(await status(at1(`v/${seq + 1}`, later, `v/${seq}`), headers)).toBe(403);
    expect(await status(at1(`v/${seq - 100}`, later), headers)).toBe(403);
    expect(await status(at1(`v/${seq + 100}`, later), headers)).toBe(403);
    expect(await status(url.href.replace(/s=./, 's=_'), headers)).toBe(403);
    expect(await status(`${url.origin}${url.pathname}`, headers)).toBe(403);
    expect(await status(at1(`v/${seq + 2}`, later), headers)).toBe(200);
    await one.stop();
  });

  it('answers 410 to a rightly signed URL of an ended session, also when its time is over, and 404 where there never was one', async () => {
    const at = await house();
    const { player: one, session, mediaUrl } = await player(at);
    const headers = { cookie: one.cookieHeader() ?? '' };
    const [segmentUrl] = mediaUrls(one.playlist, mediaUrl);
    expect(await status(segmentUrl ?? '', headers)).toBe(200);
    at.list.publish('session', session.id);
    expect(await status(segmentUrl ?? '', headers)).toBe(410);
    expect(await status(segmentUrl ?? '')).toBe(410);
    expect(await status(`${at.url}/media/${session.id}/v/1.m4s?${at.keys.sign(session.id, 'v/1', 1_700_000_000_000)}`)).toBe(410);
    expect(await status(mediaUrl, headers)).toBe(410);
    expect(await status(`${at.url}/media/pls_00000000-0000-4000-8000-000000000000/index.m3u8`)).toBe(404);
    for (const place of [
      '/media/',
      '/media/x',
      `/media/${session.id}/../x`,
      `/media/${session.id}/v/1.ts`,
      '/v3/config',
      '/api/streams',
      '/',
    ])
      expect(await status(`${at.url}${place}`)).toBe(404);
    await one.stop();
  });

  it('keeps the secret of a player without cookies in the path, and takes no cookie in its place', async () => {
    const at = await house();
    const { player: one, session, secret } = await player(at, { cookieless: true });
    expect(one.cookieHeader()).toBeNull();
    expect(await status(`${at.url}/media/${session.id}/index.m3u8`, { cookie: `${cookieName(session.id)}=${secret}` })).toBe(403);
    expect(await status(`${at.url}/media/${session.id}/index.m3u8?ticket=${secret}`)).toBe(403);
    await one.stop();
  });

  it('answers at most four requests of a session at once and slows down who asks too often', async () => {
    const at = await house();
    const { player: one, mediaUrl } = await player(at);
    const headers = { cookie: one.cookieHeader() ?? '' };
    const statuses = await Promise.all(Array.from({ length: 120 }, () => status(mediaUrl, headers)));
    expect(statuses.filter((code) => code === 429).length).toBeGreaterThan(20);
    expect(statuses).toContain(200);
    await one.stop();
  });
});

describe('the end of a session', () => {
  it('comes by itself at its time, says so and is recorded', async () => {
    const at = await house();
    const { player: one, session } = await player(at, { lifeMs: 2_500 });
    await until(() => one.report().toldAt !== null, 5_000);
    const late = clock.nowMs() - session.notAfterMs;
    expect(late).toBeLessThan(500);
    expect(one.report().events).toEqual(['state', 'expiring', 'ended']);
    await until(() => at.entries.some((entry) => entry.type === 'close'), 2_000);
    expect(at.directory.endings.get(session.id)?.reason).toBe('expired');
    await one.stop();
  });

  it.each([
    ['honest', 1_000],
    ['greedy', 1_000],
    ['slow', 3_000],
  ] as const)('cuts a %s reader within %i ms of a revocation and records what it had', async (manner, limitMs) => {
    const at = await house();
    const { player: one, session } = await player(at, {}, manner);
    await pause(1_500);
    const revokedAt = performance.now();
    expect(at.list.publish('grant', session.grantId, 'withdrawn')).toBe(1);
    await pause(limitMs + 500);
    const { lastMediaByteAt, segments } = await one.stop();
    expect(segments).toBeGreaterThan(1);
    expect((lastMediaByteAt ?? Infinity) - revokedAt).toBeLessThan(limitMs);
    const close = at.entries.find((entry) => entry.type === 'close');
    expect(close?.session.end).toMatchObject({ reason: 'revoked', note: 'withdrawn' });
    const ranges = at.directory.delivered.get(session.id) ?? [];
    expect(ranges).toHaveLength(1);
    expect(at.directory.endings.get(session.id)?.lastByteMs).toBeLessThanOrEqual(clock.nowMs());
  });

  it('resets a connection whose answer Node has finished but the reader has not taken', async () => {
    const at = await house();
    const { player: one, session, mediaUrl } = await player(at);
    const [segmentUrl] = mediaUrls(one.playlist, mediaUrl);
    const url = new URL(segmentUrl ?? '');
    const socket = connect(Number(url.port), url.hostname);
    const errors: string[] = [];
    socket.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code ?? ''));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.pause();
    socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nhost: x\r\ncookie: ${one.cookieHeader() ?? ''}\r\n\r\n`);
    await pause(300);
    at.list.publish('session', session.id);
    await pause(100);
    socket.resume();
    await until(() => socket.destroyed, 2_000);
    expect(errors).toContain('ECONNRESET');
    await one.stop();
  });

  it('reaches every session that a selector names and no other; an unknown selector reaches all', async () => {
    const at = await house();
    const sessions = await Promise.all([player(at), player(at), player(at)]);
    expect(at.list.publish('camera', sessions[0].session.cameraId)).toBe(1);
    expect(at.list.publish('person', sessions[1].session.personId)).toBe(1);
    expect(at.list.publish('planet', 'earth')).toBe(1);
    await Promise.all(sessions.map((one) => one.player.stop()));
  });

  it('leaves no playable session when the revocation overtakes the exchange', async () => {
    const at = await house();
    const opened = at.directory.open();
    at.directory.beforeAnswer = () => void at.list.publish('grant', opened.session.grantId);
    expect(await status(ticketUrl(at, opened))).toBe(410);
    expect(at.edge.registry.listLive()).toHaveLength(0);
  });
});

describe('without knowledge of revocations', () => {
  it('asks the database for each request, and refuses when that does not answer either', async () => {
    const at = await house();
    const { player: one, mediaUrl, session } = await player(at);
    await one.stop();
    const headers = { cookie: one.cookieHeader() ?? '' };
    at.list.ageMs = 4_000;
    expect(await status(mediaUrl, headers)).toBe(200);
    at.directory.fault = new UnavailableFault('database', 'gone');
    const answer = await fetch(mediaUrl, { headers });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ code: 'CANNOT_CHECK' });
    expect(await status(ticketUrl(at, at.directory.open()))).toBe(503);
    expect(await status(`${at.url}/health/ready`)).toBe(503);
    at.directory.fault = null;
    at.directory.lapse(session.id);
    expect(await status(mediaUrl, headers)).toBe(410);
  });

  it('ends everything when the lease has run out', async () => {
    const at = await house();
    const { player: one } = await player(at);
    at.list.ageMs = 31_000;
    await until(() => one.report().toldAt !== null, 2_000);
    expect(one.report().events.at(-1)).toBe('ended');
    expect(at.edge.registry.listLive()).toHaveLength(0);
    await one.stop();
  });
});

describe('a camera with an encoder', () => {
  it('plays its own picture with the time of day, ends with its last viewer, and says nothing of where it comes from', async () => {
    const ffmpeg = await probeFfmpeg(ffmpegPath);
    const at = await house(new Map([['encoder', new EncoderSource(ffmpeg, clock, () => undefined)]]));
    const { player: one, mediaUrl } = await player(at, { sourceKind: 'encoder' });
    await until(() => mediaUrls(one.playlist, mediaUrl).length >= 3, 8_000);
    const times = [...one.playlist.matchAll(/DATE-TIME:(.+)/g)].map((match) => Date.parse(match[1] ?? ''));
    expect(Math.abs((times.at(-1) ?? 0) + 1_000 - clock.nowMs())).toBeLessThan(2_500);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(1_000);
    expect(JSON.stringify([one.playlist, (await one.ask(mediaUrl)).headers])).not.toMatch(/ffmpeg|pipe|lavfi|testsrc|rtsp|Lavf/);
    await one.stop();
  }, 30_000);

  it('answers 503 and why when it gives no picture', async () => {
    const at = await house(
      new Map<string, CameraSource>([['encoder', new EncoderSource({ unusable: 'ffmpeg has no libx264' }, clock, () => undefined)]]),
    );
    const answer = await fetch(ticketUrl(at, at.directory.open({ sourceKind: 'encoder' })));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ code: 'SOURCE_DOWN', textVi: expect.any(String), textEn: expect.any(String) });
    expect(() =>
      new EncoderSource({ unusable: 'x' }, clock, () => undefined).openLive({ id: 'cam_x' as never, code: 'x', sourceKind: 'encoder' }),
    ).toThrow(SourceError);
    expect(readFileSync(path.join(folder, 'virtual.mp4')).length).toBeGreaterThan(100_000);
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(holds: () => boolean, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`did not happen within ${withinMs} ms`);
    await pause(20);
  }
}
