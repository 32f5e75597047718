import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, type Viewer } from '#libs/kernel';
import { LogReleases } from '#libs/audit';
import { EmergencyStore } from './emergency/emergency-store.js';
import { evaluateClasses, evaluateEach, type Question } from './decider.js';
import type { Facts } from './gate.service.js';
import { heldByLog } from './log-holds.js';
import { ObligationRegistry } from './obligations.js';
import type { CameraFacts, RequestFacts } from './policy-input.js';
import { PolicyStore } from './policy-store.js';
import { viewerFacts } from './viewer-facts.js';

/**
 * What is asked about many cameras at once. A list asks whether a camera may be told of (`allow`). A finder asks for footage:
 * could this person open it, or ask for it, if the papers were in order (`allow` or `needs_approval`)? Such an answer opens nothing.
 */
export interface ManyQuestion {
  readonly action: string;
  /** For footage: the purpose. The papers that are taken for granted stand in the bundle (`tables/classes.json`). */
  readonly purposeCode: string | null;
  /** For footage: only what is open at once, with obligations that are kept here; not what one could ask for. */
  readonly openNow?: boolean;
}

/** Same order as what was asked. */
export interface ManyAnswer {
  readonly open: readonly boolean[];
  /** Milliseconds: ask again then. */
  readonly validUntil: number;
}

const closed = (count: number): ManyAnswer => ({ open: new Array<boolean>(count).fill(false), validUntil: Number.MAX_SAFE_INTEGER });
/** One question about this many at a time: a synchronous evaluation holds the event loop. */
const atATime = 200;

/** Answers about classes of cameras, and about single ones by the same rules. Records nothing and must open nothing. */
@Injectable()
export class ClassGate {
  constructor(
    private readonly policies: PolicyStore,
    private readonly obligations: ObligationRegistry,
    private readonly clock: Clock,
    private readonly emergency: EmergencyStore,
    private readonly releases: LogReleases,
  ) {}

  /** Names everything that an answer depends on beside the cameras; it changes with the bundle, the viewer's rights and the question. */
  keyOf(viewer: Viewer, question: ManyQuestion): string {
    return `${this.policies.current().bundle.sha256} ${this.emergency.key} ${this.holdOn(question)} ${viewer.version} ${canonicalJson([question.action, question.purposeCode, question.openNow === true, viewerFacts(viewer)])}`;
  }

  /** What the rules may read of a camera for this action; null when the bundle answers no such question about classes. */
  attributesOf(action: string): readonly string[] | null {
    const { actions } = this.policies.current().tables.classes;
    return Object.hasOwn(actions, action) ? (actions[action] ?? null) : null;
  }

  /** Footage that a finder may filter by. */
  finderActions(): readonly string[] {
    return Object.keys(this.policies.current().tables.classes.finder).sort();
  }

  /**
   * Each tuple is asked about once, cut down to what the action's rules read. Names that the question does not mention are all
   * the same to the rules (checked by policies/tools/class-path.mjs), so tuples that differ only in them are one question too.
   */
  answerClasses(viewer: Viewer, question: ManyQuestion, tuples: readonly CameraFacts[]): ManyAnswer {
    if (this.emergency.refusal(viewer, question.action, {}) !== null || this.holdOn(question) !== '') return closed(tuples.length);
    const attributes = this.attributesOf(question.action);
    const papers = this.papersFor(viewer, question);
    if (attributes === null || papers === null || !this.mayTry(viewer, question.action)) return closed(tuples.length);
    const { opaque } = this.policies.current().tables.classes;
    const projection = new Projection(attributes, opaque, textsIn([viewerFacts(viewer), papers]));
    const keys = tuples.map((tuple) => projection.keyOf(tuple));
    const distinct = [...new Set(keys)].sort();
    const asked = distinct.map((key) => projection.tupleOf(key));
    // A class has no id; where an act needs one stated, every class has the same, as in policies/gate/list.rego.
    const answer = isStrict(question)
      ? this.decisions(
          viewer,
          question,
          papers,
          asked.map((tuple) => ({ id: 'class', ...tuple })),
        )
      : this.effects(viewer, question, papers, asked);
    const openKeys = new Set(distinct.filter((_, i) => answer.open[i] === true));
    return { open: keys.map((key) => openKeys.has(key)), validUntil: answer.validUntil };
  }

  /** Full facts, each camera by itself: the word that counts when it differs from that of the class. @param own further papers */
  answerCameras(viewer: Viewer, question: ManyQuestion, cameras: readonly CameraFacts[], own: Facts | null = null): ManyAnswer {
    const papers = own === null ? this.papersFor(viewer, question) : [own];
    if (papers === null || this.holdOn(question, own) !== '' || !this.mayTry(viewer, question.action)) return closed(cameras.length);
    const said =
      question.openNow === true ? this.decisions(viewer, question, papers, cameras) : this.effects(viewer, question, papers, cameras);
    const isBarred = (camera: CameraFacts): boolean => this.emergency.refusal(viewer, question.action, { camera }) !== null;
    return { ...said, open: cameras.map((camera, i) => said.open[i] === true && !isBarred(camera)) };
  }

  /** Cameras that no list shows and no page tells of, whatever their class says. */
  barredCameras(): readonly string[] {
    return this.emergency.barred().cameras;
  }

  /** Distinct facts that the classes of an answer come down to, for the record of what was decided on. */
  factsOf(action: string, tuples: readonly CameraFacts[]): CameraFacts[] {
    const projection = new Projection(this.attributesOf(action) ?? [], [], null);
    return [...new Set(tuples.map((tuple) => projection.keyOf(tuple)))].sort().map((key) => projection.tupleOf(key));
  }

