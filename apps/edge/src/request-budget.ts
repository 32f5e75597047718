import { performance } from 'node:perf_hooks';

/**
 * Token bucket of one session: a player asks twice a second, a reload may burst.
 * What goes beyond is a program that fetches the same seconds again and again.
 */
export class RequestBudget {
  private tokens: number;
  private filledAt = performance.now();

  constructor(
    private readonly perSecond = 20,
    private readonly burst = 60,
  ) {
    this.tokens = burst;
  }

  /** Takes one; false when there is none. */
  take(): boolean {
    const now = performance.now();
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1_000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
