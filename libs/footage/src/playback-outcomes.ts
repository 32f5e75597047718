import type { EntryRef, Receipt } from '#libs/audit';
import type { CameraId, GrantId } from '#libs/kernel';
import type { RecordedDecision } from '#libs/regulation';
import type { RevocationReach } from '#libs/sharing';
import type { MediaAddresses, PlaybackMode, PlaybackSession } from './playback-session.js';

export interface OpenPlayback {
  readonly grantId: GrantId;
  readonly cameraId: CameraId;
  readonly mode: PlaybackMode;
  /** Why the viewer looks, in the viewer's words; kept with the session, never on the log. */
  readonly reason: string;
  readonly cookieless: boolean;
}

export interface Refused {
  readonly kind: 'refused';
  readonly decision: RecordedDecision;
}
/** Absent, or not this viewer's: the same from outside. */
export interface Absent {
  readonly kind: 'notFound';
}
export interface AlreadyEnded {
  readonly kind: 'ended';
  readonly session: PlaybackSession;
}

export type OpenPlaybackOutcome =
  | {
      readonly kind: 'opened';
      readonly session: PlaybackSession;
      readonly addresses: MediaAddresses;
      readonly decision: RecordedDecision;
      /** null when the log did not answer again after it had taken the entry; the entry stands. */
      readonly receipt: Receipt | null;
    }
  | Refused
  /** Permitted, but no connector of this camera can do it. */
  | { readonly kind: 'unsupported'; readonly mode: PlaybackMode };

export type ClosePlaybackOutcome =
  { readonly kind: 'closed'; readonly session: PlaybackSession; readonly entry: EntryRef } | Refused | AlreadyEnded | Absent;

export type RevokePlaybackOutcome =
  | {
      readonly kind: 'revoked';
      readonly session: PlaybackSession;
      readonly entry: EntryRef;
      readonly at: Date;
      readonly reach: RevocationReach;
    }
  | Refused
  | AlreadyEnded
  | Absent;
