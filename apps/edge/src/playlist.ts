import type { SegmentInfo } from '#libs/footage';
import { mainRendition } from './media-path.js';

/** How long after its end a segment's URL can be used: three times the target duration would cut slow starters off. */
export const segmentUrlMs = 15_000;

export interface PlaylistContent {
  readonly segments: readonly SegmentInfo[];
  readonly discontinuitySequence: number;
  /** Makes the query of a URL below the session. */
  readonly sign: (place: string, expiresMs: number) => string;
  /** The init section's URL stays the same for the whole session, or players would fetch it with every second. */
  readonly initExpiresMs: number;
}

/** The text that a signature binds, beside the session: `v/123` or `v/init-0`. */
export function placeOfSegment(rendition: string, seq: number): string {
  return `${rendition}/${seq}`;
}
export function placeOfInit(rendition: string, initId: number): string {
  return `${rendition}/init-${initId}`;
}

/**
 * A live media playlist (RFC 8216 §4.3), written from our own records; nothing of a source's text ever gets in.
 * URLs are relative and stable for each segment: their expiry counts from the segment, not from the asking.
 */
export function livePlaylist({ segments, discontinuitySequence, sign, initExpiresMs }: PlaylistContent): string {
  const target = segments.reduce((longest, segment) => Math.max(longest, Math.ceil(segment.durationMs / 1_000 - 0.5)), 1);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${target}`,
    `#EXT-X-MEDIA-SEQUENCE:${segments[0]?.seq ?? 0}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequence}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
  ];
  let initId: number | null = null;
  segments.forEach((segment, index) => {
    if (segment.discontinuity && index > 0) lines.push('#EXT-X-DISCONTINUITY');
    if (segment.initId !== initId) {
      initId = segment.initId;
      lines.push(`#EXT-X-MAP:URI="${mainRendition}/init-${initId}.mp4?${sign(placeOfInit(mainRendition, initId), initExpiresMs)}"`);
    }
    const expiresMs = segment.startMs + segment.durationMs + segmentUrlMs;
    lines.push(
      `#EXT-X-PROGRAM-DATE-TIME:${new Date(segment.startMs).toISOString()}`,
      `#EXTINF:${(segment.durationMs / 1_000).toFixed(3)},`,
      `${mainRendition}/${segment.seq}.m4s?${sign(placeOfSegment(mainRendition, segment.seq), expiresMs)}`,
    );
  });
  return `${lines.join('\n')}\n`;
}
