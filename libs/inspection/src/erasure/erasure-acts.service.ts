import { Injectable } from '@nestjs/common';
import {
  ErasureRecords,
  Erasures,
  EntryWriter,
  type EntryRef,
  type ErasureReach,
  type ErasureRecord,
  type ErasureSubject,
} from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { People, type NamedPerson } from '#libs/identity';
import { Clock, parseId, type Viewer } from '#libs/kernel';
import { Gate, PolicyStore, type Facts, type RecordedDecision } from '#libs/regulation';
import { PapersRepository } from '../papers.repository.js';

/** Why an erasure is not done, beside what the rules say. */
export type ErasureSetback = 'OWN_TRACES' | 'SAME_PERSON' | 'SAME_BODY' | 'BASIS_NOT_KNOWN' | 'ONE_SUBJECT';

export type ErasureOutcome =
  | { readonly kind: 'done'; readonly erasureId: string; readonly openings: number | null; readonly entry: EntryRef }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'setback'; readonly why: ErasureSetback }
  | { readonly kind: 'absent' };

export type ErasuresOutcome =
  | {
      readonly kind: 'list';
      readonly waiting: readonly { readonly erasure: ErasureRecord; readonly reach: ErasureReach }[];
      readonly done: readonly ErasureRecord[];
      /** Whether the reader is one of those who erase: they have to know whose openings would go. */
      readonly mayErase: boolean;
    }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

export type SubjectsOutcome =
  | { readonly kind: 'people'; readonly people: readonly NamedPerson[] }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'shortName' };

export interface ErasureWish {
  readonly personId: string | null;
  readonly caseReference: string | null;
  /** Key of an article in the rules' own table. */
  readonly basis: string;
}

const action = 'erase_opening';
const shownDone = 20;
/** Of those who bear the name, the first so many are looked up on the log, and at most so many of them told. */
const mostNamesakes = 200;
const mostPeople = 10;

/**
 * Erasing what commitments of the log stand for, in two hands of two bodies. The rules decide at both: nothing goes that a running inspection
 * covers, nothing before the time has ended that records of access must be kept, and neither hand may erase what tells of itself.
 * Act, time, camera, rules and both hands stay on the log.
 */
