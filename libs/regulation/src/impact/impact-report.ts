import { canonicalJson } from '#libs/kernel';
import { sha256Hex } from '../bundle.js';
import type { Effect, PolicyRevision } from '../decision.js';
import type { Change, Direction, ImpactPart } from './impact.js';

export interface BundleName extends Pick<PolicyRevision, 'revision' | 'sequence'> {
  readonly sha256: string;
}

/** How a number of decisions would change, with ids to look at; never facts of persons. */
export interface Tally {
  readonly changed: number;
  readonly wider: number;
  readonly narrower: number;
  readonly samples: readonly string[];
}

export interface Transition extends Tally {
  readonly from: Effect;
  readonly to: Effect;
}

export interface Counted extends Tally {
  /** A rule's id, an organisation's id or a purpose's code; empty where the question named none. */
  readonly key: string;
}

/**
 * What signers sign: how a candidate would have answered past questions otherwise than the bundle in force. Canonical JSON of it
 * is hashed, so it holds whole numbers, ids and codes only, in a fixed order.
 */
export interface ImpactReport {
  readonly format: 1;
  readonly candidate: BundleName;
  readonly against: BundleName;
  readonly decisions: {
    readonly asked: number;
    readonly replayed: number;
    /** Facts erased: they cannot be asked again. */
    readonly erased: number;
    /** RFC 3339 of the oldest and the youngest; null when there was none. */
    readonly from: string | null;
    readonly to: string | null;
    /** Those that the bundle in force answers otherwise than they were answered that day. */
    readonly recordedOtherwise: number;
  };
  readonly changed: number;
  readonly wider: number;
  readonly narrower: number;
  /** Wider ones per million of the replayed. */
  readonly widerPpm: number;
  /** Ids of all that turn into a permission, up to a bound; `opened` counts them all. */
  readonly opened: number;
  readonly openedIds: readonly string[];
  readonly transitions: readonly Transition[];
  readonly rules: readonly Counted[];
  readonly organisations: readonly Counted[];
  readonly purposes: readonly Counted[];
  readonly actions: readonly Counted[];
}

const mostSamples = 10;
const mostOpenedIds = 1_000;

/** Adds up what the thread sends, in the order in which it sends it. */
export class ImpactTally {
  private replayed = 0;
  private recordedOtherwise = 0;
  private readonly total = new Group();
  private readonly openedIds: string[] = [];
  private opened = 0;
  private readonly transitions = new Groups();
  private readonly rules = new Groups();
  private readonly organisations = new Groups();
  private readonly purposes = new Groups();
  private readonly actions = new Groups();

  add(part: ImpactPart): void {
    this.replayed += part.replayed;
    this.recordedOtherwise += part.recordedOtherwise;
    for (const change of part.changes) this.addChange(change);
  }

  report(
    names: Pick<ImpactReport, 'candidate' | 'against'>,
    read: { readonly asked: number; readonly erased: number; readonly from: Date | null; readonly to: Date | null },
  ): ImpactReport {
    const { changed, wider, narrower } = this.total.tally();
    return {
      format: 1,
      ...names,
      decisions: {
        asked: read.asked,
        replayed: this.replayed,
        erased: read.erased,
        from: read.from?.toISOString() ?? null,
        to: read.to?.toISOString() ?? null,
        recordedOtherwise: this.recordedOtherwise,
      },
      changed,
      wider,
      narrower,
      widerPpm: this.replayed === 0 ? 0 : Math.ceil((wider * 1_000_000) / this.replayed),
      opened: this.opened,
      openedIds: [...this.openedIds].sort(),
      transitions: this.transitions.list().map(({ key, ...tally }) => {
        const [from, to] = key.split(' ') as [Effect, Effect];
        return { from, to, ...tally };
      }),
      rules: this.rules.list(),
      organisations: this.organisations.list(),
      purposes: this.purposes.list(),
      actions: this.actions.list(),
    };
  }

  private addChange(change: Change): void {
    const { id, from, to, direction, gained, lost, action, organisationId, purpose } = change;
    this.total.add(id, direction);
    if (to === 'allow' && from !== 'allow') {
      this.opened += 1;
      if (this.openedIds.length < mostOpenedIds) this.openedIds.push(id);
    }
    this.transitions.add(`${from} ${to}`, id, direction);
    for (const rule of new Set([...gained, ...lost])) this.rules.add(rule, id, direction);
    this.organisations.add(organisationId, id, direction);
    this.purposes.add(purpose, id, direction);
    this.actions.add(action, id, direction);
  }
}

class Group {
  private changed = 0;
  private wider = 0;
  private narrower = 0;
  private readonly samples: string[] = [];

  add(id: string, direction: Direction): void {
    this.changed += 1;
    if (direction === 'wider') this.wider += 1;
    if (direction === 'narrower') this.narrower += 1;
    if (this.samples.length < mostSamples) this.samples.push(id);
  }

  tally(): Tally {
    return { changed: this.changed, wider: this.wider, narrower: this.narrower, samples: [...this.samples].sort() };
  }
}

class Groups {
  private readonly byKey = new Map<string, Group>();

  add(key: string, id: string, direction: Direction): void {
    const group = this.byKey.get(key) ?? new Group();
    this.byKey.set(key, group);
    group.add(id, direction);
  }

  list(): Counted[] {
    return [...this.byKey].map(([key, group]) => ({ key, ...group.tally() })).sort((a, b) => (a.key < b.key ? -1 : 1));
  }
}

/** What signers sign. */
export function reportSha256(report: ImpactReport): string {
  return sha256Hex(canonicalJson(report));
}

/** The share as the database keeps it, 0 to 1. */
export const widenedShareOf = ({ widerPpm }: ImpactReport): number => widerPpm / 1_000_000;
