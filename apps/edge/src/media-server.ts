import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { describeError, UnavailableFault, type Clock } from '#libs/kernel';
import { SourceError, windowSegments, type LiveUpstream, type SessionDirectory, type SourcePool, type UpstreamLease } from '#libs/footage';
import type { Doorman } from './doorman.js';
import type { EdgeMetrics } from './edge-metrics.js';
import { EventStream } from './event-stream.js';
import type { KeyRing } from './key-ring.js';
import type { LiveSession } from './live-session.js';
import { cookieName, parseMediaPath, type MediaPath } from './media-path.js';
import { livePlaylist } from './playlist.js';
import { Reply } from './reply.js';
import { expiringBeforeMs, type SessionRegistry } from './session-registry.js';
import type { SocketBook } from './socket-book.js';
import { judge, type Refusal, type RefusalCause } from './verdict.js';

/** Whether this edge knows what was revoked: how old its last look at the list is. */
export interface Knowledge {
  readonly isFresh: boolean;
}

export interface MediaServerParts {
  readonly registry: SessionRegistry;
  readonly doorman: Doorman;
  readonly directory: SessionDirectory;
  readonly sources: SourcePool;
  readonly sockets: SocketBook;
  readonly keys: KeyRing;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly metrics: EdgeMetrics;
  /** The only origin whose pages may read answers. */
  readonly portalOrigin: string;
  readonly log: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** How long a look at the database for one request carries that request's answer. */
const checkedForMs = 3_000;

/** Answers `/media/…`: session, signature, window, speed; then bytes from memory. Everything else on this port is somebody else's. */
export class MediaServer {
  /** Answers with media under way; those that are unfinished when knowledge runs out are cut. */
  private readonly underWay = new Set<ServerResponse>();

  constructor(private readonly parts: MediaServerParts) {}

  /** A server with limits; the caller listens and closes. @param others answers what is not below `/media/` */
  createServer(others: (request: IncomingMessage, response: ServerResponse) => void): Server {
    const limits = { keepAliveTimeout: 15_000, headersTimeout: 5_000, requestTimeout: 10_000, noDelay: true, maxHeaderSize: 16_384 };
    const server = createServer(limits, (request, response) => {
      if (request.url?.startsWith('/media/') === true) this.handle(request, response);
      else others(request, response);
    });
    // A reader that takes nothing for this long is gone; event streams ping more often.
    server.timeout = 30_000;
    server.maxRequestsPerSocket = 0;
    return server;
  }

  /** Cuts answers that have not left this machine yet: they may have been revoked without our knowing. */
  cutUnfinished(): void {
    for (const response of this.underWay) if (response.headersSent) response.socket?.resetAndDestroy();
  }

  private handle(request: IncomingMessage, response: ServerResponse): void {
    const { origin } = request.headers;
    const fromPortal = origin === this.parts.portalOrigin;
    const reply = new Reply(response, fromPortal ? origin : null);
    if (origin !== undefined && !fromPortal) {
      this.refuse(reply, null, 403, 'origin');
      return;
    }
    if (request.method !== 'GET') {
      if (request.method === 'OPTIONS' && fromPortal) reply.empty(204, ['access-control-allow-methods', 'GET']);
      else reply.empty(405, ['allow', 'GET']);
      return;
    }
    const path = parseMediaPath(request.url ?? '');
    if (path === null) {
      this.refuse(reply, null, 404, 'unknown');
      return;
    }
    const session = this.parts.registry.find(path.sessionId);
    if (session === null) void this.admit(path, reply, request).catch((error: unknown) => this.fail(reply, null, error));
    else this.answerKnown(path, session, reply, request);
  }

  /** Nothing asynchronous for a session that is known, while the knowledge is fresh. */
  private answerKnown(path: MediaPath, session: LiveSession, reply: Reply, request: IncomingMessage): void {
    const nowMs = this.parts.clock.nowMs();
    const verdict = judge(path, session, request.headers.cookie, this.parts.keys, nowMs);
    if (verdict === null) this.serve(path, session, reply, request, nowMs);
    else this.refuse(reply, session, verdict.status, verdict.cause);
  }

  private async admit(path: MediaPath, reply: Reply, request: IncomingMessage): Promise<void> {
    const admission = await this.parts.doorman.admit(path);
    if (admission.kind === 'refused') {
      this.refuse(reply, null, admission.verdict.status, admission.verdict.cause);
      return;
    }
    const { session, cookie } = admission;
    const nowMs = this.parts.clock.nowMs();
    if (cookie !== null) reply.setCookie(this.cookie(session, cookie, nowMs));
    this.serve(path, session, reply, request, nowMs);
  }

  private serve(path: MediaPath, session: LiveSession, reply: Reply, request: IncomingMessage, nowMs: number): void {
    session.lastAskedMs = nowMs;
    this.parts.sockets.noteUse(request.socket, session.facts.id);
    if (path.ask.kind === 'events') {
      this.openStream(session, reply, request, nowMs);
      return;
    }
    const { response } = reply;
    session.answers += 1;
    this.underWay.add(response);
    response.on('close', () => {
      session.answers -= 1;
      this.underWay.delete(response);
    });
    if (this.parts.knowledge.isFresh && path.ask.kind === 'segment') {
      try {
        this.sendSecond(session, path.ask.seq, reply, nowMs);
      } catch (error) {
        this.fail(reply, session, error);
      }
    } else void this.serveChecked(path, session, reply, nowMs).catch((error: unknown) => this.fail(reply, session, error));
  }

