import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Clock, EntryId } from '#libs/kernel';
import { bareUuid } from '../entry/accept-batch.js';
import type { EntryWriter } from '../entry/entry-writer.service.js';

export type FindingKind = 'receipt_without_entry' | 'number_missing' | 'configuration_changed';

export interface FoundLoss {
  readonly kind: FindingKind;
  /** In words, the same each time that this very loss is found: by them it is known again. */
  readonly what: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * What people must look at before anything is handed over for good again. Told on the log once, and kept until two hands have closed
 * it (`FindingClosures`): a worker that starts again finds the same loss, knows it, and does not freeze for what was closed.
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
  async tell({ kind, what, details }: FoundLoss): Promise<void> {
    if (await this.isKnown(what)) return;
    const { entryId } = await this.entries.append({
      type: 'log.finding',
      viewer: null,
      actorProcess: this.actorProcess,
      outcome: 'failed',
      details: { finding: kind, ...details },
    });
    await this.keep(kind, what, entryId);
  }

  /** For a finding whose entry is on the log already. */
  async keep(kind: FindingKind, what: string, entryId: EntryId): Promise<void> {
    await this.pool.query(
      `insert into log_finding (id, origin, kind, digest, what, found_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [bareUuid(entryId), this.origin, kind, digestOf(what), what.slice(0, 500), this.clock.now()],
    );
  }

  /** The first that is not closed, in words. One whose closing is not on the log is open, whatever its row says. */
  async firstOpen(): Promise<string | null> {
    const { rows } = await this.pool.query<{ what: string }>(
      `select f.what from log_finding f where f.origin = $1
         and (f.closed_entry is null
           or not exists (select from audit_outbox o where o.entry_id = f.closed_entry) and not exists (select from audit_entry e where e.entry_id = f.closed_entry))
       order by f.found_at, f.id limit 1`,
      [this.origin],
    );
    return rows[0]?.what ?? null;
  }

  private async isKnown(what: string): Promise<boolean> {
    const { rows } = await this.pool.query('select 1 from log_finding where origin = $1 and digest = $2', [this.origin, digestOf(what)]);
    return rows.length > 0;
  }
}

const digestOf = (what: string): string => createHash('sha256').update(what).digest('hex');
