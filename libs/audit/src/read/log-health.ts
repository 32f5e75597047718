/** What may leave the house: everything, what needs no witness, emergencies alone. */
export type ReleaseLevel = 'EVERYTHING' | 'NOTHING_WITNESSED' | 'EMERGENCIES';

export const healthCodes = [
  'witnesses_silent',
  'frozen',
  'store_silent',
  'publishing_stopped',
  'no_sequencer',
  'disk_low',
  'outbox_stuck',
  'outbox_slow',
  'anchor_late',
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
  readonly anchor: AnchorState;
}

/** Where the log stands with time that is not its own: the newest checkpoint that a time-stamping authority has stamped. */
export interface AnchorState {
  /** Whether there is an authority; without one nothing shows outsiders when the log's key was used. */
  readonly isSet: boolean;
  /** By the authority's clock; null before the first. */
  readonly at: Date | null;
  /** Subject of its certificate. */
  readonly by: string | null;
  readonly size: number;
  /** What the last attempt came to, when it came to nothing: no answer, one that is not taken, another time than ours. */
  readonly trouble: 'silent' | 'refused' | 'clock' | null;
}

export interface AnchorRow {
  readonly anchor_since: Date | null;
  readonly anchored_size: string;
  readonly anchored_at: Date | null;
  readonly anchored_by: string | null;
  readonly anchor_trouble: AnchorState['trouble'];
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
  /** Whether the store of the log's files answers; absent where they lie in a directory, or nobody asks. */
  readonly storeAnswers?: boolean;
  /** Absent or without `anchor_since` where no authority is asked. */
  readonly anchor?: AnchorRow | null;
}

/** Seconds, and a share of the disk. A heartbeat entry each minute keeps a healthy log younger than all of these. */
export const healthLimits = {
  outboxSlow: 5,
  outboxStuck: 60,
  published: 15 * 60,
  witnessed: 4 * 3_600,
  anchored: 2 * 3_600,
  diskFree: 0.1,
} as const;

/**
 * The thresholds in one place: what cannot be recorded is refused by the writer itself; what cannot be published or read, or would fill
 * the disk, is not handed over as witnessed; what nobody has witnessed for four hours stops all but emergencies. Two hours without a new
 * anchor are told and hold nothing back.
 */
export function judgeHealth(
  { progress, oldest, since, diskFree, storeAnswers = true, anchor = null }: HealthFacts,
  nowMs: number,
): LogHealth {
  const age = (at: Date | null): number | null => (at === null ? null : Math.max(0, (nowMs - at.getTime()) / 1_000));
  const outboxAgeSeconds = age(oldest);
  const publishedAgeSeconds = age(progress?.published_at ?? since);
  const witnessedAgeSeconds = age(progress?.witnessed_at ?? since);
  const frozenBecause = progress?.frozen_because ?? null;
  const over = (seconds: number | null, limit: number): boolean => seconds !== null && seconds > limit;
  const anchorAge = anchor?.anchor_since === null ? null : age(latest(anchor?.anchor_since, anchor?.anchored_at));
  const holds: Readonly<Record<HealthCode, boolean>> = {
    witnesses_silent: over(witnessedAgeSeconds, healthLimits.witnessed),
    frozen: frozenBecause !== null,
    store_silent: !storeAnswers,
    publishing_stopped: over(publishedAgeSeconds, healthLimits.published),
    no_sequencer: progress === null,
    disk_low: diskFree === null || diskFree < healthLimits.diskFree,
    outbox_stuck: over(outboxAgeSeconds, healthLimits.outboxStuck),
    outbox_slow: over(outboxAgeSeconds, healthLimits.outboxSlow) && !over(outboxAgeSeconds, healthLimits.outboxStuck),
    anchor_late: over(anchorAge, healthLimits.anchored),
  };
  const because = healthCodes.filter((code) => holds[code]);
  const isHeld = holds.frozen || holds.store_silent || holds.publishing_stopped || holds.no_sequencer || holds.disk_low;
  return {
    releases: holds.witnesses_silent ? 'EMERGENCIES' : isHeld ? 'NOTHING_WITNESSED' : 'EVERYTHING',
    because,
    frozenBecause,
    outboxAgeSeconds,
    publishedAgeSeconds,
    witnessedAgeSeconds,
    diskFree,
    anchor: {
      isSet: (anchor?.anchor_since ?? null) !== null,
      at: anchor?.anchored_at ?? null,
      by: anchor?.anchored_by ?? null,
      size: Number(anchor?.anchored_size ?? 0),
      trouble: anchor?.anchor_trouble ?? null,
    },
  };
}

function latest(a: Date | null | undefined, b: Date | null | undefined): Date | null {
  if (a === null || a === undefined) return b ?? null;
  return b !== null && b !== undefined && b > a ? b : a;
}
