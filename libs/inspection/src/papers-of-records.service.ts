import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { AbilityChecker } from '#libs/identity';
import { Clock, type Viewer } from '#libs/kernel';
import { Gate, InspectedRecords, type DecisionEntry, type InspectedOutcome, type InspectedRecord } from '#libs/regulation';
import { inspectionFacts } from './inspection.facts.js';
import { PapersRepository } from './papers.repository.js';

/** Answers for the house's records of decisions what `LogAccess` answers for the log: nothing outside an inspection decision. */
@Injectable()
export class PapersOfRecords extends InspectedRecords {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly abilities: AbilityChecker,
    private readonly papers: PapersRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  inspects(viewer: Viewer): boolean {
    return this.abilities.mayTry(viewer, ['inspect']);
  }

  async open(viewer: Viewer, record: InspectedRecord | null, entry: DecisionEntry): Promise<InspectedOutcome> {
    const now = this.clock.now();
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, now));
    const inspected = papers?.inspected.map(({ id }) => id) ?? [];
    const end = papers === null || papers.periodTo > now ? now : papers.periodTo;
    const target =
      record === null
        ? { organisationIds: inspected, from: papers?.periodFrom ?? now, to: end }
        : { organisationIds: [record.organisationId], from: record.at, to: record.at };
    const decision = await this.gate.decideAlone(viewer, 'inspect', inspectionFacts(papers, target), {
      ...entry,
      ...(papers === null ? {} : { details: { ...entry.details, inspection: papers.decisionNo } }),
    });
    if (decision.effect !== 'allow' || papers === null) return { kind: 'refused', decision };
    return { kind: 'open', decision, organisationIds: inspected, from: papers.periodFrom, to: end };
  }
}
