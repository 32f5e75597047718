import type pg from 'pg';
import { Fault } from '#libs/kernel';
import { Frontier } from '../tree/frontier.js';
import { emptyRoot } from '../tree/hash.js';

/** Entries of one partition of leaf bytes; the migration's function makes partitions of this size. */
const partitionSize = 2 ** 20;
const batchSize = 2_000;

/**
 * S2 to S4 of the write path in one statement: takes rows that are committed (rows, not a cursor: whoever commits late is taken
 * later), gives them their indexes in the order of acceptance, and keeps them. `intact` compares the leaf with its hash.
 */
const moveSql = `
  with taken as (
    delete from audit_outbox where id in (select id from audit_outbox order by id limit $1)
    returning id, entry_id, producer, lane, pseq, leaf, leaf_hash, accepted_at
  ), numbered as (
    select *, $2::bigint + row_number() over (order by id) - 1 as idx from taken
  ), entries as (
    insert into audit_entry (idx, entry_id, producer, lane, pseq, leaf_hash, accepted_at)
    select idx, entry_id, producer, lane, pseq, leaf_hash, accepted_at from numbered
  ), leaves as (
    insert into audit_leaf (idx, leaf) select idx, leaf from numbered
  )
  select entry_id, leaf_hash, leaf_hash = sha256('\\x00'::bytea || leaf) as intact from numbered order by idx`;

export interface Sequenced {
  readonly taken: number;
  readonly size: number;
}

/**
 * Turns accepted entries into leaves of the tree. There is one at a time, whoever runs it: the row of `log_state` is the lock,
 * and its epoch is the fence for one that slept through losing it.
 */
export class Sequencer {
  private knownPartitions = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly origin: string,
  ) {}

  /**
   * Moves one batch on.
   * @returns null when another process holds the lock; `taken: 0` when the outbox is empty
   * @throws Fault `outbox_tampered` when a leaf does not fit its hash: nothing is moved until people have looked
   */
  async step(): Promise<Sequenced | null> {
    const client = await this.pool.connect();
    let failure: unknown;
    try {
      await client.query('begin');
      const sequenced = await this.stepIn(client);
      await client.query(sequenced === null || sequenced.taken === 0 ? 'rollback' : 'commit');
      return sequenced;
    } catch (error) {
      failure = error;
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      // A connection whose transaction failed in an unknown way is thrown away.
      client.release(failure !== undefined);
    }
  }

  /** Makes the log's row at the very first start. */
  async prepare(): Promise<void> {
    await this.pool.query(`insert into log_state (origin, size, root, frontier, epoch) values ($1, 0, $2, '', 0) on conflict do nothing`, [
      this.origin,
      emptyRoot,
    ]);
    await this.pool.query(
      'insert into log_progress (origin, published_size, witnessed_size, projected_size) values ($1, 0, 0, 0) on conflict do nothing',
      [this.origin],
    );
  }

  private async stepIn(client: pg.PoolClient): Promise<Sequenced | null> {
    const {
      rows: [state],
    } = await client.query<{ size: string; frontier: Buffer; epoch: string }>(
      'select size, frontier, epoch from log_state where origin = $1 for update skip locked',
      [this.origin],
    );
    if (state === undefined) return null;
    const size = Number(state.size);
    await this.ensurePartitions(size + batchSize);
    const { rows } = await client.query<{ entry_id: string; leaf_hash: Buffer; intact: boolean }>({
      name: 'audit_move',
      text: moveSql,
      values: [batchSize, size],
    });
    if (rows.length === 0) return { taken: 0, size };
    const frontier = Frontier.fromBytes(size, state.frontier);
    for (const { entry_id, leaf_hash, intact } of rows) {
      if (!intact)
        throw new Fault('outbox_tampered', `entry ent_${entry_id}: its bytes do not fit its hash; the log is not continued over it`);
      frontier.append(leaf_hash);
    }
    const moved = await client.query(
      'update log_state set size = $3, root = $4, frontier = $5, epoch = epoch + 1 where origin = $1 and epoch = $2',
      [this.origin, state.epoch, frontier.size, frontier.root(), frontier.toBytes()],
    );
    if (moved.rowCount !== 1) throw new Fault('sequencer_fenced', 'another sequencer went on while this one slept');
    return { taken: rows.length, size: frontier.size };
  }

  /** On its own connection: making a table inside the moving transaction would hold a lock on the whole leaf table. */
  private async ensurePartitions(upTo: number): Promise<void> {
    const wanted = Math.ceil(upTo / partitionSize);
    while (this.knownPartitions < wanted) {
      await this.pool.query('select audit_leaf_partition($1)', [this.knownPartitions]);
      this.knownPartitions += 1;
    }
  }
}
