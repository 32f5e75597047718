import { createHash } from 'node:crypto';
import type { Clock } from '#libs/kernel';
import { placeFragment, type Fragment } from './fmp4-fragment.js';
import { readClip } from './fmp4-reader.js';
import {
  keptSegments,
  SourceError,
  type CameraRef,
  type CameraSource,
  type LiveUpstream,
  type Segment,
  type SegmentInfo,
} from './source.js';
import { virtualManifest } from './manifests.js';

/** Sequence number 0. All edges count from it, so they name the same second alike; a late date keeps decode times small for old players. */
const firstSecondMs = Date.UTC(2026, 0, 1);
const segmentMs = 1_000;

/**
 * Live pictures without an encoder: the wall clock chooses a second of one clip, written anew onto an endless timeline
 * (sequence and decode time), so a player sees no jump where the clip begins again. A camera costs nothing until it is watched.
 * The clip stands for a camera's picture in the demo city; the time shown by the playlist is real, the picture's is not.
 */
export class VirtualSource implements CameraSource {
  readonly manifest = virtualManifest;
  private readonly seconds: readonly Fragment[];
  private readonly init: Buffer;
  private readonly timescale: number;

  /** @throws SourceError when the clip holds no whole second */
  constructor(
    clip: Buffer,
    private readonly clock: Clock,
  ) {
    const { init, fragments } = readClip(clip);
    this.seconds = fragments.filter((fragment) => fragment.duration === init.timescale);
    if (this.seconds.length === 0) throw new SourceError('DOWN', 'the clip holds no fragment of exactly one second');
    this.init = init.bytes;
    this.timescale = init.timescale;
  }

  openLive(camera: CameraRef): LiveUpstream {
    // Each camera starts elsewhere in the clip, so two of them side by side do not show the same picture.
    const phase = createHash('sha256').update(camera.id).digest().readUInt32BE(0) % this.seconds.length;
    const newest = (): number => Math.floor((this.clock.nowMs() - firstSecondMs) / segmentMs) - 1;
    const info = (seq: number): SegmentInfo => ({
      seq,
      startMs: firstSecondMs + seq * segmentMs,
      durationMs: segmentMs,
      initId: 0,
      discontinuity: false,
    });
    return {
      ready: () => Promise.resolve(),
      window: (count) => Array.from({ length: count }, (_, index) => info(newest() - count + 1 + index)),
      findSegment: (seq) => (seq > newest() || seq <= newest() - keptSegments ? null : this.place(info(seq), phase)),
      findInit: (initId) => (initId === 0 ? this.init : null),
      discontinuitiesBefore: () => 0,
      close: () => Promise.resolve(),
    };
  }

  private place(info: SegmentInfo, phase: number): Segment | null {
    const fragment = this.seconds[(info.seq + phase) % this.seconds.length];
    if (fragment === undefined) return null;
    return {
      ...info,
      parts: placeFragment(fragment, info.seq, info.seq * this.timescale),
      bytes: fragment.moof.length + fragment.mdat.length,
    };
  }
}
