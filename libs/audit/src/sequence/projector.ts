import type pg from 'pg';
import { cameraGroupOf, dayOf, erasedCase, submission } from './search-terms.js';

const batchSize = 1_000;

/**
 * Reads the leaves themselves, so that what can be searched is what was hashed. The person and the case come from the erasable
 * table; when an opening is gone, so is the way to find the entry by it, but not that the entry had a case. Whose request an entry is about says the first that submits it.
 */
const projectSql = `
  with submitted as (
  insert into audit_request (request_id, organisation_code, idx)
  select distinct on (j ->> 'request') j ->> 'request', j ->> 'org', l.idx
  from audit_leaf l cross join lateral (select convert_from(l.leaf, 'UTF8')::jsonb as j) as leaf
  where l.idx >= $1 and l.idx < $2 and j ->> 't' = '${submission}' and j ->> 'request' is not null and j ->> 'org' is not null
  order by j ->> 'request', l.idx
  on conflict do nothing
  returning request_id, organisation_code, idx
  ), added as (
  insert into audit_search (idx, at, entry_id, type, outcome, organisation_code, role, actor_id, case_digest, purpose, basis, resource_kind, resource_id,
    request_id, grant_id, decision_id, playback_id, intent_id, rules, request_organisation_code)
  select e.idx, (j ->> 'at')::timestamptz, e.entry_id, j ->> 't', j ->> 'outcome', j ->> 'org', j ->> 'role', actor.subject, coalesce(in_case.subject, case when j ? 'case' then '${erasedCase}' end),
    j ->> 'purpose', j ->> 'basis', j #>> '{resource,kind}', j #>> '{resource,id}', j ->> 'request', j ->> 'grant', j ->> 'decision', j ->> 'playback', j ->> 'intent',
    (select array_agg(rule) from jsonb_array_elements_text(j -> 'rules') as rule),
    coalesce(
      (select s.organisation_code from submitted s where s.request_id = j ->> 'request' and s.idx <= e.idx),
      (select r.organisation_code from audit_request r where r.request_id = j ->> 'request' and r.idx <= e.idx))
  from audit_entry e
  join audit_leaf l on l.idx = e.idx
  cross join lateral (select convert_from(l.leaf, 'UTF8')::jsonb as j) as leaf
  left join audit_opening actor on actor.entry_id = e.entry_id and actor.part = 'actor'
  left join audit_opening in_case on in_case.entry_id = e.entry_id and in_case.part = 'case'
  where e.idx >= $1 and e.idx < $2 and l.idx >= $1 and l.idx < $2
  returning at, organisation_code, type, outcome, resource_kind, resource_id
  ), cell as (
    insert into audit_cell_count as c (day, organisation, type, outcome, cameras, entries)
    select ${dayOf('at')}, coalesce(organisation_code, ''), type, outcome, ${cameraGroupOf('added')}, count(*) from added group by 1, 2, 3, 4, 5
    on conflict on constraint audit_cell_count_pkey do update set entries = c.entries + excluded.entries
  )
  insert into audit_day_count as c (day, organisation, type, outcome, entries)
  select ${dayOf('at')}, coalesce(organisation_code, ''), type, outcome, count(*) from added group by 1, 2, 3, 4
  on conflict on constraint audit_day_count_pkey do update set entries = c.entries + excluded.entries`;

/**
 * Fills the search projection behind the sequencer, and counts what it makes searchable in the same transaction. Neither is evidence:
 * each row leads to its leaf and proof, and both are held against the manifests.
 */
export class Projector {
  private readonly knownMonths = new Set<string>();

  constructor(
    private readonly pool: pg.Pool,
    private readonly origin: string,
  ) {}

  /** A month of search exists before the tables' shape is first looked at: later ones are alike, and no change of shape. */
  async prepare(now: Date): Promise<void> {
    await this.ensureMonth(now.toISOString().slice(0, 7));
  }

  /** Projects one batch. @returns rows projected; 0 when the projection stands at the tree's size */
  async step(): Promise<number> {
    const {
      rows: [state],
    } = await this.pool.query<{ size: string; projected_size: string }>(
      'select s.size, p.projected_size from log_state s join log_progress p on p.origin = s.origin where s.origin = $1',
      [this.origin],
    );
    if (state === undefined) return 0;
    const from = Number(state.projected_size);
    const to = Math.min(Number(state.size), from + batchSize);
    if (from >= to) return 0;
    await this.ensureMonths(from, to);
    const client = await this.pool.connect();
    let failure: unknown;
    try {
      await client.query('begin');
      // First the claim: a second projector waits here and then finds nothing to do.
      const claimed = await client.query('update log_progress set projected_size = $3 where origin = $1 and projected_size = $2', [
        this.origin,
        from,
        to,
      ]);
      if (claimed.rowCount === 1) await client.query(projectSql, [from, to]);
      await client.query('commit');
      return claimed.rowCount === 1 ? to - from : 0;
    } catch (error) {
      failure = error;
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release(failure !== undefined);
    }
  }

  private async ensureMonths(from: number, to: number): Promise<void> {
    const { rows } = await this.pool.query<{ month: string }>(
      `select distinct substring(convert_from(leaf, 'UTF8')::jsonb ->> 'at' from 1 for 7) as month from audit_leaf where idx >= $1 and idx < $2`,
      [from, to],
    );
    for (const { month } of rows) await this.ensureMonth(month);
  }

  private async ensureMonth(month: string): Promise<void> {
    if (this.knownMonths.has(month)) return;
    await this.pool.query('select audit_search_partition($1::date)', [`${month}-01`]);
    this.knownMonths.add(month);
  }
}
