import { isHexOf } from './codec.js';
import { IdTable } from './id-table.js';
import type { LeafFacts } from './leaf.js';
import { hashLength } from './merkle.js';

/** What the entries told all together. */
export interface Told {
  readonly producers: ReadonlyMap<string, number>;
  readonly heartbeats: number;
  /** Longest time between two heartbeats, in seconds: the log was silent or stopped then. */
  readonly longestSilenceSeconds: number;
  /** Intents (something was opened) whose outcome is not on the log, with their indexes; the youngest may still be open. */
  readonly openIntents: readonly number[];
}

/** Entries that share a transaction get their index at its commit, so their times may lie a little back. */
const slackMs = 300_000;

const noHash = new Uint8Array(hashLength);

function indexesOf(flags: Uint8Array): number[] {
  const indexes: number[] = [];
  for (let at = flags.indexOf(1); at !== -1; at = flags.indexOf(1, at + 1)) indexes.push(at);
  return indexes;
}

/** What the entries say about each other: numbering, times, heartbeats, intents and outcomes. */
export class Story {
  private readonly ids = new IdTable();
  /** Of each producer, by lane. */
  private readonly heads = new Map<string, Map<string, { readonly pseq: number; readonly hash: Uint8Array }>>();
  private readonly counts = new Map<string, number>();
  /** Whether the entry at an index is an intent without outcome. */
  private isOpen = new Uint8Array(1_024);
  private latest = -Infinity;
  private lastHeartbeat: number | null = null;
  private heartbeats = 0;
  private longestSilence = 0;

  constructor(private readonly say: (index: number, what: string) => void) {}

  tell(index: number, leaf: LeafFacts, hash: Uint8Array): void {
    if (!this.ids.add(leaf.id, index)) this.say(index, `entry ${leaf.id} stands twice on the log`);
    this.counts.set(leaf.producer, (this.counts.get(leaf.producer) ?? 0) + 1);
    this.follow(index, leaf, hash);
    if (leaf.at < this.latest - slackMs)
      this.say(index, `its time lies ${Math.round((this.latest - leaf.at) / 1_000)} s before an earlier entry's: a clock was set back`);
    this.latest = Math.max(this.latest, leaf.at);
    if (leaf.type === 'log.heartbeat') {
      this.heartbeats += 1;
      if (this.lastHeartbeat !== null) this.longestSilence = Math.max(this.longestSilence, leaf.at - this.lastHeartbeat);
      this.lastHeartbeat = leaf.at;
    }
    if (leaf.outcome === 'allowed' && (leaf.type.endsWith('.open') || leaf.type.endsWith('.intent'))) this.open(index);
    const intent = leaf.intent !== null && /\.(close|done|failed)$/.test(leaf.type) ? this.ids.indexOf(leaf.intent) : null;
    if (intent !== null) this.isOpen[intent] = 0;
  }

  /** Grows with what is read: a size is only what a checkpoint claims. */
  private open(index: number): void {
    if (index >= this.isOpen.length) {
      const wider = new Uint8Array(Math.max(index + 1, this.isOpen.length * 2));
      wider.set(this.isOpen);
      this.isOpen = wider;
    }
    this.isOpen[index] = 1;
  }

  end(): Told {
    return {
      producers: this.counts,
      heartbeats: this.heartbeats,
      longestSilenceSeconds: Math.round(this.longestSilence / 1_000),
      openIntents: indexesOf(this.isOpen),
    };
  }

  /** A producer numbers its entries, lane by lane, 1, 2, 3… and names the hash of the one before: none can be left out, swapped or exchanged. */
  private follow(index: number, { producer, lane, pseq, prev }: LeafFacts, hash: Uint8Array): void {
    if (pseq === null) return;
    let chains = this.heads.get(producer);
    if (chains === undefined) this.heads.set(producer, (chains = new Map()));
    const head = chains.get(lane ?? '');
    const expected = (head?.pseq ?? 0) + 1;
    if (pseq !== expected) this.say(index, `${producer} (${lane ?? ''}) numbers it ${pseq}, ${expected} was due`);
    else if (!isHexOf(prev ?? '', head?.hash ?? noHash))
      this.say(index, `${producer} (${lane ?? ''}) names another predecessor than its entry ${pseq - 1}`);
    chains.set(lane ?? '', { pseq, hash });
  }
}
