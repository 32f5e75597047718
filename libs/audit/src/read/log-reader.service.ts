import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock, Fault, UnavailableFault, type DecisionId, type EntryId } from '#libs/kernel';
import { AuditSettings } from '../audit-settings.js';
import { bareUuid } from '../entry/accept-batch.js';
import { openingPrivateKey } from '../entry/opening-keys.js';
import { producerKeys } from '../entry/producer-keys.js';
import { parseReceipt, verifyReceipt } from '../entry/receipt.js';
import type { OpenedCheckpoint } from '../note/opened-checkpoint.js';
import { entryQuery, type EntryFilter, type EntryPosition, type EntryScope } from './entry-query.js';
import { readRows, type ReadAs } from './inspection-role.js';
import { OpeningReader, type EntryOpenings } from './opening-reader.js';
import { noteText, PublishedLog } from './published-log.js';
import {
  shownOnly,
  standingOf,
  vouchedEntries,
  type EntryRow,
  type EntryStanding,
  type EntryState,
  type LoggedEntry,
} from './vouched-entries.js';

export interface EntryPage {
  readonly entries: readonly LoggedEntry[];
  /** Numbers of entries that belong here and of which nothing is shown: no text anywhere fits their hash. */
  readonly withheld: readonly number[];
  readonly hasMore: boolean;
  /** Where the page ends; null for an empty one. */
  readonly end: EntryPosition | null;
  /** Size of the log that the list speaks of: entries 0 to size − 1. */
  readonly size: number;
}

export type ProofOutcome =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_ready'; readonly state: EntryState }
  | {
      readonly kind: 'proof';
      readonly entryId: EntryId;
      readonly state: EntryState;
      /** Hex. */
      readonly leafHash: string;
      readonly index: number;
      readonly size: number;
      /** C2SP tlog-proof. */
      readonly text: string;
      readonly checkpoint: string;
      readonly witnesses: readonly WitnessWord[];
    };

export interface WitnessWord {
  readonly name: string;
  /** By the witness's own clock, whole seconds. */
  readonly at: Date;
}

export interface PublishedCheckpoint {
  readonly size: number;
  readonly at: Date | null;
  readonly witnessedSize: number;
  readonly witnessedAt: Date | null;
  readonly note: string;
  readonly witnesses: readonly WitnessWord[];
}

export interface ReceiptVerdict {
  readonly signatureOk: boolean;
  readonly entryId: EntryId | null;
  readonly index: number | null;
  /** null when the log has no such entry. */
  readonly state: EntryState | null;
}

interface FoundRow extends EntryRow {
  readonly found_at: Date;
}

/** What is found by the search is not believed: its text is, where it fits the tile. */
const foundColumns = 's.entry_id, s.idx, l.leaf, e.leaf_hash, coalesce(e.accepted_at, s.at) as accepted_at';
const besideSearch = `left join audit_entry e on e.idx = s.idx and e.entry_id = s.entry_id left join audit_leaf l on l.idx = s.idx`;

/** The read side of the log for the house: entries, pages, proofs. What a person may see of it is decided by the caller. */
@Injectable()
export class LogReader {
  private readonly openingReader: OpeningReader | null;

  constructor(
    @Inject(AuditSettings) private readonly settings: AuditSettings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly published: PublishedLog,
  ) {
    this.openingReader = settings.readsOpenings ? new OpeningReader(database, openingPrivateKey(settings.stateDir)) : null;
  }

  /** null when no such entry is committed, or the papers do not reach it. */
  async find(entryId: EntryId, as: ReadAs): Promise<LoggedEntry | null> {
    const rows = await readRows<EntryRow>(
      this.database,
      as,
      `select o.entry_id, null::bigint as idx, o.leaf, o.leaf_hash, o.accepted_at from audit_outbox o where o.entry_id = $1
       union all
       select e.entry_id, e.idx, l.leaf, e.leaf_hash, e.accepted_at from audit_entry e left join audit_leaf l on l.idx = e.idx where e.entry_id = $1
       limit 1`,
      [bareUuid(entryId)],
    );
    const [entry] = await this.logged(rows.length > 0 ? rows : await this.bySearch(entryId, as));
    return entry ?? null;
  }

