import { changedTiles, parseNote, tileWidth, type FolderStore } from '#libs/audit';
import { isSame } from '../verify/codec.js';
import { tilePath } from '../verify/log-folder.js';
import { openTrusted, type TrustedCheckpoint } from '../verify/trust-policy.js';
import { copyAnchors } from './anchors.js';
import { Copy, type CopySettings } from './copy.js';
import { Extension } from './extension.js';
import { Found, type Finding, type Proof } from './finding.js';
import { firstDifference, firstDifferentHash } from './first-difference.js';
import type { LogSource } from './log-source.js';
import { privateFolder } from './mirror-folder.js';
import { rereadBundle } from './reread.js';
import { dueBundles, newRota, readRota, type RotaState } from './rota.js';

export type MirrorSettings = CopySettings & {
  readonly source: LogSource;
  readonly store: FolderStore;
  /** Within which the whole log is read again. */
  readonly turnMs: number;
};

/** What a round came to. `because` is null when all is well. */
export interface Round {
  readonly size: number;
  readonly added: number;
  readonly reread: number;
  /** What is held against the log; the first one, while any is open. */
  readonly finding: Finding | null;
  /** Not seen before this round. */
  readonly isNew: boolean;
  /** What the log shows is not to be followed yet: not signed by whom the policy names, or too few witnesses. */
  readonly waiting: string | null;
  /** When a witness last saw what the log shows, POSIX seconds; null where no trusted one did. */
  readonly seenAt: number | null;
  /** When the last whole turn of the rota ended, POSIX ms. */
  readonly wholeAt: number | null;
}

const files = { rota: `${privateFolder}/rota.json`, seen: `${privateFolder}/seen` } as const;

/**
 * Follows a log of another institution and holds a full copy of it: judges every checkpoint against the copy, every new entry against
 * the checkpoint, and old entries in turn against what is served. Cosigns what it holds, so long as nothing was found.
 */
export class Mirror {
  private constructor(
    private readonly settings: MirrorSettings,
    private readonly copy: Copy,
    /** The newest note of the log that was judged: at the copy's size, or beyond it where witnesses are still missing. */
    private seen: TrustedCheckpoint | null,
    private seenNote: Uint8Array,
    private rota: RotaState,
  ) {}

  /** Reads the copy whole. @throws Found `own_copy`, kept as evidence already */
  static async open(settings: MirrorSettings): Promise<Mirror> {
    const { store, evidence, policy } = settings;
    await evidence.reload();
    try {
      const copy = await Copy.open(settings);
      const note = (await store.read(files.seen)) ?? new Uint8Array(0);
      const seen = await openTrusted(note, policy);
      const rota = readRota((await store.read(files.rota))?.toString('utf8') ?? '') ?? newRota;
      // A note from before the policy was changed says nothing any more; what is held still does.
      const isBeyond = typeof seen !== 'string' && seen.size >= copy.held.size;
      return new Mirror(settings, copy, isBeyond ? seen : null, isBeyond ? note : new Uint8Array(0), rota);
    } catch (error) {
      if (error instanceof Found) await evidence.keep(error.finding, error.proof);
      throw error;
    }
  }

  /** @param isWhole reads the whole log again, not only what is due @throws Unreachable, NotAdmitted; nothing was decided then */
  async round(isWhole = false): Promise<Round> {
    const { source, policy, evidence } = this.settings;
    const bytes = await source.checkpoint();
    const shown = await openTrusted(bytes, policy);
    const before = this.copy.held.size;
    await evidence.reload();
    const round = { reread: 0, isNew: false, waiting: null as string | null };
    // Whatever is wrong with what is new, what is held is watched all the same.
    for (const look of [
      async () => void (round.waiting = typeof shown === 'string' ? shown : await this.follow(shown, bytes)),
      async () => void (round.reread = await this.reread(isWhole)),
    ])
      try {
        await look();
      } catch (error) {
        if (!(error instanceof Found)) throw error;
        if (await evidence.keep(error.finding, { ...error.proof, ...(await this.notes(bytes)) })) round.isNew = true;
      }
    const seenAt =
      typeof shown === 'string' ? null : shown.seen.reduce<number | null>((last, { seconds }) => Math.max(last ?? 0, seconds), null);
    return {
      ...round,
      finding: evidence.first,
      seenAt,
      size: this.copy.held.size,
      added: this.copy.held.size - before,
      wholeAt: this.rota.wholeAt,
    };
  }

