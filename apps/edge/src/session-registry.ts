import type { Socket } from 'node:net';
import type { Clock, PlaybackSessionId } from '#libs/kernel';
import { closedByViewer, type EdgeSession, type EndReason, type Lapse, type RevocationEvent } from '#libs/footage';
import type { EdgeEvent } from './event-stream.js';
import { LiveSession, type SessionEnd } from './live-session.js';
import type { SocketBook } from './socket-book.js';

export const expiringBeforeMs = 60_000;
const idleAfterMs = 60_000;
const sweepEveryMs = 5_000;
/** How long an ended session is remembered here; after that the database says that it has ended. */
const rememberEndedMs = 600_000;

interface Timers {
  readonly expiring: NodeJS.Timeout;
  readonly expiry: NodeJS.Timeout;
}

/**
 * All sessions of this process. Ending one happens in a single turn of the event loop: state first, so that nothing more
 * is answered, then the player is told, then every connection it used is reset. Only the record comes later.
 */
export class SessionRegistry {
  private readonly sessions = new Map<PlaybackSessionId, LiveSession>();
  private readonly timers = new Map<PlaybackSessionId, Timers>();
  private readonly sweep: NodeJS.Timeout;
  private isHeld = false;

  /** @param onEnded records the end; called once for each session */
  constructor(
    private readonly clock: Clock,
    private readonly sockets: SocketBook,
    private readonly onEnded: (session: LiveSession) => void,
  ) {
    this.sweep = setInterval(() => this.sweepNow(), sweepEveryMs);
    this.sweep.unref();
  }

  find(id: PlaybackSessionId): LiveSession | null {
    return this.sessions.get(id) ?? null;
  }

  listLive(): LiveSession[] {
    return [...this.sessions.values()].filter((session) => session.isLive);
  }

  get isHolding(): boolean {
    return this.isHeld;
  }

  /** Registers a session and arms its natural end. */
  add(session: LiveSession): void {
    const { id, notAfterMs } = session.facts;
    this.sessions.set(id, session);
    const leftMs = Math.max(0, notAfterMs - this.clock.nowMs());
    const expiring = setTimeout(
      () => this.tell(session, { type: 'expiring', notAfter: new Date(notAfterMs).toISOString() }),
      Math.max(0, leftMs - expiringBeforeMs),
    );
    const expiry = setTimeout(() => this.end(session, 'expired'), leftMs);
    expiring.unref();
    this.timers.set(id, { expiring, expiry });
  }

  /** A session that is over before this process ever served it: known as ended, and recorded so. */
  addEnded(facts: EdgeSession, reason: EndReason): void {
    const session = new LiveSession(facts, '', this.clock.nowMs());
    session.end = { reason, atMs: this.clock.nowMs(), revokedAtMs: null, note: null };
    this.sessions.set(facts.id, session);
    this.onEnded(session);
  }

  /** Idempotent; see the class. @param asking the connection whose request found out: it still gets its refusal, then is reset too */
  end(
    session: LiveSession,
    reason: EndReason,
    revocation: { readonly atMs: number; readonly note: string } | null = null,
    asking: Socket | null = null,
  ): void {
    if (!session.isLive) return;
    const end: SessionEnd = { reason, atMs: this.clock.nowMs(), revokedAtMs: revocation?.atMs ?? null, note: revocation?.note ?? null };
    session.end = end;
    const timers = this.timers.get(session.facts.id);
    clearTimeout(timers?.expiring);
    clearTimeout(timers?.expiry);
    this.timers.delete(session.facts.id);
    const at = new Date(end.atMs).toISOString();
    const farewell = new Set([...session.streams].map((stream) => stream.socket));
    if (asking !== null) farewell.add(asking);
    this.tell(
      session,
      reason === 'revoked' ? { type: 'revoked', reason: revocation?.note ?? 'revoked', at } : { type: 'ended', reason, at },
    );
    for (const stream of session.streams) stream.end();
    session.streams.clear();
    this.sockets.cut(session.facts.id, farewell);
    session.lease?.release();
    this.onEnded(session);
  }

  /** What was found by looking. @param asking see `end` */
  endLapsed(session: LiveSession, reason: Lapse, asking: Socket | null = null): void {
    this.end(session, reason, reason === 'revoked' ? { atMs: this.clock.nowMs(), note: 'papers_lapsed' } : null, asking);
  }

  /** Ends every live session that the event selects. An unknown kind of selector selects all: better too many than one too few. */
  endSelected(event: RevocationEvent): number {
    const selected = this.listLive().filter((session) => selects(event, session));
    const reason = endReasonOf(event);
    for (const session of selected) this.end(session, reason, { atMs: event.atMs, note: event.reason });
    return selected.length;
  }

  /** Nothing is served while it cannot be known what was revoked; the players are told. @returns true when this is new */
  hold(held: boolean): boolean {
    if (this.isHeld === held) return false;
    this.isHeld = held;
    for (const session of this.listLive())
      this.tell(session, { type: 'state', state: held ? 'held' : 'live', notAfter: new Date(session.facts.notAfterMs).toISOString() });
    return true;
  }

  close(): void {
    clearInterval(this.sweep);
    for (const session of this.listLive()) this.end(session, 'edge_stopped');
  }

  private tell(session: LiveSession, event: EdgeEvent): void {
    for (const stream of session.streams) stream.send(event);
  }

  private sweepNow(): void {
    const now = this.clock.nowMs();
    for (const session of this.sessions.values()) {
      if (session.end !== null) {
        if (now - session.end.atMs > rememberEndedMs) this.sessions.delete(session.facts.id);
      } else if (now >= session.facts.notAfterMs)
        this.end(session, 'expired'); // a machine that slept misses its timers
      else if (session.answers === 0 && now - session.lastAskedMs > idleAfterMs) this.end(session, 'idle');
    }
  }
}

/** An expiry and a viewer's own stop travel the same way as a revocation, and are not one. */
function endReasonOf({ reason }: RevocationEvent): EndReason {
  if (reason === closedByViewer) return 'client';
  return reason === 'grant_expired' ? 'expired' : 'revoked';
}

function selects(event: RevocationEvent, { facts }: LiveSession): boolean {
  switch (event.selectorKind) {
    case 'session':
      return event.selectorId === facts.id;
    case 'grant':
      return event.selectorId === facts.grantId;
    case 'request':
      return event.selectorId === facts.requestId;
    case 'camera':
      return event.selectorId === facts.cameraId;
    case 'person':
      return event.selectorId === facts.personId;
    case 'organisation':
      return event.selectorId === facts.organisationId;
    default:
      return true;
  }
}
