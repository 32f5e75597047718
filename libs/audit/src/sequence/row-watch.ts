import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { logLine } from '#libs/kernel';
import { hashBytes, leafHash } from '../tree/hash.js';
import type { TileStore } from '../store/tile-store.js';
import { tileWidth } from '../tree/tile-path.js';
import { TileTree } from '../tree/tile-tree.js';
import type { Findings } from './findings.js';
import { publishedSize } from './publisher.js';

/** Entries in one statement: eight tiles. */
const step = 8 * tileWidth;
/** Entries at one run, of the youngest and again of the others in turn. */
const atOneRun = 4 * step;
/** A database that differs everywhere is told by its first entries: the rest says nothing new. */
const mostAtOnce = 10;

interface Row {
  readonly idx: string;
  readonly leaf_hash: Buffer;
  /** null where the leaf may go: it is witnessed, and the bundles have it. */
  readonly leaf: Buffer | null;
}

/**
 * Holds the rows of entries against the published tiles (audit.md T1 to T5): a row is what the database's owner says today, the tiles
 * are what was signed and witnessed. The youngest at each run, the older ones in turn, the first turn beginning anywhere. What is cheap
 * for every entry at once, whether a row stands where the log has no place, is asked at each run.
 */
export class RowWatch {
  private readonly tree: TileTree;
  private turn: number | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly findings: Pick<Findings, 'tell'>,
    private readonly origin: string,
    /** Itself, not what is remembered of it. */
    private readonly store: TileStore,
  ) {
    this.tree = new TileTree(store);
  }

  async run(): Promise<void> {
    // By the file: how much was published is not the database's word either.
    const published = await publishedSize(this.store, this.origin);
    const differing = new Map<number, string>(await this.strangers());
    const youngest = Math.max(0, published - atOneRun);
    await this.compare(youngest, published, published, differing);
    await this.compareInTurn(youngest, published, differing);
    for (const [index, how] of differing) {
      const what = `entry number ${index} of the log: ${how}`;
      logLine('error', 'row-watch', what);
      await this.findings.tell({ kind: 'row_differs', what, details: { index } });
    }
  }

  private async compareInTurn(youngest: number, published: number, differing: Map<number, string>): Promise<void> {
    const { from, to } = stretchInTurn(this.turn, youngest);
    this.turn = to;
    await this.compare(from, to, published, differing);
  }

  /** Rows with a number that the log never gave: the log's size and its rows change in one transaction, and are asked in one statement. */
  private async strangers(): Promise<[number, string][]> {
    const { rows } = await this.pool.query<{ idx: string }>(
      `with log as (select size from log_state where origin = $1)
       select idx from audit_entry, log where idx >= log.size or idx < 0
       union select idx from audit_leaf, log where idx >= log.size or idx < 0 order by 1 limit ${mostAtOnce}`,
      [this.origin],
    );
    return rows.map(({ idx }) => [Number(idx), 'a row stands where the log has no place']);
  }

  private async compare(from: number, to: number, published: number, differing: Map<number, string>): Promise<void> {
    for (let at = from; at < to && differing.size < mostAtOnce; at += step) {
      const end = Math.min(to, at + step);
      const { rows } = await this.pool.query<Row>(
        `select e.idx, e.leaf_hash, l.leaf from audit_entry e left join audit_leaf l on l.idx = e.idx where e.idx >= $1 and e.idx < $2`,
        [at, end],
      );
      const byIndex = new Map(rows.map((row) => [Number(row.idx), row]));
      for (let index = at; index < end && differing.size < mostAtOnce; index += 1) {
        const how = differenceOf(byIndex.get(index), await this.hashInTile(index, published));
        if (how !== null) differing.set(index, how);
      }
    }
  }

  private async hashInTile(index: number, published: number): Promise<Buffer> {
    const hashes = await this.tree.hashes(0, Math.floor(index / tileWidth), published);
    const at = (index % tileWidth) * hashBytes;
    return hashes.subarray(at, at + hashBytes);
  }
}

/**
 * Which of the entries before `youngest` are looked at now: from where the last run ended, and from the first again once less is left
 * than a step, for a log that grows has always a little left.
 * @param turn where the last run ended; null before the first, which begins anywhere
 */
export function stretchInTurn(turn: number | null, youngest: number): { readonly from: number; readonly to: number } {
  const steps = Math.ceil(youngest / step);
  const from = turn === null ? step * (steps === 0 ? 0 : randomInt(steps)) : turn + step > youngest ? 0 : turn;
  return { from, to: Math.min(youngest, from + atOneRun) };
}

function differenceOf(row: Row | undefined, inTile: Buffer): string | null {
  if (row === undefined) return 'the database has no row of it';
  if (!row.leaf_hash.equals(inTile)) return 'its row and the published tile differ';
  return row.leaf === null || leafHash(row.leaf).equals(inTile) ? null : 'its text in the database is not what was hashed';
}