  /** An entry whose rows are gone, or say something that hides them from the reader, is found by the search still. */
  private bySearch(entryId: EntryId, as: ReadAs): Promise<EntryRow[]> {
    const sql = `select ${foundColumns} from audit_search s ${besideSearch} where s.entry_id = $1 limit 1`;
    return readRows<EntryRow>(this.database, as, sql, [bareUuid(entryId)]);
  }

  /**
   * The entry that a decision of the gate stands in: written in the same moment, so it is looked for around the decision's instant.
   * null when there is none, or while it is not searchable yet.
   */
  async findByDecision(decisionId: DecisionId, decidedAt: Date): Promise<LoggedEntry | null> {
    const rows = await this.database.query<EntryRow>(
      `select ${foundColumns} from audit_search s ${besideSearch}
       where s.decision_id = $1 and s.at between $2::timestamptz - interval '1 second' and $2::timestamptz + interval '1 minute'
       order by s.idx limit 1`,
      [decisionId, decidedAt],
    );
    return (await this.logged(rows))[0] ?? null;
  }

  /**
   * One page, newest first. The first page fixes the size of the log that the list speaks of; later pages bring it in `after`.
   * @param first 1 to 100
   */
  async page(scope: EntryScope, filter: EntryFilter, first: number, after: EntryPosition | null = null): Promise<EntryPage> {
    const progress = await this.progress();
    const size = after?.size ?? progress.projected;
    const most = Math.min(100, Math.max(1, Math.floor(first)));
    const { sql, parameters } = entryQuery({ origin: this.settings.origin, scope, filter, after, size, limit: most + 1 });
    const found = await readRows<FoundRow>(
      this.database,
      scope === 'everything' ? 'house' : (scope.inspection ?? 'house'),
      `select ${foundColumns}, found.at as found_at from (${sql}) as found join audit_search s on s.at = found.at and s.idx = found.idx
         ${besideSearch} order by found.at desc, found.idx desc`,
      parameters,
    );
    const rows = found.slice(0, most);
    const last = rows.at(-1);
    const { entries, withheld } = await vouchedEntries(this.published, rows, progress.witnessed);
    return {
      entries,
      withheld: withheld.map(({ idx }) => Number(idx)),
      hasMore: found.length > most,
      end: last === undefined ? null : { at: last.found_at, index: Number(last.idx), size },
      size,
    };
  }

  /** Whose request it is, by the entry that submits it; null while that is not searchable. */
  async requestingBody(requestId: string): Promise<string | null> {
    const [row] = await this.database.query<{ code: string }>('select organisation_code as code from audit_request where request_id = $1', [
      requestId,
    ]);
    return row?.code ?? null;
  }

  /**
   * A proof that an outsider checks offline, under the newest witnessed checkpoint that covers the entry (else the newest published).
   * Made of hashes: the text of the entry is not read.
   */
  async proof(entryId: EntryId, as: ReadAs): Promise<ProofOutcome> {
    const standing = await this.standing(entryId, as);
    if (standing === null) return { kind: 'not_found' };
    const { index, leafHash, state } = standing;
    const checkpoint = index === null ? null : await this.checkpointOver(index);
    if (index === null || checkpoint === null) return { kind: 'not_ready', state };
    const { size } = checkpoint;
    const note = noteText(checkpoint);
    const text = await this.published.proof(index, leafHash, { size, note });
    return { kind: 'proof', entryId, state, leafHash, index, size, checkpoint: note, text, witnesses: witnessWords(checkpoint) };
  }

