import { Injectable } from '@nestjs/common';
import { LogReader, type EntryFilter, type EntryScope, type InspectionRef, type LoggedEntry } from '#libs/audit';
import { Database } from '#libs/database';
import { AbilityChecker, Organisations } from '#libs/identity';
import { Clock, type Viewer } from '#libs/kernel';
import { Gate, type DecisionEntry, type RecordedDecision } from '#libs/regulation';
import { inspectionFacts, type InspectionTarget } from './inspection.facts.js';
import { PapersRepository, type InspectionPapers } from './papers.repository.js';

/** How much of an entry in scope is shown. */
export interface Sight {
  /** Bodies whose people and cases are named, beside the viewer's own acts. */
  readonly namesOf: ReadonlySet<string>;
  /** The hashed text itself, of every entry in scope. */
  readonly leaves: boolean;
}

export type Admission =
  | { readonly kind: 'admitted'; readonly decision: RecordedDecision; readonly scope: EntryScope; readonly sight: Sight }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

/** What lies under an inspection decision: the database narrows by it too. */
type PapersScope = Exclude<EntryScope, 'everything'> & { readonly inspection: InspectionRef };

type PapersAdmission =
  | { readonly kind: 'admitted'; readonly decision: RecordedDecision; readonly scope: PapersScope; readonly sight: Sight }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

export type ExportAdmission =
  | {
      readonly kind: 'admitted';
      readonly decision: RecordedDecision;
      readonly scope: PapersScope;
      readonly papers: InspectionPapers;
    }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

type ReadEntry = Pick<DecisionEntry, 'type' | 'resource' | 'details' | 'caseRef'> & {
  readonly type: 'audit.query' | 'audit.proof' | 'audit.export.intent';
};

/**
 * Who may read which part of the log. Every answer is a decision of the gate, committed as an entry before it is given:
 * nobody has read anything when this resolves, and whoever reads afterwards is on the log already.
 */
@Injectable()
export class LogAccess {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly abilities: AbilityChecker,
    private readonly organisations: Organisations,
    private readonly papers: PapersRepository,
    private readonly log: LogReader,
    private readonly clock: Clock,
  ) {}

  /** For a search: an inspector within the inspection decision, everybody else within their own acts and their body's requests. */
  async toSearch(viewer: Viewer, filter: EntryFilter, entry: ReadEntry): Promise<Admission> {
    const asksOwnBody = filter.organisationCode === viewer.organisationCode;
    if (!this.inspects(viewer) || asksOwnBody) return this.toOwn(viewer, entry);
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, this.clock.now()));
    return this.underPapers(viewer, papers, await this.targetOf(papers, filter), entry);
  }

  /**
   * For an export: an inspector within the inspection decision, nobody else, and nothing of the inspectors' own. The entry of this
   * decision is the intent that the outcome of the export closes.
   */
  async toExport(viewer: Viewer, filter: EntryFilter, entry: ReadEntry): Promise<ExportAdmission> {
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, this.clock.now()));
    const admission = await this.underPapers(viewer, papers, await this.targetOf(papers, filter), entry);
    if (admission.kind === 'refused' || papers === null) return { kind: 'refused', decision: admission.decision };
    return { kind: 'admitted', decision: admission.decision, scope: admission.scope, papers };
  }

  /** For one entry: the same, with its body (or the body whose request it belongs to) and its time as the target. */
  async toEntry(viewer: Viewer, found: LoggedEntry | null, entry: ReadEntry): Promise<Admission> {
    if (found === null || !this.inspects(viewer) || found.leaf.org === viewer.organisationCode) return this.toOwn(viewer, entry);
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, this.clock.now()));
    const bodies = [found.leaf.org, await this.requestingBody(found)].filter((code) => code !== undefined);
    const code = bodies.find((each) => papers?.inspected.some((body) => body.code === each) === true) ?? bodies[0];
    if (code === undefined) return this.toOwn(viewer, entry);
    const at = new Date(found.leaf.at);
    return this.underPapers(viewer, papers, { organisationIds: [await this.idOf(code)], from: at, to: at }, entry);
  }

  private inspects(viewer: Viewer): boolean {
    return this.abilities.mayTry(viewer, ['inspect']);
  }

  /**
   * Own acts, and what happened to the requests of one's own body. Colleagues of an inspectorate see what their body read instead,
   * so that nobody inspects unseen (IN-09).
   */
  private async toOwn(viewer: Viewer, entry: ReadEntry): Promise<Admission> {
    const decision = await this.gate.decideAlone(viewer, 'read_own_entries', {}, entry);
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const own = [viewer.organisationCode];
    const inspects = this.inspects(viewer);
    const scope: EntryScope = inspects
      ? { organisationCodes: own, actorId: viewer.personId }
      : { organisationCodes: [], requestsOf: own, actorId: viewer.personId };
    return { kind: 'admitted', decision, scope, sight: { namesOf: new Set(own), leaves: inspects } };
  }

  private async requestingBody({ leaf }: LoggedEntry): Promise<string | undefined> {
    return leaf.request === undefined ? undefined : ((await this.log.requestingBody(leaf.request)) ?? undefined);
  }

  /**
   * The bodies and the period that both the question and the papers name; and of the requests of these bodies also what others and
   * the house's own processes did with them in the period (deliveries, expiry), whenever they were asked, so that a chain is whole. Only
   * the bodies' own people are named.
   */
  private async underPapers(
    viewer: Viewer,
    papers: InspectionPapers | null,
    target: InspectionTarget,
    entry: ReadEntry,
  ): Promise<PapersAdmission> {
    const details = papers === null ? entry.details : { ...entry.details, inspection: papers.decisionNo };
    const decision = await this.gate.decideAlone(viewer, 'inspect', inspectionFacts(papers, target), {
      ...entry,
      ...(details === undefined ? {} : { details }),
    });
    if (decision.effect !== 'allow' || papers === null) return { kind: 'refused', decision };
    const wanted = new Set(target.organisationIds);
    const codes = papers.inspected.filter(({ id }) => wanted.has(id)).map(({ code }) => code);
    return {
      kind: 'admitted',
      decision,
      scope: {
        organisationCodes: codes,
        requestsOf: codes,
        from: papers.periodFrom,
        to: papers.periodTo,
        inspection: { decisionId: papers.id, personId: viewer.personId, at: this.clock.now() },
      },
      sight: { namesOf: new Set(codes), leaves: true },
    };
  }

  private async targetOf(papers: InspectionPapers | null, filter: EntryFilter): Promise<InspectionTarget> {
    const now = this.clock.now();
    const organisationIds =
      filter.organisationCode === undefined || filter.organisationCode === null
        ? (papers?.inspected.map(({ id }) => id) ?? [])
        : [await this.idOf(filter.organisationCode)];
    const end = papers === null || papers.periodTo > now ? now : papers.periodTo;
    return { organisationIds, from: filter.from ?? papers?.periodFrom ?? now, to: filter.to ?? end };
  }

  /** A code that nobody has stays as it is: no scope names it. */
  private async idOf(code: string): Promise<string> {
    const organisation = await this.db.read((tx) => this.organisations.findByCode(tx, code));
    return organisation?.id ?? code;
  }
}
