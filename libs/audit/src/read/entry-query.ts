import { parseId } from '#libs/kernel';
import { caseDigest } from '../entry/prepared-entry.js';
import { bareUuid } from '../entry/accept-batch.js';
import { isAtNight, lacksCase } from '../sequence/search-terms.js';
import type { InspectionRef } from './inspection-role.js';

/** What is looked for; absent fields do not matter. */
export interface EntryFilter {
  /** `live_view.open`, or the act alone: `live_view`. */
  readonly type?: string | null;
  readonly cameraId?: string | null;
  readonly requestId?: string | null;
  readonly grantId?: string | null;
  readonly organisationCode?: string | null;
  /** Finds only what the scope names by its body or its actor: who acted on a request from outside is not to be guessed by asking. */
  readonly actorId?: string | null;
  readonly outcome?: string | null;
  /** From this instant (included) to that one (excluded). */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** Exactly a case number or an entry id. */
  readonly text?: string | null;
  /**
   * What happened from 22:00 until before 06:00 in Hà Nội (UTC+7, no summer time): the night of article 106 of the Labour Code,
   * 45/2019/QH14. A third of any day fits: no index of its own.
   */
  readonly atNight?: true | null;
  /**
   * Openings of footage, allowed or refused, that name no case; nothing else ever fits. One whose case number was erased had one,
   * and is none of these.
   */
  readonly lacksCase?: true | null;
}

/**
 * What the asker may see at all; the caller decides it. An entry is visible when any of the lists names it and it lies inside the
 * times. `everything` is for the house itself.
 */
export type EntryScope =
  | 'everything'
  | {
      /** Bodies whose people's acts are visible. */
      readonly organisationCodes: readonly string[];
      /** Bodies of whose requests everything is visible, whoever acted. */
      readonly requestsOf?: readonly string[];
      readonly actorId?: string;
      readonly from?: Date;
      readonly to?: Date;
      /** Under which papers: the database narrows by them too, whatever else this scope says. */
      readonly inspection?: InspectionRef;
    };

/** Where a page ended; opaque to callers, stable while the log grows. */
export interface EntryPosition {
  readonly at: Date;
  readonly index: number;
  /** Size of the log when the first page was read: what came later belongs to no page of this list, whatever time it states. */
  readonly size: number;
}

export interface EntryQuestion {
  readonly origin: string;
  readonly scope: EntryScope;
  readonly filter: EntryFilter;
  readonly after: Omit<EntryPosition, 'size'> | null;
  /** Only entries below this index. */
  readonly size: number;
  readonly limit: number;
}

/** Conditions on `audit_search s` under construction, with parameters numbered from 1. */
class Conditions {
  readonly parameters: unknown[] = [];
  readonly texts: string[] = [];

  value(parameter: unknown): string {
    this.parameters.push(parameter);
    return `$${this.parameters.length}`;
  }

  /** Absent values are no condition: they never ask for entries that lack a value (`EntryFilter.lacksCase` does, by words of its own). */
  add(expression: string, operator: '=' | '>=' | '<' | '<=', wanted: unknown): void {
    if (wanted !== undefined && wanted !== null) this.texts.push(`${expression} ${operator} ${this.value(wanted)}`);
  }
}

/**
 * The statement that finds the places of one page, newest first: rows `(at, idx)`, at most `limit`. Every way in is an index that
 * ends in `(at, idx)`, read from the page's edge on, so that a page costs the same at any depth:
 * - where the filter names a camera, person, case, request, grant or entry, its index; the scope is asked of each row on the way;
 * - else each body (of the acts, of the requests) and person of the scope by its own index, merged; the filter is asked of each row on the way.
 *   Openings without a case are few: these ways have indexes of them alone.
 */
export function entryQuery(question: EntryQuestion): { readonly sql: string; readonly parameters: unknown[] } {
  const { scope, filter, limit } = question;
  const where = new Conditions();
  const isKeyed = addFilter(where, question);
  const most = Math.max(1, Math.floor(limit));
  const page = (way: string): string =>
    `select s.at, s.idx from audit_search s where ${[...where.texts, way].filter((text) => text !== '').join(' and ')} order by s.at desc, s.idx desc limit ${most}`;
  if (scope === 'everything') return { sql: page(''), parameters: where.parameters };
  where.add('s.at', '>=', scope.from);
  where.add('s.at', '<', scope.to);
  const ways = waysOf(scope, filter);
  if (isKeyed) {
    const any = ways.map(({ column, values }) => `s.${column} = any(${where.value(values)}::text[])`);
    return { sql: page(any.length === 0 ? 'false' : `(${any.join(' or ')})`), parameters: where.parameters };
  }
  if (ways.length === 0) return { sql: page('false'), parameters: where.parameters };
  const found = ways.map(
    ({ column, values }) =>
      `select f.at, f.idx from unnest(${where.value(values)}::text[]) as way (value) cross join lateral (${page(`s.${column} = way.value`)}) f`,
  );
  // Not `union all`: an entry may be in the scope in more than one way.
  return {
    sql: `select at, idx from (${found.join(' union ')}) as f order by at desc, idx desc limit ${most}`,
    parameters: where.parameters,
  };
}

interface Way {
  readonly column: 'organisation_code' | 'request_organisation_code' | 'actor_id';
  readonly values: readonly string[];
}

function waysOf(scope: Exclude<EntryScope, 'everything'>, filter: EntryFilter): Way[] {
  const isByPerson = filter.actorId !== undefined && filter.actorId !== null;
  const ways: Way[] = [
    { column: 'organisation_code', values: scope.organisationCodes },
    { column: 'request_organisation_code', values: isByPerson ? [] : (scope.requestsOf ?? []) },
    { column: 'actor_id', values: scope.actorId === undefined ? [] : [scope.actorId] },
  ];
  return ways.filter(({ values }) => values.length > 0);
}

/** @returns whether the filter names something that few entries have */
function addFilter(where: Conditions, { origin, filter, after, size }: EntryQuestion): boolean {
  const { type } = filter;
  if (type !== undefined && type !== null) where.add(type.includes('.') ? 's.type' : `split_part(s.type, '.', 1)`, '=', type);
  where.add('s.outcome', '=', filter.outcome);
  where.add('s.organisation_code', '=', filter.organisationCode);
  where.add('s.at', '>=', filter.from);
  where.add('s.at', '<', filter.to);
  where.add('s.idx', '<', size);
  if (filter.atNight === true) where.texts.push(isAtNight('s.at'));
  if (filter.lacksCase === true) where.texts.push(lacksCase('s'));
  if (after !== null) {
    where.texts.push(`(s.at, s.idx) < (${where.value(after.at)}, ${where.value(after.index)})`);
    // Says nothing new, but lets whole months be left out: a comparison of rows does not.
    where.add('s.at', '<=', after.at);
  }
  const before = where.texts.length;
  where.add('s.resource_id', '=', filter.cameraId);
  where.add('s.request_id', '=', filter.requestId);
  where.add('s.grant_id', '=', filter.grantId);
  where.add('s.actor_id', '=', filter.actorId);
  const text = filter.text?.trim() ?? '';
  if (text !== '') {
    const entryId = parseId('ent', text);
    if (entryId === null) where.add('s.case_digest', '=', caseDigest(origin, text));
    else where.add('s.entry_id', '=', bareUuid(entryId));
  }
  return where.texts.length > before;
}
