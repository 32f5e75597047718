import '../support/node-errors.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SystemClock } from '#libs/kernel';
import { eventually } from '../support/eventually.js';
import { Player } from '../support/hls-client.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { createTestDatabase, type TestServices } from '../support/services.js';
import { freePort } from '../support/ports.js';
import { plantSession } from './edge-planted.js';

const clock = new SystemClock();
const portal = 'http://127.0.0.1:7400';
let services: TestServices;

beforeAll(async () => {
  services = await createTestDatabase({ content: 'city' });
});
afterAll(() => services.close());

async function startEdge(
  overrides: Readonly<Record<string, string>> = {},
): Promise<{ readonly process: TestProcess; readonly url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const process = await startProcess('edge', {
    CUAO_STATE_DIR: services.stateDir,
    DATABASE_URL: services.databaseUrl,
    CUAO_PRODUCER: 'edge-1',
    CUAO_PORT: String(port),
    CUAO_POLICY_DIR: services.stateDir,
    CUAO_PUBLIC_URL: portal,
    CUAO_EDGE_URL: url,
    CUAO_FFMPEG: globalThis.process.env['CUAO_FFMPEG'] ?? '/usr/bin/ffmpeg',
    CUAO_VIRTUAL_CLIP: `${services.stateDir}/virtual.mp4`,
    ...overrides,
  });
  return { process, url };
}

async function watch(url: string): Promise<{ readonly player: Player; readonly id: string }> {
  const planted = await plantSession(services, clock, { sourceKind: 'encoder' });
  const player = new Player({
    mediaUrl: `${url}/media/${planted.id}/index.m3u8?ticket=${planted.secret}`,
    eventsUrl: `${url}/media/${planted.id}/events`,
    manner: 'honest',
    origin: portal,
  });
  await player.start();
  return { player, id: planted.id };
}

/** Encoders that a process has started: children in /proc, whatever their name. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);
}

function parentOf(pid: number): number | null {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /, '')
        .split(' ')[1],
    );
  } catch {
    return null;
  }
}

/** A zombie has ended; only its parent has not asked yet. */
const isRunning = (pid: number): boolean =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));

describe('the edge as a process', () => {
  it('leaves no encoder behind when it is killed, and its successor tells what was lost', async () => {
    const first = await startEdge();
    const { player, id } = await watch(first.url);
    const encoders = childrenOf(first.process.pid);
    expect(encoders).toHaveLength(1);
    await first.process.stop('SIGKILL');
    await eventually('the encoders have ended', () => encoders.every((pid) => !isRunning(pid)), 4_000);
    await player.stop();
    const second = await startEdge();
    const row = async (): Promise<string | null> =>
      (await services.sql<{ end_reason: string | null }>('select end_reason from playback_session where id = $1', [id]))[0]?.end_reason
      ?? null;
    await eventually('its end is told', async () => (await row()) !== null, 2_000);
    expect(await row()).toBe('edge_lost');
    expect(await second.process.stop()).toBe(0);
  });

  it('stops its encoders and ends in good order when asked', async () => {
    const { process, url } = await startEdge();
    const { player } = await watch(url);
    const encoders = childrenOf(process.pid);
    expect(encoders).toHaveLength(1);
    const askedAt = performance.now();
    expect(await process.stop()).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    expect(encoders.some((pid) => existsSync(`/proc/${pid}`))).toBe(false);
    expect((await player.stop()).events).toContain('ended');
  });

  it('says what it cannot do and serves the rest: no ffmpeg and no clip', async () => {
    const { process, url } = await startEdge({ CUAO_FFMPEG: '/nonexistent/ffmpeg', CUAO_VIRTUAL_CLIP: `${services.stateDir}/none.mp4` });
    const planted = await plantSession(services, clock, { sourceKind: 'encoder' });
    const answer = await fetch(`${url}/media/${planted.id}/index.m3u8?ticket=${planted.secret}`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'SOURCE_DOWN' });
    expect(process.said()).toContain('ffmpeg does not run');
    expect(process.said()).toContain('virtual cameras give no picture');
    expect(process.said()).not.toContain(planted.secret);
    await process.stop();
  });

  it('names what is wrong with its configuration and ends with 2', async () => {
    await expect(startEdge({ CUAO_EDGE_URL: 'not an address' })).rejects.toThrow(/it ended with 2[\s\S]*CUAO_EDGE_URL[\s\S]*remedy/);
  });
});
