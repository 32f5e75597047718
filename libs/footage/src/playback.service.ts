import { Injectable } from '@nestjs/common';
import { EntryWriter, type EntryRef, type Receipt } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { Clock, describeError, logLine, newId, type PlaybackSessionId, type Viewer } from '#libs/kernel';
import { Cameras, type Camera } from '#libs/registry';
import { Gate, PolicyStore, type RecordedDecision } from '#libs/regulation';
import { Grants, Revocations, type HeldGrant } from '#libs/sharing';
import { closedByViewer, type DeliveredRange } from './edge-session.js';
import { FootageSettings } from './footage-settings.js';
import { ObligationEnforcer } from './obligation-enforcer.js';
import { actionOf, isOnlyForWantOfARecording, openedSession, openingEntry, playbackFacts, sessionEntry } from './playback-opening.js';
import type { ClosePlaybackOutcome, OpenPlayback, OpenPlaybackOutcome, RevokePlaybackOutcome } from './playback-outcomes.js';
import { mediaAddresses, newSecret, secretLifeMs, type PlaybackSession } from './playback-session.js';
import { PlaybackRepository } from './playback.repository.js';
import { manifestOf } from './sources/manifests.js';

/** How long an ending waits for the edges before it answers; edges that are later stop by themselves within the lease. */
const ackBudgetMs = 1_500;

/**
 * Opens, ends and tells of playback sessions. Promises: the decision is asked now and stands on the log before an address leaves
 * this process; opening and revocation of a grant follow each other (the grant's row is locked), and a revocation that comes
 * after the decision ends the session wherever it is by then.
 */
