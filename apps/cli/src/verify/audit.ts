import { isHexOf, isSame, isSameAt, toHex } from './codec.js';
import { IdTable } from './id-table.js';
import { readLeaf, type LeafFacts } from './leaf.js';
import { tilePath, tileWidth, type LogFolder } from './log-folder.js';
import { GrowingTree, hashLeaf, hashLength } from './merkle.js';
import { joinTile } from './tile-tree.js';
import type { TrustedCheckpoint } from './trust-policy.js';

/** Something that contradicts the log's promises, at an index. */
export interface Contradiction {
  readonly index: number;
  readonly what: string;
}

export interface AuditReport {
  readonly size: number;
  /** In the order of their indexes; empty when the log is whole. */
  readonly contradictions: readonly Contradiction[];
  readonly producers: ReadonlyMap<string, number>;
  readonly heartbeats: number;
  /** Longest time between two heartbeats, in seconds: the log was silent or stopped then. */
  readonly longestSilenceSeconds: number;
  /** Intents (something was opened) whose outcome is not on the log, with their indexes; the youngest may still be open. */
  readonly openIntents: readonly number[];
}

/** A reader that has seen enough stops: a log with so many faults is not looked at entry by entry. */
const enough = 100;
/** Entries that share a transaction get their index at its commit, so their times may lie a little back. */
const slackMs = 300_000;

/**
 * Rebuilds the whole tree from the entries and holds it against every tile, the root, the producers' numbering and the clock.
 * Needs the entry bundles. Pure reading; the verdict is in the report.
 */
export function auditLog(log: LogFolder, checkpoint: TrustedCheckpoint): AuditReport {
  const { size, origin } = checkpoint;
  const contradictions: Contradiction[] = [];
  const say = (index: number, what: string): void => void contradictions.push({ index, what });
  const tree = new GrowingTree();
  const story = new Story(say);
  const levels: Uint8Array[][] = [];
  let isBent = false;
  for (let tile = 0; tile * tileWidth < size && contradictions.length < enough; tile += 1) {
    const first = tile * tileWidth;
    const width = Math.min(tileWidth, size - first);
    const entries = log.entries(tile, width);
    if (entries === null) {
      say(first, `${tilePath('entries', tile)} is missing or malformed`);
      break;
    }
    const stored = log.hashes(0, tile, width);
    if (stored === null) say(first, `${tilePath(0, tile)} is missing or malformed`);
    const hashes = new Uint8Array(width * hashLength);
    for (const [at, entry] of entries.entries()) {
      const hash = hashLeaf(entry);
      hashes.set(hash, at * hashLength);
      if (stored !== null && !isSameAt(hash, stored, at * hashLength)) {
        isBent = true;
        say(first + at, 'the entry does not hash to its place in the tile');
      }
      const facts = readLeaf(entry, origin);
      if (typeof facts === 'string') say(first + at, `the entry ${facts}`);
      else story.tell(first + at, facts, hash);
    }
    if (width === tileWidth) {
      const root = joinTile(hashes);
      tree.add(root, 8);
      (levels[1] ??= []).push(root);
    } else {
      for (let at = 0; at < width; at += 1) tree.add(hashes.subarray(at * hashLength, (at + 1) * hashLength));
    }
  }
  // Upper tiles and root differ by themselves once an entry does: said too, they would hide its index behind a smaller one.
  if (!isBent && contradictions.length < enough && tree.size === size) {
    checkUpperTiles(log, levels, say);
    if (!isSame(tree.root(), checkpoint.root))
      say(0, `the entries lead to root ${toHex(tree.root())}, the checkpoint of ${size} says ${toHex(checkpoint.root)}`);
  }
  contradictions.sort((a, b) => a.index - b.index);
  return { size, contradictions, ...story.end() };
}

/** Every tile above the leaves, against what the leaves made of it. */
function checkUpperTiles(log: LogFolder, levels: Uint8Array[][], say: (index: number, what: string) => void): void {
  for (let level = 1; (levels[level]?.length ?? 0) > 0; level += 1) {
    const hashes = levels[level] ?? [];
    for (let tile = 0; tile * tileWidth < hashes.length; tile += 1) {
      const own = hashes.slice(tile * tileWidth, (tile + 1) * tileWidth);
      const stored = log.hashes(level, tile, own.length);
      const span = tileWidth ** level;
      if (stored === null) say(tile * tileWidth * span, `${tilePath(level, tile)} is missing or malformed`);
      else
        own.forEach(
          (hash, at) =>
            isSameAt(hash, stored, at * hashLength)
            || say((tile * tileWidth + at) * span, `${tilePath(level, tile)} differs from the tiles below it`),
        );
      if (own.length === tileWidth) {
        const whole = new Uint8Array(tileWidth * hashLength);
        own.forEach((hash, at) => whole.set(hash, at * hashLength));
        (levels[level + 1] ??= []).push(joinTile(whole));
      }
    }
  }
}

const noHash = new Uint8Array(hashLength);

function indexesOf(flags: Uint8Array): number[] {
  const indexes: number[] = [];
  for (let at = flags.indexOf(1); at !== -1; at = flags.indexOf(1, at + 1)) indexes.push(at);
  return indexes;
}

/** What the entries say about each other: numbering, times, heartbeats, intents and outcomes. */
class Story {
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

  end(): Omit<AuditReport, 'size' | 'contradictions'> {
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
