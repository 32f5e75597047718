import { Injectable } from '@nestjs/common';
import {
  EntryCounter,
  LogReader,
  type EntryCounts,
  type EntryFilter,
  type EntryPosition,
  type EntryScope,
  type LoggedEntry,
  type ProofOutcome,
  type ReadAs,
  type ReceiptVerdict,
} from '#libs/audit';
import { Database } from '#libs/database';
import { Cursors, Organisations, pageOf, People, type CursorScope, type NamedPerson } from '#libs/identity';
import { Clock, parseId, type EntryId, type Viewer } from '#libs/kernel';
import { Gate, PolicyStore, type RecordedDecision } from '#libs/regulation';
import { countable, toEntryCounts } from './counted-days.js';
import type { EntryCountsType } from './entry-counts.type.js';
import { EntryPresenter } from './entry-presenter.js';
import { statedParts, wordsOf } from './filter-words.js';
import { LogAccess } from './log-access.service.js';
import type { EntryConnection, LogEntryType } from './log-entry.type.js';

export type EntriesOutcome =
  { readonly kind: 'page'; readonly page: EntryConnection } | { readonly kind: 'refused'; readonly decision: RecordedDecision };

export type PeopleOutcome =
  { readonly kind: 'people'; readonly people: readonly NamedPerson[] } | { readonly kind: 'refused'; readonly decision: RecordedDecision };

const mostPeople = 10;

export type EntryProofOutcome =
  | { readonly kind: 'proof'; readonly proof: Extract<ProofOutcome, { kind: 'proof' }>; readonly leaf: string | null }
  | Extract<ProofOutcome, { kind: 'not_found' | 'not_ready' }>
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

/**
 * Reading the log. Each method first has its reading decided and recorded (committed), then reads, narrowed in SQL to what the
 * decision reaches. Callers must not show a refusal as an empty page.
 */
