import './edge-house.js';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cookieName } from '../../apps/edge/src/media-path.js';
import { initUrl, mediaUrls } from '../support/hls-client.js';
import { clock, EdgeHouses, ffmpegPath, portal, statusOf, ticketUrl, watch } from './edge-house.js';

const houses = new EdgeHouses();
beforeAll(() => houses.prepare(), 60_000);
afterEach(() => houses.closeAll());
afterAll(() => houses.clear());

describe('a session at the edge', () => {
  it('plays: ticket, cookie, generated playlist, init section and a second of H.264', async () => {
    const at = await houses.open();
    const { player: one, mediaUrl, session } = await watch(at);
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
    const file = path.join(houses.folder, 'second.mp4');
    writeFileSync(file, Buffer.concat([init, Buffer.from(await answer.arrayBuffer())]));
    const frames = execFileSync(ffmpegPath, ['-hide_banner', '-loglevel', 'error', '-i', file, '-f', 'framemd5', '-'], {
      encoding: 'utf8',
    });
    expect(frames.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toHaveLength(10);
    expect((await one.stop()).statuses[200]).toBeGreaterThan(1);
  });

  it('sets the cookie for this host only, out of reach of scripts and of other sites', async () => {
    const at = await houses.open();
    const answer = await fetch(ticketUrl(at, at.directory.open()));
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-cuao-[0-9a-f-]{36}=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('turns away a second browser, another session’s cookie, a used or old ticket, and a foreign page', async () => {
    const at = await houses.open();
    const first = await watch(at);
    const second = await watch(at);
    const [segmentUrl] = mediaUrls(first.player.playlist, first.mediaUrl);
    const url = segmentUrl ?? '';
    expect(await statusOf(url)).toBe(403);
    expect(await statusOf(url, { cookie: second.player.cookieHeader() ?? '' })).toBe(403);
    expect(
      await statusOf(url, { cookie: (second.player.cookieHeader() ?? '').replace(second.session.id.slice(4), first.session.id.slice(4)) }),
    ).toBe(403);
    expect(await statusOf(first.mediaUrl)).toBe(403);
    expect(await statusOf(ticketUrl(at, at.directory.open({ ticketMs: -1 })))).toBe(403);
    const fresh = at.directory.open();
    expect(await statusOf(ticketUrl(at, { ...fresh, secret: randomBytes(32).toString('base64url') }))).toBe(403);
    expect(await statusOf(url, { cookie: first.player.cookieHeader() ?? '', origin: 'https://elsewhere.example' })).toBe(403);
    expect(await statusOf(url, { cookie: first.player.cookieHeader() ?? '' })).toBe(200);
    await Promise.all([first.player.stop(), second.player.stop()]);
  });

  it('turns away a wrong, an altered and an expired signature, another camera’s place and a second outside the window', async () => {
    const at = await houses.open();
    const { player: one, session, mediaUrl } = await watch(at);
    const headers = { cookie: one.cookieHeader() ?? '' };
    const [segmentUrl] = mediaUrls(one.playlist, mediaUrl);
    const url = new URL(segmentUrl ?? '');
    const seq = Number(/(\d+)\.m4s/.exec(url.pathname)?.[1]);
    const at1 = (place: string, expiresMs: number, signedPlace = place): string =>
      `${at.url}/media/${session.id}/${place}.m4s?${at.keys.sign(session.id, signedPlace, expiresMs)}`;
    const later = clock.nowMs() + 10_000;
    expect(await statusOf(at1(`v/${seq}`, clock.nowMs() - 1), headers)).toBe(403);
    expect(await statusOf(at1(`v/${seq + 1}`, later, `v/${seq}`), headers)).toBe(403);
    expect(await statusOf(at1(`v/${seq - 100}`, later), headers)).toBe(403);
    expect(await statusOf(at1(`v/${seq + 100}`, later), headers)).toBe(403);
    expect(await statusOf(url.href.replace(/s=./, 's=_'), headers)).toBe(403);
    expect(await statusOf(`${url.origin}${url.pathname}`, headers)).toBe(403);
    expect(await statusOf(at1(`v/${seq + 2}`, later), headers)).toBe(200);
    await one.stop();
  });

  it('answers 410 to a rightly signed URL of an ended session, also when its time is over, and 404 where there never was one', async () => {
    const at = await houses.open();
    const { player: one, session, mediaUrl } = await watch(at);
    const headers = { cookie: one.cookieHeader() ?? '' };
    const [segmentUrl] = mediaUrls(one.playlist, mediaUrl);
    expect(await statusOf(segmentUrl ?? '', headers)).toBe(200);
    at.list.publish('session', session.id);
    expect(await statusOf(segmentUrl ?? '', headers)).toBe(410);
    expect(await statusOf(segmentUrl ?? '')).toBe(410);
    expect(await statusOf(`${at.url}/media/${session.id}/v/1.m4s?${at.keys.sign(session.id, 'v/1', 1_700_000_000_000)}`)).toBe(410);
    expect(await statusOf(mediaUrl, headers)).toBe(410);
    expect(await statusOf(`${at.url}/media/pls_00000000-0000-4000-8000-000000000000/index.m3u8`)).toBe(404);
    for (const place of [
      '/media/',
      '/media/x',
      `/media/${session.id}/../x`,
      `/media/${session.id}/v/1.ts`,
      '/v3/config',
      '/api/streams',
      '/',
    ])
      expect(await statusOf(`${at.url}${place}`)).toBe(404);
    await one.stop();
  });

  it('keeps the secret of a player without cookies in the path, and takes no cookie in its place', async () => {
    const at = await houses.open();
    const { player: one, session, secret } = await watch(at, { cookieless: true });
    expect(one.cookieHeader()).toBeNull();
    expect(await statusOf(`${at.url}/media/${session.id}/index.m3u8`, { cookie: `${cookieName(session.id)}=${secret}` })).toBe(403);
    expect(await statusOf(`${at.url}/media/${session.id}/index.m3u8?ticket=${secret}`)).toBe(403);
    await one.stop();
  });

  it('answers at most four requests of a session at once and slows down who asks too often', async () => {
    const at = await houses.open();
    const { player: one, mediaUrl } = await watch(at);
    const headers = { cookie: one.cookieHeader() ?? '' };
    const statuses = await Promise.all(Array.from({ length: 120 }, () => statusOf(mediaUrl, headers)));
    expect(statuses.filter((code) => code === 429).length).toBeGreaterThan(20);
    expect(statuses).toContain(200);
    await one.stop();
  });
});
