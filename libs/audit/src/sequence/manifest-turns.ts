import type pg from 'pg';
import type { ManifestCell } from '../manifest-cells.js';

/** A manifest that stands in the database: the entries [from, to) that it counts, under the name of its day. */
export interface KeptManifest {
  readonly day: string;
  /** The day of the manifest before; null for the first. */
  readonly after: string | null;
  readonly from_idx: string;
  readonly to_idx: string;
  readonly cells: readonly ManifestCell[];
  readonly digest: string;
}

/**
 * Which manifests a watch holds something against at one run: the youngest, one older in turn, and each that it is told to look at
 * again. A run costs the entries of two days however long the log is, and every day comes again as often as there are days. The first
 * turn begins anywhere, so that a worker that often starts anew does not leave the same days out.
 */
export class ManifestTurns {
  private last: string | null = null;

  constructor(private readonly pool: pg.Pool) {}

  /** In the order of their days. */
  async take(again: readonly string[]): Promise<KeptManifest[]> {
    const { rows } = await this.pool.query<{ youngest: string; turn: string | null }>(
      `select youngest::text, coalesce(
           (select max(day) from audit_manifest where day < $1::date and day < youngest),
           case when $1::date is null then (select day from audit_manifest where day < youngest order by random() limit 1)
             else (select max(day) from audit_manifest where day < youngest) end)::text as turn
       from (select max(day) as youngest from audit_manifest) as found where youngest is not null`,
      [this.last],
    );
    const [days] = rows;
    if (days === undefined) return [];
    this.last = days.turn;
    return this.kept([days.youngest, days.turn, ...again].filter((day) => day !== null));
  }

  private async kept(days: readonly string[]): Promise<KeptManifest[]> {
    const { rows } = await this.pool.query<KeptManifest>(
      `select day::text as day, (select max(b.day)::text from audit_manifest b where b.day < m.day) as after, from_idx, to_idx, cells, digest
       from audit_manifest m where day = any($1::date[]) order by day`,
      [days],
    );
    return rows;
  }
}
