import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { readRows, type ReadAs } from './inspection-role.js';

/** Which counters are summed; the caller decides which bodies and days may be counted at all. */
export interface CountQuestion {
  readonly organisationCodes: readonly string[];
  /** Days of the Hà Nội calendar, `2026-11-24`; both are counted. */
  readonly fromDay: string;
  readonly toDay: string;
  /** `live_view.open`, or the act alone. */
  readonly type?: string | null;
  readonly outcome?: string | null;
  readonly organisationCode?: string | null;
}

export interface CodeCount {
  readonly code: string;
  readonly entries: number;
}

/** Sums of the daily counters. Each facet leaves its own condition out, so that it shows what else could be chosen. */
export interface EntryCounts {
  readonly fromDay: string;
  readonly toDay: string;
  /** Days with entries only, in their order; `code` is the day. */
  readonly days: readonly CodeCount[];
  /** The largest first, like the next two. */
  readonly types: readonly CodeCount[];
  readonly outcomes: readonly CodeCount[];
  readonly organisations: readonly CodeCount[];
}

type Facet = 'day' | 'type' | 'outcome' | 'organisation';

/** Longest stretch of days that one question sums. */
export const mostDays = 366;
/** A facet with more codes than this would be no help. */
const mostCodes = 40;

/**
 * All facets in one reading of the counters, from the index of their key alone. An act has no dot, a type has one: either fits what is
 * asked for. `grouping` tells by which column a row is grouped: a bit is set for each of the four that it is not.
 */
export const countSql = `
  select case facet when 7 then 'day' when 11 then 'type' when 13 then 'outcome' else 'organisation' end as facet, code,
    case facet when 7 then fitting when 11 then of_outcome_and_body when 13 then of_type_and_body else of_type_and_outcome end as entries
  from (
    select grouping(day, type, outcome, organisation) as facet, coalesce(day::text, type, outcome, organisation) as code,
      sum(entries) filter (where of_type and of_outcome and of_body) as fitting,
      sum(entries) filter (where of_outcome and of_body) as of_outcome_and_body,
      sum(entries) filter (where of_type and of_body) as of_type_and_body,
      sum(entries) filter (where of_type and of_outcome) as of_type_and_outcome
    from (
      select day, type, outcome, organisation, entries,
        $4::text is null or $4 in (type, split_part(type, '.', 1)) as of_type,
        $5::text is null or outcome = $5 as of_outcome,
        $6::text is null or organisation = $6 as of_body
      from audit_day_count where organisation = any($1::text[]) and day >= $2::date and day <= $3::date) as counter
    group by grouping sets ((day), (type), (outcome), (organisation))) as summed`;

interface FacetRow {
  readonly facet: Facet;
  readonly code: string;
  /** null where nothing fits the other conditions. */
  readonly entries: string | null;
}

/** Counts from the daily counters, never by reading rows; at most the transaction of one batch behind the search. */
@Injectable()
export class EntryCounter {
  constructor(private readonly database: Database) {}

  async count({ organisationCodes, fromDay, toDay, type, outcome, organisationCode }: CountQuestion, as: ReadAs): Promise<EntryCounts> {
    const parameters = [organisationCodes, fromDay, toDay, type ?? null, outcome ?? null, organisationCode ?? null];
    const rows = await readRows<FacetRow>(this.database, as, countSql, parameters);
    const by = (wanted: Facet): CodeCount[] =>
      rows.flatMap(({ facet, code, entries }) => (facet === wanted && entries !== null ? [{ code, entries: Number(entries) }] : []));
    return {
      fromDay,
      toDay,
      days: by('day').sort(byCode).slice(0, mostDays),
      types: largest(by('type')),
      outcomes: largest(by('outcome')),
      organisations: largest(by('organisation')),
    };
  }
}

const byCode = (a: CodeCount, b: CodeCount): number => (a.code < b.code ? -1 : 1);
const largest = (counts: readonly CodeCount[]): CodeCount[] =>
  counts.toSorted((a, b) => b.entries - a.entries || byCode(a, b)).slice(0, mostCodes);
