import '../support/node-errors.js';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SystemClock } from '#libs/kernel';
import { loadOrMakeClip, probeFfmpeg, VirtualSource, type CameraSource, type EdgeSession } from '#libs/footage';
import { Edge } from '../../apps/edge/src/edge.js';
import { KeyRing } from '../../apps/edge/src/key-ring.js';
import type { DeliveryReport } from '../../apps/edge/src/delivered-ledger.js';
import type { LiveSession } from '../../apps/edge/src/live-session.js';
import { MemoryDirectory, MemoryList, silentLog } from '../bench/edge-memory.js';
import { Player, type Manner } from '../support/hls-client.js';

export const portal = 'http://127.0.0.1:7400';
export const ffmpegPath = process.env['CUAO_FFMPEG'] ?? 'ffmpeg';
export const clock = new SystemClock();

/** An edge with real sockets and real pictures; the database and the log are in memory, other journeys have the real ones. */
export interface EdgeHouse {
  readonly edge: Edge;
  readonly url: string;
  readonly directory: MemoryDirectory;
  readonly list: MemoryList;
  readonly keys: KeyRing;
  readonly entries: { readonly type: string; readonly session: LiveSession; readonly report?: DeliveryReport }[];
}

export type Opened = ReturnType<MemoryDirectory['open']>;
export interface Watched extends Opened {
  readonly mediaUrl: string;
  readonly player: Player;
}

/** Makes edges and takes them away again. */
export class EdgeHouses {
  private readonly edges: Edge[] = [];
  private clip: Buffer = Buffer.alloc(0);
  folder = '';

  async prepare(): Promise<void> {
    this.folder = await mkdtemp(path.join(os.tmpdir(), 'cuao-edge-'));
    const ffmpeg = await probeFfmpeg(ffmpegPath);
    this.clip = await loadOrMakeClip(path.join(this.folder, 'virtual.mp4'), 'unusable' in ffmpeg ? null : ffmpeg);
  }

  async open(sources?: ReadonlyMap<string, CameraSource>): Promise<EdgeHouse> {
    const directory = new MemoryDirectory(clock);
    const keys = KeyRing.ephemeral();
    const entries: EdgeHouse['entries'][number][] = [];
    const lists: MemoryList[] = [];
    const edge = new Edge({
      directory,
      follow: (listener) => {
        const list = new MemoryList(directory, listener, clock);
        lists.push(list);
        return list;
      },
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
      sources: sources ?? new Map([['virtual', new VirtualSource(this.clip, clock)]]),
      keys,
      clock,
      portalOrigin: portal,
      report: () => undefined,
    });
    this.edges.push(edge);
    const port = await edge.listen(0);
    const [list] = lists;
    if (list === undefined) throw new Error('the edge follows no list');
    return { edge, url: `http://127.0.0.1:${port}`, directory, list, keys, entries };
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.edges.splice(0).map((edge) => edge.close()));
  }

  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

export const ticketUrl = (at: EdgeHouse, { session, secret }: { readonly session: EdgeSession; readonly secret: string }): string =>
  `${at.url}/media/${session.id}/index.m3u8?ticket=${secret}`;

/** Opens a session and plays it until the first second has been read. */
export async function watch(
  at: EdgeHouse,
  given: Parameters<MemoryDirectory['open']>[0] = {},
  manner: Manner = 'honest',
): Promise<Watched> {
  const opened = at.directory.open(given);
  const { session, secret } = opened;
  const base = given.cookieless === true ? `${at.url}/media/${session.id}~${secret}` : `${at.url}/media/${session.id}`;
  const mediaUrl = given.cookieless === true ? `${base}/index.m3u8` : ticketUrl(at, opened);
  const player = new Player({ mediaUrl, eventsUrl: `${base}/events`, manner, origin: portal });
  await player.start();
  return { ...opened, mediaUrl, player };
}

export async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(url, { headers })).status;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
