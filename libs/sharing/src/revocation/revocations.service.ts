import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database, type Tx } from '#libs/database';
import { Clock } from '#libs/kernel';
import type { RevocationDraft, RevocationEvent, RevocationReach, RevocationSelector } from './revocation.js';

/** Announced on this PostgreSQL channel with the position as payload; a lost Redis cannot delay it. */
export const revocationChannel = 'cuao_revocation';

/** An edge that was not heard of for this long is not waited for: by then its own knowledge is stale and it serves nothing. */
const edgeSilenceMs = 10_000;
const firstLookMs = 4;
const slowestLookMs = 40;

interface EventRow {
  readonly position: string;
  readonly at: Date;
  readonly selectorKind: RevocationEvent['selectorKind'];
  readonly selectorId: string;
  readonly reason: string;
}

/** The numbered list of what was taken back, and who has applied it. The record is PostgreSQL; NOTIFY only wakes. */
@Injectable()
export class Revocations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds to the list in the caller's transaction; edges learn of it when that commits. The counter's row stays locked until then,
   * so keep what follows short and wait for nobody. @returns the position
   */
  async publish(tx: Tx, selector: RevocationSelector, draft: RevocationDraft): Promise<bigint> {
    const [rows] = await tx.query<[{ position: string }[], number]>(
      'update revocation_counter set position = position + 1 returning position::text as position',
    );
    const position = rows[0]?.position ?? '0';
    await tx.query(
      `insert into revocation (position, at, selector_kind, selector_id, reason, by_person_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [position, draft.at, selector.kind, selector.id, draft.reason, draft.byPersonId, draft.entryId],
    );
    await tx.query('select pg_notify($1, $2)', [revocationChannel, position]);
    return BigInt(position);
  }

  /**
   * Position of the newest revocation that selects any of these, 0 when there is none: the epoch of a session's subjects.
   * A session keeps what it was opened under; when the epoch has grown since, it is not served.
   */
  async epochOf(tx: Tx, selectors: readonly RevocationSelector[]): Promise<bigint> {
    const [row] = await tx.query<{ position: string }[]>(
      `select coalesce(max(r.position), 0)::text as position
       from unnest($1::text[], $2::text[]) as s (kind, id) join revocation r on r.selector_kind = s.kind and r.selector_id = s.id`,
      [selectors.map((selector) => selector.kind), selectors.map((selector) => selector.id)],
    );
    return BigInt(row?.position ?? '0');
  }

  /** Up to `limit` events after a position, in order. */
  async feed(tx: Tx, after: bigint, limit: number): Promise<RevocationEvent[]> {
    const rows = await tx.query<EventRow[]>(
      `select position::text as position, at, selector_kind as "selectorKind", selector_id as "selectorId", reason
       from revocation where position > $1 order by position limit $2`,
      [after.toString(), limit],
    );
    return rows.map((row) => ({ ...row, position: BigInt(row.position) }));
  }

  /** An edge has applied the event; saying it twice changes nothing. */
  async ack(tx: Tx, position: bigint, edgeId: string, sessionsEnded: number): Promise<void> {
    await tx.query(
      'insert into revocation_ack (position, edge_id, acked_at, sessions_ended) values ($1, $2, $3, $4) on conflict do nothing',
      [position.toString(), edgeId, this.clock.now(), sessionsEnded],
    );
  }

  async heartbeat(tx: Tx, edgeId: string): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `insert into edge_node (edge_id, seen_at, started_at) values ($1, $2, $2) on conflict (edge_id) do update set seen_at = excluded.seen_at`,
      [edgeId, now],
    );
  }

  /**
   * Waits until every edge that is alive has applied the position, at most `budgetMs`. Ask after the commit, never inside a
   * transaction. Fewer acknowledgements than edges is for the caller to show: the edges stop by themselves within the lease.
   */
  async waitForAcks(position: bigint, budgetMs: number): Promise<RevocationReach> {
    const began = performance.now();
    for (let pause = firstLookMs; ; pause = Math.min(pause * 2, slowestLookMs)) {
      const reach = await this.reachOf(position, Math.round(performance.now() - began));
      if (reach.edgesAcknowledged >= reach.edgesExpected || performance.now() - began + pause > budgetMs) return reach;
      await sleep(pause);
    }
  }

  private async reachOf(position: bigint, tookMs: number): Promise<RevocationReach> {
    const [row] = await this.db.query<{ expected: number; acknowledged: number; ended: number }>(
      `select count(*) filter (where n.edge_id is not null)::int as expected,
              count(*) filter (where n.edge_id is not null and a.edge_id is not null)::int as acknowledged,
              coalesce(sum(a.sessions_ended), 0)::int as ended
       from (select edge_id from edge_node where seen_at > $2) n
       full join (select edge_id, sessions_ended from revocation_ack where position = $1) a on a.edge_id = n.edge_id`,
      [position.toString(), new Date(this.clock.nowMs() - edgeSilenceMs)],
    );
    return {
      position,
      edgesExpected: row?.expected ?? 0,
      edgesAcknowledged: row?.acknowledged ?? 0,
      sessionsEnded: row?.ended ?? 0,
      tookMs,
    };
  }
}
