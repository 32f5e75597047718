import { Injectable } from '@nestjs/common';
import { LogReader, type EntryFilter, type EntryScope, type LoggedEntry } from '#libs/audit';
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

export type ExportAdmission =
  | {
      readonly kind: 'admitted';
      readonly decision: RecordedDecision;
      readonly scope: Exclude<EntryScope, 'everything'>;
      readonly papers: InspectionPapers;
    }
  | { readonly kind: 'refused'; readonly decision: RecordedDecision };

/** The entry by which a request begins; it says whose request it is. */
const submission = 'submit_request.submit';

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
    if (!this.inspects(viewer) || asksOwnBody) return this.toOwn(viewer, filter.requestId ?? null, entry);
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, this.clock.now()));
    return this.underPapers(viewer, papers, await this.targetOf(papers, filter), filter.requestId ?? null, entry);
  }

  /**
   * For an export: an inspector within the inspection decision, nobody else, and nothing of the inspectors' own. The entry of this
   * decision is the intent that the outcome of the export closes.
   */
  async toExport(viewer: Viewer, filter: EntryFilter, entry: ReadEntry): Promise<ExportAdmission> {
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, this.clock.now()));
    const admission = await this.underPapers(viewer, papers, await this.targetOf(papers, filter), filter.requestId ?? null, entry);
    if (admission.kind === 'refused' || papers === null || admission.scope === 'everything')
      return { kind: 'refused', decision: admission.decision };
    return { kind: 'admitted', decision: admission.decision, scope: admission.scope, papers };
  }

  /** For one entry: the same, with its body (or the body whose request it belongs to) and its time as the target. */
  async toEntry(viewer: Viewer, found: LoggedEntry | null, entry: ReadEntry): Promise<Admission> {
    const requestId = found?.leaf.request ?? null;
    if (found === null || !this.inspects(viewer) || found.leaf.org === viewer.organisationCode) return this.toOwn(viewer, requestId, entry);
    const papers = await this.db.read((tx) => this.papers.findFor(tx, viewer, this.clock.now()));
    const bodies = [found.leaf.org, await this.submitterOf(requestId)].filter((code) => code !== undefined);
    const code = bodies.find((each) => papers?.inspected.some((body) => body.code === each) === true) ?? bodies[0];
    if (code === undefined) return this.toOwn(viewer, requestId, entry);
    const at = new Date(found.leaf.at);
    return this.underPapers(viewer, papers, { organisationIds: [await this.idOf(code)], from: at, to: at }, requestId, entry);
  }

  private inspects(viewer: Viewer): boolean {
    return this.abilities.mayTry(viewer, ['inspect']);
  }

  /**
   * Own acts, and what happened to the requests of one's own body. Colleagues of an inspectorate see what their body read instead,
   * so that nobody inspects unseen (IN-09).
   * @param requestId the only request that is asked about, or null
   */
  private async toOwn(viewer: Viewer, requestId: string | null, entry: ReadEntry): Promise<Admission> {
    const decision = await this.gate.decideAlone(viewer, 'read_own_entries', {}, entry);
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const own = [viewer.organisationCode];
    const inspects = this.inspects(viewer);
    const scope: EntryScope = inspects
      ? { organisationCodes: own, actorId: viewer.personId }
      : { organisationCodes: [], requestIds: await this.requestsOf({ organisationCodes: own }, requestId), actorId: viewer.personId };
    return { kind: 'admitted', decision, scope, sight: { namesOf: new Set(own), leaves: inspects } };
  }

  /** The youngest hundred requests submitted in the scope, by the log itself; or the one asked about, if it is among them. */
  private async requestsOf(scope: EntryScope, requestId: string | null): Promise<string[]> {
    const { entries } = await this.log.page(scope, { type: submission, requestId }, 100);
    return [...new Set(entries.flatMap(({ leaf }) => (leaf.request === undefined ? [] : [leaf.request])))];
  }

  private async submitterOf(requestId: string | null): Promise<string | undefined> {
    if (requestId === null) return undefined;
    return (await this.log.page('everything', { type: submission, requestId }, 1)).entries[0]?.leaf.org;
  }

  /**
   * The bodies and the period that both the question and the papers name; and of the requests of these bodies also what others and
   * the house's own processes did with them (deliveries, expiry), so that a chain is whole. Only the bodies' own people are named.
   */
  private async underPapers(
    viewer: Viewer,
    papers: InspectionPapers | null,
    target: InspectionTarget,
    requestId: string | null,
    entry: ReadEntry,
  ): Promise<Admission> {
    const details = papers === null ? entry.details : { ...entry.details, inspection: papers.decisionNo };
    const decision = await this.gate.decideAlone(viewer, 'inspect', inspectionFacts(papers, target), {
      ...entry,
      ...(details === undefined ? {} : { details }),
    });
    if (decision.effect !== 'allow' || papers === null) return { kind: 'refused', decision };
    const wanted = new Set(target.organisationIds);
    const codes = papers.inspected.filter(({ id }) => wanted.has(id)).map(({ code }) => code);
    const scope = { organisationCodes: codes, from: papers.periodFrom, to: papers.periodTo };
    return {
      kind: 'admitted',
      decision,
      scope: {
        ...scope,
        requestIds: await this.requestsOf(scope, requestId),
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
