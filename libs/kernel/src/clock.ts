/** The only source of wall-clock time. Durations are measured with `performance.now()`. */
export abstract class Clock {
  abstract now(): Date;
  nowMs(): number {
    return this.now().getTime();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** For tests: stands still until it is moved. */
export class FixedClock extends Clock {
  private at: number;
  constructor(at: Date | string) {
    super();
    this.at = new Date(at).getTime();
  }
  now(): Date {
    return new Date(this.at);
  }
  advanceMs(ms: number): void {
    this.at += ms;
  }
}

/** Milliseconds that Hà Nội is ahead of UTC; Viet Nam has had no daylight saving since 1975. */
export const hanoiOffsetMs = 7 * 3_600_000;

/** `2026-11-24` as it stands on a calendar in Hà Nội at that instant. */
export function hanoiDate(at: Date): string {
  return new Date(at.getTime() + hanoiOffsetMs).toISOString().slice(0, 10);
}
