import { hash } from 'node:crypto';
import type pg from 'pg';
import type { EntryId } from '#libs/kernel';
import { hashBytes } from '../tree/hash.js';
import { numberedText, roomForNumber, type PreparedEntry } from './prepared-entry.js';
import { besideClause, besideLists, type RowBeside } from './row-beside.js';
import type { SealedOpening } from './sealed-opening.js';

/** A producer numbers its entries in lanes, each a chain of its own: 1, 2, 3… and every entry names the one before it. */
export interface ChainName {
  readonly producer: string;
  readonly lane: string;
}

/** Where a chain stands: the number and leaf hash of its last durable entry; 0 and 32 zero bytes before the first. */
export interface ProducerHead {
  readonly pseq: number;
  readonly digest: Buffer;
}

/** Entries of one chain that become durable together, in this order, or not at all. */
export interface Batch {
  readonly chain: ChainName;
  readonly after: ProducerHead;
  readonly acceptedAt: Date;
  readonly entryIds: readonly EntryId[];
  /** Each leaf behind the zero byte of its hash (RFC 6962), one after the other. */
  readonly bytes: Buffer;
  /** Bytes of each leaf, without that zero. */
  readonly sizes: readonly number[];
  /** The predecessor's hash, then each entry's own: 32 bytes each. */
  readonly hashes: Buffer;
  readonly openings: readonly SealedOpening[];
  /** Rows of one other table, durable with the entries or not at all. */
  readonly beside: readonly RowBeside[];
}

export function headAfter(batch: Batch): ProducerHead {
  return { pseq: batch.after.pseq + batch.sizes.length, digest: batch.hashes.subarray(-hashBytes) };
}

/** Numbers and hashes entries, each naming the one before it. */
export function numberBatch(
  chain: ChainName,
  entries: readonly PreparedEntry[],
  after: ProducerHead,
): Pick<Batch, 'chain' | 'after' | 'bytes' | 'sizes' | 'hashes'> {
  const hashes = Buffer.allocUnsafe((entries.length + 1) * hashBytes);
  after.digest.copy(hashes);
  let previous = after.digest.toString('hex');
  const sizes: number[] = [];
  const room = Buffer.allocUnsafe(entries.reduce((sum, { text }) => sum + Buffer.byteLength(text, 'utf8') + roomForNumber + 1, 0));
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    const text = numberedText(entry, chain.lane, after.pseq + index + 1, previous);
    const size = room.write(text, at + 1, 'utf8');
    room[at] = 0;
    previous = hash('sha256', room.subarray(at, at + 1 + size), 'hex');
    hashes.write(previous, (index + 1) * hashBytes, 'hex');
    sizes.push(size);
    at += 1 + size;
  }
  return { chain, after, bytes: room.subarray(0, at), sizes, hashes };
}

/**
 * One statement, so one round trip and one commit. The producer's row is moved on first: it makes the numbers contiguous, and two
 * connections (or two processes by one name) cannot both continue from the same entry. Bytes travel as three binary values and
 * are cut up by the server, which is cheaper than arrays of bytea.
 */
const acceptClauses = `
  with head as (
    update audit_producer set pseq = $2::bigint + cardinality($5::uuid[]), digest = $3 where producer = $1 and lane = $15 and pseq = $2 returning producer, lane
  ), cut as (
    select row_number() over () as n, entry_id, size, sum(size) over (rows unbounded preceding) - size as before
    from unnest($5::uuid[], $6::int[]) as sent (entry_id, size)
  ), accepted as (
    insert into audit_outbox (entry_id, producer, lane, pseq, prev_digest, leaf, leaf_hash, accepted_at)
    select entry_id, head.producer, head.lane, $2 + n, substring($8::bytea from ((n - 1) * 32 + 1)::int for 32), substring($7::bytea from (before + n + 1)::int for size),
      substring($8 from (n * 32 + 1)::int for 32), $4
    from cut, head order by n
    returning 1
  ), sealed as (
    select entry_id, part, subject, key_id, size, disclose_after, sum(size) over (rows unbounded preceding) - size as before
    from unnest($9::uuid[], $10::text[], $11::text[], $12::uuid[], $13::int[], $16::timestamptz[]) as sent (entry_id, part, subject, key_id, size, disclose_after)
  ), kept as (
    insert into audit_opening (entry_id, part, subject, key_id, ciphertext, disclose_after)
    select entry_id, part, subject, key_id, substring($14::bytea from (before + 1)::int for size), disclose_after from sealed, head
    returning 1
  )`;
const acceptCounts = `
  select (select count(*) from head)::int as heads, (select count(*) from accepted)::int as entries, (select count(*) from kept)::int as openings`;
const besideFrom = 17;

export type Acceptance = 'accepted' | 'not_next' | 'swallowed';

/**
 * @returns `not_next` when the producer does not stand where the batch continues: nothing was written;
 * `swallowed` when the server wrote fewer rows than it was given (a trigger took them): nothing may be released
 */
export async function acceptBatch(pool: pg.Pool, batch: Batch): Promise<Acceptance> {
  const { chain, after, openings, beside } = batch;
  const table = beside[0]?.table ?? null;
  const { rows } = await pool.query<{ heads: number; entries: number; openings: number; beside: number }>({
    name: table === null ? 'audit_accept' : `audit_accept_${table.name}`,
    text:
      table === null
        ? `${acceptClauses}${acceptCounts}, 0 as beside`
        : `${acceptClauses}${besideClause(table, besideFrom)}${acceptCounts}, (select count(*) from beside)::int as beside`,
    values: [
      chain.producer,
      after.pseq,
      headAfter(batch).digest,
      batch.acceptedAt,
      listOf(batch.entryIds.map(bareUuid)),
      listOf(batch.sizes),
      batch.bytes,
      batch.hashes,
      listOf(openings.map((each) => bareUuid(each.entryId))),
      listOf(openings.map((each) => each.part)),
      listOf(openings.map((each) => each.subject)),
      listOf(openings.map((each) => each.keyId)),
      listOf(openings.map((each) => each.ciphertext.length)),
      Buffer.concat(openings.map((each) => each.ciphertext)),
      chain.lane,
      listOf(openings.map((each) => each.discloseAfter?.toISOString() ?? 'null')),
      ...(table === null ? [] : besideLists(table, beside)),
    ],
  });
  const [counts] = rows;
  if (counts === undefined || counts.heads === 0) return 'not_next';
  const isWhole = counts.entries === batch.sizes.length && counts.openings === openings.length && counts.beside === beside.length;
  return isWhole ? 'accepted' : 'swallowed';
}

/**
 * Where the producer stands now. Waits for a batch of ours whose answer was lost: after this its fate is known.
 */
export async function readHead(pool: pg.Pool, { producer, lane }: ChainName): Promise<ProducerHead> {
  const start = [producer, lane, Buffer.alloc(hashBytes)];
  await pool.query(`insert into audit_producer (producer, lane, pseq, digest) values ($1, $2, 0, $3) on conflict do nothing`, start);
  const { rows } = await pool.query<{ pseq: string; digest: Buffer }>(
    'select pseq, digest from audit_producer where producer = $1 and lane = $2 for update',
    [producer, lane],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`producer ${producer} has no row for lane ${lane}`);
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

/** A PostgreSQL array of ids, words or numbers, none of which needs quoting. */
function listOf(values: readonly (string | number)[]): string {
  return `{${values.join()}}`;
}

/** `ent_<uuid>` as the column holds it. */
export const bareUuid = (id: string): string => id.slice(id.indexOf('_') + 1);
