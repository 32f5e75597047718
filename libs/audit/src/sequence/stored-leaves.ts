import type pg from 'pg';
import { Fault } from '#libs/kernel';
import { leafHash, type Hash } from '../tree/hash.js';
import type { LeafSource } from './tile-writer.js';

/** The leaves as the database has them. @throws Fault `entries_missing`, `entry_tampered`: nothing is published over it */
export function storedLeaves(pool: pg.Pool): LeafSource {
  return async (from, to) => {
    const { rows } = await pool.query<{ idx: string; leaf: Buffer; leaf_hash: Buffer }>(
      'select l.idx, l.leaf, e.leaf_hash from audit_leaf l join audit_entry e on e.idx = l.idx where l.idx >= $1 and l.idx < $2 order by l.idx',
      [from, to],
    );
    if (rows.length !== to - from)
      throw new Fault('entries_missing', `${rows.length} of the entries ${from} to ${to - 1} are in the database`);
    return rows.map(({ idx, leaf, leaf_hash }, at) => {
      if (Number(idx) !== from + at || !leafHash(leaf).equals(leaf_hash))
        throw new Fault('entry_tampered', `entry ${idx}: its bytes do not fit its hash; nothing is published over it`);
      return { leaf, hash: leaf_hash };
    });
  };
}

/** Their hashes alone. @throws Fault `entries_missing` */
export function storedHashes(pool: pg.Pool): (from: number, to: number) => Promise<Hash[]> {
  return async (from, to) => {
    const { rows } = await pool.query<{ leaf_hash: Buffer }>(
      'select leaf_hash from audit_entry where idx >= $1 and idx < $2 order by idx',
      [from, to],
    );
    if (rows.length !== to - from)
      throw new Fault('entries_missing', `${rows.length} of the entries ${from} to ${to - 1} are in the database`);
    return rows.map(({ leaf_hash }) => leaf_hash);
  };
}
