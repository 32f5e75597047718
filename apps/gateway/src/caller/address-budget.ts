/** How many requests an address may make: `burst` at once, `perSecond` in the long run. */
export interface BudgetSize {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  /** `performance.now()` when `tokens` was right. */
  at: number;
}

const mostAddresses = 20_000;

/** Token buckets in memory, one a network address; each gateway counts for itself, so that no neighbour is needed to say no. */
export class AddressBudget {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly size: BudgetSize,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one; false when there is none left. */
  take(address: string): boolean {
    const at = this.now();
    const bucket = this.buckets.get(address) ?? { tokens: this.size.burst, at };
    bucket.tokens = Math.min(this.size.burst, bucket.tokens + ((at - bucket.at) / 1_000) * this.size.perSecond);
    bucket.at = at;
    // Forgetting everybody is kinder than growing without end: a new bucket is a full one.
    if (this.buckets.size >= mostAddresses) this.buckets.clear();
    this.buckets.set(address, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }
}
