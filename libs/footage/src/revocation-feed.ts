import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import type { LogReleases } from '#libs/audit';
import { connectionOptions } from '#libs/database';
import { describeError, type Clock, type PlaybackSessionId } from '#libs/kernel';
import type { EdgeStore } from './edge-store.js';
import type { LapsedSession, RevocationEvent, RevocationListener } from './edge-session.js';

export const revocationChannel = 'cuao_revocation';
const pollEveryMs = 1_000;
const listenAgainAfterMs = 500;
/** Beyond this age the knowledge counts as stale (`media.md` 3, rule 6). */
export const freshForMs = 3_000;

interface EventRow {
  readonly position: string;
  readonly at: Date;
  readonly selector_kind: string;
  readonly selector_id: string;
  readonly reason: string;
}

/**
 * Follows the numbered list of revocations: woken by NOTIFY, and looking by itself every second, so that a lost wake-up
 * costs a second and no more. Each look also finds sessions whose papers lapsed without a revocation reaching us, and those that
 * a log without witnesses no longer lets out.
 * Only a look that came back counts as knowledge; an open LISTEN connection proves nothing.
 */
export class RevocationFeed {
  private last = 0n;
  private knownAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private closed = false;
  private ears: Client | null = null;

  constructor(
    private readonly store: EdgeStore,
    private readonly edgeId: string,
    private readonly releases: Pick<LogReleases, 'recent'>,
    private readonly clock: Clock,
    private readonly listener: RevocationListener,
    private readonly report: (message: string, fields: Readonly<Record<string, unknown>>) => void,
  ) {}

  /** Position of the last revocation that was applied here. */
  get position(): bigint {
    return this.last;
  }

  /** Milliseconds since the beginning of the last look that came back. */
  get ageMs(): number {
    return performance.now() - this.knownAt;
  }

  get isFresh(): boolean {
    return this.ageMs <= freshForMs;
  }

  /** Announces this edge and begins to follow; returns when it knows where the list stands. @throws UnavailableFault */
  async start(): Promise<void> {
    const [row] = await this.store.query<{ position: string }>('select coalesce(max(position), 0)::text as position from revocation');
    this.last = BigInt(row?.position ?? '0');
    await this.store.query(
      `insert into edge_node (edge_id, seen_at, started_at) values ($1, $2, $2)
       on conflict (edge_id) do update set seen_at = excluded.seen_at, started_at = excluded.started_at`,
      [this.edgeId, this.clock.now()],
    );
    await this.listen();
    await this.look();
    this.timer = setInterval(() => void this.look(), pollEveryMs);
  }

  /** Looks now; calls while a look is under way cause exactly one more after it. */
  look(): Promise<void> {
    if (this.looking !== null) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookUntilQuiet().finally(() => (this.looking = null));
    return this.looking;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.ears?.end().catch(() => undefined);
    await this.looking;
    // A revocation must not wait for an edge that has gone in good order.
    await this.store.query('delete from edge_node where edge_id = $1', [this.edgeId]).catch(() => undefined);
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.lookAgain = false;
      try {
        await this.lookOnce();
      } catch (error) {
        this.report('cannot follow the revocations', { error: describeError(error), ageMs: Math.round(this.ageMs) });
      }
    } while (this.lookAgain && !this.closed);
  }

  private async lookOnce(): Promise<void> {
    const startedAt = performance.now();
    const rows = await this.store.query<EventRow>(
      'select position::text as position, at, selector_kind, selector_id, reason from revocation where position > $1 order by position limit 500',
      [this.last.toString()],
    );
    const acks: { readonly position: string; readonly ended: number }[] = [];
    for (const row of rows) {
      const event = toEvent(row);
      if (event.position !== this.last + 1n)
        this.report('a revocation was skipped in the list', { from: this.last.toString(), to: row.position });
      acks.push({ position: row.position, ended: this.listener.onRevocation(event) });
      this.last = event.position;
    }
    if (acks.length > 0) await this.acknowledge(acks);
    // A full batch means that there is more; the look only counts when the end was seen.
    if (rows.length === 500) {
      this.lookAgain = true;
      return;
    }
    await this.findLapsed();
    this.knownAt = startedAt;
  }

  private async acknowledge(acks: readonly { readonly position: string; readonly ended: number }[]): Promise<void> {
    await this.store.query(
      `insert into revocation_ack (position, edge_id, acked_at, sessions_ended)
       select position, $2, $3, ended from unnest($1::bigint[], $4::int[]) as given (position, ended)
       on conflict do nothing`,
      [acks.map((ack) => ack.position), this.edgeId, this.clock.now(), acks.map((ack) => ack.ended)],
    );
  }

  /**
   * Covers gaps in the list, a changed epoch and rows changed by other hands, and finds what the log no longer lets out (POL-15);
   * the heartbeat rides along.
   */
  private async findLapsed(): Promise<void> {
    const { releases } = await this.releases.recent();
    const rows = await this.store.query<{ id: string; papers_hold: boolean }>(
      `with beat as (update edge_node set seen_at = $2 where edge_id = $1)
       select id, papers_hold from edge_session where edge_id = $1 and state = 'live' and (not papers_hold or $3 and not is_emergency)`,
      [this.edgeId, this.clock.now(), releases === 'EMERGENCIES'],
    );
    const lapsed = rows.map((row): LapsedSession => ({
      id: row.id as PlaybackSessionId,
      reason: row.papers_hold ? 'log_silent' : 'revoked',
    }));
    if (lapsed.length > 0) this.listener.onLapsed(lapsed);
  }

  /** A connection of its own for LISTEN; when it breaks it is opened again, and the polling covers the time between. */
  private async listen(): Promise<void> {
    if (this.closed) return;
    const ears = new Client({
      ...connectionOptions({
        databaseUrl: this.store.databaseUrl,
        role: 'cuao_edge',
        poolSize: 1,
        applicationName: `${this.edgeId}-listen`,
      }),
      keepAlive: true,
    });
    ears.on('notification', () => void this.look());
    ears.on('error', () => ears.emit('end'));
    ears.once('end', () => {
      if (this.ears !== ears || this.closed) return;
      this.ears = null;
      setTimeout(() => void this.listen().catch(() => undefined), listenAgainAfterMs).unref();
    });
    this.ears = ears;
    try {
      await ears.connect();
      await ears.query(`listen ${revocationChannel}`);
      void this.look();
    } catch (error) {
      ears.emit('end');
      this.report('cannot listen for revocations, looking every second instead', { error: describeError(error) });
    }
  }
}

function toEvent(row: EventRow): RevocationEvent {
  return {
    position: BigInt(row.position),
    atMs: row.at.getTime(),
    selectorKind: row.selector_kind,
    selectorId: row.selector_id,
    reason: row.reason,
  };
}
