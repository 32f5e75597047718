import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

export interface DoorbellSettings {
  readonly redisUrl: string;
  readonly queuePrefix: string;
  readonly origin: string;
}

export const sequenceJob = 'sequence';

/** One queue per log shard; the braces keep all its keys in one slot of a Redis Cluster. */
export function queueName(origin: string): string {
  return `{audit-${origin.split('/').at(-2) ?? '1'}}`;
}

/** At most one ring in this time; a ring says "there is something", not how much. */
const quietMs = 20;

/**
 * Wakes the sequencer through BullMQ. Carries no data, is never waited for, and may be lost: the sweeper finds the entries.
 */
export class Doorbell {
  private readonly redis: Redis;
  private queue: Queue | null = null;
  private timer: NodeJS.Timeout | null = null;
  private rings = 0;
  private failures = 0;

  constructor(settings: DoorbellSettings) {
    this.redis = new Redis(settings.redisUrl, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 1,
      connectTimeout: 2_000,
      commandTimeout: 2_000,
      retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
    });
    this.redis.on('error', () => (this.failures += 1));
    this.redis.once('ready', () => {
      this.queue = new Queue(queueName(settings.origin), { connection: this.redis, prefix: settings.queuePrefix });
      this.queue.on('error', () => (this.failures += 1));
    });
  }

  ring(): void {
    if (this.timer !== null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.ringNow();
    }, quietMs);
    this.timer.unref();
  }

  /** Rings that reached Redis, and everything that did not work; for metrics. */
  get counts(): { readonly rings: number; readonly failures: number } {
    return { rings: this.rings, failures: this.failures };
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    await this.queue?.close().catch(() => undefined);
    this.redis.disconnect();
  }

  private async ringNow(): Promise<void> {
    if (this.queue === null || this.redis.status !== 'ready') {
      this.failures += 1;
      return;
    }
    try {
      await this.queue.add(
        sequenceJob,
        {},
        {
          deduplication: { id: sequenceJob, keepLastIfActive: true },
          removeOnComplete: true,
          removeOnFail: { count: 100 },
        },
      );
      this.rings += 1;
    } catch {
      this.failures += 1;
    }
  }
}
