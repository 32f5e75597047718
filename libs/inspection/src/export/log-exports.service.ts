import { Injectable } from '@nestjs/common';
import {
  EntryWriter,
  ExportReader,
  LogReader,
  LogReleases,
  type EntryFilter,
  type EntryPosition,
  type EntryScope,
  type LoggedEntry,
  type ReadAs,
} from '#libs/audit';
import { Database } from '#libs/database';
import { Clock, Fault, logLine, UnavailableFault, type EntryId, type Viewer } from '#libs/kernel';
import type { RecordedDecision } from '#libs/regulation';
import { statedParts, wordsOf } from '../filter-words.js';
import { LogAccess, type ExportAdmission } from '../log-access.service.js';
import { entriesCsv } from './entries-csv.js';
import { entriesOcsf } from './entries-ocsf.js';
import type { ExportContent, ExportedOpenings, ExportProofs } from './export-content.js';
import { LogExportStore, sha256Of, type ExportFile, type WaitingExport } from './export-store.js';
import type { ExportFormat } from './log-export.type.js';
import { sealedExport } from './sealed-export.js';

/**
 * Of one export; more is asked for in several stretches of time. An entry with its proof takes 3 KB, and each ML-DSA-44 cosignature
 * under the checkpoint 3.3 KB more in every proof.
 */
export const exportLimits = { entries: 5_000, bytes: 64 * 2 ** 20 } as const;

/** Why a permitted export was not made. */
export type ExportHindrance = 'NOTHING_WITNESSED' | 'NO_ENTRIES' | 'TOO_MANY_ENTRIES' | 'TOO_LARGE' | 'LOG_CONTRADICTS';

/** Faults that say that rows, files, openings or stamps of the log contradict each other: nothing of it is handed out. */
const contradictions = new Set([
  'entry_tampered',
  'checkpoint_broken',
  'anchor_differs',
  'tile_missing',
  'opening_mismatch',
  'opening_unreadable',
]);

export type ExportOutcome =
  | {
      readonly kind: 'made';
      readonly address: string;
      readonly expiresAt: Date;
      readonly name: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly entries: number;
      /** The entry that says what was made: its proof seals the file. */
      readonly entryId: EntryId;
    }
  | { readonly kind: 'hindered'; readonly hindrance: ExportHindrance }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

type Admitted = Extract<ExportAdmission, { kind: 'admitted' }>;
type Numbered = LoggedEntry & { readonly index: number };

const pageSize = 100;
const openedAtOnce = 500;

/**
 * Takes records out of the house for an inspection. The intent is on the log before anything is read, the outcome before the address is
 * given out, the delivery before the first byte. Only what witnesses have cosigned leaves; while the log's health says that nothing
 * witnessed may, the gate refuses (POL-15), and a file that already waits goes on waiting.
 */
