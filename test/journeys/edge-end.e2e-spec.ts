import './edge-house.js';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { UnavailableFault } from '#libs/kernel';
import { EncoderSource, probeFfmpeg, SourceError, type CameraSource } from '#libs/footage';
import { eventually } from '../support/eventually.js';
import { mediaUrls } from '../support/hls-client.js';
import { tcpState } from '../support/tcp-state.js';
import { clock, EdgeHouses, ffmpegPath, pause, statusOf, ticketUrl, watch } from './edge-house.js';

const houses = new EdgeHouses();
beforeAll(() => houses.prepare(), 60_000);
afterEach(() => houses.closeAll());
afterAll(() => houses.clear());

const rawRequest = (url: string, cookie: string | null): string => {
  const { pathname, search } = new URL(url);
  return `GET ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncookie: ${cookie ?? ''}\r\n\r\n`;
};

async function rawConnection(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Reads on, and counts the answers that have begun. */
function answersOn(socket: Socket): () => number {
  let read = '';
  socket.on('data', (bytes) => (read += bytes.toString('latin1')));
  return () => read.split('HTTP/1.1 200 OK').length - 1;
}

describe('the end of a session', () => {
  it('comes by itself at its time, says so and is recorded', async () => {
    const at = await houses.open();
    const { player: one, session } = await watch(at, { lifeMs: 2_500 });
    await eventually('the player is told', () => one.report().toldAt !== null, 5_000);
    expect(clock.nowMs() - session.notAfterMs).toBeLessThan(500);
    expect(one.report().events).toEqual(['state', 'expiring', 'ended']);
    await eventually('the end is recorded', () => at.entries.some((entry) => entry.type === 'close'), 2_000);
    expect(at.directory.endings.get(session.id)?.reason).toBe('expired');
    await one.stop();
  });

  it.each([
    ['honest', 1_000],
    ['greedy', 1_000],
    ['slow', 3_000],
  ] as const)('cuts a %s reader within %i ms of a revocation and records what it had', async (manner, limitMs) => {
    const at = await houses.open();
    const { player: one, session } = await watch(at, {}, manner);
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
    const at = await houses.open();
    const one = await watch(at);
    const socket = await rawConnection(at.url);
    const { localPort = 0 } = socket;
    socket.pause();
    socket.write(rawRequest(mediaUrls(one.player.playlist, one.mediaUrl)[0] ?? '', one.player.cookieHeader()));
    await eventually('the answer has begun to arrive', () => socket.bytesRead > 0);
    expect(tcpState(localPort)).toBe('01');
    at.list.publish('session', one.session.id);
    await eventually('the connection is reset', () => tcpState(localPort) === null, 2_000);
    await one.player.stop();
    socket.destroy();
  });

  it('would be seen to close a connection in good order instead', async () => {
    const server = createServer((socket) => socket.end('bytes')).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const socket = await rawConnection(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await eventually('the other side has closed', () => tcpState(socket.localPort ?? 0) === '08');
    socket.destroy();
    server.close();
  });

  it('gives no shelter to bytes that share a connection with the event stream or with another session', async () => {
    const at = await houses.open();
    const [one, other] = await Promise.all([watch(at), watch(at)]);
    const ofOne = rawRequest(mediaUrls(one.player.playlist, one.mediaUrl)[0] ?? '', one.player.cookieHeader());
    const withEvents = await rawConnection(at.url);
    withEvents.write(ofOne + rawRequest(`${at.url}/media/${one.session.id}/events`, one.player.cookieHeader()));
    const withOther = await rawConnection(at.url);
    withOther.write(ofOne + rawRequest(mediaUrls(other.player.playlist, other.mediaUrl)[0] ?? '', other.player.cookieHeader()));
    const begun = [withEvents, withOther].map(answersOn);
    await eventually('both answers have begun on either', () => begun.every((count) => count() === 2));
    at.list.publish('session', one.session.id);
    await eventually('both connections are cut', () => withEvents.destroyed && withOther.destroyed, 250);
    expect(await statusOf(mediaUrls(other.player.playlist, other.mediaUrl)[0] ?? '', { cookie: other.player.cookieHeader() ?? '' })).toBe(
      200,
    );
    await Promise.all([one.player.stop(), other.player.stop()]);
  });

  it('reaches every session that a selector names and no other; an unknown selector reaches all', async () => {
    const at = await houses.open();
    const sessions = await Promise.all([watch(at), watch(at), watch(at)]);
    expect(at.list.publish('camera', sessions[0].session.cameraId)).toBe(1);
    expect(at.list.publish('person', sessions[1].session.personId)).toBe(1);
    expect(at.list.publish('planet', 'earth')).toBe(1);
    await Promise.all(sessions.map((one) => one.player.stop()));
  });

  it('leaves no playable session when the revocation overtakes the exchange', async () => {
    const at = await houses.open();
    const opened = at.directory.open();
    at.directory.beforeAnswer = () => void at.list.publish('grant', opened.session.grantId);
    expect(await statusOf(ticketUrl(at, opened))).toBe(410);
    expect(at.edge.registry.listLive()).toHaveLength(0);
  });
});

describe('without knowledge of revocations', () => {
  it('asks the database for each request, and refuses when that does not answer either', async () => {
    const at = await houses.open();
    const { player: one, mediaUrl, session } = await watch(at);
    await one.stop();
    const headers = { cookie: one.cookieHeader() ?? '' };
    at.list.ageMs = 4_000;
    expect(await statusOf(mediaUrl, headers)).toBe(200);
    at.directory.fault = new UnavailableFault('database', 'gone');
    const answer = await fetch(mediaUrl, { headers });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ code: 'CANNOT_CHECK' });
    expect(await statusOf(ticketUrl(at, at.directory.open()))).toBe(503);
    expect(await statusOf(`${at.url}/health/ready`)).toBe(503);
    at.directory.fault = null;
    at.directory.lapse(session.id);
    expect(await statusOf(mediaUrl, headers)).toBe(410);
  });

  it('ends everything when the lease has run out', async () => {
    const at = await houses.open();
    const { player: one } = await watch(at);
    at.list.ageMs = 31_000;
    await eventually('the player is told', () => one.report().toldAt !== null, 2_000);
    expect(one.report().events.at(-1)).toBe('ended');
    expect(at.edge.registry.listLive()).toHaveLength(0);
    await one.stop();
  });
});

