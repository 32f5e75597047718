import type { DecisionId, EntryId, GrantId, PlaybackSessionId, RequestId, SessionId, Viewer } from '#libs/kernel';

export type EntryOutcome = 'allowed' | 'refused' | 'done' | 'failed';

/**
 * What a caller knows of an act. Who, where from and which sign-in are taken from the viewer and go on the log as commitments;
 * `caseRef` as well. Everything else stands on the log as it is: ids, codes, digests, never free text and never a name.
 */
export interface EntryDraft {
  /** Action and step: `live_view.open`, `request.submitted`. */
  readonly type: string;
  /** null for an act of a process (then `actorProcess`) or of somebody who has not signed in. */
  readonly viewer: Viewer | null;
  readonly actorProcess?: string;
  readonly outcome: EntryOutcome;
  readonly purpose?: string;
  readonly basis?: string;
  readonly caseRef?: string;
  readonly requestId?: RequestId | string;
  readonly grantId?: GrantId | string;
  /** The playback session the act belongs to. A sign-in session may be given too: it is committed to, not written. */
  readonly sessionId?: PlaybackSessionId | SessionId | string;
  readonly decisionId?: DecisionId | string;
  /** The intent that this outcome closes (two-phase rule: intent before release, outcome after). */
  readonly intentId?: EntryId;
  /** `from` and `to`: RFC 3339 UTC, the media time that the act was about. */
  readonly resource?: { readonly kind: string; readonly id?: string; readonly from?: string; readonly to?: string };
  readonly rules?: readonly string[];
  readonly policySha256?: string;
  readonly factsDigest?: string;
  /** Secret for now: who acted, and in which case, is shown to nobody before this (the entry itself stands on the log at once). */
  readonly discloseAfter?: Date;
  /** Small facts by camelCase key: integers, booleans, codes. Text at most 512 characters. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** A pointer to an entry that is in the caller's transaction, or committed. */
export interface EntryRef {
  readonly entryId: EntryId;
  /** RFC 6962 hash of the entry's leaf, lower-case hex. */
  readonly digest: string;
  readonly acceptedAt: Date;
}

/** Proof for the actor that the entry was accepted, signed by the producer outside the database. */
export interface Receipt extends EntryRef {
  readonly producer: string;
  /** Ed25519 over the receipt batch, base64. */
  readonly signature: string;
  /** The whole receipt as one JSON line: what `cuao verify receipt` takes. */
  readonly text: string;
}
