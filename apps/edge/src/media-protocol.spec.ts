import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FixedClock, newId } from '#libs/kernel';
import type { SegmentInfo } from '#libs/footage';
import { DeliveredLedger, joinRanges } from './delivered-ledger.js';
import { KeyRing } from './key-ring.js';
import { cookieName, parseMediaPath, readCookie, type UrlSignature } from './media-path.js';
import { livePlaylist } from './playlist.js';
import { RequestBudget } from './request-budget.js';

const session = newId('pls');
const secret = 'A'.repeat(43);
const query = `k=abc123&e=1764000000000&s=${'s'.repeat(22)}`;

describe('the grammar of media addresses', () => {
  it('reads every form there is', () => {
    expect(parseMediaPath(`/media/${session}/index.m3u8`)).toEqual({
      sessionId: session,
      pathSecret: null,
      ask: { kind: 'playlist', ticket: null },
    });
    expect(parseMediaPath(`/media/${session}/index.m3u8?ticket=${secret}`)?.ask).toEqual({ kind: 'playlist', ticket: secret });
    expect(parseMediaPath(`/media/${session}~${secret}/index.m3u8`)?.pathSecret).toBe(secret);
    expect(parseMediaPath(`/media/${session}/events`)?.ask).toEqual({ kind: 'events' });
    expect(parseMediaPath(`/media/${session}/v/12.m4s?${query}`)?.ask).toEqual({
      kind: 'segment',
      rendition: 'v',
      seq: 12,
      signature: { keyId: 'abc123', expiresMs: 1_764_000_000_000, signature: 's'.repeat(22) },
    });
    expect(parseMediaPath(`/media/${session}/v/init-0.mp4?${query}`)?.ask).toMatchObject({ kind: 'init', initId: 0 });
  });

  it('takes a signature in one form only', () => {
    const odd = [
      '',
      query.replace('k=', 'K='),
      `${query}&x=1`,
      `x=1&${query}`,
      query.replace('e=1', 'e=x'),
      query.slice(0, -1),
      `${query}s`,
      `e=1764000000000&k=a&s=${'s'.repeat(22)}`,
    ];
    for (const text of odd)
      expect(parseMediaPath(`/media/${session}/v/12.m4s?${text}`)?.ask ?? { signature: null }).toMatchObject({ signature: null });
  });

  it('knows no other place', () => {
    const nowhere = [
      '/media/',
      `/media/${session}`,
      `/media/${session}/`,
      `/media/${session}/index.m3u8/`,
      `/media/${session}/v/12.ts`,
      `/media/${session}/v/-1.m4s`,
      `/media/${session}/V/1.m4s`,
      `/media/${session}//1.m4s`,
      `/media/${session}/../${session}/events`,
      `/media/${session.toUpperCase()}/events`,
      `/media/${session}~short/events`,
      `/media/cam_${session.slice(4)}/events`,
      `/media/${session}/events?a b`,
      `/media/pls_${'-'.repeat(36)}/events`,
    ];
    for (const url of nowhere) expect(parseMediaPath(url)).toBeNull();
  });

  it('finds the cookie of a session among those of other programs on the same host', () => {
    const name = cookieName(session);
    expect(readCookie(`__Host-cuao=x; ${name}=${secret}; ${name}x=y`, name)).toBe(secret);
    expect(readCookie(`x${name}=${secret}`, name)).toBeNull();
    expect(readCookie(undefined, name)).toBeNull();
  });
});

