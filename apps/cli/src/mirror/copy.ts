import path from 'node:path';
import {
  Cosigner,
  FolderStore,
  maxSignatures,
  noteKeyTypes,
  parseCheckpointText,
  parseNote,
  TileWriter,
  verifySignatures,
  type HashedLeaf,
  type LeafSource,
} from '#libs/audit';
import type { Clock } from '#libs/kernel';
import { rebuildLog, type Contradiction, type RebuiltLog } from '../verify/audit.js';
import { readLeaf } from '../verify/leaf.js';
import { LogFolder, tilePath, tileWidth } from '../verify/log-folder.js';
import { emptyRoot, GrowingTree, hashLength } from '../verify/merkle.js';
import type { Checkpoint } from '../verify/note.js';
import { Story } from '../verify/story.js';
import { joinTile } from '../verify/tile-tree.js';
import type { TrustPolicy } from '../verify/trust-policy.js';
import { Found, ownCopy, type Evidence, type Finding } from './finding.js';
import { privateFolder } from './mirror-folder.js';
import { manifestDifference } from './manifests.js';

export interface CopySettings {
  readonly folder: string;
  readonly policy: TrustPolicy;
  /** Of the log that the policy names. */
  readonly origin: string;
  /** Under which the mirror cosigns. */
  readonly name: string;
  /** Knows the contradictions that a person has answered for. */
  readonly evidence: Evidence;
  readonly clock: Clock;
}

/**
 * The copy that a mirror holds: the log's files in its own layout (C2SP tlog-tiles) below one folder, so that any web server and
 * any verifier can read it. The checkpoint is written last: what lies beyond its size is the beginning of a round that was cut short.
 */
export class Copy {
  /** Entries whose story was taken in: the copy's, and those of a round that was not finished. */
  private heard: number;
  /** Among what was heard; counted once the entries before them are written. */
  private manifests: { readonly index: number; readonly leaf: Uint8Array }[] = [];

  private constructor(
    readonly log: LogFolder,
    readonly store: FolderStore,
    private readonly settings: CopySettings,
    private readonly cosigner: Cosigner,
    /** Size and root up to which everything is held and judged. */
    private at: Checkpoint,
    /** The tree of it, its story, and what contradicts it. */
    private rebuilt: RebuiltLog,
  ) {
    this.heard = at.size;
  }

  /** Reads the whole copy and judges it as the offline audit does. @throws Found `own_copy` when it is not whole */
  static async open(settings: CopySettings): Promise<Copy> {
    const { folder, origin } = settings;
    const store = new FolderStore(folder);
    const log = new LogFolder(folder);
    const cosigner = Cosigner.open(path.join(folder, privateFolder), 'mirror', settings.name);
    const bytes = await store.read('checkpoint');
    if (bytes === null) {
      cosigner.publish(folder, 'mirror');
      const contradictions: RebuiltLog['contradictions'] = [];
      const story = new Story((index, what) => void contradictions.push({ index, what }));
      return new Copy(
        log,
        store,
        settings,
        cosigner,
        { origin, size: 0, root: emptyRoot },
        { contradictions, tree: new GrowingTree(), story },
      );
    }
    // Judged under the policy of its day, it is known again by the mirror's own signature: a change of policy does not undo it.
    const note = parseNote(bytes);
    const checkpoint = note === null ? null : parseCheckpointText(note.text);
    // A copy of before has the first of the two signatures alone.
    const isOwn = note !== null && (verifySignatures(note, cosigner.keys) ?? []).some(({ key }) => key === cosigner.ed25519);
    if (checkpoint === null || !isOwn || checkpoint.origin !== origin)
      throw ownCopy(0, 'the checkpoint was not cosigned with the key in private/mirror.key');
    cosigner.publish(folder, 'mirror');
    const rebuilt = rebuildLog(log, checkpoint);
    const first = unanswered(rebuilt.contradictions, settings.evidence);
    if (first !== undefined) throw ownCopy(first.index, first.what);
    return new Copy(log, store, settings, cosigner, checkpoint, rebuilt);
  }

  get held(): Checkpoint {
    return this.at;
  }

  get tree(): GrowingTree {
    return this.rebuilt.tree;
  }

