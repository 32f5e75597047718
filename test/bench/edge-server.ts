import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SystemClock } from '#libs/kernel';
import type { CameraSource, LiveUpstream, Segment } from '#libs/footage';
import { Edge } from '../../apps/edge/src/edge.js';
import { KeyRing } from '../../apps/edge/src/key-ring.js';
import { cookieName } from '../../apps/edge/src/media-path.js';
import { MemoryDirectory, MemoryList, silentLog } from './edge-memory.js';

/** The one segment that every server of this bench serves: 1 MiB, the same bytes everywhere. */
export function benchSegment(): Buffer {
  const bytes = Buffer.alloc(1_048_576);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
  return bytes;
}

/** What the parent asks for and gets, over IPC. */
export interface ServerReady {
  readonly port: number;
  /** One line of target and headers for each session. */
  readonly requests: readonly { readonly path: string; readonly cookie: string | null }[];
}

const sessions = 200;

/** Serves the segment from memory as a camera's current second. */
class FixedSource implements CameraSource {
  readonly manifest: CameraSource['manifest'] = {
    id: 'bench',
    version: '1',
    live: { transport: 'hls', codecs: ['avc1'], sharedUpstream: true },
    recorded: null,
    enforcement: { kill: 'gateway-only' },
    time: { zone: 'utc' },
  };
  constructor(private readonly segment: Segment) {}
  openLive(): LiveUpstream {
    return {
      ready: () => Promise.resolve(),
      window: () => [this.segment],
      findSegment: () => this.segment,
      findInit: () => Buffer.alloc(800),
      discontinuitiesBefore: () => 0,
      close: () => Promise.resolve(),
    };
  }
}

/** The edge as it runs, with every check it makes on a segment; only the record of sessions is in memory. */
async function startEdge(): Promise<ServerReady> {
  const clock = new SystemClock();
  const bytes = benchSegment();
  const segment: Segment = {
    seq: 1,
    startMs: clock.nowMs(),
    durationMs: 1_000,
    initId: 0,
    discontinuity: false,
    // As a fragment comes from a source: a small moof, a large mdat.
    parts: [bytes.subarray(0, 148), bytes.subarray(148)],
    bytes: bytes.length,
  };
  const directory = new MemoryDirectory(clock);
  const keys = KeyRing.ephemeral();
  const edge = new Edge({
    directory,
    follow: (listener) => new MemoryList(directory, listener, clock),
    log: silentLog,
    sources: new Map([['virtual', new FixedSource(segment)]]),
    keys,
    clock,
    portalOrigin: 'http://127.0.0.1',
    report: () => undefined,
  });
  const port = await edge.listen(0);
  const requests = await Promise.all(
    Array.from({ length: sessions }, async () => {
      const { session, secret } = directory.open();
      const answer = await fetch(`http://127.0.0.1:${port}/media/${session.id}/index.m3u8?ticket=${secret}`);
      await answer.text();
      const cookie = new RegExp(`${cookieName(session.id)}=[^;]+`).exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
      return { path: `/media/${session.id}/v/1.m4s?${keys.sign(session.id, 'v/1', clock.nowMs() + 600_000)}`, cookie };
    }),
  );
  return { port, requests };
}

/** The floor for Node: the same bytes, no question asked. */
async function startPlain(): Promise<ServerReady> {
  const bytes = benchSegment();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': bytes.length });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, requests: [{ path: '/segment.m4s', cookie: null }] };
}

if (process.send !== undefined && (process.argv[2] === 'edge' || process.argv[2] === 'plain')) {
  process.once('disconnect', () => process.exit(0));
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
  const ready = await (process.argv[2] === 'edge' ? startEdge() : startPlain());
  process.send(ready);
}
