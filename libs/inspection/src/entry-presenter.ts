import { Injectable } from '@nestjs/common';
import { LogReader, type EntryOpenings, type LoggedEntry, type ReadAs } from '#libs/audit';
import { Database } from '#libs/database';
import { Organisations, type Organisation } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import type { LogEntryType } from './log-entry.type.js';
import type { Sight } from './log-access.service.js';

/** Entries as a viewer may see them: commitments are opened only where the sight says so, never in order to hide them again later. */
@Injectable()
export class EntryPresenter {
  constructor(
    private readonly log: LogReader,
    private readonly db: Database,
    private readonly organisations: Organisations,
  ) {}

  /** @param as as whom the entries were read: what they stand for is narrowed by the database as they were */
  async present(
    viewer: Viewer,
    entries: readonly LoggedEntry[],
    sight: Sight,
    as: ReadAs,
  ): Promise<(LogEntryType & { __typename: 'LogEntry' })[]> {
    const codes = entries.flatMap(({ leaf }) => (leaf.org === undefined ? [] : [leaf.org]));
    const [openings, bodies] = await Promise.all([
      entries.length === 0 ? new Map<string, EntryOpenings>() : this.log.openings(entries, as),
      this.db.read((tx) => this.organisations.byCodes(tx, codes)),
    ]);
    return entries.map((entry) => {
      const opened = openings.get(entry.entryId) ?? {};
      const isOwn = opened.actor?.id === viewer.personId;
      const isNamed = isOwn || (entry.leaf.org !== undefined && sight.namesOf.has(entry.leaf.org));
      // That something was altered is no secret of the person it names.
      const shown = isNamed ? opened : opened.isAltered === true ? { isAltered: true as const } : {};
      return toLogEntry(entry, bodies.get(entry.leaf.org ?? '') ?? null, shown, isOwn || sight.leaves);
    });
  }

  /** The hashed text of one entry, for whoever may see it. */
  async leafFor(viewer: Viewer, entry: LoggedEntry, sight: Sight, as: ReadAs): Promise<string | null> {
    return (await this.present(viewer, [entry], sight, as))[0]?.leaf ?? null;
  }
}

function toLogEntry(
  entry: LoggedEntry,
  body: Organisation | null,
  opened: EntryOpenings,
  showsLeaf: boolean,
): LogEntryType & { __typename: 'LogEntry' } {
  const { leaf } = entry;
  return {
    __typename: 'LogEntry',
    id: entry.entryId,
    type: leaf.t,
    at: new Date(leaf.at),
    outcome: leaf.outcome,
    organisationCode: leaf.org ?? null,
    organisationNameVi: body?.nameVi ?? null,
    organisationNameEn: body?.nameEn ?? null,
    role: leaf.role ?? null,
    actorName: opened.actor?.name ?? null,
    actorId: opened.actor?.id ?? null,
    purpose: leaf.purpose ?? null,
    basis: leaf.basis ?? null,
    caseReference: opened.case ?? null,
    requestId: leaf.request ?? null,
    grantId: leaf.grant ?? null,
    cameraId: leaf.resource?.kind === 'camera' ? (leaf.resource.id ?? null) : null,
    decisionId: leaf.decision ?? null,
    rules: [...(leaf.rules ?? [])],
    policySha256: leaf.policy ?? null,
    index: entry.index === null ? null : String(entry.index),
    state: entry.state,
    leaf: showsLeaf ? entry.leafText : null,
    isRestored: entry.isRestored,
    areOpeningsAltered: opened.isAltered === true,
  };
}
