/** A stretch of media time, UTC milliseconds, end exclusive. */
export interface MediaRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What was handed over since the last report. */
export interface DeliveryReport {
  readonly ranges: readonly MediaRange[];
  readonly bytes: number;
  readonly segments: number;
  /** Refused requests by status code. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Rounding of a source's times; neighbours within it are one stretch. */
const toleranceMs = 50;

/** Sorted, touching and overlapping ranges joined. */
export function joinRanges(ranges: readonly MediaRange[]): MediaRange[] {
  const joined: MediaRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last !== undefined && range.fromMs <= last.toMs + toleranceMs)
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, range.toMs) };
    else joined.push(range);
  }
  return joined;
}

/**
 * Account of one session. A second counts as delivered from its first byte on: what is recorded may exceed what was seen, never the reverse.
 */
export class DeliveredLedger {
  private ranges: MediaRange[] = [];
  private bytes = 0;
  private segments = 0;
  private refused: Record<string, number> = {};
  /** UTC milliseconds, null before the first byte. */
  firstByteMs: number | null = null;
  lastByteMs: number | null = null;

  /** A second of media and its bytes, handed to a connection at this moment. */
  handOver(range: MediaRange, bytes: number, nowMs: number): void {
    this.segments += 1;
    this.bytes += bytes;
    this.firstByteMs ??= nowMs;
    this.lastByteMs = nowMs;
    const last = this.ranges.at(-1);
    if (last === undefined || range.fromMs < last.fromMs || range.toMs > last.toMs) this.ranges = joinRanges([...this.ranges, range]);
  }

  refuse(status: number): void {
    const key = String(status);
    this.refused[key] = (this.refused[key] ?? 0) + 1;
  }

  get isEmpty(): boolean {
    return this.segments === 0 && this.bytes === 0 && Object.keys(this.refused).length === 0;
  }

  /** Takes the account out and begins a new one; the first and last byte stay known. */
  take(): DeliveryReport {
    const report = { ranges: this.ranges, bytes: this.bytes, segments: this.segments, refused: this.refused };
    this.ranges = [];
    this.bytes = 0;
    this.segments = 0;
    this.refused = {};
    return report;
  }
}
