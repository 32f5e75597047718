import type pg from 'pg';
import type { EntryId } from '#libs/kernel';
import { leafHash } from '../tree/hash.js';
import type { SealedOpening } from './sealed-opening.js';

/** Where a producer stands: the number and leaf hash of its last durable entry; 0 and 32 zero bytes before the first. */
export interface ProducerHead {
  readonly pseq: number;
  readonly digest: Buffer;
}

/** Entries of one producer that become durable together, in this order, or not at all. */
export interface Batch {
  readonly after: ProducerHead;
  readonly acceptedAt: Date;
  readonly entryIds: readonly EntryId[];
  readonly leaves: readonly Buffer[];
  readonly hashes: readonly Buffer[];
  readonly openings: readonly SealedOpening[];
}

export const hashLeaves = (leaves: readonly Buffer[]): Buffer[] => leaves.map((leaf) => leafHash(leaf));

export function headAfter(batch: Batch): ProducerHead {
  return { pseq: batch.after.pseq + batch.leaves.length, digest: batch.hashes.at(-1) ?? batch.after.digest };
}

/**
 * One statement, so one round trip and one commit. The producer's row is moved on first: it makes the numbers contiguous, and two
 * connections (or two processes by one name) cannot both continue from the same entry. Bytes travel as three binary values and
 * are cut up by the server, which is cheaper than arrays of bytea.
 */
const acceptSql = `
  with head as (
    update audit_producer set pseq = $2::bigint + cardinality($5::uuid[]), digest = $3 where producer = $1 and pseq = $2 returning producer
  ), cut as (
    select row_number() over () as n, entry_id, size, sum(size) over (rows unbounded preceding) - size as before
    from unnest($5::uuid[], $6::int[]) as sent (entry_id, size)
  ), accepted as (
    insert into audit_outbox (entry_id, producer, pseq, prev_digest, leaf, leaf_hash, accepted_at)
    select entry_id, head.producer, $2 + n, substring($8::bytea from ((n - 1) * 32 + 1)::int for 32), substring($7::bytea from (before + 1)::int for size),
      substring($8 from (n * 32 + 1)::int for 32), $4
    from cut, head order by n
    returning 1
  ), sealed as (
    select entry_id, part, subject, key_id, size, sum(size) over (rows unbounded preceding) - size as before
    from unnest($9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::int[]) as sent (entry_id, part, subject, key_id, size)
  ), kept as (
    insert into audit_opening (entry_id, part, subject, key_id, ciphertext)
    select entry_id, part, subject, key_id, substring($14::bytea from (before + 1)::int for size) from sealed, head
    returning 1
  )
  select (select count(*) from head)::int as heads, (select count(*) from accepted)::int as entries, (select count(*) from kept)::int as openings`;

export type Acceptance = 'accepted' | 'not_next' | 'swallowed';

/**
 * @returns `not_next` when the producer does not stand where the batch continues: nothing was written;
 * `swallowed` when the server wrote fewer rows than it was given (a trigger took them): nothing may be released
 */
export async function acceptBatch(pool: pg.Pool, producer: string, batch: Batch): Promise<Acceptance> {
  const { after, openings } = batch;
  const { rows } = await pool.query<{ heads: number; entries: number; openings: number }>({
    name: 'audit_accept',
    text: acceptSql,
    values: [
      producer,
      after.pseq,
      headAfter(batch).digest,
      batch.acceptedAt,
      batch.entryIds.map(bareUuid),
      batch.leaves.map((leaf) => leaf.length),
      Buffer.concat(batch.leaves),
      Buffer.concat([after.digest, ...batch.hashes]),
      openings.map((each) => bareUuid(each.entryId)),
      openings.map((each) => each.part),
      openings.map((each) => each.subject),
      openings.map((each) => each.keyId),
      openings.map((each) => each.ciphertext.length),
      Buffer.concat(openings.map((each) => each.ciphertext)),
    ],
  });
  const [counts] = rows;
  if (counts === undefined || counts.heads === 0) return 'not_next';
  return counts.entries === batch.leaves.length && counts.openings === openings.length ? 'accepted' : 'swallowed';
}

/**
 * Where the producer stands now. Waits for a batch of ours whose answer was lost: after this its fate is known.
 */
export async function readHead(pool: pg.Pool, producer: string): Promise<ProducerHead> {
  await pool.query(`insert into audit_producer (producer, pseq, digest) values ($1, 0, $2) on conflict do nothing`, [
    producer,
    Buffer.alloc(32),
  ]);
  const { rows } = await pool.query<{ pseq: string; digest: Buffer }>(
    'select pseq, digest from audit_producer where producer = $1 for update',
    [producer],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`producer ${producer} has no row`);
  return { pseq: Number(row.pseq), digest: row.digest };
}

/** Whether a batch became durable, asked by its first entry; the sequencer may have moved it on already. */
export async function wasAccepted(pool: pg.Pool, batch: Batch): Promise<boolean> {
  const [first] = batch.entryIds;
  if (first === undefined) return true;
  const { rows } = await pool.query<{ found: boolean }>(
    `select exists (select from audit_outbox where entry_id = $1) or exists (select from audit_entry where entry_id = $1) as found`,
    [bareUuid(first)],
  );
  return rows[0]?.found === true;
}

/** `ent_<uuid>` as the column holds it. */
export const bareUuid = (id: string): string => id.slice(id.indexOf('_') + 1);