@Injectable()
export class LogInspection {
  constructor(
    private readonly access: LogAccess,
    private readonly log: LogReader,
    private readonly presenter: EntryPresenter,
    private readonly gate: Gate,
    private readonly policies: PolicyStore,
    private readonly cursors: Cursors,
    private readonly counter: EntryCounter,
    private readonly persons: People,
    private readonly organisations: Organisations,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One page, newest first; the first with its counts. @throws InvalidCursor for a cursor of another list, person, filter or bundle */
  async search(viewer: Viewer, page: { first: number; after?: string | null | undefined }, filter: EntryFilter): Promise<EntriesOutcome> {
    const cursorScope: CursorScope = {
      list: 'entries',
      viewer,
      filter: statedParts(filter),
      policySha256: this.policies.current().bundle.sha256,
    };
    const after = page.after === undefined || page.after === null ? null : positionOf(this.cursors.decode(page.after, cursorScope));
    const admission = await this.access.toSearch(viewer, filter, { type: 'audit.query', resource: { kind: 'log' }, ...wordsOf(filter) });
    if (admission.kind === 'refused') return admission;
    const as = readingAs(admission.scope);
    const question = after === null ? countable(admission.scope, filter, this.clock.now()) : null;
    const [found, counts] = await Promise.all([
      this.log.page(admission.scope, filter, page.first, after),
      question === null ? null : this.counter.count(question, as),
    ]);
    const nodes = await this.presenter.present(viewer, found.entries, admission.sight, as);
    const cursorAt = (at: Date, index: number): string => this.cursors.encode([at.toISOString(), index, found.size], cursorScope);
    const rows = nodes.map((node) => ({ node, cursor: cursorAt(node.at, Number(node.index)) }));
    const connection = pageOf(rows, { first: page.first, after: page.after ?? null }, (row) => row);
    return {
      kind: 'page',
      page: {
        ...connection,
        // The last row may be withheld: the next page begins after it all the same.
        pageInfo: {
          ...connection.pageInfo,
          hasNextPage: found.hasMore,
          endCursor: found.end === null ? null : cursorAt(found.end.at, found.end.index),
        },
        withheld: found.withheld.map(String),
        logSize: String(found.size),
        counts: counts === null ? null : await this.named(counts),
      },
    };
  }

  private async named(counts: EntryCounts): Promise<EntryCountsType> {
    const codes = counts.organisations.map(({ code }) => code);
    return toEntryCounts(counts, await this.db.read((tx) => this.organisations.byCodes(tx, codes)));
  }

  /** People of the bodies whose names the viewer may see, by words of their names; that they were looked for is recorded first. */
  async people(viewer: Viewer, text: string): Promise<PeopleOutcome> {
    const admission = await this.access.toSearch(
      viewer,
      {},
      { type: 'audit.query', resource: { kind: 'log' }, details: { byName: true }, caseRef: text },
    );
    if (admission.kind === 'refused') return admission;
    return { kind: 'people', people: await this.db.read((tx) => this.persons.named(tx, [...admission.sight.namesOf], text, mostPeople)) };
  }

  /** null when there is no such entry or it is not this viewer's to see; that it was asked for is recorded either way. */
  async entry(viewer: Viewer, id: string): Promise<LogEntryType | null> {
    const { entryId, found } = await this.lookUp(id);
    const admission = await this.access.toEntry(viewer, found, { type: 'audit.query', resource: resourceOf(entryId) });
    if (admission.kind === 'refused' || found === null) return null;
    const shown = await this.inScope(admission.scope, found);
    return shown === null
      ? null
      : ((await this.presenter.present(viewer, [shown], admission.sight, readingAs(admission.scope)))[0] ?? null);
  }

  /**
   * The proof of one entry. Whoever knows its id may have it (hashes say nothing); the hashed text goes only to those who may read
   * the entry. An inspector is held to the inspection decision for both.
   */
  async proof(viewer: Viewer | null, id: string): Promise<EntryProofOutcome> {
    const { entryId, found } = await this.lookUp(id);
    const resource = resourceOf(entryId);
    const isInspector = viewer !== null && this.gate.mayTry(viewer, 'inspect');
    let leaf: string | null = null;
    let as: ReadAs = 'house';
    if (viewer !== null && isInspector) {
      const admission = await this.access.toEntry(viewer, found, { type: 'audit.proof', resource });
      if (admission.kind === 'refused') return admission;
      as = readingAs(admission.scope);
      const shown = found === null ? null : await this.inScope(admission.scope, found);
      if (shown !== null) leaf = await this.presenter.leafFor(viewer, shown, admission.sight, as);
    } else {
      const decision = await this.gate.decideAlone(viewer, 'read_proof', {}, { type: 'audit.proof', resource });
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      if (viewer !== null && found !== null) leaf = await this.presenter.leafFor(viewer, found, { namesOf: new Set(), leaves: false }, as);
    }
    if (found === null) return { kind: 'not_found' };
    const outcome = await this.log.proof(found.entryId, as);
    return outcome.kind === 'proof' ? { kind: 'proof', proof: outcome, leaf } : outcome;
  }

  /** Says of a receipt only what its holder already knows; open to everybody and, like the checkpoint, not an act on anybody's data. */
  receiptCheck(receipt: string): Promise<ReceiptVerdict> {
    return this.log.receiptCheck(receipt);
  }

  /** For the facts of the decision alone: what is shown is read again as whom it admits. */
  private async lookUp(id: string): Promise<{ entryId: EntryId | null; found: LoggedEntry | null }> {
    const entryId = parseId('ent', id);
    return { entryId, found: entryId === null ? null : await this.log.find(entryId, 'house') };
  }

  /**
   * The entry as the admission lets it be read, or null. Under papers the database says so; of one's own it is the same condition as the
   * list's, asked of the leaf, since the entry may not be searchable yet.
   */
  private async inScope(scope: EntryScope, entry: LoggedEntry): Promise<LoggedEntry | null> {
    const as = readingAs(scope);
    if (as !== 'house') return this.log.find(entry.entryId, as);
    return scope === 'everything' || (await this.isOwn(scope, entry)) ? entry : null;
  }

  private async isOwn({ organisationCodes, requestsOf = [], actorId }: NarrowScope, entry: LoggedEntry): Promise<boolean> {
    const { org, request } = entry.leaf;
    if (org !== undefined && organisationCodes.includes(org)) return true;
    const asking = request === undefined ? null : await this.log.requestingBody(request);
    if (asking !== null && requestsOf.includes(asking)) return true;
    return actorId !== undefined && (await this.log.openings([entry], 'house')).get(entry.entryId)?.actor?.id === actorId;
  }
}

type NarrowScope = Exclude<EntryScope, 'everything'>;

const readingAs = (scope: EntryScope): ReadAs => (scope === 'everything' ? 'house' : (scope.inspection ?? 'house'));

function positionOf(position: readonly unknown[]): EntryPosition {
  const [at, index, size] = position;
  return { at: new Date(String(at)), index: Number(index), size: Number(size) };
}

function resourceOf(entryId: EntryId | null): { kind: string; id?: string } {
  return { kind: 'entry', ...(entryId === null ? {} : { id: entryId }) };
}