  private async serveChecked(path: MediaPath, session: LiveSession, reply: Reply, nowMs: number): Promise<void> {
    let checkedUntil = 0;
    if (!this.parts.knowledge.isFresh) {
      const lapse = await this.parts.directory.findLapse(session.facts.id, nowMs);
      if (lapse !== null) this.parts.registry.endLapsed(session, lapse, reply.response.socket);
      checkedUntil = performance.now() + checkedForMs;
    }
    const { ask } = path;
    const upstream = session.isLive ? this.leaseOf(session).upstream : null;
    if (ask.kind === 'playlist') await upstream?.ready();
    // Whatever was waited for: the session may have ended meanwhile, or the knowledge grown old.
    if (upstream === null || !session.isLive) this.refuse(reply, session, 410, 'ended');
    else if (!this.parts.knowledge.isFresh && performance.now() > checkedUntil) this.refuse(reply, session, 503, 'no_knowledge');
    else if (ask.kind === 'playlist') this.sendPlaylist(session, upstream, reply);
    else if (ask.kind === 'segment') this.sendSecond(session, ask.seq, reply, nowMs);
    else if (ask.kind === 'init') this.sendInit(session, upstream, ask.initId, reply);
  }

  private sendPlaylist(session: LiveSession, upstream: LiveUpstream, reply: Reply): void {
    const segments = upstream.window(windowSegments);
    const [first] = segments;
    if (first === undefined) throw new SourceError('DOWN', 'the camera has gone silent');
    const text = livePlaylist({
      segments,
      discontinuitySequence: upstream.discontinuitiesBefore(first.seq),
      sign: (place, expiresMs) => this.parts.keys.sign(session.facts.id, place, expiresMs),
      initExpiresMs: session.facts.notAfterMs,
    });
    reply.whole('application/vnd.apple.mpegurl', Buffer.from(text));
  }

  private sendInit(session: LiveSession, upstream: LiveUpstream, initId: number, reply: Reply): void {
    const init = upstream.findInit(initId);
    if (init === null) this.refuse(reply, session, 403, 'window');
    else reply.whole('video/mp4', init);
  }

  private sendSecond(session: LiveSession, seq: number, reply: Reply, nowMs: number): void {
    const segment = this.leaseOf(session).upstream.findSegment(seq);
    if (segment === null) {
      this.refuse(reply, session, 403, 'window');
      return;
    }
    session.ledger.handOver({ fromMs: segment.startMs, toMs: segment.startMs + segment.durationMs }, segment.bytes, nowMs);
    this.parts.metrics.segments += 1;
    this.parts.metrics.bytes += segment.bytes;
    reply.segment(segment.parts, segment.bytes);
  }

  private openStream(session: LiveSession, reply: Reply, request: IncomingMessage, nowMs: number): void {
    const stream = new EventStream(reply, request.socket);
    session.streams.add(stream);
    reply.response.on('close', () => session.streams.delete(stream));
    const { notAfterMs } = session.facts;
    const notAfter = new Date(notAfterMs).toISOString();
    stream.send({ type: 'state', state: this.parts.registry.isHolding ? 'held' : 'live', notAfter });
    if (notAfterMs - nowMs <= expiringBeforeMs) stream.send({ type: 'expiring', notAfter });
  }

  /** The session's share of the camera's picture, taken when first needed and again after a source that was down. @throws SourceError */
  private leaseOf(session: LiveSession): UpstreamLease {
    const { cameraId, cameraCode, sourceKind } = session.facts;
    session.lease ??= this.parts.sources.lease({ id: cameraId, code: cameraCode, sourceKind });
    return session.lease;
  }

  private fail(reply: Reply, session: LiveSession | null, error: unknown): void {
    if (error instanceof UnavailableFault) this.refuse(reply, session, 503, 'no_knowledge');
    else if (error instanceof SourceError) {
      this.parts.log('source does not serve', { camera: session?.facts.cameraId, code: error.code, reason: error.message });
      this.refuse(reply, session, 503, 'source', error.retryAfterMs);
    } else {
      this.parts.log('request failed', { error: describeError(error) });
      reply.response.destroy();
    }
  }

  private refuse(reply: Reply, session: LiveSession | null, status: Refusal, cause: RefusalCause, retryAfterMs = 1_000): void {
    this.parts.metrics.countRefusal(status, cause);
    session?.ledger.refuse(status);
    if (status === 410 && session !== null && !session.facts.cookieless)
      reply.setCookie(`${cookieName(session.facts.id)}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`);
    reply.refuse(status, cause, retryAfterMs);
  }

  private cookie(session: LiveSession, secret: string, nowMs: number): string {
    const seconds = Math.max(1, Math.ceil((session.facts.notAfterMs - nowMs) / 1_000));
    return `${cookieName(session.facts.id)}=${secret}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  }
}
