/** What may leave the house: everything, what needs no witness, emergencies alone. */
export type ReleaseLevel = 'EVERYTHING' | 'NOTHING_WITNESSED' | 'EMERGENCIES';

export const healthCodes = [
  'witnesses_silent',
  'frozen',
  'publishing_stopped',
  'no_sequencer',
  'disk_low',
  'outbox_stuck',
  'outbox_slow',
] as const;
export type HealthCode = (typeof healthCodes)[number];

export interface LogHealth {
  readonly releases: ReleaseLevel;
  /** Every reason, the gravest first; empty when all is well. */
  readonly because: readonly HealthCode[];
  readonly frozenBecause: string | null;
  /** Seconds; null where nothing has happened yet. A log that was never published or witnessed is as old as its first entry. */
  readonly outboxAgeSeconds: number | null;
  readonly publishedAgeSeconds: number | null;
  readonly witnessedAgeSeconds: number | null;
  /** Share of the fullest disk of the log that is free, 0 to 1; null when no disk answered, which counts as full. */
  readonly diskFree: number | null;
}

export interface ProgressRow {
  readonly published_at: Date | null;
  readonly witnessed_at: Date | null;
  readonly frozen_because: string | null;
}

/** What the thresholds are held against. */
export interface HealthFacts {
  /** null before the first worker has begun its log. */
  readonly progress: ProgressRow | null;
  /** When the oldest entry without an index was accepted. */
  readonly oldest: Date | null;
  /** When the first entry of all was accepted. */
  readonly since: Date | null;
  readonly diskFree: number | null;
}

/** Seconds, and a share of the disk. A heartbeat entry each minute keeps a healthy log younger than all of these. */
export const healthLimits = { outboxSlow: 5, outboxStuck: 60, published: 15 * 60, witnessed: 4 * 3_600, diskFree: 0.1 } as const;

/**
 * The thresholds in one place: what cannot be recorded is refused by the writer itself; what cannot be published, or would fill the
 * disk, is not handed over as witnessed; what nobody has witnessed for four hours stops all but emergencies.
 */
export function judgeHealth({ progress, oldest, since, diskFree }: HealthFacts, nowMs: number): LogHealth {
  const age = (at: Date | null): number | null => (at === null ? null : Math.max(0, (nowMs - at.getTime()) / 1_000));
  const outboxAgeSeconds = age(oldest);
  const publishedAgeSeconds = age(progress?.published_at ?? since);
  const witnessedAgeSeconds = age(progress?.witnessed_at ?? since);
  const frozenBecause = progress?.frozen_because ?? null;
  const over = (seconds: number | null, limit: number): boolean => seconds !== null && seconds > limit;
  const holds: Readonly<Record<HealthCode, boolean>> = {
    witnesses_silent: over(witnessedAgeSeconds, healthLimits.witnessed),
    frozen: frozenBecause !== null,
    publishing_stopped: over(publishedAgeSeconds, healthLimits.published),
    no_sequencer: progress === null,
    disk_low: diskFree === null || diskFree < healthLimits.diskFree,
    outbox_stuck: over(outboxAgeSeconds, healthLimits.outboxStuck),
    outbox_slow: over(outboxAgeSeconds, healthLimits.outboxSlow) && !over(outboxAgeSeconds, healthLimits.outboxStuck),
  };
  const because = healthCodes.filter((code) => holds[code]);
  const isHeld = holds.frozen || holds.publishing_stopped || holds.no_sequencer || holds.disk_low;
  return {
    releases: holds.witnesses_silent ? 'EMERGENCIES' : isHeld ? 'NOTHING_WITNESSED' : 'EVERYTHING',
    because,
    frozenBecause,
    outboxAgeSeconds,
    publishedAgeSeconds,
    witnessedAgeSeconds,
    diskFree,
  };
}
