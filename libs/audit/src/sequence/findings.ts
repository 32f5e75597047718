import { createHash } from 'node:crypto';
import type pg from 'pg';
import { logLine, type Clock, type EntryId } from '#libs/kernel';
import { bareUuid } from '../entry/accept-batch.js';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import type { ManifestDifference } from './manifest-writer.js';

export type FindingKind =
  'receipt_without_entry' | 'number_missing' | 'configuration_changed' | 'row_differs' | 'clock_differs' | DifferenceKind;

/** What differs from the manifest of a day: over as soon as it is there again. */
export type DifferenceKind = 'search_differs' | 'counts_differ';

export interface Found {
  readonly kind: FindingKind;
  /** In words, the same each time that this very thing is found: by them it is known again. */
  readonly what: string;
  readonly details: Readonly<Record<string, string | number>>;
  /** Of the manifest from which something differs; absent where nothing can heal. */
  readonly day?: string;
}

const differing: Readonly<Record<DifferenceKind, string>> = { search_differs: 'the search differs', counts_differ: 'the counters differ' };

/** Whether a row's entry of this column is on the log: what only the row says does not count. */
const isOnLog = (column: 'closed_entry' | 'healed_entry'): string =>
  `(exists (select from audit_outbox o where o.entry_id = f.${column}) or exists (select from audit_entry e where e.entry_id = f.${column}))`;

/**
 * What people must look at before anything is handed over for good again. Told on the log once, and kept until two hands have closed
 * it (`FindingClosures`) or, where something differed from a manifest, until it no longer does: a worker that starts again finds the
 * same, knows it, and does not freeze for what is over.
 */
export class Findings {
  constructor(
    private readonly pool: pg.Pool,
    private readonly origin: string,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    private readonly actorProcess: string,
  ) {}

  /** Safe to call again: the entry is written before the row, so a crash between tells it twice and forgets it never. */
  async tell({ kind, what, details, day }: Found): Promise<void> {
    if (await this.isKnown(what)) return;
    const { entryId } = await this.entries.append({
      type: 'log.finding',
      viewer: null,
      actorProcess: this.actorProcess,
      outcome: 'failed',
      details: { finding: kind, ...details },
    });
    await this.keep(kind, what, entryId, day);
  }

  /** For a finding whose entry is on the log already. */
  async keep(kind: FindingKind, what: string, entryId: EntryId, day?: string): Promise<void> {
    await this.pool.query(
      `insert into log_finding (id, origin, kind, digest, what, found_at, day) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [bareUuid(entryId), this.origin, kind, digestOf(what), what.slice(0, 500), this.clock.now(), day ?? null],
    );
  }

  async tellDifference(kind: DifferenceKind, { day, from, to, what }: ManifestDifference): Promise<void> {
    const text = `${differing[kind]} from the manifest of ${day} (entries ${from} to ${to - 1}): ${what}`;
    logLine('error', 'findings', text);
    await this.tell({ kind, what: text, details: { day, fromIndex: from, toIndex: to }, day });
  }

  /** Days of which a difference has not healed, whether people have closed it or not. */
  async unhealedDays(kind: DifferenceKind): Promise<string[]> {
    const { rows } = await this.pool.query<{ day: string }>(
      `select distinct f.day::text as day from log_finding f where f.origin = $1 and f.kind = $2
         and (f.healed_entry is null or not ${isOnLog('healed_entry')}) order by 1`,
      [this.origin, kind],
    );
    return rows.map(({ day }) => day);
  }

  /** The day was found whole: every difference of this kind that it had is over, and the log says so. */
  async heal(kind: DifferenceKind, day: string): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `select f.id from log_finding f where f.origin = $1 and f.kind = $2 and f.day = $3
         and (f.healed_entry is null or not ${isOnLog('healed_entry')}) order by f.found_at, f.id`,
      [this.origin, kind, day],
    );
    for (const { id } of rows) {
      const { entryId } = await this.entries.append({
        type: 'log.finding_healed',
        viewer: null,
        actorProcess: this.actorProcess,
        outcome: 'done',
        details: { finding: `ent_${id}`, kind, day },
      });
      await this.pool.query('update log_finding set healed_at = $2, healed_entry = $3 where id = $1', [
        id,
        this.clock.now(),
        bareUuid(entryId),
      ]);
    }
  }

  /** The first that is not over, in words. One whose closing or healing is not on the log is open, whatever its row says. */
  async firstOpen(): Promise<string | null> {
    const { rows } = await this.pool.query<{ what: string }>(
      `select f.what from log_finding f where f.origin = $1
         and (f.closed_entry is null or not ${isOnLog('closed_entry')}) and (f.healed_entry is null or not ${isOnLog('healed_entry')})
       order by f.found_at, f.id limit 1`,
      [this.origin],
    );
    return rows[0]?.what ?? null;
  }

  private async isKnown(what: string): Promise<boolean> {
    const { rows } = await this.pool.query('select 1 from log_finding where origin = $1 and digest = $2 and healed_entry is null', [
      this.origin,
      digestOf(what),
    ]);
    return rows.length > 0;
  }
}

const digestOf = (what: string): string => createHash('sha256').update(what).digest('hex');
