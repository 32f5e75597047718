import { describeError, logLine, Misuse } from '#libs/kernel';

export interface RunningProcess {
  /** Stops accepting, finishes what is under way, closes connections; at most five seconds. */
  close(): Promise<void>;
}

/**
 * The life of every process of ours: start, say ready to the starter, end on a signal or when the starter is gone.
 * Misuse ends with exit code 2 and the remedy on one line.
 */
export async function runProcess(name: string, start: () => Promise<RunningProcess>): Promise<void> {
  let running: RunningProcess | null = null;
  let stopping = false;
  const stop = (why: string): void => {
    if (stopping) return;
    stopping = true;
    logLine('info', name, 'stopping', { why });
    const forced = setTimeout(() => process.exit(1), 5_000);
    forced.unref();
    void (running?.close() ?? Promise.resolve())
      .catch((error: unknown) => logLine('error', name, 'stop failed', { error: describeError(error) }))
      .finally(() => process.exit(0));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  if (process.send) process.once('disconnect', () => stop('the starter is gone'));
  process.on('unhandledRejection', (error) => {
    logLine('error', name, 'unhandled rejection', { error: describeError(error) });
    process.exit(1);
  });
  try {
    running = await start();
    logLine('info', name, 'ready');
    process.send?.({ ready: true });
  } catch (error) {
    if (error instanceof Misuse) {
      process.stderr.write(`${name}: ${error.message}\n  remedy: ${error.remedy}\n`);
      process.exit(2);
    }
    logLine('error', name, 'start failed', { error: describeError(error), stack: error instanceof Error ? error.stack : undefined });
    process.exit(1);
  }
}
