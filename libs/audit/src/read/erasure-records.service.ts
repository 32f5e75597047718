import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { EntryId, PersonId } from '#libs/kernel';

/** One of the two people of an erasure. `organisationCode`: for which body; null where an older record does not say. */
export interface ErasureHand {
  readonly personId: string;
  readonly organisationCode: string | null;
  readonly at: Date;
  readonly entryId: EntryId;
}

export interface ErasureRecord {
  readonly id: string;
  readonly part: 'actor' | 'case';
  /** Person id, or the digest by which a case is found. */
  readonly subject: string;
  readonly basis: string;
  readonly opened: ErasureHand;
  /** The hand that erased; null while it waits for one. */
  readonly closed: ErasureHand | null;
  /** How many openings went; null while it waits. */
  readonly erased: number | null;
}

export interface ErasureSpan {
  readonly organisationCode: string;
  readonly from: Date;
  readonly to: Date;
}

/** What would go now, as far as the search has come (a fraction of a second behind). */
export interface ErasureReach {
  readonly openings: number;
  readonly entries: number;
  readonly from: Date | null;
  readonly to: Date | null;
}

interface ErasureRow {
  readonly id: string;
  readonly part: 'actor' | 'case';
  readonly subject: string;
  readonly basis: string;
  readonly opened_by: string;
  readonly opened_org: string | null;
  readonly opened_at: Date;
  readonly opened_entry: string;
  readonly closed_by: string | null;
  readonly closed_org: string | null;
  readonly closed_at: Date;
  readonly closed_entry: string;
  readonly openings: number | null;
}

/** The record of erasures, and where what one is about lies. Who may open or close one is decided by the caller. */
@Injectable()
export class ErasureRecords {
  /** Those that wait for their second hand, oldest first. */
  async listOpen(tx: Tx): Promise<ErasureRecord[]> {
    const rows = await tx.query<ErasureRow[]>('select * from audit_erasure where closed_by is null order by opened_at, id limit 100');
    return rows.map(recordOf);
  }

  /** What was erased, the youngest first. */
  async listDone(tx: Tx, most: number): Promise<ErasureRecord[]> {
    const rows = await tx.query<ErasureRow[]>(
      'select * from audit_erasure where closed_by is not null order by closed_at desc, id limit $1',
      [most],
    );
    return rows.map(recordOf);
  }

  /** The open one; null when there is none. Closing itself locks the row (`audit_erase`). */
  async findOpen(tx: Tx, id: string): Promise<ErasureRecord | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
    const [row] = await tx.query<ErasureRow[]>('select * from audit_erasure where id = $1 and closed_by is null', [id]);
    return row === undefined ? null : recordOf(row);
  }

  /** By body: when the first and the last entry of the subject happened. Empty when there is none (or all were erased). */
  async spansOf(tx: Tx, { part, subject }: Pick<ErasureRecord, 'part' | 'subject'>): Promise<ErasureSpan[]> {
    return tx.query<ErasureSpan[]>(
      `select coalesce(organisation_code, '') as "organisationCode", min(at) as "from", max(at) as "to" from audit_search
       where ${column(part)} = $1 group by 1`,
      [subject],
    );
  }

  /** Which of these people the log still holds openings of. */
  async holdersAmong(tx: Tx, people: readonly PersonId[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ subject: string }[]>(
      `select asked.subject from unnest($1::text[]) as asked (subject)
       where exists (select from audit_search s join audit_opening o on o.entry_id = s.entry_id and o.part = 'actor' where s.actor_id = asked.subject)`,
      [people],
    );
    return new Set(rows.map(({ subject }) => subject));
  }

  async reachOf(tx: Tx, { part, subject }: Pick<ErasureRecord, 'part' | 'subject'>): Promise<ErasureReach> {
    const [reach] = await tx.query<ErasureReach[]>(
      `select count(o.entry_id)::integer as "openings", count(*)::integer as "entries", min(s.at) as "from", max(s.at) as "to"
       from audit_search s left join audit_opening o on o.entry_id = s.entry_id and o.part = $2 where s.${column(part)} = $1`,
      [subject, part],
    );
    return reach ?? { openings: 0, entries: 0, from: null, to: null };
  }
}

const column = (part: ErasureRecord['part']): string => (part === 'actor' ? 'actor_id' : 'case_digest');

function recordOf(row: ErasureRow): ErasureRecord {
  const hand = (personId: string, organisationCode: string | null, at: Date, entry: string): ErasureHand => ({
    personId,
    organisationCode,
    at,
    entryId: `ent_${entry}` as EntryId,
  });
  return {
    id: row.id,
    part: row.part,
    subject: row.subject,
    basis: row.basis,
    opened: hand(row.opened_by, row.opened_org, row.opened_at, row.opened_entry),
    closed: row.closed_by === null ? null : hand(row.closed_by, row.closed_org, row.closed_at, row.closed_entry),
    erased: row.openings,
  };
}
