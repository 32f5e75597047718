import type { ListedAnchor } from './anchor.js';
import { Anchored, type AnchorReport } from './anchored.js';
import { isSame, isSameAt, toHex } from './codec.js';
import { readLeaf } from './leaf.js';
import { tilePath, tileWidth, type LogFolder } from './log-folder.js';
import { GrowingTree, hashLeaf, hashLength, type Hash } from './merkle.js';
import type { Checkpoint } from './note.js';
import { Story, type Told } from './story.js';
import { joinTile } from './tile-tree.js';
import type { TrustedCheckpoint } from './trust-policy.js';

/** Something that contradicts the log's promises, at an index. */
export interface Contradiction {
  readonly index: number;
  readonly what: string;
}

export interface AuditReport extends Told {
  readonly size: number;
  /** In the order of their indexes; empty when the log is whole. */
  readonly contradictions: readonly Contradiction[];
  /** null where the log is too broken for its anchors to be looked at. */
  readonly anchors: AnchorReport | null;
}

/** A log read from its first entry to its last, so that somebody can go on from there. */
export interface RebuiltLog {
  readonly contradictions: Contradiction[];
  readonly tree: GrowingTree;
  /** What it hears later contradicts into the same list. */
  readonly story: Story;
}

/** A reader that has seen enough stops: a log with so many faults is not looked at entry by entry. */
const enough = 100;

/**
 * Rebuilds the whole tree from the entries and holds it against every tile, the root, the producers' numbering and the clock.
 * Needs the entry bundles. Pure reading; the verdict is in the report.
 * @param listed the log's anchors, when the reader named a time-stamping authority whom it trusts
 */
export function auditLog(log: LogFolder, checkpoint: TrustedCheckpoint, listed: readonly ListedAnchor[] | null = null): AuditReport {
  const { contradictions, story, anchors } = rebuildLog(log, checkpoint, listed);
  return { size: checkpoint.size, contradictions, ...story.end(), anchors };
}

/** The same, for a reader who goes on with what comes after. */
export function rebuildLog(
  log: LogFolder,
  checkpoint: Checkpoint,
  listed: readonly ListedAnchor[] | null = null,
): RebuiltLog & Pick<AuditReport, 'anchors'> {
  const { size, origin } = checkpoint;
  const contradictions: Contradiction[] = [];
  const say = (index: number, what: string): void => void contradictions.push({ index, what });
  const tree = new GrowingTree();
  const story = new Story(say);
  const anchored = new Anchored(listed, say);
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
      else {
        story.tell(first + at, facts, hash);
        anchored.tell(first + at, facts, entry);
      }
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
  let anchors: AnchorReport | null = null;
  if (!isBent && contradictions.length < enough && tree.size === size) {
    checkUpperTiles(log, levels, say);
    if (!isSame(tree.root(), checkpoint.root))
      say(0, `the entries lead to root ${toHex(tree.root())}, the checkpoint of ${size} says ${toHex(checkpoint.root)}`);
    anchors = anchored.end(size, origin, rootsWithin(log, levels[1] ?? [], size));
  }
  contradictions.sort((a, b) => a.index - b.index);
  return { contradictions, tree, story, anchors };
}

/** Roots of the tree as it was, from the roots of its full leaf tiles (they fit their entries) and the tile after them. */
function rootsWithin(log: LogFolder, tiles: readonly Uint8Array[], total: number): (size: number) => Hash | null {
  const tree = new GrowingTree();
  return (size) => {
    const full = Math.floor(size / tileWidth);
    for (let at = tree.size / tileWidth; at < full; at += 1) tree.add(tiles[at] ?? new Uint8Array(hashLength), 8);
    const own = tree.copy();
    // As the tile is now: the one of that time may be gone.
    const hashes = size % tileWidth === 0 ? new Uint8Array(0) : log.hashes(0, full, Math.min(tileWidth, total - full * tileWidth));
    if (hashes === null) return null;
    for (let at = 0; at < size % tileWidth; at += 1) own.add(hashes.subarray(at * hashLength, (at + 1) * hashLength));
    return own.root();
  };
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
