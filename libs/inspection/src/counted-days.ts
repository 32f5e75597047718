import { mostDays, type CodeCount, type CountQuestion, type EntryCounts, type EntryFilter, type EntryScope } from '#libs/audit';
import type { Organisation } from '#libs/identity';
import { hanoiDate } from '#libs/kernel';
import type { EntryCountsType } from './entry-counts.type.js';

const dayMs = 86_400_000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);
const later = (day: string, days: number): string => hanoiDate(new Date(startOf(day) + days * dayMs));

/**
 * Which counters a search may sum, or null where none fit: they know bodies, acts, outcomes and days, not cameras, people, cases or
 * hours, and nothing of what others did with a body's requests. Only days that lie wholly inside scope and filter are counted, so that no
 * count tells of a time before the period; today counts as whole when the question does not end before now.
 */
export function countable(scope: EntryScope, filter: EntryFilter, now: Date): CountQuestion | null {
  if (filter.atNight === true || filter.lacksCase === true) return null;
  if (scope === 'everything' || scope.organisationCodes.length === 0) return null;
  const { cameraId, requestId, grantId, actorId, text } = filter;
  if ([cameraId, requestId, grantId, actorId, text].some((each) => each !== undefined && each !== null && each !== '')) return null;
  const end = earliest([now, scope.to, filter.to]);
  const toDay = end.getTime() >= now.getTime() ? hanoiDate(now) : later(hanoiDate(end), -1);
  const begin = latest([scope.from, filter.from]);
  const longAgo = later(toDay, 1 - mostDays);
  const firstWhole =
    begin === null ? longAgo : startOf(hanoiDate(begin)) === begin.getTime() ? hanoiDate(begin) : later(hanoiDate(begin), 1);
  const fromDay = firstWhole > longAgo ? firstWhole : longAgo;
  if (fromDay > toDay) return null;
  return {
    organisationCodes: scope.organisationCodes,
    fromDay,
    toDay,
    type: filter.type ?? null,
    outcome: filter.outcome ?? null,
    organisationCode: filter.organisationCode ?? null,
  };
}

const present = (dates: readonly (Date | null | undefined)[]): Date[] => dates.filter((each) => each !== undefined && each !== null);
const earliest = (dates: readonly (Date | null | undefined)[]): Date => new Date(Math.min(...present(dates).map(Number)));
const latest = (dates: readonly (Date | null | undefined)[]): Date | null => {
  const known = present(dates);
  return known.length === 0 ? null : new Date(Math.max(...known.map(Number)));
};

export function toEntryCounts(
  { fromDay, toDay, days, types, outcomes, organisations }: EntryCounts,
  bodies: ReadonlyMap<string, Organisation>,
): EntryCountsType {
  const copied = (counts: readonly CodeCount[]): { code: string; entries: number }[] =>
    counts.map(({ code, entries }) => ({ code, entries }));
  const named = organisations.map(({ code, entries }) => {
    const { nameVi = null, nameEn = null } = bodies.get(code) ?? {};
    return { code, nameVi, nameEn, entries };
  });
  return { fromDay, toDay, days: copied(days), types: copied(types), outcomes: copied(outcomes), organisations: named };
}