@Injectable()
export class LogExports {
  constructor(
    private readonly access: LogAccess,
    private readonly log: LogReader,
    private readonly reader: ExportReader,
    private readonly entries: EntryWriter,
    private readonly releases: LogReleases,
    private readonly store: LogExportStore,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Where the log's files, rows or openings contradict each other nothing is handed out, and that is on the log (`LOG_CONTRADICTS`). */
  async make(viewer: Viewer, format: ExportFormat, filter: EntryFilter): Promise<ExportOutcome> {
    const words = wordsOf(filter);
    const admission = await this.access.toExport(viewer, filter, {
      type: 'audit.export.intent',
      resource: { kind: 'log' },
      ...words,
      details: { ...words.details, format },
    });
    if (admission.kind === 'refused') return admission;
    const intentId = admission.decision.entry.entryId;
    try {
      const made = await this.gather(admission, filter);
      if (typeof made === 'string') return await this.hindered(viewer, intentId, made);
      const file = await this.fileOf(format, made);
      if (file.bytes.length > exportLimits.bytes) return await this.hindered(viewer, intentId, 'TOO_LARGE');
      return await this.handOver(viewer, made, format, file);
    } catch (error) {
      if (error instanceof Fault && contradictions.has(error.code)) {
        logLine('error', 'exports', 'nothing is exported, the log contradicts itself', {
          intentId,
          code: error.code,
          error: error.message,
        });
        return await this.hindered(viewer, intentId, 'LOG_CONTRADICTS', error.code);
      }
      await this.failed(viewer, intentId, 'fault');
      throw error;
    }
  }

  /**
   * The file behind an address, once; null where there is none for this person in this session. That it was taken is on the log first.
   * @throws UnavailableFault while the log lets nothing witnessed out; the file stays until its time is over
   */
  async take(viewer: Viewer, address: string): Promise<WaitingExport | null> {
    const { releases, because } = await this.releases.now();
    if (releases !== 'EVERYTHING') throw new UnavailableFault('log', `nothing witnessed is handed over now: ${because.join(', ')}`);
    return this.db.transaction(async (tx) => {
      const waiting = await this.store.take(tx, viewer, address, this.clock.now());
      if (waiting === null) return null;
      await this.entries.appendIn(tx, {
        type: 'audit.export.delivered',
        viewer,
        outcome: 'done',
        intentId: waiting.intentId,
        resource: { kind: 'log' },
        details: { sha256: waiting.sha256, bytes: waiting.bytes.length },
      });
      return waiting;
    });
  }

  private async gather({ decision, scope, papers }: Admitted, filter: EntryFilter): Promise<ExportContent | ExportHindrance> {
    const head = await this.reader.head();
    if (head === null) return 'NOTHING_WITNESSED';
    const entries = await this.select(scope, filter, head.size);
    if (entries.length > exportLimits.entries) return 'TOO_MANY_ENTRIES';
    if (entries.length === 0) return 'NO_ENTRIES';
    const organisations = new Set(scope.organisationCodes);
    const isOfBodies = ({ leaf }: Numbered): boolean => leaf.org !== undefined && organisations.has(leaf.org);
    // Whose acts are not theirs are there for their request.
    const others = entries.filter((entry) => !isOfBodies(entry));
    return {
      madeAt: this.clock.now(),
      intentId: decision.entry.entryId,
      head,
      inspection: {
        decisionNo: papers.decisionNo,
        organisations: [...organisations].sort(),
        requests: others.flatMap(({ leaf }) => (leaf.request === undefined ? [] : [leaf.request])),
        from: papers.periodFrom,
        to: papers.periodTo,
      },
      query: statedParts(filter),
      entries,
      openings: await this.openings(entries.filter(isOfBodies), scope.inspection),
    };
  }

  /** By index, below the head's size; one more than the limit where there are more. */
  private async select(scope: EntryScope, filter: EntryFilter, size: number): Promise<Numbered[]> {
    const found: Numbered[] = [];
    let after: EntryPosition | null = null;
    for (;;) {
      const { entries, withheld, hasMore, end } = await this.log.page(scope, filter, pageSize, after);
      // An export claims to be whole.
      if (withheld.length > 0)
        throw new Fault(
          'entry_tampered',
          `entries ${withheld.join(', ')} have no text that fits their hash: nothing is exported without them`,
        );
      found.push(...entries.filter((entry): entry is Numbered => entry.index !== null && entry.index < size));
      if (!hasMore || end === null || found.length > exportLimits.entries) break;
      after = end;
    }
    return found.sort((a, b) => a.index - b.index);
  }

  private async openings(entries: readonly Numbered[], as: ReadAs): Promise<Map<EntryId, ExportedOpenings>> {
    const all = new Map<EntryId, ExportedOpenings>();
    for (let from = 0; from < entries.length; from += openedAtOnce)
      for (const [id, { actor, case: caseRef }] of await this.reader.openings(entries.slice(from, from + openedAtOnce), as))
        all.set(id, { ...(actor === undefined ? {} : { actor }), ...(caseRef === undefined ? {} : { case: caseRef }) });
    return all;
  }

  private async fileOf(format: ExportFormat, content: ExportContent): Promise<ExportFile> {
    const day = content.madeAt.toISOString().slice(0, 10);
    const name = `cuao-${day}-${content.intentId.slice(-12)}`;
    switch (format) {
      case 'SEALED':
        return { name: `${name}.zip`, contentType: 'application/zip', bytes: sealedExport(content, await this.proofsOf(content)) };
      case 'OCSF':
        return { name: `${name}.ocsf.jsonl`, contentType: 'application/x-ndjson; charset=utf-8', bytes: entriesOcsf(content) };
      case 'CSV':
        return { name: `${name}.csv`, contentType: 'text/csv; charset=utf-8', bytes: entriesCsv(content) };
    }
  }

  private async proofsOf({ entries, head }: ExportContent): Promise<ExportProofs> {
    const [first, last] = [entries[0]?.index ?? 0, entries.at(-1)?.index ?? 0];
    const stretches = await this.reader.stretches(first, last + 1, head);
    const proofs = new Map<number, string>();
    for (const { index, leafHash } of [...entries, ...stretches]) proofs.set(index, await this.reader.proof(index, leafHash, head));
    return { proofs, stretches, anchors: await this.reader.anchors(first, last + 1, head) };
  }

  private async handOver(viewer: Viewer, content: ExportContent, format: ExportFormat, file: ExportFile): Promise<ExportOutcome> {
    const sha256 = sha256Of(file.bytes);
    const { entries, intentId } = content;
    return this.db.transaction(async (tx): Promise<ExportOutcome> => {
      const { address, expiresAt } = await this.store.keep(tx, viewer, intentId, file, this.clock.now());
      const { entryId } = await this.entries.appendIn(tx, {
        type: 'audit.export.done',
        viewer,
        outcome: 'done',
        intentId,
        resource: { kind: 'log' },
        details: {
          format,
          sha256,
          bytes: file.bytes.length,
          entries: entries.length,
          firstIndex: entries[0]?.index ?? 0,
          lastIndex: entries.at(-1)?.index ?? 0,
          size: content.head.size,
        },
      });
      return { kind: 'made', address, expiresAt, name: file.name, bytes: file.bytes.length, sha256, entries: entries.length, entryId };
    });
  }

  private async hindered(viewer: Viewer, intentId: EntryId, hindrance: ExportHindrance, fault?: string): Promise<ExportOutcome> {
    await this.failed(viewer, intentId, hindrance, fault);
    return { kind: 'hindered', hindrance };
  }

  private async failed(viewer: Viewer, intentId: EntryId, why: ExportHindrance | 'fault', fault?: string): Promise<void> {
    await this.entries.append({
      type: 'audit.export.failed',
      viewer,
      outcome: 'failed',
      intentId,
      resource: { kind: 'log' },
      details: { why, ...(fault === undefined ? {} : { fault }) },
    });
  }
}
