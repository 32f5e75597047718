import type pg from 'pg';
import { cellName } from '../manifest-cells.js';
import type { Findings } from './findings.js';
import { ManifestTurns, type KeptManifest } from './manifest-turns.js';
import type { ManifestDifference } from './manifest-writer.js';
import { cameraGroupOf, startOfDay } from './search-terms.js';

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
async function differenceFrom(pool: pg.Pool, { day, after, from_idx, to_idx, cells }: KeptManifest): Promise<ManifestDifference | null> {
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

/** What people are shown are sums of the cells: the first day's counter that is not the sum of its cells, or null. */
const summedSql = `
  select day::text as day, concat_ws(' ', organisation, type, outcome) as counter, coalesce(c.entries, 0)::int as counted, coalesce(s.entries, 0)::int as summed
  from (select * from audit_day_count where ($1::date is null or day > $1) and day <= $2) as c
  full join (
    select day, organisation, type, outcome, sum(entries) as entries from audit_cell_count where ($1::date is null or day > $1) and day <= $2 group by 1, 2, 3, 4) as s
    using (day, organisation, type, outcome)
  where c.entries is distinct from s.entries order by 1, 2 limit 1`;

async function differenceFromCells(pool: pg.Pool, { day, after, from_idx, to_idx }: KeptManifest): Promise<ManifestDifference | null> {
  const { rows } = await pool.query<{ day: string; counter: string; counted: number; summed: number }>(summedSql, [after, day]);
  const [one] = rows;
  return one === undefined
    ? null
    : told(day, from_idx, to_idx, `${one.counter} on ${one.day}: ${one.summed} entries by its cells, ${one.counted} counted`);
}

/** Holds the daily counters against the manifests in turn: the cells against what the log says, and what people are shown against the cells. */
export class CounterWatch {
  private readonly turns: ManifestTurns;

  constructor(
    private readonly pool: pg.Pool,
    private readonly findings: Pick<Findings, 'tellDifference' | 'unhealedDays' | 'heal'>,
  ) {
    this.turns = new ManifestTurns(pool);
  }

  async run(): Promise<void> {
    const unhealed = await this.findings.unhealedDays('counts_differ');
    for (const manifest of await this.turns.take(unhealed)) {
      const found = (await differenceFrom(this.pool, manifest)) ?? (await differenceFromCells(this.pool, manifest));
      if (found !== null) await this.findings.tellDifference('counts_differ', found);
      else if (unhealed.includes(manifest.day)) await this.findings.heal('counts_differ', manifest.day);
    }
  }
}