describe('the key ring', () => {
  const parse = (text: string): UrlSignature => {
    const ask = parseMediaPath(`/media/${session}/v/1.m4s?${text}`)?.ask;
    if (ask?.kind !== 'segment' || ask.signature === null) throw new Error(`not a signature: ${text}`);
    return ask.signature;
  };

  it('knows its own signatures, each for one session, one place and one end', () => {
    const keys = KeyRing.ephemeral();
    const given = parse(keys.sign(session, 'v/1', 1_764_000_000_000));
    expect(keys.isOurs(session, 'v/1', given)).toBe(true);
    expect(keys.isOurs(newId('pls'), 'v/1', given)).toBe(false);
    expect(keys.isOurs(session, 'v/2', given)).toBe(false);
    expect(keys.isOurs(session, 'v/1', { ...given, expiresMs: given.expiresMs + 1 })).toBe(false);
    expect(keys.isOurs(session, 'v/1', { ...given, keyId: 'zz' })).toBe(false);
    expect(KeyRing.ephemeral().isOurs(session, 'v/1', given)).toBe(false);
  });

  it('keeps its file to itself, changes the key after a day and still knows yesterday’s', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cuao-keys-'));
    try {
      const file = path.join(folder, 'keys', 'edge-hmac.key');
      const clock = new FixedClock('2026-11-24T00:00:00Z');
      const first = await KeyRing.load(file, clock);
      const given = parse(first.sign(session, 'v/1', 1_764_000_000_000));
      expect(statSync(file).mode & 0o077).toBe(0);
      expect((await KeyRing.load(file, clock)).sign(session, 'v/1', 1_764_000_000_000)).toBe(first.sign(session, 'v/1', 1_764_000_000_000));
      clock.advanceMs(25 * 3_600_000);
      const second = await KeyRing.load(file, clock);
      expect(second.sign(session, 'v/1', 1)).not.toBe(first.sign(session, 'v/1', 1));
      expect(second.isOurs(session, 'v/1', given)).toBe(true);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ keys: [{}, {}] });
      clock.advanceMs(25 * 3_600_000);
      expect((await KeyRing.load(file, clock)).isOurs(session, 'v/1', given)).toBe(false);
      writeFileSync(file, 'not json');
      await expect(KeyRing.load(file, clock)).rejects.toThrow('not readable');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('ends with one key when several edges make it at once', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cuao-keys-'));
    try {
      const clock = new FixedClock('2026-11-24T00:00:00Z');
      const rings = await Promise.all(Array.from({ length: 5 }, () => KeyRing.load(path.join(folder, 'k'), clock)));
      expect(new Set(rings.map((ring) => ring.sign(session, 'v/1', 1))).size).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the playlist', () => {
  const second = (seq: number, more: Partial<SegmentInfo> = {}): SegmentInfo => ({
    seq,
    startMs: Date.UTC(2026, 10, 24) + seq * 1_000,
    durationMs: 1_000,
    initId: 0,
    discontinuity: false,
    ...more,
  });
  const sign = (place: string, expiresMs: number): string => `sig(${place},${expiresMs - Date.UTC(2026, 10, 24)})`;

  it('says what RFC 8216 asks of a live playlist and nothing else', () => {
    expect(
      livePlaylist({ segments: [second(7), second(8)], discontinuitySequence: 0, sign, initExpiresMs: Date.UTC(2026, 10, 24) + 99 }),
    ).toBe(
      [
        '#EXTM3U',
        '#EXT-X-VERSION:7',
        '#EXT-X-TARGETDURATION:1',
        '#EXT-X-MEDIA-SEQUENCE:7',
        '#EXT-X-DISCONTINUITY-SEQUENCE:0',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        '#EXT-X-MAP:URI="v/init-0.mp4?sig(v/init-0,99)"',
        '#EXT-X-PROGRAM-DATE-TIME:2026-11-24T00:00:07.000Z',
        '#EXTINF:1.000,',
        'v/7.m4s?sig(v/7,23000)',
        '#EXT-X-PROGRAM-DATE-TIME:2026-11-24T00:00:08.000Z',
        '#EXTINF:1.000,',
        'v/8.m4s?sig(v/8,24000)',
        '',
      ].join('\n'),
    );
  });

  it('announces a new init section and a break in the timeline', () => {
    const text = livePlaylist({
      segments: [second(7), second(8, { initId: 1, discontinuity: true, durationMs: 1_600 })],
      discontinuitySequence: 2,
      sign,
      initExpiresMs: 0,
    });
    expect(text).toContain('#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="v/init-1.mp4?');
    expect(text).toContain('#EXT-X-TARGETDURATION:2\n');
    expect(text).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:2\n');
  });
});

describe('the account of what was delivered', () => {
  it('joins neighbouring seconds and keeps holes', () => {
    const ranges = [
      { fromMs: 3_000, toMs: 4_000 },
      { fromMs: 0, toMs: 1_000 },
      { fromMs: 1_020, toMs: 2_000 },
      { fromMs: 500, toMs: 900 },
    ];
    expect(joinRanges(ranges)).toEqual([
      { fromMs: 0, toMs: 2_000 },
      { fromMs: 3_000, toMs: 4_000 },
    ]);
  });

  it('hands a report out once and remembers the first and the last byte', () => {
    const ledger = new DeliveredLedger();
    expect(ledger.isEmpty).toBe(true);
    ledger.handOver({ fromMs: 0, toMs: 1_000 }, 10, 5);
    ledger.handOver({ fromMs: 0, toMs: 1_000 }, 20, 9);
    ledger.refuse(403);
    expect(ledger.take()).toEqual({ ranges: [{ fromMs: 0, toMs: 1_000 }], bytes: 30, segments: 2, refused: { '403': 1 } });
    expect([ledger.isEmpty, ledger.firstByteMs, ledger.lastByteMs]).toEqual([true, 5, 9]);
  });
});

it('lets a session burst and then holds it to its rate', () => {
  const budget = new RequestBudget(1, 3);
  expect([budget.take(), budget.take(), budget.take(), budget.take()]).toEqual([true, true, true, false]);
});
