import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { queueName, sequenceJob, type LogKeeper } from '#libs/audit';
import type { ConfigOf } from '#libs/config';
import { describeError, Fault, logLine } from '#libs/kernel';

export interface SequenceProcessor {
  close(): Promise<void>;
}

/**
 * Answers the doorbell. The job carries nothing and may come twice, late or never: the keeper's own sweep finds every entry.
 * Redis may be absent at start and leave at any time; the worker waits for it and goes on.
 */
export function startSequenceProcessor(
  config: Pick<ConfigOf<'worker'>, 'redisUrl' | 'queuePrefix' | 'logOrigin'>,
  keeper: LogKeeper,
): SequenceProcessor {
  const redis = new Redis(config.redisUrl, {
    maxRetriesPerRequest: null,
    connectTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  let lastError = '';
  const say = (error: unknown): void => {
    const text = describeError(error);
    if (text !== lastError) logLine('warn', 'worker', 'the doorbell is out of order; the sweep goes on', { error: text });
    lastError = text;
  };
  redis.on('error', say);
  let worker: Worker | null = null;
  redis.once('ready', () => {
    worker = new Worker(
      queueName(config.logOrigin),
      async ({ name }) => {
        if (name !== sequenceJob) throw new Fault('unknown_job', `no handler for job ${name}`);
        await keeper.ring();
      },
      {
        connection: redis,
        prefix: config.queuePrefix,
        concurrency: 1,
        lockDuration: 10_000,
        stalledInterval: 5_000,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 100 },
      },
    );
    worker.on('error', say);
    worker.on('ready', () => {
      if (lastError !== '') logLine('info', 'worker', 'the doorbell works again');
      lastError = '';
    });
  });
  return {
    close: async () => {
      // With Redis away the orderly way would wait for it; the job carries nothing that could be lost.
      await worker?.close(redis.status !== 'ready').catch(() => undefined);
      redis.disconnect();
    },
  };
}
