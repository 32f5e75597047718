import path from 'node:path';
import { DiskSpace, EntryWriter, LogReleases } from '#libs/audit';
import type { ConfigOf } from '#libs/config';
import {
  BrokenSource,
  EdgeStore,
  EncoderSource,
  loadOrMakeClip,
  PgSessionDirectory,
  probeFfmpeg,
  RevocationFeed,
  SourceError,
  virtualManifest,
  VirtualSource,
  type CameraSource,
  type FfmpegAbilities,
} from '#libs/footage';
import { describeError, logLine, SystemClock, type Clock } from '#libs/kernel';
import { Edge } from './edge.js';
import { WrittenEdgeLog } from './edge-log.js';
import { KeyRing } from './key-ring.js';

export interface RunningEdge {
  readonly port: number;
  readonly edge: Edge;
  close(): Promise<void>;
}

type Report = (message: string, fields: Readonly<Record<string, unknown>>) => void;

/** The edge on the city's database and log; `main.ts` and the journeys call this. */
export async function createEdge(config: ConfigOf<'edge'>, clock: Clock = new SystemClock()): Promise<RunningEdge> {
  const { producer: edgeId, databaseUrl, stateDir } = config;
  const report: Report = (message, fields) => logLine('warn', edgeId, message, fields);
  const keys = await KeyRing.load(path.join(stateDir, 'keys', 'edge-hmac.key'), clock);
  const store = new EdgeStore(databaseUrl, edgeId, (error) => report('a database connection broke', { error: describeError(error) }));
  const settings = {
    databaseUrl,
    role: 'cuao_edge',
    producer: edgeId,
    origin: config.logOrigin,
    stateDir,
    doorbell: null,
    store: null,
    readsOpenings: false,
  } as const;
  const entries = new EntryWriter(settings, clock);
  const releases = new LogReleases(settings, clock, new DiskSpace([stateDir]));
  const edge = new Edge({
    directory: new PgSessionDirectory(store, edgeId, releases),
    follow: (listener) => new RevocationFeed(store, edgeId, releases, clock, listener, report),
    log: new WrittenEdgeLog(entries, edgeId),
    sources: await openSources(config, clock, report),
    keys,
    clock,
    portalOrigin: new URL(config.publicUrl).origin,
    report,
  });
  const port = await edge.listen(config.port);
  return {
    port,
    edge,
    close: async () => {
      await edge.close();
      await entries.onModuleDestroy();
      await releases.onModuleDestroy();
      await store.close();
    },
  };
}

/** A source that cannot work says so when a camera of its kind is opened; the others still serve. */
async function openSources(
  { ffmpeg, virtualClip, stateDir }: ConfigOf<'edge'>,
  clock: Clock,
  report: Report,
): Promise<Map<string, CameraSource>> {
  const abilities = await probeFfmpeg(ffmpeg, path.join(stateDir, 'tools', 'fonts'));
  if ('unusable' in abilities) report('cameras with an encoder give no picture', { reason: abilities.unusable });
  else if (abilities.font === null) report('the time is not burned into the picture: no drawtext or no font', {});
  return new Map<string, CameraSource>([
    ['encoder', new EncoderSource(abilities, clock, report)],
    ['virtual', await openVirtual(virtualClip, 'unusable' in abilities ? null : abilities, clock, report)],
  ]);
}

async function openVirtual(clip: string, ffmpeg: FfmpegAbilities | null, clock: Clock, report: Report): Promise<CameraSource> {
  try {
    return new VirtualSource(await loadOrMakeClip(clip, ffmpeg), clock);
  } catch (error) {
    const reason = error instanceof SourceError ? error.message : `the clip at ${clip} cannot be used: ${describeError(error)}`;
    report('virtual cameras give no picture', { reason });
    return new BrokenSource(virtualManifest, reason);
  }
}
