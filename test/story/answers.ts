/** The shapes that `documents.ts` asks for. */

export interface Refused {
  readonly __typename: 'Denied' | 'InvalidInput' | 'StateConflict' | 'NotFound' | 'NotReady';
  readonly code: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly effect?: string;
  readonly entryId?: string;
  readonly decisionId?: string;
  readonly nextVi?: string | null;
  readonly reasons?: readonly { readonly rule: string; readonly message: string; readonly textVi: string; readonly textEn: string }[];
}

export interface EntryRef {
  readonly id: string;
}

export interface GrantAnswer {
  readonly id: string;
  readonly state: string;
  readonly expiresAt: string;
  readonly cameras: readonly { readonly id: string; readonly code: string; readonly nameVi: string }[];
}

export interface CameraAnswer {
  readonly id: string;
  readonly code: string;
  readonly nameVi: string;
  readonly purposes: readonly string[];
  readonly owner: { readonly id: string; readonly code: string; readonly nameVi: string };
}

export interface RequestSubmitted {
  readonly __typename: 'RequestSubmitted';
  readonly request: { readonly id: string; readonly code: string; readonly state: string; readonly digest: string };
  readonly decision: { readonly effect: string; readonly reasons: readonly { readonly rule: string }[] };
  readonly entry: EntryRef;
}

export interface Recorded {
  readonly __typename: 'ConsentRecorded' | 'ReviewRecorded' | 'RequestWithdrawn' | 'PlaybackClosed';
  readonly entry: EntryRef;
}

export interface ApprovalRecorded {
  readonly __typename: 'ApprovalRecorded';
  readonly entry: EntryRef;
  readonly grants: readonly GrantAnswer[];
}

export interface PlaybackOpened {
  readonly __typename: 'PlaybackOpened';
  readonly session: {
    readonly id: string;
    readonly mediaUrl: string;
    readonly eventsUrl: string;
    readonly notAfter: string;
    readonly watermarkText: string | null;
    readonly obligations: readonly { readonly code: string }[];
  };
  readonly entry: EntryRef;
  readonly receipt: { readonly entryId: string; readonly text: string } | null;
}

export interface GrantRevoked {
  readonly __typename: 'GrantRevoked';
  readonly entry: EntryRef;
  readonly revocation: {
    readonly position: string;
    readonly revokedAt: string;
    readonly edgesExpected: number;
    readonly edgesAcknowledged: number;
    readonly tookMs: number;
    readonly sessionsEnded: number;
  };
}

export interface SessionAnswer {
  readonly state: string;
  readonly endReason: string | null;
  readonly endedAt: string | null;
  readonly lastByteAt: string | null;
  readonly deliveredRanges: readonly { readonly from: string; readonly to: string }[];
}

export interface EntryAnswer {
  readonly id: string;
  readonly type: string;
  readonly outcome: string | null;
  readonly organisationCode: string | null;
  readonly requestId: string | null;
  readonly cameraId: string | null;
  readonly rules: readonly string[];
  readonly index: string | null;
  readonly state: string;
  /** The exact text that is hashed; for inspectors and the actor. */
  readonly leaf: string | null;
}

export interface EntryConnection {
  readonly __typename: 'EntryConnection';
  readonly edges: readonly { readonly cursor: string; readonly node: EntryAnswer }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface EntryProof {
  readonly __typename: 'EntryProof';
  readonly index: string;
  readonly leaf: string | null;
  readonly proof: string;
  readonly state: string;
  readonly witnesses: readonly { readonly name: string }[];
}

export function isRefused(answer: { readonly __typename: string }): answer is Refused {
  return ['Denied', 'InvalidInput', 'StateConflict', 'NotFound', 'NotReady'].includes(answer.__typename);
}

/** The rules of a refusal, as the story shows them. */
export function rulesOf(refused: Refused): string {
  const rules = [...new Set(refused.reasons?.map((reason) => reason.rule) ?? [])].join(', ');
  const text = refused.reasons?.[0]?.textVi ?? refused.textVi;
  return `${refused.__typename === 'Denied' ? 'từ chối/denied' : refused.code}${rules === '' ? '' : ` [${rules}]`}: ${text}`;
}
