import { randomBytes } from 'node:crypto';
import type { Clock } from '#libs/kernel';
import { SessionDirectory, type EdgeSession } from '#libs/footage';
import type { EdgeMetrics } from './edge-metrics.js';
import type { KeyRing } from './key-ring.js';
import { LiveSession } from './live-session.js';
import type { MediaPath } from './media-path.js';
import { placeOfInit, placeOfSegment } from './playlist.js';
import type { SessionRegistry } from './session-registry.js';
import type { Verdict } from './verdict.js';

/** How far this edge has followed the list of revocations. */
export interface FollowedPosition {
  readonly position: bigint;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly session: LiveSession; readonly cookie: string | null }
  | { readonly kind: 'refused'; readonly verdict: Verdict };

/** Questions to the database by callers who have shown nothing yet, at once. */
const strangersAtOnce = 32;
const unknownForMs = 5_000;
const rememberedUnknown = 1_000;

/** The door for sessions that this process does not hold yet: exchanges tickets, and tells strangers as little as possible. */
export class Doorman {
  private asking = 0;
  private readonly unknown = new Map<string, number>();

  constructor(
    private readonly directory: SessionDirectory,
    private readonly registry: SessionRegistry,
    private readonly followed: FollowedPosition,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
    private readonly metrics: EdgeMetrics,
  ) {}

  /** @throws UnavailableFault when the record cannot be asked; the caller answers 503 */
  async admit(path: MediaPath): Promise<Admission> {
    if (!this.isOurUrl(path)) return refused(403, 'signature');
    if ((this.unknown.get(path.sessionId) ?? 0) > this.clock.nowMs()) return refused(404, 'unknown');
    if (this.asking >= strangersAtOnce) return refused(503, 'too_many');
    this.asking += 1;
    try {
      const secret = path.pathSecret ?? (path.ask.kind === 'playlist' ? path.ask.ticket : null);
      return secret === null ? await this.turnAway(path) : await this.exchange(path, secret);
    } finally {
      this.asking -= 1;
    }
  }

  private async exchange(path: MediaPath, secret: string): Promise<Admission> {
    const outcome = await this.directory.exchange(path.sessionId, secret, path.pathSecret !== null, this.clock.nowMs());
    switch (outcome.kind) {
      case 'live':
        return this.open(outcome.session, outcome.position, path.pathSecret);
      case 'ended':
        return refused(410, 'ended');
      case 'held':
        return refused(503, 'log_silent');
      case 'unknown':
        return this.notThere(path);
      case 'refused': {
        // Two requests with the same path secret may have come together: the other one opened it.
        const session = this.registry.find(path.sessionId);
        if (session !== null && session.isLive && path.pathSecret !== null && session.isSecret(path.pathSecret))
          return { kind: 'admitted', session, cookie: null };
        return refused(403, 'ticket');
      }
    }
  }

  /**
   * From here on the session is found by every revocation that arrives. One that arrived between the database's answer and now
   * did not find it, so if the list has moved on since that answer, the papers are looked at once more before anything is served.
   */
  private async open(facts: EdgeSession, asOfPosition: bigint, pathSecret: string | null): Promise<Admission> {
    const secret = pathSecret ?? randomBytes(32).toString('base64url');
    const session = new LiveSession(facts, secret, this.clock.nowMs());
    this.registry.add(session);
    this.metrics.opened += 1;
    const lapse = this.followed.position > asOfPosition ? await this.directory.findLapse(facts.id, this.clock.nowMs()) : null;
    if (lapse !== null) this.registry.endLapsed(session, lapse);
    if (!session.isLive) return refused(410, 'ended');
    return { kind: 'admitted', session, cookie: pathSecret === null ? secret : null };
  }

  private async turnAway(path: MediaPath): Promise<Admission> {
    const found = await this.directory.findState(path.sessionId);
    if (found === null) return this.notThere(path);
    return found.state === 'ended' ? refused(410, 'ended') : refused(403, 'ticket');
  }

  private notThere(path: MediaPath): Admission {
    const now = this.clock.nowMs();
    if (this.unknown.size >= rememberedUnknown) this.unknown.clear();
    this.unknown.set(path.sessionId, now + unknownForMs);
    return refused(404, 'unknown');
  }

  /** A signed URL must carry our signature before anybody is asked about its session. */
  private isOurUrl({ sessionId, ask }: MediaPath): boolean {
    if (ask.kind !== 'segment' && ask.kind !== 'init') return true;
    const place = ask.kind === 'segment' ? placeOfSegment(ask.rendition, ask.seq) : placeOfInit(ask.rendition, ask.initId);
    return ask.signature !== null && this.keys.isOurs(sessionId, place, ask.signature);
  }
}

function refused(status: Verdict['status'], cause: Verdict['cause']): Admission {
  return { kind: 'refused', verdict: { status, cause } };
}
