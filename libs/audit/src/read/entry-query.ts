import { parseId } from '#libs/kernel';
import { caseDigest } from '../entry/prepared-entry.js';
import { bareUuid } from '../entry/accept-batch.js';

/** What is looked for; absent fields do not matter. */
export interface EntryFilter {
  /** `live_view.open`, or the act alone: `live_view`. */
  readonly type?: string | null;
  readonly cameraId?: string | null;
  readonly requestId?: string | null;
  readonly grantId?: string | null;
  readonly organisationCode?: string | null;
  readonly actorId?: string | null;
  readonly outcome?: string | null;
  /** From this instant (included) to that one (excluded). */
  readonly from?: Date | null;
  readonly to?: Date | null;
  /** Exactly a case number or an entry id. */
  readonly text?: string | null;
}

/**
 * What the asker may see at all; the caller decides it. An entry is visible when any of the lists names it and it lies inside the
 * times. `everything` is for the house itself.
 */
export type EntryScope =
  | 'everything'
  | {
      readonly organisationCodes: readonly string[];
      readonly requestIds?: readonly string[];
      readonly actorId?: string;
      readonly from?: Date;
      readonly to?: Date;
    };

/** Where a page ended; opaque to callers, stable while the log grows. */
export interface EntryPosition {
  readonly at: Date;
  readonly index: number;
}

/** The condition on `audit_search s` and its parameters, numbered from 1. */
export function entryCondition(
  origin: string,
  scope: EntryScope,
  filter: EntryFilter,
  after: EntryPosition | null,
): { readonly sql: string; readonly parameters: unknown[] } {
  const parameters: unknown[] = [];
  const value = (parameter: unknown): string => {
    parameters.push(parameter);
    return `$${parameters.length}`;
  };
  const conditions: string[] = [];
  const equal = (column: string, wanted: string | null | undefined): void => {
    if (wanted !== undefined && wanted !== null) conditions.push(`s.${column} = ${value(wanted)}`);
  };
  const since = (from: Date | null | undefined): void => {
    if (from !== undefined && from !== null) conditions.push(`s.at >= ${value(from)}`);
  };
  const until = (to: Date | null | undefined): void => {
    if (to !== undefined && to !== null) conditions.push(`s.at < ${value(to)}`);
  };
  if (scope !== 'everything') {
    const ways = [`s.organisation_code = any(${value(scope.organisationCodes)}::text[])`];
    if (scope.requestIds !== undefined && scope.requestIds.length > 0) ways.push(`s.request_id = any(${value(scope.requestIds)}::text[])`);
    if (scope.actorId !== undefined) ways.push(`s.actor_id = ${value(scope.actorId)}`);
    conditions.push(`(${ways.join(' or ')})`);
    since(scope.from);
    until(scope.to);
  }
  const { type, text } = filter;
  if (type !== undefined && type !== null) {
    // '/' follows '.': everything that begins with the act and a dot.
    conditions.push(type.includes('.') ? `s.type = ${value(type)}` : `s.type >= ${value(`${type}.`)} and s.type < ${value(`${type}/`)}`);
  }
  equal('resource_id', filter.cameraId);
  equal('request_id', filter.requestId);
  equal('grant_id', filter.grantId);
  equal('organisation_code', filter.organisationCode);
  equal('actor_id', filter.actorId);
  equal('outcome', filter.outcome);
  since(filter.from);
  until(filter.to);
  if (text !== undefined && text !== null && text.trim() !== '') {
    const entryId = parseId('ent', text.trim());
    if (entryId === null) equal('case_digest', caseDigest(origin, text.trim()));
    else equal('entry_id', bareUuid(entryId));
  }
  if (after !== null) conditions.push(`(s.at, s.idx) < (${value(after.at)}, ${value(after.index)})`);
  return { sql: conditions.length === 0 ? 'true' : conditions.join(' and '), parameters };
}
