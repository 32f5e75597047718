/** What may leave the house: everything, what needs no witness, emergencies alone. */
export type ReleaseLevel = 'EVERYTHING' | 'NOTHING_WITNESSED' | 'EMERGENCIES';

export type HealthCode = 'outbox_slow' | 'outbox_stuck' | 'publishing_stopped' | 'witnesses_silent' | 'frozen' | 'no_sequencer';

export interface LogHealth {
  readonly releases: ReleaseLevel;
  /** Every reason, the gravest first; empty when all is well. */
  readonly because: readonly HealthCode[];
  readonly frozenBecause: string | null;
  /** Seconds; null where nothing has happened yet. */
  readonly outboxAgeSeconds: number | null;
  readonly publishedAgeSeconds: number | null;
  readonly witnessedAgeSeconds: number | null;
}

export interface ProgressRow {
  readonly published_at: Date | null;
  readonly witnessed_at: Date | null;
  readonly frozen_because: string | null;
  /** When the oldest entry without an index was accepted. */
  readonly oldest: Date | null;
}

/** Seconds. A heartbeat entry each minute keeps a healthy log younger than all of these. */
export const healthLimits = { outboxSlow: 5, outboxStuck: 60, published: 15 * 60, witnessed: 4 * 3_600 } as const;

/**
 * The thresholds in one place: what cannot be recorded is refused by the writer itself; what cannot be published is not handed
 * over as witnessed; what nobody has witnessed for four hours stops all but emergencies.
 */
export function judgeHealth(progress: ProgressRow | null, nowMs: number): LogHealth {
  const age = (at: Date | null | undefined): number | null =>
    at === null || at === undefined ? null : Math.max(0, (nowMs - at.getTime()) / 1_000);
  const outboxAgeSeconds = age(progress?.oldest);
  const publishedAgeSeconds = age(progress?.published_at);
  const witnessedAgeSeconds = age(progress?.witnessed_at);
  const frozenBecause = progress?.frozen_because ?? null;
  const because: HealthCode[] = [];
  if (frozenBecause !== null) because.push('frozen');
  if (witnessedAgeSeconds !== null && witnessedAgeSeconds > healthLimits.witnessed) because.push('witnesses_silent');
  if (publishedAgeSeconds !== null && publishedAgeSeconds > healthLimits.published) because.push('publishing_stopped');
  if (progress === null) because.push('no_sequencer');
  if (outboxAgeSeconds !== null && outboxAgeSeconds > healthLimits.outboxSlow)
    because.push(outboxAgeSeconds > healthLimits.outboxStuck ? 'outbox_stuck' : 'outbox_slow');
  const isAlone = because.includes('witnesses_silent');
  const isHeld = because.some((code) => code === 'frozen' || code === 'publishing_stopped' || code === 'no_sequencer');
  return {
    releases: isAlone ? 'EMERGENCIES' : isHeld ? 'NOTHING_WITNESSED' : 'EVERYTHING',
    because,
    frozenBecause,
    outboxAgeSeconds,
    publishedAgeSeconds,
    witnessedAgeSeconds,
  };
}
