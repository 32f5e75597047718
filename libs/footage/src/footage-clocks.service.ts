import { Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { Clock } from '#libs/kernel';
import type { EndReason } from './edge-session.js';
import { actionOf } from './playback-opening.js';
import { PlaybackRepository, type LostSession } from './playback.repository.js';

/** Work that falls due by time; safe to run twice, late, and by several workers at once. */
export interface FootageClock {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

/** After this long an edge's own lease has ended every session: whatever it was serving, it serves no more. */
const edgeLostAfterMs = 60_000;
/** Time that a request with the last moment of a ticket may still take. */
const ticketGraceMs = 5_000;
const atOnce = 200;
const actorProcess = 'worker';

/**
 * Closes what nobody else will: openings whose ticket was never used, and sessions of edges that are gone. The second is a
 * finding (outcome `failed`): something may have been handed over that no entry states.
 */
@Injectable()
export class FootageClocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly entries: EntryWriter,
    private readonly sessions: PlaybackRepository,
  ) {}

  tasks(): readonly FootageClock[] {
    return [
      { name: 'playback.not_started', everyMs: 5_000, run: async () => void (await this.closeNotStarted()) },
      { name: 'playback.edge_lost', everyMs: 5_000, run: async () => void (await this.closeUnreported()) },
    ];
  }

  /** @returns how many openings were closed */
  closeNotStarted(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const lost = await this.sessions.lockNotStarted(tx, this.ago(ticketGraceMs), atOnce);
      for (const session of lost) await this.close(tx, session, 'not_started');
      return lost.length;
    });
  }

  /** @returns how many sessions were closed */
  closeUnreported(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const lost = await this.sessions.lockUnreported(tx, this.ago(edgeLostAfterMs), atOnce);
      for (const session of lost) await this.close(tx, session, 'edge_lost');
      return lost.length;
    });
  }

  private async close(tx: Tx, lost: LostSession, reason: Extract<EndReason, 'not_started' | 'edge_lost'>): Promise<void> {
    const at = this.clock.now();
    const { purpose, basis, policySha256 } = lost.entryContext;
    const { entryId } = await this.entries.appendIn(tx, {
      type: `${actionOf(lost.mode)}.close`,
      viewer: null,
      actorProcess,
      outcome: reason === 'edge_lost' ? 'failed' : 'done',
      ...(purpose === null ? {} : { purpose }),
      ...(basis === null ? {} : { basis }),
      requestId: lost.requestId,
      grantId: lost.grantId,
      sessionId: lost.id,
      decisionId: lost.decisionId,
      intentId: lost.openEntryId,
      policySha256,
      resource: { kind: 'camera', id: lost.cameraId },
      details: {
        reason,
        endedAt: at.toISOString(),
        ...(lost.firstByteAt === null ? {} : { firstByteAt: lost.firstByteAt.toISOString() }),
        ...(lost.lastByteAt === null ? {} : { lastByteAt: lost.lastByteAt.toISOString() }),
      },
    });
    await this.sessions.end(tx, lost.id, { at, reason, entryId });
  }

  private ago(ms: number): Date {
    return new Date(this.clock.nowMs() - ms);
  }
}