@Injectable()
export class Playback {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly policies: PolicyStore,
    private readonly grants: Grants,
    private readonly cameras: Cameras,
    private readonly sessions: PlaybackRepository,
    private readonly revocations: Revocations,
    private readonly enforcer: ObligationEnforcer,
    private readonly entries: EntryWriter,
    private readonly settings: FootageSettings,
    private readonly clock: Clock,
  ) {}

  async open(viewer: Viewer, input: OpenPlayback): Promise<OpenPlaybackOutcome> {
    const secret = newSecret();
    const outcome = await this.db.transaction(async (tx) => {
      const held = await this.grants.findUsable(tx, viewer, input.grantId);
      const camera = await this.cameras.findVisible(tx, viewer, input.cameraId);
      const id = newId('pls');
      const decision = await this.gate.decide(tx, viewer, actionOf(input.mode), playbackFacts(camera, held), openingEntry(id, input, held));
      if (held === null || camera === null) return { kind: 'refused', decision } as const;
      if (!(await this.isOffered(tx, camera, input))) {
        if (decision.effect === 'allow') await this.recordUnsupported(tx, id, input, held, decision);
        else if (!isOnlyForWantOfARecording(decision)) return { kind: 'refused', decision } as const;
        return { kind: 'unsupported', mode: input.mode } as const;
      }
      if (decision.effect !== 'allow') return { kind: 'refused', decision } as const;
      const { maxMinutes } = this.enforcer.enforce(decision.obligations);
      const session = openedSession(viewer, input, { id, held, decision, maxMinutes, now: this.clock.now() });
      await this.add(tx, viewer, input, held, session, secret);
      return { kind: 'opened', session, decision } as const;
    });
    if (outcome.kind !== 'opened') return outcome;
    const receipt = await this.receiptOf(outcome.decision.entry);
    return { ...outcome, receipt, addresses: mediaAddresses(this.settings.edgeUrl, outcome.session.id, secret, input.cookieless) };
  }

  /** Own sessions only. */
  async close(viewer: Viewer, id: PlaybackSessionId): Promise<ClosePlaybackOutcome> {
    const begun = await this.db.transaction(async (tx) => {
      const session = await this.sessions.findOwn(tx, viewer, id);
      const entry = { type: 'live_view.stop', ...(session === null ? {} : sessionEntry(session)) };
      const decision = await this.gate.decide(tx, viewer, 'end_playback', {}, entry);
      if (session === null) return { kind: 'notFound' } as const;
      if (!decision.proceeds) return { kind: 'refused', decision } as const;
      if (session.state === 'ended') return { kind: 'ended', session } as const;
      const draft = { at: this.clock.now(), reason: closedByViewer, byPersonId: viewer.personId, entryId: decision.entry.entryId };
      const position = await this.revocations.publish(tx, { kind: 'session', id }, draft);
      return { kind: 'closed', entry: decision.entry, position } as const;
    });
    if (begun.kind !== 'closed') return begun;
    await this.revocations.waitForAcks(begun.position, ackBudgetMs);
    const session = await this.db.read((tx) => this.sessions.findOwn(tx, viewer, id));
    return session === null ? { kind: 'notFound' } : { kind: 'closed', entry: begun.entry, session };
  }

  /** For those who may take a right back: the camera's owner and the police who approved. Whole grants: `Grants.revoke`. */
  async revoke(viewer: Viewer, id: PlaybackSessionId, reason: string): Promise<RevokePlaybackOutcome> {
    const at = this.clock.now();
    const begun = await this.db.transaction(async (tx) => {
      const seen = await this.sessions.findVisible(tx, viewer, id);
      const entry = { type: 'live_view.revoke', ...(seen === null ? {} : sessionEntry(seen.session)) };
      const decision = await this.gate.decide(tx, viewer, 'revoke', seen === null ? {} : seen.revokeFacts, entry);
      if (seen === null) return { kind: 'notFound' } as const;
      if (!decision.proceeds) return { kind: 'refused', decision } as const;
      if (seen.session.state === 'ended') return { kind: 'ended', session: seen.session } as const;
      await this.sessions.noteRevocation(tx, id, reason);
      const draft = { at, reason: 'session_revoked', byPersonId: viewer.personId, entryId: decision.entry.entryId };
      const position = await this.revocations.publish(tx, { kind: 'session', id }, draft);
      return { kind: 'revoked', entry: decision.entry, position } as const;
    });
    if (begun.kind !== 'revoked') return begun;
    const reach = await this.revocations.waitForAcks(begun.position, ackBudgetMs);
    const seen = await this.db.read((tx) => this.sessions.findVisible(tx, viewer, id));
    return seen === null ? { kind: 'notFound' } : { kind: 'revoked', session: seen.session, entry: begun.entry, at, reach };
  }

  /** null when there is none or it is not the viewer's to see; that it was looked at is recorded first. */
  async read(viewer: Viewer, id: PlaybackSessionId): Promise<PlaybackSession | null> {
    const seen = await this.db.read((tx) => this.sessions.findVisible(tx, viewer, id));
    const entry = { type: 'playback_session.read', ...(seen === null ? {} : sessionEntry(seen.session)) };
    const decision = await this.gate.decideAlone(viewer, 'read_playback', {}, entry);
    return decision.proceeds && seen !== null ? seen.session : null;
  }

  /** Media time that a session was handed; the caller may see the session already. */
  listDelivered(id: PlaybackSessionId): Promise<DeliveredRange[]> {
    return this.db.read((tx) => this.sessions.listDelivered(tx, id));
  }

  /** Asked of the connector's statement: a permission cannot be used where the source is not able to. */
  private async isOffered(tx: Tx, camera: Camera, { mode }: OpenPlayback): Promise<boolean> {
    const source = await this.cameras.findSource(tx, camera.id);
    const manifest = source === null ? null : manifestOf(source.sourceKind);
    return manifest !== null && (mode === 'LIVE' || manifest.recorded !== null);
  }

  /** The opening was permitted and is on the log; its outcome is that nothing was opened. */
  private async recordUnsupported(
    tx: Tx,
    id: PlaybackSessionId,
    input: OpenPlayback,
    held: HeldGrant,
    decision: RecordedDecision,
  ): Promise<void> {
    await this.entries.appendIn(tx, {
      type: `${actionOf(input.mode)}.close`,
      viewer: null,
      actorProcess: this.settings.producer,
      outcome: 'failed',
      sessionId: id,
      grantId: input.grantId,
      requestId: held.requestId,
      decisionId: decision.id,
      intentId: decision.entry.entryId,
      resource: { kind: 'camera', id: input.cameraId },
      details: { reason: 'unsupported' },
    });
  }

  private async add(tx: Tx, viewer: Viewer, input: OpenPlayback, held: HeldGrant, session: PlaybackSession, secret: string): Promise<void> {
    await this.sessions.add(tx, session, {
      organisationId: viewer.organisationId,
      viewerSessionId: viewer.sessionId,
      reason: input.reason,
      grantEpoch: held.grant.epoch,
      // Under the grant's lock: what the list gains from here on selects this session too.
      openedPosition: await this.sessions.revocationPosition(tx),
      cookieless: input.cookieless,
      secret,
      secretExpiresAt: new Date(session.openedAt.getTime() + secretLifeMs),
      entryContext: { purpose: held.purposeCode, basis: held.legalBasisCode, policySha256: this.policies.current().bundle.sha256 },
    });
  }

  private async receiptOf(entry: EntryRef): Promise<Receipt | null> {
    try {
      return await this.entries.receiptFor(entry.entryId);
    } catch (error) {
      logLine('warn', this.settings.producer, 'no receipt for an opening that stands', {
        entry: entry.entryId,
        error: describeError(error),
      });
      return null;
    }
  }
}