@Injectable()
export class ErasureActs {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly policies: PolicyStore,
    private readonly erasures: Erasures,
    private readonly records: ErasureRecords,
    private readonly people: People,
    private readonly papers: PapersRepository,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
  ) {}

  async open(viewer: Viewer, wish: ErasureWish): Promise<ErasureOutcome> {
    const subject = subjectOf(wish);
    return this.db.transaction(async (tx): Promise<ErasureOutcome> => {
      const facts = subject === null ? {} : await this.facts(tx, this.erasures.stored(subject));
      const setback = this.setbackOfFirst(viewer, subject, wish.basis);
      if (setback !== null && this.gate.mayTry(viewer, action)) return this.turnedAway(tx, viewer, 'open', setback);
      const decision = await this.gate.decide(tx, viewer, action, facts, { type: `${action}.open` });
      if (decision.effect !== 'allow' || subject === null) return { kind: 'refused', decision };
      const { erasureId, entry } = await this.erasures.open(tx, viewer, subject, wish.basis);
      return { kind: 'done', erasureId, openings: null, entry };
    });
  }

  async close(viewer: Viewer, erasureId: string): Promise<ErasureOutcome> {
    return this.db.transaction(async (tx): Promise<ErasureOutcome> => {
      const asked = await this.records.findOpen(tx, erasureId);
      const setback = asked === null ? null : setbackOfSecond(viewer, asked);
      if (setback !== null && this.gate.mayTry(viewer, action)) return this.turnedAway(tx, viewer, 'close', setback);
      const facts = asked === null ? {} : await this.facts(tx, asked);
      const decision = await this.gate.decide(tx, viewer, action, facts, { type: `${action}.close` });
      if (asked === null) return this.gate.mayTry(viewer, action) ? { kind: 'absent' } : { kind: 'refused', decision };
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      const { openings, entry } = await this.erasures.close(tx, viewer, asked.id);
      return { kind: 'done', erasureId: asked.id, openings, entry };
    });
  }

  /** Those that wait for a second hand, with what would go; and the last that were done. */
  async list(viewer: Viewer): Promise<ErasuresOutcome> {
    const decision = await this.gate.decideAlone(viewer, 'read_health', {}, { type: 'read_health.erasures', resource: { kind: 'log' } });
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    return this.db.read(async (tx): Promise<ErasuresOutcome> => {
      const waiting: { erasure: ErasureRecord; reach: ErasureReach }[] = [];
      for (const erasure of await this.records.listOpen(tx)) waiting.push({ erasure, reach: await this.records.reachOf(tx, erasure) });
      const done = await this.records.listDone(tx, shownDone);
      return { kind: 'list', waiting, done, mayErase: this.gate.mayTry(viewer, action) };
    });
  }

  /**
   * Whose openings one with that name could ask to have erased. Decided and on the log before anybody is looked for; the name stands there
   * as a commitment. Two words at least, and only people of whom the log still holds openings: it is no way to list a body's people.
   */
  async named(viewer: Viewer, text: string): Promise<SubjectsOutcome> {
    const entry = { type: 'find_person.by_name', resource: { kind: 'log' }, caseRef: text.trim().normalize('NFC') };
    const decision = await this.gate.decideAlone(viewer, 'find_person', {}, entry);
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    if (text.trim().split(/\s+/).length < 2) return { kind: 'shortName' };
    return this.db.read(async (tx): Promise<SubjectsOutcome> => {
      const namesakes = await this.people.named(tx, 'all', text, mostNamesakes);
      const holders = await this.records.holdersAmong(
        tx,
        namesakes.map(({ id }) => id),
      );
      return { kind: 'people', people: namesakes.filter(({ id }) => holders.has(id)).slice(0, mostPeople) };
    });
  }

  private setbackOfFirst(viewer: Viewer, subject: ErasureSubject | null, basis: string): ErasureSetback | null {
    if (subject === null) return 'ONE_SUBJECT';
    if ('personId' in subject && subject.personId === viewer.personId) return 'OWN_TRACES';
    return Object.hasOwn(this.policies.loaded().tables.articles, basis) ? null : 'BASIS_NOT_KNOWN';
  }

  /** The record that is to go, as the rules of deletion read it. Without entries nothing is stated, and what is not stated denies. */
  private async facts(tx: Tx, subject: Pick<ErasureRecord, 'part' | 'subject'>): Promise<Facts> {
    const spans = await this.records.spansOf(tx, subject);
    if (spans.length === 0) return {};
    const holds = await this.papers.listCovering(tx, spans, this.clock.now());
    const limitationEnd = new Date(Math.max(...spans.map(({ to }) => to.getTime())));
    limitationEnd.setUTCMonth(limitationEnd.getUTCMonth() + this.keptMonths());
    return { recording: { id: subject.part, legalHoldIds: holds, limitationEnd: limitationEnd.getTime() } };
  }

  private keptMonths(): number {
    const { limits } = this.policies.loaded().tables as { limits?: { logMonths?: unknown } };
    return typeof limits?.logMonths === 'number' ? limits.logMonths : Number.NaN;
  }

  private async turnedAway(tx: Tx, viewer: Viewer, step: string, why: ErasureSetback): Promise<ErasureOutcome> {
    await this.entries.appendIn(tx, { type: `${action}.refused`, viewer, outcome: 'refused', details: { step, why } });
    return { kind: 'setback', why };
  }
}

function setbackOfSecond(viewer: Viewer, { subject, opened }: ErasureRecord): ErasureSetback | null {
  if (subject === viewer.personId) return 'OWN_TRACES';
  if (opened.personId === viewer.personId) return 'SAME_PERSON';
  return opened.organisationCode === null || opened.organisationCode === viewer.organisationCode ? 'SAME_BODY' : null;
}

function subjectOf({ personId, caseReference }: ErasureWish): ErasureSubject | null {
  const person = personId === null ? null : parseId('per', personId);
  if (person !== null && caseReference === null) return { personId: person };
  const caseRef = caseReference?.trim() ?? '';
  return personId === null && caseRef !== '' ? { caseRef } : null;
}
