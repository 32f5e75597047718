import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock, type EntryId } from '#libs/kernel';
import { AuditSettings } from '../audit-settings.js';
import { openingPrivateKey } from '../entry/opening-keys.js';
import type { ManifestCell } from '../manifest-cells.js';
import type { ReadAs } from './inspection-role.js';
import type { LoggedEntry } from './vouched-entries.js';
import { OpeningReader, type SaltedOpenings } from './opening-reader.js';
import { noteText, PublishedLog, type AnchorProof } from './published-log.js';

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
  private readonly openingReader: OpeningReader;

  constructor(
    @Inject(AuditSettings) settings: AuditSettings,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly published: PublishedLog,
  ) {
    this.openingReader = new OpeningReader(database, openingPrivateKey(settings.stateDir));
  }

  /** null while no witness has cosigned anything. @throws Fault `checkpoint_broken` */
  async head(): Promise<WitnessedHead | null> {
    const [checkpoint, policy] = await Promise.all([this.published.checkpoint('checkpoint.witnessed'), this.published.trustPolicy()]);
    if (checkpoint === null || policy === null) return null;
    return { origin: checkpoint.origin, size: checkpoint.size, note: noteText(checkpoint), policy };
  }

  /** The `.tlog-proof` of the leaf at an index under this head. @param leafHash hex @throws Fault `entry_tampered` */
  proof(index: number, leafHash: string, head: WitnessedHead): Promise<string> {
    return this.published.proof(index, leafHash, head);
  }

  /** Anchors around the entries [from, to), under this head. @throws Fault `anchor_differs` */
  anchors(from: number, to: number, head: WitnessedHead): Promise<AnchorProof[]> {
    return this.published.anchors(from, to, head.size);
  }

  /** As `LogReader.openings`, with the salts that prove them. */
  openings(entries: readonly LoggedEntry[], as: ReadAs): Promise<Map<EntryId, SaltedOpenings>> {
    return this.openingReader.readSalted(
      entries.map(({ leaf }) => leaf),
      this.clock.now(),
      as,
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
