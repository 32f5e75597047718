import type { LoggerService } from '@nestjs/common';
import { describeError, logLine } from '#libs/kernel';

/** Nest's own words as our log lines. Errors of resolvers are logged once, with their request id, where they are shaped. */
export const nestLog: LoggerService = {
  log: () => undefined,
  warn: (message: unknown, context?: unknown) => logLine('warn', 'gateway', String(message), { context }),
  error: (message: unknown, ...more: unknown[]) => {
    if (more.includes('ExceptionsHandler')) return;
    logLine('error', 'gateway', message instanceof Error ? describeError(message) : String(message), { context: more.at(-1) });
  },
};