  /**
   * Why the log would hold back what is asked to be opened at once (POL-15), or nothing; what one could ask for stays askable.
   * @param own papers of a grant: an emergency's goes on
   */
  private holdOn(question: ManyQuestion, own: Facts | null = null): string {
    const { last } = this.releases;
    if (question.openNow !== true || last === null) return '';
    return heldByLog(this.policies.current().tables, last, { ...own, action: question.action })?.message ?? '';
  }

  private mayTry(viewer: Viewer, action: string): boolean {
    return this.policies.current().abilities.mayTry(viewer.role, action);
  }

  /** One set of facts a paper that may be taken for granted; null when the bundle names none for that footage. */
  private papersFor(viewer: Viewer, { action, purposeCode }: ManyQuestion): Facts[] | null {
    if (purposeCode === null) return [{}];
    const { finder } = this.policies.current().tables.classes;
    const rows = Object.hasOwn(finder, action) ? finder[action] : undefined;
    if (rows === undefined) return null;
    const now = this.clock.nowMs();
    const requester = {
      userId: viewer.personId,
      orgId: viewer.organisationId,
      orgKind: viewer.organisationKind,
      unitId: viewer.unitId,
      functions: viewer.functions,
    };
    return rows.map((row) => {
      const paper = row as RequestFacts;
      const dated =
        paper.writtenRequest === undefined || paper.writtenRequest === null
          ? {}
          : { writtenRequest: { ...paper.writtenRequest, date: now } };
      return { request: { ...paper, ...dated, requester, purposeCode } };
    });
  }

  private questionOf(viewer: Viewer, { action }: ManyQuestion, facts: Facts): Omit<Question, 'camera' | 'cameras'> {
    return { ...facts, action, asOf: this.clock.nowMs(), viewer: viewerFacts(viewer) };
  }

  /** Whole decisions: a list of classes stands under its obligations, too. */
  private decisions(viewer: Viewer, question: ManyQuestion, papers: readonly Facts[], classes: readonly CameraFacts[]): ManyAnswer {
    const policy = this.policies.current();
    return anyOf(classes, papers, (facts, closed) =>
      inParts(closed, (part) => {
        const answers = evaluateEach(policy, this.questionOf(viewer, question, facts), part);
        return {
          open: answers.map(({ effect, obligations }) => effect === 'allow' && this.obligations.unenforceable(obligations).length === 0),
          validUntil: Math.min(...answers.map((one) => one.validUntil)),
        };
      }),
    );
  }

  /** Effects alone: a third of the work. Footage is asked for, not opened, so `needs_approval` counts there. */
  private effects(viewer: Viewer, question: ManyQuestion, papers: readonly Facts[], cameras: readonly CameraFacts[]): ManyAnswer {
    const policy = this.policies.current();
    const counts = isStrict(question) ? (['allow'] as const) : (['allow', 'needs_approval'] as const);
    return anyOf(cameras, papers, (facts, closed) =>
      inParts(closed, (part) => evaluateClasses(policy, this.questionOf(viewer, question, facts), part, counts)),
    );
  }
}

/** Only a whole permission will do. */
const isStrict = ({ purposeCode, openNow }: ManyQuestion): boolean => purposeCode === null || openNow === true;

function inParts<T>(items: readonly T[], answer: (part: readonly T[]) => ManyAnswer): ManyAnswer {
  const parts: ManyAnswer[] = [];
  for (let from = 0; from < items.length; from += atATime) parts.push(answer(items.slice(from, from + atATime)));
  return {
    open: parts.flatMap(({ open }) => open),
    validUntil: parts.reduce((least, { validUntil }) => Math.min(least, validUntil), Number.MAX_SAFE_INTEGER),
  };
}

/** Open when one of the papers opens it; under the next paper only what is still closed is asked about. */
function anyOf(
  cameras: readonly CameraFacts[],
  papers: readonly Facts[],
  answer: (facts: Facts, part: readonly CameraFacts[]) => ManyAnswer,
): ManyAnswer {
  const open = new Array<boolean>(cameras.length).fill(false);
  let validUntil = Number.MAX_SAFE_INTEGER;
  let asked = cameras.map((camera, at) => ({ camera, at }));
  for (const facts of papers) {
    if (asked.length === 0) break;
    const said = answer(
      facts,
      asked.map(({ camera }) => camera),
    );
    validUntil = Math.min(validUntil, said.validUntil);
    for (const [i, { at }] of asked.entries()) if (said.open[i] === true) open[at] = true;
    asked = asked.filter(({ at }) => open[at] !== true);
  }
  return { open, validUntil };
}

/** Tuples cut down to what the rules read, as text: equal texts are one question. */
class Projection {
  private readonly names: readonly string[];
  private readonly opaque: ReadonlySet<string>;

  /** @param mentioned texts of the question; null keeps every name apart */
  constructor(
    attributes: readonly string[],
    opaque: readonly string[],
    private readonly mentioned: ReadonlySet<string> | null,
  ) {
    this.names = [...attributes].sort();
    this.opaque = new Set(mentioned === null ? [] : opaque);
  }

  keyOf(tuple: CameraFacts): string {
    const facts: Readonly<Record<string, unknown>> = { ...tuple };
    return JSON.stringify(this.names.map((name) => this.cut(name, facts[name])));
  }

  private cut(name: string, value: unknown): unknown {
    if (typeof value !== 'string' || value === '' || !this.opaque.has(name) || this.mentioned?.has(value) !== false) return value ?? null;
    return `another ${name}`;
  }

  tupleOf(key: string): CameraFacts {
    const values = JSON.parse(key) as unknown[];
    return Object.fromEntries(this.names.map((name, i) => [name, values[i]]).filter(([, value]) => value !== null)) as CameraFacts;
  }
}

/** Every text anywhere in the question. */
function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value) as unknown[]) textsIn(inner, found);
  return found;
}
