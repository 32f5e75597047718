import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#libs/kernel';
import { sentence } from './finding.js';
import { NotAdmitted, Unreachable } from './log-source.js';
import type { Mirror, Round } from './mirror.js';

export interface FollowSettings {
  /** Between two rounds while the log answers. */
  readonly roundMs: number;
  /** Ends it; a round under way is left as it is, the next start goes on from there. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly told: (round: Round) => void;
  /** For people: stderr. */
  readonly say: (line: string) => void;
}

const longestBackOffMs = 60_000;
/** A log that lives writes a heartbeat each minute, and a witness sees it. */
const silentAfterSeconds = 180;

/** What to wait after the n-th failure in a row; what the log asks for is heeded. */
export function backOffMs(failures: number, roundMs: number, askedMs: number | null): number {
  return Math.max(askedMs ?? 0, Math.min(longestBackOffMs, roundMs * 2 ** Math.min(failures - 1, 10)));
}

/** Round after round until it is told to end. The same trouble is told once. */
export async function follow(mirror: Mirror, { roundMs, signal, clock, told, say }: FollowSettings): Promise<void> {
  let failures = 0;
  let lastWords = '';
  const once = (words: string): void => {
    if (words !== lastWords && words !== '') say(words);
    lastWords = words;
  };
  while (!signal.aborted) {
    let waitMs = roundMs;
    try {
      const round = await mirror.round();
      if (failures > 0) say('nhật ký lại trả lời · the log answers again');
      failures = 0;
      if (round.isNew && round.finding !== null) say(tellFinding(round.finding));
      once(round.waiting ?? silence(round, clock));
      told(round);
    } catch (error) {
      if (!(error instanceof Unreachable) && !(error instanceof NotAdmitted)) throw error;
      failures += 1;
      waitMs = backOffMs(failures, roundMs, error instanceof Unreachable ? error.retryAfterMs : longestBackOffMs);
      once(error.message);
    }
    await pause(waitMs, undefined, { signal }).catch(() => undefined);
  }
}

/** T16: what is kept silent looks whole. Told, not held against the log: a witness's clock and ours may differ. */
function silence({ seenAt }: Round, clock: Clock): string {
  if (seenAt === null || clock.nowMs() / 1_000 - seenAt < silentAfterSeconds) return '';
  const at = new Date(seenAt * 1_000).toISOString().replace('.000', '');
  return `nhật ký im lặng, nhân chứng thấy lần cuối lúc · the log is silent, a witness saw it last at ${at}`;
}

/** In both languages, with what follows from it. */
export function tellFinding(finding: Parameters<typeof sentence>[0]): string {
  return [
    `PHÁT HIỆN · FINDING  ${sentence(finding)}`,
    'từ nay không ký, không ghi đè bản sao; bằng chứng trong evidence/ · nothing is cosigned or overwritten from here on; the evidence is in evidence/',
  ].join('\n');
}
