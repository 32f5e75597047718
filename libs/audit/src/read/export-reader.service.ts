import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock, Fault, type EntryId } from '#libs/kernel';
import { AuditSettings } from '../audit-settings.js';
import { openingPrivateKey } from '../entry/opening-keys.js';
import type { ManifestCell } from '../manifest-cells.js';
import { openCheckpoint } from '../note/checkpoint.js';
import { formatLogProof } from '../note/log-proof.js';
import { parseVerifierKey } from '../note/verifier-key.js';
import { TileStore } from '../tree/tile-store.js';
import { TileTree } from '../tree/tile-tree.js';
import type { LoggedEntry } from './log-reader.service.js';
import { OpeningReader, type SaltedOpenings } from './opening-reader.js';

/** The newest checkpoint with a quorum of cosignatures, and the policy by which an outsider judges that. */
export interface WitnessedHead {
  readonly origin: string;
  readonly size: number;
  readonly note: string;
  /** C2SP tlog-policy, as it is served at /log/policy. */
  readonly policy: string;
}

/** A manifest of the log with the cells that it digests. */
export interface CountedStretch {
  readonly index: number;
  readonly leafText: string;
  /** Hex. */
  readonly leafHash: string;
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly cells: readonly ManifestCell[];
  /** Times of its entries; null when it counts none. */
  readonly earliest: Date | null;
  readonly latest: Date | null;
}

/** What goes out of the house with proofs: everything under one head. Whether somebody may have it is the caller's question. */
@Injectable()
export class ExportReader {
  private readonly store: TileStore;
  private readonly tree: TileTree;
  private readonly openingReader: OpeningReader;

  constructor(
    @Inject(AuditSettings) private readonly settings: AuditSettings,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.store = new TileStore(settings.logDir ?? '');
    this.tree = new TileTree(this.store);
    this.openingReader = new OpeningReader(database, openingPrivateKey(settings.stateDir));
  }

  /** null while no witness has cosigned anything. @throws Fault `checkpoint_broken` */
  async head(): Promise<WitnessedHead | null> {
    const [note, keys, policy] = await Promise.all(['checkpoint.witnessed', 'vkeys', 'policy'].map((name) => this.store.read(name)));
    if (note === null || note === undefined || keys === null || keys === undefined || policy === null || policy === undefined) return null;
    const [logKey, ...witnessKeys] = keys
      .toString('utf8')
      .split('\n')
      .map(parseVerifierKey)
      .filter((key) => key !== null);
    const checkpoint = logKey === undefined ? null : openCheckpoint(note, logKey, witnessKeys);
    if (checkpoint === null || checkpoint.origin !== this.settings.origin)
      throw new Fault('checkpoint_broken', 'the file checkpoint.witnessed is no checkpoint of this log');
    return { origin: checkpoint.origin, size: checkpoint.size, note: note.toString('utf8'), policy: policy.toString('utf8') };
  }

  /**
   * The `.tlog-proof` of the leaf at an index under this head.
   * @param leafHash hex, as the database has it @throws Fault `entry_tampered` when the tile has another
   */
  async proof(index: number, leafHash: string, head: WitnessedHead): Promise<string> {
    const [hashes, inTile] = await Promise.all([this.tree.inclusionProof(index, head.size), this.tree.leafHash(index, head.size)]);
    if (inTile.toString('hex') !== leafHash)
      throw new Fault('entry_tampered', `index ${index}: the database and the tile differ, nothing is exported`);
    return formatLogProof({ index, hashes, checkpoint: head.note, leafHash: inTile });
  }

  /** As `LogReader.openings`, with the salts that prove them. */
  openings(entries: readonly LoggedEntry[]): Promise<Map<EntryId, SaltedOpenings>> {
    return this.openingReader.readSalted(
      entries.map(({ leaf }) => leaf),
      this.clock.now(),
    );
  }

  /** Manifests below the head that count any index in [from, to), oldest first. */
  async stretches(from: number, to: number, head: WitnessedHead): Promise<CountedStretch[]> {
    const rows = await this.database.query<{
      idx: string;
      leaf: Buffer;
      leaf_hash: string;
      from_idx: string;
      to_idx: string;
      cells: ManifestCell[];
      earliest: Date | null;
      latest: Date | null;
    }>(
      `select e.idx, l.leaf, encode(e.leaf_hash, 'hex') as leaf_hash, m.from_idx, m.to_idx, m.cells, t.earliest, t.latest
       from audit_manifest m join audit_entry e on e.entry_id = m.entry_id join audit_leaf l on l.idx = e.idx
       cross join lateral (select min(s.at) as earliest, max(s.at) as latest from audit_search s where s.idx >= m.from_idx and s.idx < m.to_idx) t
       where m.from_idx < $2 and m.to_idx > $1 and e.idx < $3 order by e.idx`,
      [from, to, head.size],
    );
    return rows.map((row) => ({
      index: Number(row.idx),
      leafText: row.leaf.toString('utf8'),
      leafHash: row.leaf_hash,
      fromIndex: Number(row.from_idx),
      toIndex: Number(row.to_idx),
      cells: row.cells,
      earliest: row.earliest,
      latest: row.latest,
    }));
  }
}