  /** Root of the first `size` entries held. */
  rootAt(size: number): Uint8Array {
    const tree = new GrowingTree();
    for (let tile = 0; tile * tileWidth < size; tile += 1) {
      const width = Math.min(tileWidth, size - tile * tileWidth);
      // The partial tile of a smaller size may be gone: the wider one begins with the same hashes.
      const hashes = this.log.hashes(0, tile, Math.min(tileWidth, this.at.size - tile * tileWidth));
      if (hashes === null) throw ownCopy(tile * tileWidth, `${tilePath(0, tile)} is missing or malformed`);
      if (width === tileWidth) tree.add(joinTile(hashes), 8);
      else for (let at = 0; at < width; at += 1) tree.add(hashes.subarray(at * hashLength, (at + 1) * hashLength));
    }
    return tree.root();
  }

  /** Takes note of an entry, once, however often a round is tried again. In the order of their indexes. */
  hear(index: number, leaf: Uint8Array, hash: Uint8Array): void {
    if (index < this.heard) return;
    const facts = readLeaf(leaf, this.at.origin);
    if (typeof facts === 'string') this.rebuilt.contradictions.push({ index, what: `the entry ${facts}` });
    else {
      this.rebuilt.story.tell(index, facts, hash);
      if (facts.type === 'log.manifest') this.manifests.push({ index, leaf });
    }
    this.heard = index + 1;
  }

  /** @param leaves of which one may be the culprit, from index `first` on @throws Found `contradiction` */
  expectNoContradiction(leaves: readonly HashedLeaf[], first: number): void {
    const found = unanswered(this.rebuilt.contradictions, this.settings.evidence);
    if (found === undefined) return;
    const { leaf } = leaves[found.index - first] ?? {};
    throw new Found(contradiction(found), leaf === undefined ? {} : { entry: leaf });
  }

  /** Counts the new manifests again; the entries up to `size` have been written. @throws Found */
  checkManifests(size: number): void {
    for (const { index, leaf } of this.manifests) {
      const what = manifestDifference(index, leaf, this.log, size);
      if (what === null || this.settings.evidence.isAnswered(contradiction({ index, what }))) continue;
      throw new Found(contradiction({ index, what }), { entry: leaf });
    }
    this.manifests = [];
  }

  /** Writes bundles and tiles up to `size`, durable when this resolves; the checkpoint still says the old size. @returns the root they lead to */
  write(size: number, leaves: LeafSource): Promise<Uint8Array> {
    return new TileWriter(leaves, this.store).extend(this.at.size, size);
  }

  /**
   * Puts the checkpoint in place, with the mirror's own cosignatures under the trusted ones: by both its keys, as far as readers take so
   * many signatures.
   * @param text of the log's note @param lines of the log and of the witnesses that the policy names
   * @param tree at the checkpoint's size
   */
  async publish(next: Checkpoint, text: string, lines: readonly string[], tree: GrowingTree): Promise<void> {
    const { clock, policy } = this.settings;
    const { size: before } = this.at;
    const own = this.cosigner.cosign(text, Math.floor(clock.nowMs() / 1_000));
    const trusted = [...policy.logs, ...policy.witnesses.values(), ...this.cosigner.keys];
    const linesOf = (isMlDsa: boolean): string =>
      trusted.flatMap((key) => ((key.type === noteKeyTypes.mlDsa) === isMlDsa ? `${key.text}\n` : [])).join('');
    await this.store.write('vkeys', linesOf(false));
    await this.store.write('vkeys-mldsa', linesOf(true));
    await this.store.write('checkpoint', `${text}\n${[...lines.slice(0, maxSignatures - 1), ...own].slice(0, maxSignatures).join('')}`);
    await this.store.sync();
    this.at = next;
    this.rebuilt = { ...this.rebuilt, tree };
    await new TileWriter(() => Promise.resolve([]), this.store).removePartials(before, next.size);
  }
}

const contradiction = ({ index, what }: Contradiction): Finding => ({
  kind: 'contradiction',
  index,
  vi: 'bản ghi trái với điều nhật ký đã hứa',
  en: what,
});

const unanswered = (found: readonly Contradiction[], evidence: Evidence): Contradiction | undefined =>
  found.find((each) => !evidence.isAnswered(contradiction(each)));
