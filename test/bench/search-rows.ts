import type pg from 'pg';

/** How the generated rows are spread; the first of each pool is the busiest by far, as cameras at a big crossing are. */
export const pools = { cameras: 40_210, people: 4_000, cases: 20_000, requests: 60_000, bodies: 335 } as const;
export const months = 12;

/** Case numbers of the generated rows are this and a number of the pool; rows hold their digests. */
export const casePrefix = 'VV-2026-';

export interface Filling {
  readonly origin: string;
  readonly entries: number;
  readonly now: Date;
}

/** A number of a pool for row `n`: the share of the first k is the cube root of k / size. */
const pick = (size: number, salt: string): string =>
  `floor(${size} * power((hashtextextended('${salt}' || n, 0) & 1048575) / 1048576.0, 3))::int`;
const id = (prefix: string, number: string): string => `'${prefix}_' || md5('${prefix}' || ${number})::uuid`;

/** Roughly what a city does: looks, their ends, requests and decisions on them, lists, reading of the log. */
const types = `(array['live_view.open', 'live_view.open', 'live_view.delivered', 'live_view.delivered', 'live_view.close', 'live_view.close', 'camera.list',
  'camera.list', 'request.read', 'submit_request.submit', 'consent.sign', 'review.sign', 'approve.sign', 'live_view.refused', 'audit.query', 'revoke.apply'])`;

const rowsSql = `
  insert into audit_search (idx, at, entry_id, type, outcome, organisation_code, role, actor_id, case_digest, purpose, basis, resource_kind, resource_id,
    request_id, grant_id, decision_id, request_organisation_code)
  select n, at, md5('ent' || n)::uuid, type, case when type = 'live_view.refused' or n % 41 = 0 then 'refused' else 'allowed' end,
    'body-' || ${pick(pools.bodies, 'b')}, 'requester', ${id('per', pick(pools.people, 'p'))},
    case when n % 3 > 0 then encode(sha256(convert_to($5::text || ${pick(pools.cases, 'v')}, 'UTF8')), 'hex') end, 'GIAO_THONG', 'ND61-14',
    case when type like 'live\\_view.%' then 'camera' end, case when type like 'live\\_view.%' then ${id('cam', pick(pools.cameras, 'c'))} end,
    case when type not like 'camera.%' then ${id('req', pick(pools.requests, 'r'))} end,
    case when type like 'live\\_view.%' then ${id('grt', pick(pools.requests, 'r'))} end, ${id('dec', 'n')},
    case when type not like 'camera.%' then 'body-' || ${pick(pools.requests, 'r')} % ${pools.bodies} end
  from (select n, date_trunc('milliseconds', $3::timestamptz + ($4::float8 * (n - $1)) * interval '1 second') as at, (${types})[1 + (hashtextextended('t' || n, 0) & 15)] as type
        from generate_series($1::bigint, $2::bigint - 1) as n) as made`;

/**
 * Fills the search projection and its counters with generated rows: twelve months that end with this one, in the real partitions. No
 * leaves and no tree stand behind them: what is measured over them is finding, not proving.
 */
export async function fillSearch(owner: pg.Client, { origin, entries, now }: Filling, tell: (line: string) => void): Promise<void> {
  await owner.query(`set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`);
  // An index is built many times quicker over rows that are there than row by row.
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'audit_search'::regclass and not i.indisprimary`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  const each = Math.ceil(entries / months);
  for (let month = 0; month < months; month += 1) {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (months - 1 - month), 1));
    const end = month === months - 1 ? now : new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1));
    const from = month * each;
    const to = Math.min(entries, from + each);
    await owner.query('select audit_search_partition($1::date)', [first]);
    await owner.query(rowsSql, [
      from,
      to,
      first,
      (end.getTime() - first.getTime()) / 1_000 / (to - from),
      `cuao/case/v1\n${origin}\n${casePrefix}`,
    ]);
    tell(`${to.toLocaleString('en')} of ${entries.toLocaleString('en')} rows`);
  }
  // "Only" would make an index of the whole that none of its parts has.
  for (const { name, definition } of indexes) {
    await owner.query(definition.replace(' ON ONLY ', ' ON '));
    tell(`index ${name}`);
  }
  await owner.query(`
    insert into audit_cell_count (day, organisation, type, outcome, cameras, entries)
    select (at at time zone 'Asia/Ho_Chi_Minh')::date, organisation_code, type, outcome,
      case when resource_kind = 'camera' then left(encode(sha256(convert_to(resource_id, 'UTF8')), 'hex'), 2) else '' end, count(*)
    from audit_search group by 1, 2, 3, 4, 5`);
  await owner.query(`insert into audit_day_count (day, organisation, type, outcome, entries)
    select day, organisation, type, outcome, sum(entries) from audit_cell_count group by 1, 2, 3, 4`);
  await owner.query('vacuum (analyze) audit_search, audit_day_count, audit_cell_count');
  tell('counters and statistics');
}
