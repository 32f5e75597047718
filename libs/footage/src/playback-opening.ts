import type { PlaybackSessionId, Viewer } from '#libs/kernel';
import { cameraFacts, type Camera } from '#libs/registry';
import type { DecisionEntry, Facts, RecordedDecision } from '#libs/regulation';
import type { HeldGrant } from '#libs/sharing';
import { notAfterMs, type PlaybackMode, type PlaybackSession } from './playback-session.js';
import type { OpenPlayback } from './playback-outcomes.js';

/** A mode is an action of the bundle: the gate decides the one that is meant. */
export function actionOf(mode: PlaybackMode): 'live_view' | 'playback' {
  return mode === 'LIVE' ? 'live_view' : 'playback';
}

/** Pure. An absent grant or camera is a missing fact, and so is one that the viewer may not know of: both are refused alike. */
export function playbackFacts(camera: Camera | null, held: HeldGrant | null): Facts {
  return { ...held?.facts, ...(camera === null ? {} : { camera: cameraFacts(camera) }) };
}

/**
 * A source that keeps no recordings leaves the rules without facts about one, and they refuse for that alone. What a person
 * should hear then is the cause, not the missing fact; every other reason against goes first.
 */
export function isOnlyForWantOfARecording({ denies, unknowns, needs }: Pick<RecordedDecision, 'denies' | 'unknowns' | 'needs'>): boolean {
  const isAboutRecording = ({ at }: { readonly at: string }): boolean => at.startsWith('recording') || at === 'grant.scope.window';
  return needs.length === 0 && [...denies, ...unknowns].every(isAboutRecording);
}

/** What the entry of an opening says beside the decision. */
export function openingEntry(id: PlaybackSessionId, input: OpenPlayback, held: HeldGrant | null): DecisionEntry {
  return {
    type: `${actionOf(input.mode)}.open`,
    sessionId: id,
    grantId: input.grantId,
    resource: { kind: 'camera', id: input.cameraId },
    ...(held === null
      ? {}
      : {
          requestId: held.requestId,
          purpose: held.purposeCode,
          basis: held.legalBasisCode,
          ...(held.caseReference === null ? {} : { caseRef: held.caseReference }),
        }),
  };
}

/** What entries about a session that exists have in common. */
export function sessionEntry(session: PlaybackSession): Omit<DecisionEntry, 'type'> {
  return {
    sessionId: session.id,
    grantId: session.grantId,
    requestId: session.requestId,
    resource: { kind: 'camera', id: session.cameraId },
  };
}

/** Name, body, request: enough to find who let a picture out. The time is added where it is drawn. */
export function watermarkText(viewer: Viewer, requestCode: string): string {
  return `${viewer.displayName} · ${viewer.organisationName} · ${requestCode}`;
}

/** The session as it stands right after a permission. Pure. */
export function openedSession(
  viewer: Viewer,
  input: OpenPlayback,
  given: {
    readonly id: PlaybackSessionId;
    readonly held: HeldGrant;
    readonly decision: RecordedDecision;
    readonly maxMinutes: number;
    readonly now: Date;
  },
): PlaybackSession {
  const { id, held, decision, now } = given;
  return {
    id,
    mode: input.mode,
    state: 'opening',
    grantId: held.grant.id,
    requestId: held.requestId,
    cameraId: input.cameraId,
    personId: viewer.personId,
    decisionId: decision.id,
    policyRevision: decision.policy.revision,
    obligations: decision.obligations,
    watermarkText: watermarkText(viewer, held.requestCode),
    openEntryId: decision.entry.entryId,
    openedAt: now,
    notAfter: new Date(
      notAfterMs({
        nowMs: now.getTime(),
        grantExpiresAt: held.grant.expiresAt,
        windowTo: held.grant.windowTo,
        decisionValidUntilMs: decision.fresh.validUntil,
        maxMinutes: given.maxMinutes,
        cookieless: input.cookieless,
      }),
    ),
    firstByteAt: null,
    lastByteAt: null,
    revokedAt: null,
    endedAt: null,
    endReason: null,
  };
}