describe('a camera with an encoder', () => {
  it('plays its own picture with the time of day, ends with its last viewer, and says nothing of where it comes from', async () => {
    const ffmpeg = await probeFfmpeg(ffmpegPath);
    const at = await houses.open(new Map([['encoder', new EncoderSource(ffmpeg, clock, () => undefined)]]));
    const { player: one, mediaUrl } = await watch(at, { sourceKind: 'encoder' });
    await eventually('three seconds are listed', () => mediaUrls(one.playlist, mediaUrl).length >= 3, 8_000);
    const times = [...one.playlist.matchAll(/DATE-TIME:(.+)/g)].map((match) => Date.parse(match[1] ?? ''));
    expect(Math.abs((times.at(-1) ?? 0) + 1_000 - clock.nowMs())).toBeLessThan(2_500);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(1_000);
    expect(JSON.stringify([one.playlist, (await one.ask(mediaUrl)).headers])).not.toMatch(/ffmpeg|pipe|lavfi|testsrc|rtsp|Lavf/);
    await one.stop();
  });

  it('answers 503 and why when it gives no picture', async () => {
    const at = await houses.open(
      new Map<string, CameraSource>([['encoder', new EncoderSource({ unusable: 'ffmpeg has no libx264' }, clock, () => undefined)]]),
    );
    const answer = await fetch(ticketUrl(at, at.directory.open({ sourceKind: 'encoder' })));
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ code: 'SOURCE_DOWN', textVi: expect.any(String), textEn: expect.any(String) });
    expect(() =>
      new EncoderSource({ unusable: 'x' }, clock, () => undefined).openLive({ id: 'cam_x' as never, code: 'x', sourceKind: 'encoder' }),
    ).toThrow(SourceError);
    expect(readFileSync(path.join(houses.folder, 'virtual.mp4')).length).toBeGreaterThan(100_000);
  });
});
