import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { Clock, Fault, type EntryId, type PersonId, type Viewer } from '#libs/kernel';
import { AuditSettings } from '../audit-settings.js';
import { bareUuid } from './accept-batch.js';
import type { EntryRef } from './entry-draft.js';
import { EntryWriter } from './entry-writer.service.js';
import { caseDigest } from './prepared-entry.js';

/** Whose openings go: a person's in every entry, or a case's. */
export type ErasureSubject = { readonly personId: PersonId } | { readonly caseRef: string };

/**
 * Erasure in two hands of two bodies: one person opens it and says on what basis, another closes it. Openings and keys go; act, time, camera and
 * rules stay on the log, and so does that, and why, something was erased.
 */
@Injectable()
export class Erasures {
  constructor(
    @Inject(AuditSettings) private readonly settings: AuditSettings,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
  ) {}

  /** How the record and the search name it. */
  stored(subject: ErasureSubject): { readonly part: 'actor' | 'case'; readonly subject: string } {
    return 'personId' in subject
      ? { part: 'actor', subject: subject.personId }
      : { part: 'case', subject: caseDigest(this.settings.origin, subject.caseRef) };
  }

  /** @returns the id under which somebody of another body closes it */
  async open(
    tx: Tx,
    viewer: Viewer,
    subject: ErasureSubject,
    basis: string,
  ): Promise<{ readonly erasureId: string; readonly entry: EntryRef }> {
    const { part, subject: stored } = this.stored(subject);
    const erasureId = randomUUID();
    const entry = await this.entries.appendIn(tx, {
      type: 'erasure.opened',
      viewer,
      outcome: 'allowed',
      basis,
      details: { part, erasure: erasureId },
    });
    await tx.query(
      `insert into audit_erasure (id, subject, part, basis, opened_by, opened_org, opened_at, opened_entry) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [erasureId, stored, part, basis, viewer.personId, viewer.organisationCode, this.clock.now(), bareUuid(entry.entryId)],
    );
    return { erasureId, entry };
  }

  /**
   * @returns how many openings are gone
   * @throws Fault `erasure_unknown` when there is none open; the database refuses the same person and the same body twice
   */
  async close(tx: Tx, viewer: Viewer, erasureId: string): Promise<{ readonly openings: number; readonly entry: EntryRef }> {
    const [asked] = await tx.query<{ basis: string; part: string; opened_entry: string }[]>(
      'select basis, part, opened_entry from audit_erasure where id = $1 and closed_by is null',
      [erasureId],
    );
    if (asked === undefined) throw new Fault('erasure_unknown', `there is no open erasure ${erasureId}`);
    const entry = await this.entries.appendIn(tx, {
      type: 'erasure.closed',
      viewer,
      outcome: 'done',
      basis: asked.basis,
      intentId: `ent_${asked.opened_entry}` as EntryId,
      details: { part: asked.part, erasure: erasureId },
    });
    const [erased] = await tx.query<{ openings: number }[]>('select audit_erase($1, $2, $3, $4) as openings', [
      erasureId,
      viewer.personId,
      this.clock.now(),
      bareUuid(entry.entryId),
    ]);
    return { openings: erased?.openings ?? 0, entry };
  }
}
