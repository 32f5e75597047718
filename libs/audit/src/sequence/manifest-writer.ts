import { createHash } from 'node:crypto';
import type pg from 'pg';
import { canonicalJson, hanoiDate, type Clock } from '#libs/kernel';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { bareUuid } from '../entry/accept-batch.js';
import { cellName, type ManifestCell } from '../manifest-cells.js';
import type { KeptManifest } from './manifest-turns.js';
import { cameraGroupOf } from './search-terms.js';

/** Cells of a stretch of entries. */
const cellsSql = `
  select coalesce(organisation_code, '') as organisation, type, outcome,
    ${cameraGroupOf('audit_search')} as cameras, count(*)::int as count
  from audit_search where idx >= $1 and idx < $2
  group by 1, 2, 3, 4`;

export function cellsDigest(cells: readonly ManifestCell[]): string {
  return createHash('sha256').update(canonicalJson(cells), 'utf8').digest('hex');
}

/** Cells as the search projection has them now: what a search of these entries would find. */
export async function projectedCells(pool: pg.Pool, from: number, to: number): Promise<ManifestCell[]> {
  const { rows } = await pool.query<{ organisation: string; type: string; outcome: string; cameras: string; count: number }>(cellsSql, [
    from,
    to,
  ]);
  const cells = rows.map(({ organisation, type, outcome, cameras, count }): ManifestCell => [organisation, type, outcome, cameras, count]);
  return cells.sort((a, b) => (cellName(a) < cellName(b) ? -1 : 1));
}

/**
 * Once a day (Hà Nội's), an entry that counts all entries since the last one by organisation, act, outcome and group of cameras.
 * Inclusion proofs show that what is shown is true; this shows that nothing was left out.
 */
export class ManifestWriter {
  constructor(
    private readonly pool: pg.Pool,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    private readonly actorProcess: string,
  ) {}

  /** @returns the range that was closed, or null when today's manifest is not due or there is nothing to count */
  async run(): Promise<{ readonly from: number; readonly to: number } | null> {
    const day = hanoiDate(new Date(this.clock.nowMs() - 86_400_000));
    const {
      rows: [state],
    } = await this.pool.query<{ last_day: string | null; from_idx: string; to_idx: string; first_day: Date | null }>(
      `select (select max(day)::text from audit_manifest) as last_day, coalesce((select max(to_idx) from audit_manifest), 0) as from_idx,
         (select coalesce(max(projected_size), 0) from log_progress) as to_idx, (select min(accepted_at) from audit_entry where idx = 0) as first_day`,
    );
    if (state === undefined || state.first_day === null || hanoiDate(state.first_day) > day) return null;
    if (state.last_day !== null && state.last_day >= day) return null;
    return this.close(day, Number(state.from_idx), Number(state.to_idx));
  }

  /** Writes the manifest of the entries [from, to) under this day's name. */
  async close(day: string, from: number, to: number): Promise<{ readonly from: number; readonly to: number }> {
    const cells = await projectedCells(this.pool, from, to);
    const digest = cellsDigest(cells);
    const { entryId } = await this.entries.append({
      type: 'log.manifest',
      viewer: null,
      actorProcess: this.actorProcess,
      outcome: 'done',
      details: { day, fromIndex: from, toIndex: to, cells: cells.length, cellsSha256: digest },
    });
    await this.pool.query(
      `insert into audit_manifest (day, from_idx, to_idx, cells, digest, entry_id) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [day, from, to, JSON.stringify(cells), digest, bareUuid(entryId)],
    );
    return { from, to };
  }
}

export interface ManifestDifference {
  readonly day: string;
  readonly from: number;
  readonly to: number;
  /** The first cell that differs, in words. */
  readonly what: string;
}

/** Holds a manifest against the search projection: rows that somebody hid or altered show as a cell that does not fit. */
export async function searchDifference(
  pool: pg.Pool,
  { day, from_idx, to_idx, cells, digest }: KeptManifest,
): Promise<ManifestDifference | null> {
  const [from, to] = [Number(from_idx), Number(to_idx)];
  const what =
    cellsDigest(cells) !== digest
      ? 'the stored cells are not those whose digest is on the log'
      : firstDifference(cells, await projectedCells(pool, from, to));
  return what === null ? null : { day, from, to, what };
}

function firstDifference(before: readonly ManifestCell[], now: readonly ManifestCell[]): string | null {
  const found = new Map(now.map((cell) => [cellName(cell), cell[4]]));
  for (const cell of before) {
    const count = found.get(cellName(cell)) ?? 0;
    if (count !== cell[4]) return `${cellName(cell)}: ${cell[4]} entries by the manifest, ${count} in the search`;
    found.delete(cellName(cell));
  }
  const [extra] = found;
  return extra === undefined ? null : `${extra[0]}: ${extra[1]} entries in the search, none by the manifest`;
}
