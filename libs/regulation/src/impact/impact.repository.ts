import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { EntryId, PersonId } from '#libs/kernel';
import type { Effect } from '../decision.js';
import type { Question } from '../decider.js';
import { widenedShareOf, type ImpactReport } from './impact-report.js';

/** Where a batch of past decisions ended. */
export interface PastPosition {
  readonly decidedAt: Date;
  readonly id: string;
}

export interface PastDecision extends PastPosition {
  readonly effect: Effect;
  /** null when erased. */
  readonly question: Question | null;
}

export interface KeptImpact {
  readonly bundleSha256: string;
  readonly reportSha256: string;
  readonly againstSha256: string;
  readonly report: ImpactReport;
  readonly madeAt: Date;
}

export interface KeptNote {
  readonly bundleSha256: string;
  readonly inspectorName: string;
  readonly note: string;
  readonly at: Date;
  readonly entryId: EntryId;
}

/** Only here are `policy_impact` and `policy_note` written, and past decisions read in bulk. */
@Injectable()
export class ImpactRepository {
  /** Youngest first; the same rows in the same order however long it takes, because decisions are never changed or removed. */
  async past(tx: Tx, before: PastPosition | null, until: Date, most: number): Promise<PastDecision[]> {
    return tx.query<PastDecision[]>(
      `select id, decided_at as "decidedAt", effect, facts as question from decision_facts
       where decided_at < $1 and ($2::timestamptz is null or (decided_at, id) < ($2, $3))
       order by decided_at desc, id desc limit ${Math.max(1, Math.floor(most))}`,
      [until, before?.decidedAt ?? null, before?.id ?? ''],
    );
  }

  /** The same report twice is kept once, with its first date. */
  async addImpact(tx: Tx, kept: KeptImpact): Promise<void> {
    await tx.query(
      `insert into policy_impact (bundle_sha256, report_sha256, against_sha256, report, widened_share, made_at)
       values ($1, $2, $3, $4::jsonb, $5, $6) on conflict do nothing`,
      [kept.bundleSha256, kept.reportSha256, kept.againstSha256, JSON.stringify(kept.report), widenedShareOf(kept.report), kept.madeAt],
    );
  }

  /** Newest first. */
  async impactsOf(tx: Tx, bundleSha256: string, most: number): Promise<KeptImpact[]> {
    return tx.query<KeptImpact[]>(
      `select bundle_sha256 as "bundleSha256", report_sha256 as "reportSha256", against_sha256 as "againstSha256", report, made_at as "madeAt"
       from policy_impact where bundle_sha256 = $1 order by made_at desc, report_sha256 limit ${Math.max(1, Math.floor(most))}`,
      [bundleSha256],
    );
  }

  /** @returns false when this inspector has noted this bundle already */
  async addNote(tx: Tx, note: { bundleSha256: string; inspectorId: PersonId; note: string; at: Date; entryId: EntryId }): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into policy_note (bundle_sha256, inspector_id, note, at, entry_id) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
      [note.bundleSha256, note.inspectorId, note.note, note.at, note.entryId],
    );
    return rows.length > 0;
  }

  async hasNote(tx: Tx, bundleSha256: string, inspectorId: PersonId): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select 1 from policy_note where bundle_sha256 = $1 and inspector_id = $2', [
      bundleSha256,
      inspectorId,
    ]);
    return rows.length > 0;
  }

  async notesOf(tx: Tx, bundleSha256: string): Promise<KeptNote[]> {
    return tx.query<KeptNote[]>(
      `select n.bundle_sha256 as "bundleSha256", p.display_name as "inspectorName", n.note, n.at, n.entry_id as "entryId"
       from policy_note n join person p on p.id = n.inspector_id where n.bundle_sha256 = $1 order by n.at, n.inspector_id`,
      [bundleSha256],
    );
  }
}
