import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { EntryId, RoleCode } from '#libs/kernel';
import { AuditSettings } from '../audit-settings.js';
import { bareUuid } from '../entry/accept-batch.js';

/** One of the two people who close a finding. `entryId`: where the log says so. */
export interface Closer {
  readonly personId: string;
  readonly organisationCode: string;
  readonly role: RoleCode;
  readonly at: Date;
  readonly entryId: EntryId;
}

export interface LogFinding {
  /** The entry that told it, which is also its name. */
  readonly id: EntryId;
  readonly kind: string;
  /** For those who look after the log: names processes and entries. */
  readonly what: string;
  readonly foundAt: Date;
  /** Why the first hand wants it closed; null until somebody does. */
  readonly reason: string | null;
  readonly opened: Closer | null;
  readonly closed: Closer | null;
  /** The worker found whole again what had differed; null where that is not so, or cannot be. */
  readonly healed: { readonly at: Date; readonly entryId: EntryId } | null;
}

interface FindingRow {
  readonly id: string;
  readonly kind: string;
  readonly what: string;
  readonly found_at: Date;
  readonly reason: string | null;
  readonly opened_by: string | null;
  readonly opened_org: string;
  readonly opened_role: RoleCode;
  readonly opened_at: Date;
  readonly opened_entry: string;
  readonly closed_by: string | null;
  readonly closed_org: string;
  readonly closed_role: RoleCode;
  readonly closed_at: Date;
  readonly closed_entry: string;
  readonly healed_at: Date | null;
  readonly healed_entry: string;
}

/** The record of findings. Who may close one is decided by the caller; that one hand or one body cannot, by the table itself. */
@Injectable()
export class FindingRecords {
  constructor(@Inject(AuditSettings) private readonly settings: AuditSettings) {}

  /** Open ones first, then the youngest. */
  async list(tx: Tx, most: number): Promise<LogFinding[]> {
    const rows = await tx.query<FindingRow[]>(
      'select * from log_finding where origin = $1 order by closed_at is not null or healed_at is not null, found_at desc, id limit $2',
      [this.settings.origin, most],
    );
    return rows.map(findingOf);
  }

  /** Locks it until the transaction ends; null when there is none. */
  async lock(tx: Tx, id: EntryId): Promise<LogFinding | null> {
    const [row] = await tx.query<FindingRow[]>('select * from log_finding where origin = $1 and id = $2 for update', [
      this.settings.origin,
      bareUuid(id),
    ]);
    return row === undefined ? null : findingOf(row);
  }

  /** The first hand; a later first hand takes the place of an earlier one. */
  async propose(tx: Tx, id: EntryId, reason: string, by: Closer): Promise<void> {
    await tx.query(
      `update log_finding set reason = $2, opened_by = $3, opened_org = $4, opened_role = $5, opened_at = $6, opened_entry = $7 where id = $1`,
      [bareUuid(id), reason, by.personId, by.organisationCode, by.role, by.at, bareUuid(by.entryId)],
    );
  }

  /** The second hand. The database refuses the same person, the same body, two without an inspector, and a closing without its entry. */
  async close(tx: Tx, id: EntryId, by: Closer): Promise<void> {
    await tx.query(
      `update log_finding set closed_by = $2, closed_org = $3, closed_role = $4, closed_at = $5, closed_entry = $6 where id = $1`,
      [bareUuid(id), by.personId, by.organisationCode, by.role, by.at, bareUuid(by.entryId)],
    );
  }
}

function findingOf(row: FindingRow): LogFinding {
  const closer = (personId: string | null, organisationCode: string, role: RoleCode, at: Date, entry: string): Closer | null =>
    personId === null ? null : { personId, organisationCode, role, at, entryId: `ent_${entry}` as EntryId };
  return {
    id: `ent_${row.id}` as EntryId,
    kind: row.kind,
    what: row.what,
    foundAt: row.found_at,
    reason: row.reason,
    opened: closer(row.opened_by, row.opened_org, row.opened_role, row.opened_at, row.opened_entry),
    closed: closer(row.closed_by, row.closed_org, row.closed_role, row.closed_at, row.closed_entry),
    healed: row.healed_at === null ? null : { at: row.healed_at, entryId: `ent_${row.healed_entry}` as EntryId },
  };
}
