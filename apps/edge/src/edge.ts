import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Clock } from '#libs/kernel';
import type { CameraSource, LapsedSession, RevocationEvent, RevocationListener, SessionDirectory } from '#libs/footage';
import { SourcePool } from '#libs/footage';
import { Doorman } from './doorman.js';
import { EdgeMetrics } from './edge-metrics.js';
import { answerOthers } from './health.js';
import type { KeyRing } from './key-ring.js';
import { MediaServer } from './media-server.js';
import { Reporter, type EdgeLog } from './reporter.js';
import { SessionRegistry } from './session-registry.js';
import { SocketBook } from './socket-book.js';

/** What the edge follows to know of revocations; `libs/footage` has the one on PostgreSQL. */
export interface FollowedList {
  readonly position: bigint;
  /** Age of the knowledge in milliseconds. */
  readonly ageMs: number;
  readonly isFresh: boolean;
  start(): Promise<void>;
  close(): Promise<void>;
}

export interface EdgeParts {
  readonly directory: SessionDirectory;
  /** Called once with the listener that ends sessions. */
  readonly follow: (listener: RevocationListener) => FollowedList;
  readonly log: EdgeLog;
  readonly sources: ReadonlyMap<string, CameraSource>;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly portalOrigin: string;
  readonly report: (message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Cut off from everything for this long, sessions end instead of waiting (`design.md` P5). */
export const leaseMs = 30_000;
const watchEveryMs = 250;
const recordWithinMs = 3_000;

/** The only door to pixels, put together; `main.ts`, the tests and the bench call the same function. */
export class Edge implements RevocationListener {
  readonly metrics = new EdgeMetrics();
  readonly registry: SessionRegistry;
  private readonly sockets = new SocketBook();
  private readonly reporter: Reporter;
  private readonly list: FollowedList;
  private readonly pool: SourcePool;
  private readonly media: MediaServer;
  private readonly server: Server;
  private watchdog: NodeJS.Timeout | null = null;

  constructor(private readonly parts: EdgeParts) {
    const { clock, directory, keys, report } = parts;
    this.registry = new SessionRegistry(clock, this.sockets, (session) => {
      this.metrics.countEnd(session.end?.reason ?? 'unknown');
      this.reporter.sessionEnded(session);
    });
    this.reporter = new Reporter(
      parts.log,
      directory,
      clock,
      () => this.registry.listLive(),
      (session) => this.registry.end(session, 'unrecorded'),
      report,
    );
    this.list = parts.follow(this);
    this.pool = new SourcePool(parts.sources);
    const doorman = new Doorman(directory, this.registry, this.list, keys, clock, this.metrics);
    this.media = new MediaServer({
      registry: this.registry,
      doorman,
      directory,
      sources: this.pool,
      sockets: this.sockets,
      keys,
      knowledge: this.list,
      clock,
      metrics: this.metrics,
      portalOrigin: parts.portalOrigin,
      log: report,
    });
    this.server = this.media.createServer((request, response) =>
      answerOthers(request, response, {
        isReady: () => this.list.isFresh,
        metricsText: () =>
          this.metrics.text({
            sessions: this.registry.listLive().length,
            cameras_running: this.pool.size,
            unrecorded: this.reporter.backlog,
            knowledge_age_seconds: this.list.ageMs / 1_000,
          }),
      }),
    );
  }

  /** @returns the port it listens on */
  async listen(port: number, host = '127.0.0.1'): Promise<number> {
    await this.list.start();
    // What a predecessor of the same name left live ended with it; nobody else would ever say so.
    for (const facts of await this.parts.directory.listLive()) this.registry.addEnded(facts, 'edge_lost');
    this.watchdog = setInterval(() => this.watch(), watchEveryMs);
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
    return (this.server.address() as AddressInfo).port;
  }

  onRevocation(event: RevocationEvent): number {
    return this.registry.endSelected(event);
  }

  onLapsed(sessions: readonly LapsedSession[]): void {
    for (const { id, reason } of sessions) {
      const session = this.registry.find(id);
      if (session !== null) this.registry.endLapsed(session, reason);
    }
  }

  /** Ends every session, records what can be recorded, stops the cameras. */
  async close(): Promise<void> {
    if (this.watchdog !== null) clearInterval(this.watchdog);
    this.registry.close();
    const stopped = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await this.reporter.close(recordWithinMs);
    await Promise.all([this.pool.close(), this.list.close(), stopped]);
  }

  /** Without knowledge nothing is served; without it for the length of the lease, everything ends. */
  private watch(): void {
    if (this.registry.hold(!this.list.isFresh) && !this.list.isFresh) this.media.cutUnfinished();
    if (this.list.ageMs <= leaseMs) return;
    for (const session of this.registry.listLive()) this.registry.end(session, 'lease');
  }
}
