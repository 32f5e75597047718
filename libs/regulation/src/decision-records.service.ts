import { Injectable } from '@nestjs/common';
import { LogReader } from '#libs/audit';
import { Database } from '#libs/database';
import { Organisations } from '#libs/identity';
import { instantOfId, parseId, type DecisionId, type EntryId, type Viewer } from '#libs/kernel';
import { DecisionFactsRepository, type DecisionRecord } from './decision-facts.repository.js';
import type { DecisionEntry } from './gate.service.js';
import { InspectedRecords } from './inspected-records.js';

/** What the log says of a decision; nobody can rewrite it unseen. */
export interface LoggedDecision {
  readonly organisationCode: string | null;
  readonly factsDigest: string | null;
}

/** A decision that the log names and of which nothing else is kept. */
export interface LostDecision extends LoggedDecision {
  readonly decisionId: DecisionId;
  readonly entryId: EntryId;
  readonly at: Date;
  /** What the entry is of. */
  readonly type: string;
  readonly outcome: string;
  readonly policySha256: string | null;
}

/** Past decisions and who may look at them as an inspector. */
@Injectable()
export class DecisionRecords {
  constructor(
    private readonly db: Database,
    private readonly facts: DecisionFactsRepository,
    private readonly log: LogReader,
    private readonly organisations: Organisations,
    private readonly records: InspectedRecords,
  ) {}

  /** null for an id of another form too. */
  async find(id: string): Promise<DecisionRecord | null> {
    const decisionId = parseId('dec', id);
    return decisionId === null ? null : this.facts.find(decisionId);
  }

  /** null while the entry is not searchable yet. */
  async loggedAs({ decision, decidedAt }: DecisionRecord): Promise<LoggedDecision | null> {
    const entry = await this.log.findByDecision(decision.id, decidedAt);
    if (entry === null) return null;
    const { org, facts } = entry.leaf;
    return { organisationCode: org ?? null, factsDigest: facts === undefined ? null : `sha256:${facts}` };
  }

  /**
   * For an id without a record: what the log has of it. Record and entry become durable together and erasing leaves the record, so a
   * decision that only the log knows has lost its record. null when the log does not know it either.
   */
  async findLost(id: string): Promise<LostDecision | null> {
    const decisionId = parseId('dec', id);
    const decidedAt = decisionId === null ? null : instantOfId(decisionId);
    const entry = decisionId === null || decidedAt === null ? null : await this.log.findByDecision(decisionId, decidedAt);
    if (decisionId === null || entry === null) return null;
    const { org, facts, t, outcome, policy } = entry.leaf;
    return {
      decisionId,
      entryId: entry.entryId,
      at: entry.acceptedAt,
      type: t,
      outcome,
      policySha256: policy ?? null,
      organisationCode: org ?? null,
      factsDigest: facts === undefined ? null : `sha256:${facts}`,
    };
  }

  inspects(viewer: Viewer): boolean {
    return this.records.inspects(viewer);
  }

  /**
   * Whether the viewer's inspection decision opens this record; the asking is recorded whichever way it goes. Whose record it is
   * says the log; the erasable facts are believed only until the entry can be found.
   */
  async isOpenTo(viewer: Viewer, record: DecisionRecord, entry: DecisionEntry): Promise<boolean> {
    return this.opens(viewer, await this.organisationOf(record), record.decidedAt, entry);
  }

  /** The same for a decision without a record: whose it is says the log alone. */
  async isLostOpenTo(viewer: Viewer, { organisationCode, at }: LostDecision, entry: DecisionEntry): Promise<boolean> {
    return this.opens(viewer, organisationCode === null ? null : await this.idOf(organisationCode), at, entry);
  }

  private async opens(viewer: Viewer, organisationId: string | null, at: Date, entry: DecisionEntry): Promise<boolean> {
    if (organisationId === null) return false;
    return (await this.records.open(viewer, { organisationId, at }, entry)).kind === 'open';
  }

  private async idOf(organisationCode: string): Promise<string | null> {
    return (await this.db.read((tx) => this.organisations.findByCode(tx, organisationCode)))?.id ?? null;
  }

  private async organisationOf(record: DecisionRecord): Promise<string | null> {
    const code = (await this.loggedAs(record))?.organisationCode ?? null;
    if (code !== null) return this.idOf(code);
    const stated = record.facts?.viewer?.orgId;
    return typeof stated === 'string' ? stated : null;
  }
}

/** What the log names as looked at: only ids of the right form get there. */
export function decisionResource(id: string): { readonly kind: 'decision'; readonly id?: DecisionId } {
  const decisionId = parseId('dec', id);
  return { kind: 'decision', ...(decisionId === null ? {} : { id: decisionId }) };
}
