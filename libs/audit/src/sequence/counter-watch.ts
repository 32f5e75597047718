import type pg from 'pg';
import { cellName, type ManifestCell } from '../manifest-cells.js';
import type { Findings } from './findings.js';
import type { ManifestDifference } from './manifest-writer.js';
import { cameraGroupOf, startOfDay } from './search-terms.js';

interface Stretch {
  readonly day: string;
  /** The day of the manifest before; null for the first. */
  readonly after: string | null;
  readonly from_idx: string;
  readonly to_idx: string;
  readonly cells: readonly ManifestCell[];
}

/**
 * Counters go by the day of an act, manifests by the place in the log; at a day's edges the two differ by a few entries. So: counters
 * of the manifest's days, without the entries of these days that stand outside its stretch, with those of other days that stand inside.
 */
const first = startOfDay(`coalesce($1::date + 1, date '0001-01-01')`);
const past = startOfDay('$2::date + 1');
const rowCell = `coalesce(s.organisation_code, ''), s.type, s.outcome, ${cameraGroupOf('s')}`;
const countedSql = `
  with counted as (
    select organisation, type, outcome, cameras, entries from audit_cell_count where ($1::date is null or day > $1) and day <= $2
    union all
    select ${rowCell}, -1 from audit_search s where s.at >= ${first} and s.at < ${past} and (s.idx < $3 or s.idx >= $4)
    union all
    select ${rowCell}, 1 from audit_search s where s.idx >= $3 and s.idx < $4 and (s.at < ${first} or s.at >= ${past})
  )
  select organisation, type, outcome, cameras, sum(entries)::int as count from counted group by 1, 2, 3, 4 having sum(entries) <> 0`;

/** The first cell in which the counters of a manifest's days differ from it, or null. */
async function differenceFrom(pool: pg.Pool, { day, after, from_idx, to_idx, cells }: Stretch): Promise<ManifestDifference | null> {
  const { rows } = await pool.query<{ organisation: string; type: string; outcome: string; cameras: string; count: number }>(countedSql, [
    after,
    day,
    from_idx,
    to_idx,
  ]);
  const counted = new Map(rows.map((row) => [cellName([row.organisation, row.type, row.outcome, row.cameras, row.count]), row.count]));
  for (const cell of cells) {
    const count = counted.get(cellName(cell)) ?? 0;
    counted.delete(cellName(cell));
    if (count !== cell[4]) return told(day, from_idx, to_idx, `${cellName(cell)}: ${cell[4]} entries by the manifest, ${count} counted`);
  }
  const [extra] = counted;
  return extra === undefined ? null : told(day, from_idx, to_idx, `${extra[0]}: ${extra[1]} entries counted, none by the manifest`);
}

const told = (day: string, from: string, to: string, what: string): ManifestDifference => ({
  day,
  from: Number(from),
  to: Number(to),
  what,
});

/**
 * Holds the daily counters against the manifests: the youngest at each run and one older in turn, so that a run costs the entries of
 * two days however long the log is, and every day is looked at again as often as there are days; and each day that has not healed.
 */
export class CounterWatch {
  private turn = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly findings: Pick<Findings, 'tellDifference' | 'unhealedDays' | 'heal'>,
  ) {}

  async run(): Promise<void> {
    const unhealed = await this.findings.unhealedDays('counts_differ');
    for (const stretch of await this.due(unhealed)) {
      const found = await differenceFrom(this.pool, stretch);
      if (found !== null) await this.findings.tellDifference('counts_differ', found);
      else if (unhealed.includes(stretch.day)) await this.findings.heal('counts_differ', stretch.day);
    }
  }

  private async due(unhealed: readonly string[]): Promise<Stretch[]> {
    const { rows: days } = await this.pool.query<{ day: string }>('select day::text as day from audit_manifest order by day desc');
    const older = days.slice(1);
    const inTurn = older[this.turn % Math.max(1, older.length)];
    this.turn += 1;
    const wanted = [days[0]?.day, inTurn?.day, ...unhealed].filter((day) => day !== undefined);
    const { rows } = await this.pool.query<Stretch>(
      `select day::text as day, after::text as after, from_idx, to_idx, cells
       from (select *, lag(day) over (order by day) as after from audit_manifest) as m where day = any($1::date[]) order by day`,
      [wanted],
    );
    return rows;
  }
}
