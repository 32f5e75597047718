import { Injectable } from '@nestjs/common';
import { LogReader } from '#libs/audit';
import { Database } from '#libs/database';
import { Organisations } from '#libs/identity';
import { parseId, type DecisionId, type Viewer } from '#libs/kernel';
import { DecisionFactsRepository, type DecisionRecord } from './decision-facts.repository.js';
import type { DecisionEntry } from './gate.service.js';
import { InspectedRecords } from './inspected-records.js';

/** What the log says of a decision; nobody can rewrite it unseen. */
export interface LoggedDecision {
  readonly organisationCode: string | null;
  readonly factsDigest: string | null;
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

  inspects(viewer: Viewer): boolean {
    return this.records.inspects(viewer);
  }

  /**
   * Whether the viewer's inspection decision opens this record; the asking is recorded whichever way it goes. Whose record it is
   * says the log; the erasable facts are believed only until the entry can be found.
   */
  async isOpenTo(viewer: Viewer, record: DecisionRecord, entry: DecisionEntry): Promise<boolean> {
    const organisationId = await this.organisationOf(record);
    if (organisationId === null) return false;
    return (await this.records.open(viewer, { organisationId, at: record.decidedAt }, entry)).kind === 'open';
  }

  private async organisationOf(record: DecisionRecord): Promise<string | null> {
    const code = (await this.loggedAs(record))?.organisationCode ?? null;
    if (code !== null) return (await this.db.read((tx) => this.organisations.findByCode(tx, code)))?.id ?? null;
    const stated = record.facts?.viewer?.orgId;
    return typeof stated === 'string' ? stated : null;
  }
}

/** What the log names as looked at: only ids of the right form get there. */
export function decisionResource(id: string): { readonly kind: 'decision'; readonly id?: DecisionId } {
  const decisionId = parseId('dec', id);
  return { kind: 'decision', ...(decisionId === null ? {} : { id: decisionId }) };
}
