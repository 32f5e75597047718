import { performance } from 'node:perf_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { Clock, UnavailableFault } from '#libs/kernel';
import { auditPool, AuditSettings } from '../audit-settings.js';
import { DiskSpace } from './disk-space.js';
import { StoreReach } from './store-reach.js';
import { judgeHealth, type AnchorRow, type LogHealth, type ProgressRow } from './log-health.js';

/** Every term of it is answered from an index or a row: asked once a second by each process. */
export const healthSql = `
  select p.origin, p.published_at, p.witnessed_at, p.frozen_because, o.oldest,
    p.anchor_since, p.anchored_size, p.anchored_at, p.anchored_by, p.anchor_trouble,
    coalesce((select accepted_at from audit_entry where idx = 0), o.oldest) as since
  from (select (select accepted_at from audit_outbox order by id limit 1) as oldest) as o left join log_progress p on p.origin = $1`;

export interface HealthRow extends ProgressRow, AnchorRow {
  readonly origin: string | null;
  readonly oldest: Date | null;
  readonly since: Date | null;
}

const recentMs = 1_000;

/**
 * What the log lets out now (`healthLimits`). Whoever is about to release something asks here first; the gate does so for every
 * decision that would open something. Has a connection of its own: a busy application pool cannot keep the answer away.
 */
@Injectable()
export class LogReleases implements OnModuleDestroy {
  private readonly pool: pg.Pool;
  private readonly reach: StoreReach;
  private known: { readonly health: LogHealth; readonly atMs: number } | null = null;
  private asking: Promise<LogHealth> | null = null;

  constructor(
    @Inject(AuditSettings) private readonly settings: AuditSettings,
    private readonly clock: Clock,
    private readonly disk: DiskSpace,
  ) {
    this.pool = auditPool(settings, 1);
    this.reach = new StoreReach(settings.store);
  }

  /**
   * Asked of the database now: for what is handed over for good.
   * @throws UnavailableFault within 2 s when the database does not answer; then nothing may be released
   */
  now(): Promise<LogHealth> {
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** At most a second old: for live pictures and searches. @throws UnavailableFault */
  async recent(): Promise<LogHealth> {
    const { known } = this;
    return known !== null && performance.now() - known.atMs < recentMs ? known.health : this.now();
  }

  /** What was known last, however old; null before the first answer. For previews, which open nothing. */
  get last(): LogHealth | null {
    return this.known?.health ?? null;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }

  private async ask(): Promise<LogHealth> {
    const atMs = performance.now();
    try {
      const [{ rows }, diskFree, storeAnswers] = await Promise.all([
        this.pool.query<HealthRow>(healthSql, [this.settings.origin]),
        this.disk.free(),
        this.reach.answers(),
      ]);
      const health = healthOf(rows[0], diskFree, this.clock.nowMs(), storeAnswers);
      this.known = { health, atMs };
      return health;
    } catch (error) {
      throw new UnavailableFault('log', 'it is not known whether the log holds', { cause: error });
    }
  }
}

export function healthOf(row: HealthRow | undefined, diskFree: number | null, nowMs: number, storeAnswers = true): LogHealth {
  const progress = row === undefined || row.origin === null ? null : row;
  return judgeHealth(
    {
      progress,
      oldest: row?.oldest ?? null,
      since: row?.since ?? null,
      diskFree,
      storeAnswers,
      anchor: progress === null ? null : (row ?? null),
    },
    nowMs,
  );
}
