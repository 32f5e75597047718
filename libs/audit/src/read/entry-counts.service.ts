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

type Dimension = 'day' | 'type' | 'outcome' | 'organisation';

/** Longest stretch of days that one question sums. */
export const mostDays = 366;
/** A facet with more codes than this would be no help. */
const mostCodes = 40;

/** Counts from the daily counters, never by reading rows; at most the transaction of one batch behind the search. */
@Injectable()
export class EntryCounter {
  constructor(private readonly database: Database) {}

  async count(question: CountQuestion, as: ReadAs): Promise<EntryCounts> {
    const { fromDay, toDay } = question;
    const by = (dimension: Dimension): Promise<CodeCount[]> => this.sums(question, dimension, as);
    const [days, types, outcomes, organisations] = await Promise.all([by('day'), by('type'), by('outcome'), by('organisation')]);
    return { fromDay, toDay, days, types, outcomes, organisations };
  }

  private async sums(question: CountQuestion, dimension: Dimension, as: ReadAs): Promise<CodeCount[]> {
    const parameters: unknown[] = [question.organisationCodes, question.fromDay, question.toDay];
    const conditions = ['c.organisation = any($1::text[])', 'c.day >= $2::date', 'c.day <= $3::date'];
    const equal = (own: Dimension, expression: string, wanted: string | null | undefined): void => {
      if (wanted !== undefined && wanted !== null && own !== dimension) conditions.push(`${expression} = $${parameters.push(wanted)}`);
    };
    equal('type', question.type?.includes('.') === true ? 'c.type' : `split_part(c.type, '.', 1)`, question.type);
    equal('outcome', 'c.outcome', question.outcome);
    equal('organisation', 'c.organisation', question.organisationCode);
    const rows = await readRows<{ code: string; entries: string }>(
      this.database,
      as,
      `select c.${dimension}::text as code, sum(c.entries)::bigint as entries from audit_day_count c where ${conditions.join(' and ')} group by 1
       order by ${dimension === 'day' ? '1' : '2 desc, 1'} limit ${dimension === 'day' ? mostDays : mostCodes}`,
      parameters,
    );
    return rows.map(({ code, entries }) => ({ code, entries: Number(entries) }));
  }
}
