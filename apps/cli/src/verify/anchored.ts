import type { ListedAnchor } from './anchor.js';
import { readCanonical } from './canonical.js';
import { fromUtf8, toHex } from './codec.js';
import { isTime, type LeafFacts } from './leaf.js';
import type { Hash } from './merkle.js';

/** Clocks of the house and of the authority may be this far apart. */
export const clockSlackMs = 300_000;

export interface AnchorReport {
  /** Entries `log.anchor`. */
  readonly told: number;
  /** Anchors whose stamps were verified; null when no authority was given. */
  readonly verified: number | null;
  readonly lastAnchor: string | null;
  /** Longest time within which nothing outside shows when entries were written; null without verified anchors. */
  readonly longestGapSeconds: number | null;
}

interface ToldAnchor {
  readonly index: number;
  readonly at: number;
  readonly size: number;
  readonly root: string;
  readonly genTime: string;
  readonly replySha256: string;
}

/** Holds what the log says of its anchors, and the anchors themselves, against its tree and the times of its entries. */
export class Anchored {
  private readonly told: (ToldAnchor | { readonly index: number; readonly size: null })[] = [];
  private readonly wanted: readonly number[];
  /** Latest time of an entry under an anchored checkpoint, by its size. */
  private readonly latestUnder = new Map<number, number>();
  private next = 0;
  private latest = -Infinity;
  private earliest = Infinity;

  /** @param listed ascending by size; null when no authority was given */
  constructor(
    private readonly listed: readonly ListedAnchor[] | null,
    private readonly say: (index: number, what: string) => void,
  ) {
    this.wanted = (listed ?? []).map(({ size }) => size);
  }

  tell(index: number, { type, outcome, at }: LeafFacts, entry: Uint8Array): void {
    while (this.next < this.wanted.length && (this.wanted[this.next] ?? 0) <= index) this.close();
    if (at > this.latest) this.latest = at;
    if (at < this.earliest) this.earliest = at;
    if (type !== 'log.anchor' || outcome !== 'done') return;
    const said = readDetails(entry);
    this.told.push(said === null ? { index, size: null } : { index, at, ...said });
  }

  /** @param rootAt of the first `size` leaves, asked with ascending sizes */
  end(size: number, origin: string, rootAt: (size: number) => Hash | null): AnchorReport {
    while (this.next < this.wanted.length) this.close();
    const roots = this.rootsOf(size, rootAt);
    for (const each of this.told) this.judgeTold(each, roots);
    for (const each of this.listed ?? []) this.judgeListed(each, size, origin, roots);
    return { told: this.told.length, ...this.figures() };
  }

  private close(): void {
    this.latestUnder.set(this.wanted[this.next] ?? 0, this.latest);
    this.next += 1;
  }

  private rootsOf(size: number, rootAt: (size: number) => Hash | null): ReadonlyMap<number, string> {
    const sizes = new Set([...this.wanted, ...this.told.flatMap((each) => each.size ?? [])]);
    const roots = new Map<number, string>();
    for (const each of [...sizes].sort((a, b) => a - b)) {
      const root = each > size ? null : rootAt(each);
      if (root !== null) roots.set(each, toHex(root));
    }
    return roots;
  }

  private judgeTold(each: ToldAnchor | { readonly index: number; readonly size: null }, roots: ReadonlyMap<number, string>): void {
    const { index } = each;
    if (each.size === null || each.size > index) return this.say(index, 'this entry is no proper anchor');
    const { at, size, root, genTime, replySha256 } = each;
    if (roots.get(size) !== root) return this.say(index, `the checkpoint of ${size} that it anchors has another root than the log`);
    if (at < Date.parse(genTime) - clockSlackMs)
      return this.say(index, 'its time lies before the time stamp that it names: a clock was set back');
    if (this.listed === null) return;
    const listed = this.listed.find((one) => one.size === size);
    if (listed === undefined) return this.say(index, `the anchor of ${size} that it names is not listed`);
    if (typeof listed.found === 'string') return;
    if (listed.found.replySha256 !== replySha256 || listed.found.timeMs !== Date.parse(genTime))
      this.say(index, `anchors/${size}.tsr is not the time stamp that it names`);
  }

  private judgeListed({ size, found }: ListedAnchor, ofLog: number, origin: string, roots: ReadonlyMap<number, string>): void {
    const index = Math.max(0, Math.min(size, ofLog) - 1);
    if (typeof found === 'string') return this.say(index, found);
    const stamped = new Date(found.timeMs).toISOString();
    if (found.origin !== origin) return this.say(index, `anchors/${size} is of another log`);
    if (size > ofLog) return this.say(index, `a checkpoint of ${size} entries was stamped at ${stamped}, this log has ${ofLog}`);
    if (roots.get(size) !== toHex(found.root))
      return this.say(index, `the first ${size} entries are not those that were stamped at ${stamped}: the past was rewritten`);
    if ((this.latestUnder.get(size) ?? 0) > found.timeMs + clockSlackMs)
      this.say(index, `an entry under the checkpoint that was stamped at ${stamped} says that it is later`);
  }

  private figures(): Omit<AnchorReport, 'told'> {
    if (this.listed === null) return { verified: null, lastAnchor: null, longestGapSeconds: null };
    const times = this.listed.flatMap(({ found }) => (typeof found === 'string' ? [] : [found.timeMs]));
    const last = times.at(-1);
    if (last === undefined) return { verified: 0, lastAnchor: null, longestGapSeconds: null };
    const ends = [this.earliest, ...times, Math.max(last, this.latest)];
    const gap = Math.max(...ends.slice(1).map((end, at) => end - (ends[at] ?? end)));
    return { verified: times.length, lastAnchor: new Date(last).toISOString(), longestGapSeconds: Math.round(gap / 1_000) };
  }
}

function readDetails(entry: Uint8Array): Omit<ToldAnchor, 'index' | 'at'> | null {
  const details = readCanonical(fromUtf8(entry) ?? '')?.['details'];
  const { size, root, genTime, replySha256 } = (details ?? {}) as Readonly<Record<string, unknown>>;
  const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  const isInstant = typeof genTime === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(genTime) && isTime(genTime);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1 || !isHash(root) || !isInstant || !isHash(replySha256))
    return null;
  return { size, root, genTime, replySha256 };
}
