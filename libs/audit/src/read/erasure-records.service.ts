import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { EntryId } from '#libs/kernel';

/** An erasure that waits for its second hand. */
export interface OpenErasure {
  readonly id: string;
  readonly part: 'actor' | 'case';
  /** Person id, or the digest by which a case is found. */
  readonly subject: string;
  readonly basis: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly openedEntry: EntryId;
}

export interface ErasureSpan {
  readonly organisationCode: string;
  readonly from: Date;
  readonly to: Date;
}

const columns = `id, part, subject, basis, opened_by as "openedBy", opened_at as "openedAt", 'ent_' || opened_entry as "openedEntry"`;

/** The record of erasures, and where what one is about lies. Who may open or close one is decided by the caller. */
@Injectable()
export class ErasureRecords {
  async listOpen(tx: Tx): Promise<OpenErasure[]> {
    return tx.query<OpenErasure[]>(`select ${columns} from audit_erasure where closed_by is null order by opened_at, id limit 100`);
  }

  /** The open one; null when there is none. Closing itself locks the row (`audit_erase`). */
  async lock(tx: Tx, id: string): Promise<OpenErasure | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
    const [row] = await tx.query<OpenErasure[]>(`select ${columns} from audit_erasure where id = $1 and closed_by is null`, [id]);
    return row ?? null;
  }

  /** By body: when the first and the last entry of the subject happened. Empty when there is none (or all were erased). */
  async spansOf(tx: Tx, { part, subject }: Pick<OpenErasure, 'part' | 'subject'>): Promise<ErasureSpan[]> {
    return tx.query<ErasureSpan[]>(
      `select coalesce(organisation_code, '') as "organisationCode", min(at) as "from", max(at) as "to" from audit_search
       where ${part === 'actor' ? 'actor_id' : 'case_digest'} = $1 group by 1`,
      [subject],
    );
  }
}
