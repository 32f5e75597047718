import type { CameraId, EntryId, GrantId, OrganisationId, PersonId, PlaybackSessionId, RequestId } from '#libs/kernel';

/** What is taken back: every session under it ends. */
export type RevocationSelector =
  | { readonly kind: 'session'; readonly id: PlaybackSessionId }
  | { readonly kind: 'grant'; readonly id: GrantId }
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'organisation'; readonly id: OrganisationId }
  | { readonly kind: 'camera'; readonly id: CameraId }
  | { readonly kind: 'request'; readonly id: RequestId };
export type RevocationSelectorKind = RevocationSelector['kind'];

export interface RevocationEvent {
  /** Contiguous from 1; a hole means that something was missed. */
  readonly position: bigint;
  readonly at: Date;
  readonly selectorKind: RevocationSelectorKind;
  readonly selectorId: string;
  readonly reason: string;
}

export interface RevocationDraft {
  readonly at: Date;
  /** A code that players are told: `grant_revoked`. */
  readonly reason: string;
  readonly byPersonId: PersonId | null;
  readonly entryId: EntryId | null;
}

/** How far a revocation has come by the time its answer is given. */
export interface RevocationReach {
  readonly position: bigint;
  readonly edgesExpected: number;
  readonly edgesAcknowledged: number;
  readonly sessionsEnded: number;
  /** From the call to the last acknowledgement that was waited for, milliseconds. */
  readonly tookMs: number;
}
