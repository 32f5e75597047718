import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { describeError, UnavailableFault, type Clock } from '#libs/kernel';
import { SourceError, windowSegments, type SessionDirectory, type SourcePool, type UpstreamLease } from '#libs/footage';
import type { Doorman } from './doorman.js';
import type { EdgeMetrics } from './edge-metrics.js';
import { EventStream } from './event-stream.js';
import type { KeyRing } from './key-ring.js';
import type { LiveSession } from './live-session.js';
import { cookieName, parseMediaPath, type MediaPath } from './media-path.js';
import { livePlaylist } from './playlist.js';
import { sendRefusal } from './refusal.js';
import { sendSegment } from './send-segment.js';
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
  constructor(private readonly parts: MediaServerParts) {}

  /** A server with limits; the caller listens and closes. @param others answers what is not below `/media/` */
  createServer(others: (request: IncomingMessage, response: ServerResponse) => void): Server {
    const server = createServer(
      { keepAliveTimeout: 15_000, headersTimeout: 5_000, requestTimeout: 10_000, noDelay: true, maxHeaderSize: 16_384 },
      (request, response) => {
        if (request.url?.startsWith('/media/') === true) void this.handle(request, response);
        else others(request, response);
      },
    );
    // A reader that takes nothing for this long is gone; event streams ping more often.
    server.timeout = 30_000;
    server.maxRequestsPerSocket = 0;
    return server;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (!this.greet(request, response)) return;
      const path = parseMediaPath(request.url ?? '');
      if (path === null) this.refuse(response, null, 404, 'unknown');
      else await this.answer(path, request, response);
    } catch (error) {
      if (error instanceof UnavailableFault) this.refuse(response, null, 503, 'no_knowledge');
      else {
        this.parts.log('request failed', { error: describeError(error) });
        response.destroy();
      }
    }
  }

  /** Headers of every answer; false when the request ends here. */
  private greet(request: IncomingMessage, response: ServerResponse): boolean {
    const { origin } = request.headers;
    response.setHeader('cache-control', 'private, no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('vary', 'origin');
    if (origin !== undefined && origin !== this.parts.portalOrigin) return this.refuse(response, null, 403, 'origin');
    if (origin !== undefined) {
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-credentials', 'true');
    }
    response.setHeader('cross-origin-resource-policy', 'same-site');
    if (request.method === 'GET') return true;
    const isPreflight = request.method === 'OPTIONS' && origin !== undefined;
    response.writeHead(isPreflight ? 204 : 405, {
      'content-length': 0,
      allow: 'GET',
      ...(isPreflight ? { 'access-control-allow-methods': 'GET' } : {}),
    });
    response.end();
    return false;
  }

  private async answer(path: MediaPath, request: IncomingMessage, response: ServerResponse): Promise<void> {
    let session = this.parts.registry.find(path.sessionId);
    if (session === null) {
      const admission = await this.parts.doorman.admit(path);
      if (admission.kind === 'refused') {
        this.refuse(response, null, admission.verdict.status, admission.verdict.cause);
        return;
      }
      session = admission.session;
      if (admission.cookie !== null) response.setHeader('set-cookie', this.cookie(session, admission.cookie));
    } else {
      const verdict = judge(path, session, request.headers.cookie, this.parts.keys, this.parts.clock.nowMs());
      if (verdict !== null) {
        this.refuse(response, session, verdict.status, verdict.cause);
        return;
      }
    }
    session.lastAskedMs = this.parts.clock.nowMs();
    this.parts.sockets.noteUse(request.socket, session.facts.id);
    if (path.ask.kind === 'events') this.openStream(session, request, response);
    else await this.answerMedia(path, session, response);
  }

  private async answerMedia(path: MediaPath, session: LiveSession, response: ServerResponse): Promise<void> {
    session.answers += 1;
    response.once('close', () => (session.answers -= 1));
    let checkedUntil = 0;
    if (!this.parts.knowledge.isFresh) {
      if (!(await this.parts.directory.isUsable(session.facts.id, this.parts.clock.nowMs())))
        this.parts.registry.end(session, 'revoked', { atMs: this.parts.clock.nowMs(), note: 'found lapsed when asked' }, response.socket);
      checkedUntil = performance.now() + checkedForMs;
    }
    if (!session.isLive) {
      this.refuseEnded(session, response);
      return;
    }
    const mayContinue = (): boolean => session.isLive && (this.parts.knowledge.isFresh || performance.now() < checkedUntil);
    try {
      switch (path.ask.kind) {
        case 'playlist':
          await this.sendPlaylist(session, response, mayContinue);
          return;
        case 'segment':
          await this.sendSecond(session, path.ask.seq, response, mayContinue);
          return;
        case 'init':
          this.sendInit(session, path.ask.initId, response, mayContinue);
          return;
        default:
          return;
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.parts.log('source does not serve', { camera: session.facts.cameraId, code: error.code, reason: error.message });
      this.refuse(response, session, 503, 'source', error.retryAfterMs);
    }
  }

  private async sendPlaylist(session: LiveSession, response: ServerResponse, mayContinue: () => boolean): Promise<void> {
    const { upstream } = this.leaseOf(session);
    await upstream.ready();
    const segments = upstream.window(windowSegments);
    const [first] = segments;
    if (first === undefined) throw new SourceError('DOWN', 'the camera has gone silent');
    const text = livePlaylist({
      segments,
      discontinuitySequence: upstream.discontinuitiesBefore(first.seq),
      sign: (place, expiresMs) => this.parts.keys.sign(session.facts.id, place, expiresMs),
      initExpiresMs: session.facts.notAfterMs,
    });
    this.sendWhole(session, response, 'application/vnd.apple.mpegurl', Buffer.from(text), mayContinue);
  }

  private sendInit(session: LiveSession, initId: number, response: ServerResponse, mayContinue: () => boolean): void {
    const init = this.leaseOf(session).upstream.findInit(initId);
    if (init === null) this.refuse(response, session, 403, 'window');
    else this.sendWhole(session, response, 'video/mp4', init, mayContinue);
  }

  private async sendSecond(session: LiveSession, seq: number, response: ServerResponse, mayContinue: () => boolean): Promise<void> {
    const segment = this.leaseOf(session).upstream.findSegment(seq);
    if (segment === null) {
      this.refuse(response, session, 403, 'window');
      return;
    }
    if (!mayContinue()) {
      this.refuseEnded(session, response);
      return;
    }
    response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': segment.bytes });
    session.ledger.handOver({ fromMs: segment.startMs, toMs: segment.startMs + segment.durationMs });
    const complete = await sendSegment(response, segment.parts, segment.bytes, {
      mayContinue,
      handedOver: (bytes) => {
        this.parts.metrics.bytes += bytes;
        session.ledger.addBytes(bytes, this.parts.clock.nowMs());
      },
    });
    if (complete) this.parts.metrics.segments += 1;
    else response.socket?.resetAndDestroy();
  }

  private sendWhole(session: LiveSession, response: ServerResponse, contentType: string, body: Buffer, mayContinue: () => boolean): void {
    if (!mayContinue()) {
      this.refuseEnded(session, response);
      return;
    }
    response.writeHead(200, { 'content-type': contentType, 'content-length': body.length });
    response.end(body);
  }

  private openStream(session: LiveSession, request: IncomingMessage, response: ServerResponse): void {
    const stream = new EventStream(response, request.socket);
    session.streams.add(stream);
    response.once('close', () => session.streams.delete(stream));
    const { notAfterMs } = session.facts;
    const notAfter = new Date(notAfterMs).toISOString();
    stream.send({ type: 'state', state: this.parts.registry.isHolding ? 'held' : 'live', notAfter });
    if (notAfterMs - this.parts.clock.nowMs() <= expiringBeforeMs) stream.send({ type: 'expiring', notAfter });
  }

  /** The session's share of the camera's picture, taken when first needed and again after a source that was down. @throws SourceError */
  private leaseOf(session: LiveSession): UpstreamLease {
    const { cameraId, cameraCode, sourceKind } = session.facts;
    session.lease ??= this.parts.sources.lease({ id: cameraId, code: cameraCode, sourceKind });
    return session.lease;
  }

  private refuseEnded(session: LiveSession, response: ServerResponse): void {
    if (session.isLive) this.refuse(response, session, 503, 'no_knowledge');
    else this.refuse(response, session, 410, 'ended');
  }

  private refuse(
    response: ServerResponse,
    session: LiveSession | null,
    status: Refusal,
    cause: RefusalCause,
    retryAfterMs?: number,
  ): false {
    this.parts.metrics.countRefusal(status, cause);
    session?.ledger.refuse(status);
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return false;
    }
    if (status === 410 && session !== null && !session.facts.cookieless)
      response.setHeader('set-cookie', `${cookieName(session.facts.id)}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`);
    sendRefusal(response, status, cause, retryAfterMs);
    return false;
  }

  private cookie(session: LiveSession, secret: string): string {
    const seconds = Math.max(1, Math.ceil((session.facts.notAfterMs - this.parts.clock.nowMs()) / 1_000));
    return `${cookieName(session.facts.id)}=${secret}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  }
}
