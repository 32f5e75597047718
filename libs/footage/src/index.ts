export {
  closedByViewer,
  SessionDirectory,
  type DeliveredRange,
  type EdgeSession,
  type EndReason,
  type EntryContext,
  type ExchangeOutcome,
  type Lapse,
  type LapsedSession,
  type RevocationEvent,
  type RevocationListener,
  type SessionEnding,
  type SessionState,
} from './edge-session.js';
export { hashSecret, PgSessionDirectory } from './edge-directory.js';
export { EdgeStore } from './edge-store.js';
export { freshForMs, revocationChannel, RevocationFeed } from './revocation-feed.js';
export { virtualManifest } from './sources/manifests.js';
export { BrokenSource } from './sources/broken-source.js';
export { EncoderSource } from './sources/encoder-source.js';
export { loadOrMakeClip, probeFfmpeg, type FfmpegAbilities } from './sources/ffmpeg.js';
export {
  keptSegments,
  maxSegmentBytes,
  SourceError,
  windowSegments,
  type CameraRef,
  type CameraSource,
  type LiveUpstream,
  type Segment,
  type SegmentInfo,
} from './sources/source.js';
export { SourcePool, type UpstreamLease } from './sources/source-pool.js';
export { VirtualSource } from './sources/virtual-source.js';
export { FootageClocks, type FootageClock } from './footage-clocks.service.js';
export type { ClosePlaybackOutcome, OpenPlayback, OpenPlaybackOutcome, RevokePlaybackOutcome } from './playback-outcomes.js';
export type { MediaAddresses, PlaybackMode, PlaybackSession } from './playback-session.js';
export { FootageClocksModule, PlaybackModule } from './playback.module.js';
export { Playback } from './playback.service.js';
