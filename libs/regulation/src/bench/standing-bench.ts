import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { VerifiedBundle } from '../bundle.js';
import type { BenchKind, BenchTasks } from './bench-tasks.js';
import { Bench, BenchFault } from './bench.js';

/** A thread that nobody asks gives its memory back. */
const restAfterMs = 60_000;
/** More than this are not kept waiting behind each other. */
const mostWaiting = 50;

/**
 * The bundle in use once more, in a thread of its own that stays: for what takes tens of milliseconds (near misses ask sixty
 * questions) and must not hold up those who decide. Another bundle in use is another thread; one that was too slow is not asked again.
 */
@Injectable()
export class StandingBench implements OnModuleDestroy {
  private held: { readonly sha256: string; readonly bench: Promise<Bench> } | null = null;
  private waiting = 0;
  private rest: NodeJS.Timeout | null = null;

  async onModuleDestroy(): Promise<void> {
    await this.drop();
  }

  /** @throws BenchFault `busy`, `bundle_unusable`, `too_slow`, `broken` */
  async ask<K extends BenchKind>(
    bundle: VerifiedBundle,
    kind: K,
    task: BenchTasks[K]['asks'],
    patienceMs: number,
  ): Promise<BenchTasks[K]['answers']> {
    if (this.waiting >= mostWaiting) throw new BenchFault('busy', `${this.waiting} questions wait already`);
    this.waiting += 1;
    if (this.rest !== null) clearTimeout(this.rest);
    const bench = this.of(bundle);
    try {
      return await (await bench).ask(kind, task, patienceMs);
    } catch (error) {
      // Whatever broke it, the next question gets a fresh one.
      if (this.held?.bench === bench) await this.drop();
      throw error;
    } finally {
      this.waiting -= 1;
      this.rest = setTimeout(() => void this.drop(), restAfterMs).unref();
    }
  }

  private of({ sha256, files }: VerifiedBundle): Promise<Bench> {
    if (this.held?.sha256 === sha256) return this.held.bench;
    const old = this.held;
    const bench = Bench.open([files]);
    // Whoever asks hears of it; nobody asking is no reason to end the process.
    bench.catch(() => undefined);
    this.held = { sha256, bench };
    if (old !== null) void old.bench.then((one) => one.close()).catch(() => undefined);
    return bench;
  }

  private async drop(): Promise<void> {
    const { held } = this;
    this.held = null;
    if (this.rest !== null) clearTimeout(this.rest);
    this.rest = null;
    await held?.bench.then((one) => one.close()).catch(() => undefined);
  }
}
