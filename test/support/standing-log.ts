import type { TestServices } from './services.js';

/** How a log stands that no keeper of this test looks after: ages in seconds; `frozenBecause` as the worker would say it. */
export interface StandingLog {
  readonly publishedAgo?: number;
  readonly witnessedAgo?: number;
  readonly frozenBecause?: string | null;
}

/** Sets the row that the worker writes, for houses without one, or to move a real log back in time while its worker stands still. */
export async function standLog(
  services: TestServices,
  origin: string,
  { publishedAgo = 0, witnessedAgo = 0, frozenBecause = null }: StandingLog = {},
): Promise<void> {
  await services.sql(
    `insert into log_progress (origin, published_size, published_at, witnessed_size, witnessed_at, projected_size, frozen_because)
     values ($1, 0, now() - $2 * interval '1 second', 0, now() - $3 * interval '1 second', 0, $4)
     on conflict (origin) do update set published_at = excluded.published_at, witnessed_at = excluded.witnessed_at, frozen_because = excluded.frozen_because`,
    [origin, publishedAgo, witnessedAgo, frozenBecause],
  );
}

/** For a clock that jumps by days: as fresh as ever, whatever it shows. */
export const alwaysFresh: StandingLog = { publishedAgo: -4e9, witnessedAgo: -4e9 };
