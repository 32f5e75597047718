import type { CameraId } from '#libs/kernel';

/** What a connector says about itself; policy and `openPlayback` refuse on the statement (`recorded: null` = cannot). */
export interface ConnectorManifest {
  readonly id: string;
  readonly version: string;
  readonly live: { readonly transport: 'hls'; readonly codecs: readonly string[]; readonly sharedUpstream: boolean };
  readonly recorded: null;
  /** Where a running stream is cut: the source knows no viewers, so only the edge can. */
  readonly enforcement: { readonly kill: 'gateway-only' };
  readonly time: { readonly zone: 'utc' };
}

export interface CameraRef {
  readonly id: CameraId;
  /** Inventory code, burned into the picture by the encoder. */
  readonly code: string;
  readonly sourceKind: string;
}

/** What a playlist says of one second of footage. */
export interface SegmentInfo {
  readonly seq: number;
  /** UTC milliseconds of the first frame. */
  readonly startMs: number;
  readonly durationMs: number;
  /** Which init segment it belongs to. */
  readonly initId: number;
  /** True when the timeline or the codec set-up does not continue from the segment before. */
  readonly discontinuity: boolean;
}

/** The second itself, held in memory. `parts` in order are the bytes of one fMP4 media segment. */
export interface Segment extends SegmentInfo {
  readonly parts: readonly Buffer[];
  readonly bytes: number;
}

/** A running picture of one camera, shared by its viewers. */
export interface LiveUpstream {
  /** Resolves when a first segment can be served. @throws SourceError */
  ready(): Promise<void>;
  /** The newest complete segments, oldest first, at most `count`; empty when the source has gone silent. */
  window(count: number): readonly SegmentInfo[];
  /** A segment that may still be fetched (the window and two before it), or null. */
  findSegment(seq: number): Segment | null;
  findInit(initId: number): Buffer | null;
  /** Discontinuities that have left the window, for EXT-X-DISCONTINUITY-SEQUENCE. */
  discontinuitiesBefore(seq: number): number;
  /** Idempotent. */
  close(): Promise<void>;
}

/** A connector: the only code that knows where pictures come from. */
export interface CameraSource {
  readonly manifest: ConnectorManifest;
  /** @throws SourceError DOWN with the reason when this process cannot make the picture */
  openLive(camera: CameraRef): LiveUpstream;
}

export type SourceErrorCode = 'NOT_FOUND' | 'BUSY' | 'UNSUPPORTED' | 'TIMEOUT' | 'DOWN';

/** Carries no address and no credential; the message may go to the log, only the code reaches a viewer. */
export class SourceError extends Error {
  constructor(
    readonly code: SourceErrorCode,
    message: string,
    readonly retryAfterMs = 1_000,
  ) {
    super(message);
    this.name = 'SourceError';
  }
}

/** Largest segment that may be served: what a cut can leak behind a proxy (`media.md` 4.3). */
export const maxSegmentBytes = 1_048_576;
/** A segment stays fetchable while it is one of the newest this many: the playlist's window and two before it. */
export const windowSegments = 6;
export const keptSegments = windowSegments + 2;