  /** The checkpoint that everybody sees now; null before the first, and while the store of the log's files does not answer. */
  async checkpoint(): Promise<PublishedCheckpoint | null> {
    const checkpoint = await this.published.checkpoint('checkpoint').catch((error: unknown) => {
      // Told as `store_silent`: who asks how the log stands is to hear of it, and not nothing at all.
      if (error instanceof UnavailableFault) return null;
      throw error;
    });
    if (checkpoint === null) return null;
    const [progress] = await this.database.query<{ published_at: Date | null; witnessed_size: string; witnessed_at: Date | null }>(
      'select published_at, witnessed_size, witnessed_at from log_progress where origin = $1',
      [this.settings.origin],
    );
    return {
      size: checkpoint.size,
      at: progress?.published_at ?? null,
      witnessedSize: Number(progress?.witnessed_size ?? 0),
      witnessedAt: progress?.witnessed_at ?? null,
      note: noteText(checkpoint),
      witnesses: witnessWords(checkpoint),
    };
  }

  /**
   * What the commitments of these entries stand for, as far as it is not erased. The caller has decided that it may be shown.
   * @param as under papers the database gives those only of acts of the inspected bodies' people
   */
  async openings(entries: readonly LoggedEntry[], as: ReadAs): Promise<Map<EntryId, EntryOpenings>> {
    if (this.openingReader === null) throw new Fault('openings_closed', 'this process holds no key to openings');
    return this.openingReader.read(
      entries.map(({ leaf }) => leaf),
      this.clock.now(),
      as,
    );
  }

  /** Anybody may ask about a receipt in hand: it says what its holder already knows. */
  async receiptCheck(text: string): Promise<ReceiptVerdict> {
    const receipt = parseReceipt(text.trim());
    if (receipt === null || receipt.origin !== this.settings.origin) return { signatureOk: false, entryId: null, index: null, state: null };
    const signatureOk = producerKeys(this.settings.stateDir).some((key) => verifyReceipt(receipt, key));
    const standing = signatureOk ? await this.standing(receipt.entryId, 'house') : null;
    const isTheSame = standing?.leafHash === receipt.leafHash;
    return { signatureOk, entryId: receipt.entryId, index: isTheSame ? standing.index : null, state: isTheSame ? standing.state : null };
  }

  /** Where an entry stands, without its text. @throws Fault `entry_tampered` */
  private async standing(entryId: EntryId, as: ReadAs): Promise<EntryStanding | null> {
    const [row] = await readRows<{ idx: string | null; leaf_hash: Buffer }>(
      this.database,
      as,
      `select null::bigint as idx, o.leaf_hash from audit_outbox o where o.entry_id = $1
       union all select e.idx, e.leaf_hash from audit_entry e where e.entry_id = $1 limit 1`,
      [bareUuid(entryId)],
    );
    if (row === undefined) return null;
    const { witnessed } = await this.progress();
    const standing = standingOf(row, witnessed);
    if (standing.index === null || standing.index >= witnessed) return standing;
    // Another hash than the log's: the text must say that this is the entry which stands there.
    return (await this.published.leafHash(standing.index, witnessed)) === standing.leafHash ? standing : this.find(entryId, as);
  }

  /** @throws Fault `entry_tampered` */
  private async logged(rows: readonly EntryRow[]): Promise<readonly LoggedEntry[]> {
    return rows.length === 0 ? [] : shownOnly(await vouchedEntries(this.published, rows, (await this.progress()).witnessed));
  }

  private async progress(): Promise<{ readonly witnessed: number; readonly projected: number }> {
    const [row] = await this.database.query<{ witnessed_size: string; projected_size: string }>(
      'select witnessed_size, projected_size from log_progress where origin = $1',
      [this.settings.origin],
    );
    return { witnessed: Number(row?.witnessed_size ?? 0), projected: Number(row?.projected_size ?? 0) };
  }

  private async checkpointOver(index: number): Promise<OpenedCheckpoint | null> {
    for (const name of ['checkpoint.witnessed', 'checkpoint'] as const) {
      const checkpoint = await this.published.checkpoint(name);
      if (checkpoint !== null && checkpoint.size > index) return checkpoint;
    }
    return null;
  }
}

function witnessWords({ signatures }: OpenedCheckpoint): WitnessWord[] {
  return signatures.flatMap(({ key, time }) => (time === null ? [] : [{ name: key.name, at: new Date(time * 1_000) }]));
}