  /** @returns why nothing more is held than before, null when all that the log shows is */
  private async follow(shown: TrustedCheckpoint, bytes: Uint8Array): Promise<string | null> {
    const { copy, settings } = this;
    const newest = this.seen ?? copy.held;
    if (shown.size < newest.size) throw await this.shrunk(shown);
    if (shown.size === newest.size && !isSame(shown.root, newest.root)) throw await this.forked(shown);
    if (shown.size === copy.held.size && (await settings.store.read('checkpoint')) !== null) return null;
    const isJudged = shown.size === this.seen?.size;
    const goesOn = shown.hasQuorum && settings.evidence.first === null;
    if (isJudged && !goesOn) return why(shown);
    const extension = await Extension.judge(settings.source, copy, newest, shown);
    await settings.store.write(files.seen, bytes);
    [this.seen, this.seenNote] = [shown, bytes];
    if (!goesOn) return why(shown);
    await this.hold(extension, shown, bytes);
    await copyAnchors(settings.source, settings.store, shown.size);
    return null;
  }

  private async hold(extension: Extension, shown: TrustedCheckpoint, bytes: Uint8Array): Promise<void> {
    const { copy, settings } = this;
    const { size: before } = copy.held;
    const root = await copy.write(shown.size, extension.leaves);
    if (!isSame(root, shown.root)) throw new Error(`the files of ${shown.size} entries do not lead to the root that was judged`);
    await this.checkUpperTiles(before, shown.size);
    copy.checkManifests(shown.size);
    const note = parseNote(bytes);
    const trusted = [...settings.policy.logs, ...settings.policy.witnesses.values()];
    const lines = (note?.signatures ?? []).filter(({ name, keyId }) => trusted.some((key) => key.name === name && isSame(key.id, keyId)));
    await copy.publish(
      shown,
      note?.text ?? '',
      lines.map(({ line }) => line),
      extension.tree,
    );
  }

  /** The leaf tiles were judged; the ones above them are worked out here, and must be served as they are. */
  private async checkUpperTiles(from: number, to: number): Promise<void> {
    const { copy, settings } = this;
    for (const { level, index, width } of changedTiles(from, to)) {
      if (level === 0 || level === 'entries') continue;
      const [own, served] = [copy.log.hashes(level, index, width), await settings.source.hashes(level, index, width)];
      if (own === null) throw new Error(`${tilePath(level, index)} was written and cannot be read`);
      const differs = typeof served === 'string' ? 0 : firstDifferentHash(served, own, width);
      if (differs === null) continue;
      const en = `${tilePath(level, index)} as served ${typeof served === 'string' ? `is ${served}` : 'differs from the tiles below it'}`;
      const finding: Finding = {
        kind: 'altered',
        index: (index * tileWidth + differs) * tileWidth ** level,
        vi: 'ô băm tầng trên sai',
        en,
      };
      throw new Found(finding, typeof served === 'string' ? {} : { tile: served });
    }
  }

  private async reread(isWhole: boolean): Promise<number> {
    const { source, store, clock, turnMs } = this.settings;
    const bundles = Math.ceil(this.copy.held.size / tileWidth);
    const now = clock.nowMs();
    const [due, next] = dueBundles(this.rota, bundles, now, turnMs);
    const tiles = isWhole ? Array.from({ length: bundles }, (_, tile) => tile) : due;
    let found: Found | null = null;
    for (const tile of tiles)
      try {
        await rereadBundle(source, this.copy, tile);
      } catch (error) {
        // One that is bad must not keep the turn from the others.
        if (!(error instanceof Found)) throw error;
        found ??= error;
      }
    this.rota = isWhole ? { next: 0, at: now, wholeAt: now } : next;
    if (tiles.length > 0) await store.write(files.rota, JSON.stringify(this.rota));
    if (found !== null) throw found;
    return tiles.length;
  }

  private async shrunk(shown: TrustedCheckpoint): Promise<Found> {
    const { size } = this.seen ?? this.copy.held;
    if (shown.size <= this.copy.held.size && !isSame(this.copy.rootAt(shown.size), shown.root)) return this.forked(shown);
    const en = `the log shrank: it shows a checkpoint of ${shown.size} entries and had shown one of ${size}`;
    return new Found({ kind: 'smaller', index: shown.size, vi: 'nhật ký ngắn lại', en });
  }

  private async forked(shown: TrustedCheckpoint): Promise<Found> {
    const { copy, settings } = this;
    const index = (await firstDifference(settings.source, copy.log, copy.held.size, shown.size)) ?? Math.min(copy.held.size, shown.size);
    const en = `the log shows another history: it signed two roots of ${shown.size} entries`;
    return new Found({ kind: 'forked', index, vi: 'nhật ký đưa ra một lịch sử khác', en });
  }

  /** Both signed notes: what is held, what had been shown, what is shown now. */
  private async notes(shown: Uint8Array): Promise<Proof> {
    const held = await this.settings.store.read('checkpoint');
    return {
      'checkpoint.shown': shown,
      ...(held === null ? {} : { 'checkpoint.held': held }),
      ...(this.seenNote.length === 0 ? {} : { 'checkpoint.seen': this.seenNote }),
    };
  }
}

const why = ({ size, hasQuorum }: TrustedCheckpoint): string | null =>
  hasQuorum ? null : `size ${size}: too few witnesses of the policy have cosigned`;
