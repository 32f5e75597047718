import { describeError, UnavailableFault, type Clock, type EntryId } from '#libs/kernel';
import type { SessionDirectory } from '#libs/footage';
import type { DeliveryReport } from './delivered-ledger.js';
import type { LiveSession } from './live-session.js';

/** Writes entries about sessions to the log; durable when it resolves. */
export interface EdgeLog {
  /** @param part number of the report within its session: a report whose answer was lost is written again under the same number */
  delivered(session: LiveSession, report: DeliveryReport, part: number): Promise<EntryId>;
  closed(session: LiveSession): Promise<EntryId>;
}

export interface ReporterTimes {
  readonly reportEveryMs: number;
  readonly tryAgainAfterMs: number;
  /** Delivering without being able to record it ends after this long. */
  readonly unrecordedForMs: number;
}
const usualTimes: ReporterTimes = { reportEveryMs: 30_000, tryAgainAfterMs: 1_000, unrecordedForMs: 60_000 };
const writesAtOnce = 64;

/**
 * Puts what was delivered and how sessions ended on the log, every 30 seconds and at the end.
 * What cannot be written is kept in order and tried again; a session that stays unrecorded is ended.
 */
export class Reporter {
  private readonly timer: NodeJS.Timeout;
  /** Last write of each session: its records are written one after the other, those of several sessions together. */
  private readonly tails = new Map<LiveSession, Promise<void>>();
  private readonly unwrittenSince = new Map<LiveSession, number>();
  private readonly queue: (() => void)[] = [];
  private writing = 0;
  private waiting = 0;
  private abandoned = false;

  /** @param listLive the sessions that run now  @param endUnrecorded ends one that may no longer go on */
  constructor(
    private readonly log: EdgeLog,
    private readonly directory: SessionDirectory,
    private readonly clock: Clock,
    private readonly listLive: () => readonly LiveSession[],
    private readonly endUnrecorded: (session: LiveSession) => void,
    private readonly report: (message: string, fields: Readonly<Record<string, unknown>>) => void,
    private readonly times: ReporterTimes = usualTimes,
  ) {
    this.timer = setInterval(() => this.reportAll(), times.reportEveryMs);
    this.timer.unref();
  }

  /** Records that wait for a log that does not answer. */
  get backlog(): number {
    return this.waiting;
  }

  /** Called once when a session has ended: what is left of its deliveries, then the end itself. */
  sessionEnded(session: LiveSession): void {
    const { end } = session;
    if (end === null) return;
    if (!session.ledger.isEmpty) this.recordDeliveries(session);
    let entryId: EntryId | null = null;
    this.enqueue(session, async () => {
      entryId ??= await this.log.closed(session);
      const { firstByteMs, lastByteMs } = session.ledger;
      await this.directory.saveEnd(session.facts.id, {
        reason: end.reason,
        endedAtMs: end.atMs,
        revokedAtMs: end.revokedAtMs,
        firstByteMs,
        lastByteMs,
        entryId,
      });
    });
  }

  /** Writes what is left; what does not get through in time is lost to the log and found as an opening without an end. */
  async close(withinMs: number): Promise<void> {
    clearInterval(this.timer);
    const timer = setTimeout(() => (this.abandoned = true), withinMs);
    await Promise.race([Promise.all(this.tails.values()), new Promise((resolve) => setTimeout(resolve, withinMs).unref())]);
    clearTimeout(timer);
    this.abandoned = true;
    if (this.waiting > 0) this.report('stopped with records that could not be written', { count: this.waiting });
  }

  private reportAll(): void {
    for (const session of this.listLive()) {
      const since = this.unwrittenSince.get(session);
      if (since !== undefined && this.clock.nowMs() - since >= this.times.unrecordedForMs) this.endUnrecorded(session);
      else if (!session.ledger.isEmpty) this.recordDeliveries(session);
    }
  }

  private recordDeliveries(session: LiveSession): void {
    const nowMs = this.clock.nowMs();
    const delivery = session.ledger.take();
    const part = (session.reports += 1);
    let entryId: EntryId | null = null;
    if (!this.unwrittenSince.has(session)) this.unwrittenSince.set(session, nowMs);
    this.enqueue(session, async () => {
      entryId ??= await this.log.delivered(session, delivery, part);
      await this.directory.saveDelivered(session.facts.id, delivery.ranges, session.ledger, entryId);
      this.unwrittenSince.delete(session);
    });
  }

  private enqueue(session: LiveSession, write: () => Promise<void>): void {
    this.waiting += 1;
    const tail = (this.tails.get(session) ?? Promise.resolve()).then(() => this.untilWritten(session, write));
    this.tails.set(session, tail);
    void tail.finally(() => {
      this.waiting -= 1;
      if (this.tails.get(session) === tail) {
        this.tails.delete(session);
        if (!session.isLive) this.unwrittenSince.delete(session);
      }
    });
  }

  private async untilWritten(session: LiveSession, write: () => Promise<void>): Promise<void> {
    while (!this.abandoned) {
      await this.takeSlot();
      try {
        await write();
        return;
      } catch (error) {
        if (!(error instanceof UnavailableFault)) {
          // Trying again would not help. The opening stands without this part: the worker's clocks make that a finding.
          this.report('a record was refused', { session: session.facts.id, error: describeError(error) });
          return;
        }
        this.report('cannot record, trying again', { session: session.facts.id, waiting: this.waiting, error: describeError(error) });
      } finally {
        this.giveSlot();
      }
      await new Promise((resolve) => setTimeout(resolve, this.times.tryAgainAfterMs));
    }
  }

  private async takeSlot(): Promise<void> {
    if (this.writing >= writesAtOnce) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.writing += 1;
  }

  private giveSlot(): void {
    const next = this.queue.shift();
    if (next === undefined) this.writing -= 1;
    else next();
  }
}
