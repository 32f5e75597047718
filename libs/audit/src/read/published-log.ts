import { Inject, Injectable } from '@nestjs/common';
import { Fault, Misuse } from '#libs/kernel';
import { anchorSizes, readAnchor, type AnchorFiles } from '../anchor/anchor-files.js';
import { parseReply } from '../anchor/time-stamp.js';
import { AuditSettings } from '../audit-settings.js';
import { parseCheckpointText } from '../note/checkpoint.js';
import { formatLogProof } from '../note/log-proof.js';
import { openCheckpoint, type OpenedCheckpoint } from '../note/opened-checkpoint.js';
import { parseNote } from '../note/signed-note.js';
import { parseVerifierKey } from '../note/verifier-key.js';
import { decodeBundle } from '../tree/entry-bundle.js';
import { tilePath, tileWidth, widthIn } from '../tree/tile-path.js';
import type { TileStore } from '../store/tile-store.js';
import { TileTree } from '../tree/tile-tree.js';

/** The log as everybody can read it: its files, believed only as far as signatures and hashes go. */
@Injectable()
export class PublishedLog {
  private readonly store: TileStore;
  private readonly tree: TileTree;
  /** Checkpoints whose signatures were verified already, until the file changes. */
  private readonly opened = new Map<string, { readonly bytes: Buffer; readonly keyBytes: Buffer; readonly checkpoint: OpenedCheckpoint }>();

  constructor(@Inject(AuditSettings) private readonly settings: AuditSettings) {
    if (settings.store === null) throw new Misuse('this process does not read the log', 'give it the store of the log’s files');
    this.store = settings.store;
    this.tree = new TileTree(this.store);
  }

  /** The newest one, or the newest with a quorum of cosignatures; null before the first. @throws Fault `checkpoint_broken` */
  async checkpoint(name: 'checkpoint' | 'checkpoint.witnessed'): Promise<OpenedCheckpoint | null> {
    const [bytes, ed25519, mlDsa] = await Promise.all(([name, 'vkeys', 'vkeys-mldsa'] as const).map((each) => this.store.read(each)));
    if (bytes == null || ed25519 == null) return null;
    const keyBytes = Buffer.concat([ed25519, mlDsa ?? Buffer.alloc(0)]);
    const known = this.opened.get(name);
    if (known?.bytes.equals(bytes) === true && known.keyBytes.equals(keyBytes)) return known.checkpoint;
    // The log's key first, then the witnesses'. A witness is told once: its second key says nothing that its first does not.
    const [logKey, ...others] = keyBytes
      .toString('utf8')
      .split('\n')
      .map(parseVerifierKey)
      .filter((key) => key !== null);
    const witnessKeys = others.filter((key, at) => others.findIndex(({ name: other }) => other === key.name) === at);
    const checkpoint = logKey === undefined ? null : openCheckpoint(bytes, logKey, witnessKeys);
    if (checkpoint === null || checkpoint.origin !== this.settings.origin)
      throw new Fault('checkpoint_broken', `the file ${name} is no checkpoint of this log`);
    this.opened.set(name, { bytes, keyBytes, checkpoint });
    return checkpoint;
  }

  /** C2SP tlog-policy by which an outsider judges it, as it is served; null before the first start. */
  async trustPolicy(): Promise<string | null> {
    return (await this.store.read('policy'))?.toString('utf8') ?? null;
  }

  /** Hex, as it stands in its tile. @param size of a tree that was published and has the leaf @throws Fault `tile_missing` */
  async leafHash(index: number, size: number): Promise<string> {
    return (await this.tree.leafHash(index, size)).toString('hex');
  }

  /**
   * Bytes of one entry as its bundle has them (C2SP tlog-tiles), not compared with the tile; null when no sound bundle has it.
   * @param size of a tree that was published and has the leaf
   */
  async leaf(index: number, size: number): Promise<Buffer | null> {
    const bundle = Math.floor(index / tileWidth);
    for (const width of new Set([tileWidth, widthIn(size, 'entries', bundle)])) {
      const bytes = await this.store.read(tilePath({ level: 'entries', index: bundle, width }));
      const leaf = bytes === null ? undefined : decodeBundle(bytes)?.[index % tileWidth];
      if (leaf !== undefined) return leaf;
    }
    return null;
  }

  /**
   * The `.tlog-proof` of the leaf at an index under a checkpoint of this size, whose whole note goes into it.
   * @param leafHash hex, as the database has it @throws Fault `entry_tampered` when the tile has another
   */
  async proof(index: number, leafHash: string, { size, note }: { readonly size: number; readonly note: string }): Promise<string> {
    const [hashes, inTile] = await Promise.all([this.tree.inclusionProof(index, size), this.tree.leafHash(index, size)]);
    if (inTile.toString('hex') !== leafHash)
      throw new Fault('entry_tampered', `the database and the tile differ at index ${index}: nothing of it is handed out`);
    return formatLogProof({ index, hashes, checkpoint: note, leafHash: inTile });
  }

  /**
   * The anchors that close the entries [from, to) in, as far as there are: the last checkpoint without any of them that was stamped, and
   * the first with all of them, else the newest. Each with the proof that the tree of `size` entries continues it.
   * @throws Fault `anchor_differs` when the log is not the one that was stamped: nothing of it is handed out
   */
  async anchors(from: number, to: number, size: number): Promise<AnchorProof[]> {
    const sizes = (await anchorSizes(this.store)).filter((each) => each <= size);
    const around = [sizes.filter((each) => each <= from).at(-1), sizes.find((each) => each >= to) ?? sizes.at(-1)];
    const proofs: AnchorProof[] = [];
    for (const each of new Set(around)) {
      const files = each === undefined ? null : await readAnchor(this.store, each);
      // One that was damaged proves nothing; the log says that it was there.
      if (files === null || parseReply(files.reply) === null) continue;
      const note = parseNote(files.checkpoint);
      const stamped = note === null ? null : parseCheckpointText(note.text);
      if (stamped?.size !== files.size || !stamped.root.equals(await this.tree.root(files.size)))
        throw new Fault(
          'anchor_differs',
          `the log of ${size} entries does not continue the ${files.size} that were stamped: nothing is handed out`,
        );
      const hashes = await this.tree.consistencyProof(files.size, size);
      proofs.push({ ...files, consistency: hashes.map((hash) => `${hash.toString('base64')}\n`).join('') });
    }
    return proofs;
  }
}

/** An anchor with the proof that a later checkpoint continues it: one hash a line, base64. */
export interface AnchorProof extends AnchorFiles {
  readonly consistency: string;
}

/** The whole note, with all its signatures. */
export function noteText({ note }: OpenedCheckpoint): string {
  return `${note.text}\n${note.signatures.map(({ line }) => line).join('')}`;
}
