import type { PlaybackSessionId } from '#libs/kernel';
import { ObligationRegistry } from '#libs/regulation';
import { ObligationEnforcer } from './obligation-enforcer.js';
import { isOnlyForWantOfARecording } from './playback-opening.js';
import { cookielessLifeMs, mediaAddresses, notAfterMs } from './playback-session.js';

const denial = (at: string) => ({ rule: 'X', articles: [], message: 'm', at, severity: 'high' });

it('hears a missing recording as the cause only when nothing else speaks against', () => {
  const none = { denies: [], unknowns: [], needs: [] };
  expect(isOnlyForWantOfARecording({ ...none, denies: [denial('recording.expiresAt'), denial('grant.scope.window')] })).toBe(true);
  expect(isOnlyForWantOfARecording({ ...none, denies: [denial('recording.expiresAt'), denial('grant.scope.actions')] })).toBe(false);
  expect(
    isOnlyForWantOfARecording({
      ...none,
      denies: [denial('recording.id')],
      needs: [{ rule: 'X', articles: [], message: 'm', at: 'x', by: 'police' }],
    }),
  ).toBe(false);
});

describe('the end of a session by time', () => {
  const limits = {
    nowMs: 1_000_000,
    grantExpiresAt: new Date(90_000_000),
    windowTo: new Date(80_000_000),
    decisionValidUntilMs: 70_000_000,
    maxMinutes: 60,
    cookieless: false,
  };
  it('is the earliest of all limits', () => {
    expect(notAfterMs(limits)).toBe(1_000_000 + 3_600_000);
    expect(notAfterMs({ ...limits, decisionValidUntilMs: 1_000_500 })).toBe(1_000_500);
    expect(notAfterMs({ ...limits, windowTo: new Date(1_000_400) })).toBe(1_000_400);
    expect(notAfterMs({ ...limits, grantExpiresAt: new Date(1_000_300) })).toBe(1_000_300);
    expect(notAfterMs({ ...limits, cookieless: true })).toBe(1_000_000 + cookielessLifeMs);
  });
});

it('puts a secret into the path only for a player without cookies', () => {
  const id = 'pls_x' as PlaybackSessionId;
  expect(mediaAddresses('https://media.example', id, 's', false)).toEqual({
    mediaUrl: 'https://media.example/media/pls_x/index.m3u8?ticket=s',
    eventsUrl: 'https://media.example/media/pls_x/events',
  });
  expect(mediaAddresses('https://media.example', id, 's', true)).toEqual({
    mediaUrl: 'https://media.example/media/pls_x~s/index.m3u8',
    eventsUrl: 'https://media.example/media/pls_x~s/events',
  });
});

describe('obligations', () => {
  const registry = new ObligationRegistry();
  const enforcer = new ObligationEnforcer(registry);
  enforcer.onModuleInit();
  const stream = (code: string, params: Record<string, string | number | boolean> = {}) => ({ code, mode: 'stream' as const, params });

  it('are known by code, and everything else is left for the gate to deny', () => {
    expect(registry.unenforceable([stream('watermark'), stream('mask_faces'), stream('no_download')]).map((one) => one.code)).toEqual([
      'mask_faces',
    ]);
  });

  it('limit the session, and open nothing when their parameters are not understood', () => {
    expect(enforcer.enforce([stream('max_duration', { minutes: 30 }), stream('max_duration', { minutes: 45 })])).toEqual({
      maxMinutes: 30,
    });
    expect(enforcer.enforce([])).toEqual({ maxMinutes: 60 });
    for (const odd of [
      stream('max_duration'),
      stream('max_duration', { minutes: 0 }),
      stream('max_duration', { minutes: 5, seconds: 3 }),
      stream('watermark', { strength: 'burned_in' }),
    ])
      expect(() => enforcer.enforce([odd])).toThrow('not understood');
  });
});
