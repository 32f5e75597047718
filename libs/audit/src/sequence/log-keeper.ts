import { performance } from 'node:perf_hooks';
import { describeError, Fault, logLine } from '#libs/kernel';
import type { Projector } from './projector.js';
import type { Publisher } from './publisher.js';
import type { Sequencer } from './sequencer.js';

/** Faults after which people must look: the log goes on accepting entries, and publishes nothing. */
const integrityFaults = new Set([
  'outbox_tampered',
  'entry_tampered',
  'entries_missing',
  'root_differs',
  'signer_refused',
  'signer_key',
  'witness_ahead',
  'log_rolled_back',
  'checkpoint_broken',
  'file_differs',
]);

const sweepMs = 250;
/** Checkpoints are at least this far apart; each costs a few synced files and a witness round. */
const publishSpacingMs = 200;
const frozenRetryMs = 5_000;

export interface KeeperState {
  readonly frozenBecause: string | null;
  readonly sequencedTotal: number;
  readonly publishedSize: number;
  readonly witnessedSize: number;
  readonly failing: readonly string[];
}

type Part = 'sequence' | 'publish' | 'project';

/**
 * Keeps the log going: sequences when the doorbell rings and by itself every 250 ms, publishes while it grows, fills the search
 * projection. Every part may fail at any point and is simply tried again; the sweep needs no Redis.
 */
export class LogKeeper {
  private timer: NodeJS.Timeout | null = null;
  private publishTimer: NodeJS.Timeout | null = null;
  private readonly running = new Map<Part, Promise<void>>();
  private readonly again = new Set<Part>();
  private readonly failing = new Map<Part, string>();
  private lastPublish = -Infinity;
  private frozenUntil = 0;
  /** Not known before the first attempt. */
  private frozen: string | null | undefined = undefined;
  private sequencedTotal = 0;
  private publishedSize = 0;
  private witnessedSize = 0;
  private isStopped = false;

  constructor(
    private readonly sequencer: Sequencer,
    private readonly publisher: Publisher,
    private readonly projector: Projector,
    /** Told when publishing stops because people must look, and when it goes on. */
    private readonly tellFrozen: (because: string | null) => Promise<void> = () => Promise.resolve(),
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      void this.ring();
      this.publishSoon();
    }, sweepMs);
    void this.ring();
  }

  /** Sequences what is there now. Resolves when the outbox was seen empty, or the attempt failed. */
  ring(): Promise<void> {
    return this.run('sequence', async () => {
      let taken = 0;
      for (;;) {
        const step = await this.sequencer.step();
        if (step === null || step.taken === 0) break;
        taken += step.taken;
        this.sequencedTotal += step.taken;
        this.publishSoon();
        if (this.isStopped) break;
      }
      if (taken > 0) void this.project();
    });
  }

  get state(): KeeperState {
    const { frozen, sequencedTotal, publishedSize, witnessedSize } = this;
    return { frozenBecause: frozen ?? null, sequencedTotal, publishedSize, witnessedSize, failing: [...this.failing.values()] };
  }

  /** Waits for what is under way; starts nothing more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearInterval(this.timer);
    if (this.publishTimer !== null) clearTimeout(this.publishTimer);
    await Promise.all(this.running.values());
  }

  private project(): Promise<void> {
    return this.run('project', async () => {
      while (!this.isStopped && (await this.projector.step()) > 0);
    });
  }

  private publishSoon(): void {
    if (this.publishTimer !== null || this.isStopped) return;
    const wait = Math.max(0, this.lastPublish + publishSpacingMs - performance.now(), this.frozenUntil - performance.now());
    this.publishTimer = setTimeout(() => {
      this.publishTimer = null;
      void this.publish();
    }, wait);
  }

  private publish(): Promise<void> {
    return this.run('publish', async () => {
      this.lastPublish = performance.now();
      const published = await this.publisher.step();
      await this.setFrozen(null);
      if (published === null) return;
      this.publishedSize = published.size;
      if (published.witnessed) this.witnessedSize = published.size;
    });
  }

  private async setFrozen(because: string | null): Promise<void> {
    if (this.frozen === because) return;
    this.frozen = because;
    await this.tellFrozen(because);
  }

  /** One run of a part at a time; a call during it makes it run once more. Failures are told once, not every 250 ms. */
  private run(part: Part, work: () => Promise<void>): Promise<void> {
    const current = this.running.get(part);
    if (current !== undefined) {
      this.again.add(part);
      return current;
    }
    if (this.isStopped) return Promise.resolve();
    const next = this.attempt(part, work).finally(() => {
      this.running.delete(part);
      if (this.again.delete(part)) void this.run(part, work);
    });
    this.running.set(part, next);
    return next;
  }

  private async attempt(part: Part, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.failing.delete(part)) logLine('info', 'log-keeper', `${part} works again`);
    } catch (error) {
      const text = describeError(error);
      if (this.failing.get(part) !== text) logLine('error', 'log-keeper', `${part} failed`, { error: text });
      this.failing.set(part, text);
      if (error instanceof Fault && integrityFaults.has(error.code)) {
        await this.setFrozen(text).catch(() => undefined);
        this.frozenUntil = performance.now() + frozenRetryMs;
      }
    }
  }
}
