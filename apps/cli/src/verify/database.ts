import { fromHex, isSame, toHex } from './codec.js';
import { LogFolder, tileWidth } from './log-folder.js';
import { hashLeaf, hashLength } from './merkle.js';

/** What the check asks of the database; nothing is written. */
export type Ask = (sql: string, values: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export interface DatabaseReport {
  /** First index at which the database differs from the tiles, and how; null when it does not. */
  readonly difference: { readonly index: number; readonly what: string } | null;
  readonly entries: number;
  readonly leaves: number;
  readonly searched: number;
}

/** Entries of one partition of leaf bytes (`audit_leaf_p<n>`): a whole one may go once the log says so. */
const partitionSize = 2 ** 20;

/** Hashes and ids as text, so that no driver's idea of bytea or bigint comes between. */
const rowsSql = `
  select e.idx::text as idx, e.entry_id::text as entry, encode(e.leaf_hash, 'hex') as hash, encode(l.leaf, 'hex') as leaf
  from audit_entry e left join audit_leaf l on l.idx = e.idx and l.idx >= $1::bigint and l.idx < $2::bigint
  where e.idx >= $1::bigint and e.idx < $2::bigint order by e.idx`;

/** Columns of the search projection and where in a leaf they come from. */
const searchColumns: Readonly<Record<string, readonly string[]>> = {
  type: ['t'],
  outcome: ['outcome'],
  organisation_code: ['org'],
  role: ['role'],
  purpose: ['purpose'],
  basis: ['basis'],
  resource_kind: ['resource', 'kind'],
  resource_id: ['resource', 'id'],
  request_id: ['request'],
  grant_id: ['grant'],
  decision_id: ['decision'],
  playback_id: ['playback'],
  intent_id: ['intent'],
};
const searchSql = `
  select idx::text as idx, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, entry_id::text as entry,
    coalesce(array_to_string(rules, ' '), '') as rules, request_organisation_code, ${Object.keys(searchColumns).join(', ')}
  from audit_search where idx >= $1::bigint and idx < $2::bigint order by idx`;

/**
 * Holds the database against the tiles, row by row: `audit_entry` and `audit_leaf` below the checkpoint's size, and the search projection
 * as far as it says it has come. The tiles are taken as checked. Stops at the first difference.
 */
export async function diffDatabase(ask: Ask, log: LogFolder, origin: string, size: number): Promise<DatabaseReport> {
  const [progress] = await ask('select projected_size::text as projected from log_progress where origin = $1', [origin]);
  const projected = Math.min(size, Number(progress?.['projected'] ?? 0));
  const report = { entries: 0, leaves: 0, searched: 0 };
  const bodies = new Map<string, string>();
  const gone = new Map<string, number>();
  const pruned = new Set<string>();
  for (let tile = 0; tile * tileWidth < size; tile += 1) {
    const from = tile * tileWidth;
    const to = Math.min(size, from + tileWidth);
    const hashes = log.hashes(0, tile, to - from) ?? new Uint8Array(0);
    const entries = log.entries(tile, to - from);
    const rows = await ask(rowsSql, [from, to]);
    const searchEnd = Math.min(to, projected);
    const found = searchEnd > from ? await ask(searchSql, [from, searchEnd]) : [];
    for (let index = from; index < to; index += 1) {
      const hash = hashes.subarray((index - from) * hashLength, (index - from + 1) * hashLength);
      const here = rows.filter((row) => row['idx'] === String(index));
      const what =
        rowDifference(here, hash, entries?.[index - from])
        ?? (index < searchEnd ? searchDifference(found, index, entries?.[index - from], bodies) : null);
      if (what !== null) return { ...report, difference: { index, what } };
      report.entries += 1;
      const partition = `audit_leaf_p${Math.floor(index / partitionSize)}`;
      if (here[0]?.['leaf'] !== null) report.leaves += 1;
      else if (!gone.has(partition)) gone.set(partition, index);
      const told = entries?.[index - from];
      if (told !== undefined) pruned.add(prunedBy(told) ?? '');
      if (index < searchEnd) report.searched += 1;
    }
  }
  for (const [partition, index] of gone)
    if (!pruned.has(partition))
      return { ...report, difference: { index, what: `the database has no leaf, and no entry of the log says that ${partition} goes` } };
  const [beyond] = await ask(
    `select min(idx)::text as idx from audit_entry where idx >= (select size from log_state where origin = $1) or idx < 0`,
    [origin],
  );
  if (typeof beyond?.['idx'] === 'string')
    return { ...report, difference: { index: Number(beyond['idx']), what: 'a row stands beyond the size of the tree' } };
  return { ...report, difference: null };
}

/** The partition that an entry says goes. */
function prunedBy(entry: Uint8Array): string | null {
  const text = Buffer.from(entry).toString('utf8');
  if (!text.includes('"log.prune"')) return null;
  const leaf: unknown = JSON.parse(text);
  return textOf(leaf, ['t']) === 'log.prune' && textOf(leaf, ['outcome']) === 'allowed' ? textOf(leaf, ['resource', 'id']) : null;
}

function rowDifference(rows: readonly Readonly<Record<string, unknown>>[], hash: Uint8Array, entry: Uint8Array | undefined): string | null {
  const [row] = rows;
  if (row === undefined) return 'the database has no row of this entry';
  if (rows.length > 1) return 'the database has more than one row of this entry';
  if (row['hash'] !== toHex(hash)) return `the row's leaf hash is ${String(row['hash'])}, the tile's ${toHex(hash)}`;
  const leaf = typeof row['leaf'] === 'string' ? fromHex(row['leaf']) : null;
  if (leaf !== null && !isSame(hashLeaf(leaf), hash)) return 'the leaf in the database does not hash to its place in the tile';
  const id = entry === undefined ? null : textOf(JSON.parse(Buffer.from(entry).toString('utf8')), ['id']);
  return id === null || id === `ent_${String(row['entry'])}` ? null : `the row is of entry ent_${String(row['entry'])}, the log's is ${id}`;
}

/** @param bodies whose request each is, by the entries before; this one may add to them */
function searchDifference(
  rows: readonly Readonly<Record<string, unknown>>[],
  index: number,
  entry: Uint8Array | undefined,
  bodies: Map<string, string>,
): string | null {
  if (entry === undefined) return null;
  const found = rows.filter((row) => row['idx'] === String(index));
  const [row] = found;
  if (row === undefined || found.length > 1) return `the search has ${found.length} rows of this entry`;
  const leaf: unknown = JSON.parse(Buffer.from(entry).toString('utf8'));
  const [request, body] = [textOf(leaf, ['request']), textOf(leaf, ['org'])];
  if (request !== null && body !== null && textOf(leaf, ['t']) === 'submit_request.submit' && !bodies.has(request))
    bodies.set(request, body);
  const wanted: Record<string, string> = {
    at: textOf(leaf, ['at']) ?? '',
    entry: (textOf(leaf, ['id']) ?? '').replace(/^ent_/, ''),
    rules: rulesOf(leaf).join(' '),
    request_organisation_code: (request === null ? undefined : bodies.get(request)) ?? '',
  };
  for (const [column, steps] of Object.entries(searchColumns)) wanted[column] = textOf(leaf, steps) ?? '';
  const wrong = Object.entries(wanted).find(([column, value]) => (row[column] ?? '') !== value);
  return wrong === undefined ? null : `the search says ${wrong[0]} ${JSON.stringify(row[wrong[0]])}, the log ${JSON.stringify(wrong[1])}`;
}

function textOf(value: unknown, steps: readonly string[]): string | null {
  let at = value;
  for (const step of steps) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined;
  return typeof at === 'string' ? at : null;
}

function rulesOf(leaf: unknown): string[] {
  const rules = typeof leaf === 'object' && leaf !== null ? (leaf as Record<string, unknown>)['rules'] : undefined;
  return Array.isArray(rules) ? rules.filter((rule): rule is string => typeof rule === 'string') : [];
}
