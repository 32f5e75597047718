import { SystemClock } from './clock.js';

const clock = new SystemClock();
const systemTime = (): string => clock.now().toISOString();

export type LogLevel = 'info' | 'warn' | 'error';

/** One JSON object per line on stderr. Callers pass no secrets and no personal data. */
export function logLine(level: LogLevel, process_: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ time: systemTime(), level, process: process_, message, ...fields })}\n`);
}

/** The text of an error and its causes, for a log line. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${describeError(error.cause)}`;
}
