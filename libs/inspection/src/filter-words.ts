import type { EntryFilter } from '#libs/audit';
import { parseId } from '#libs/kernel';

/** The filter without what was left out, in a form that a cursor can be bound to. */
export function statedParts(filter: EntryFilter): Record<string, string> {
  const stated: Record<string, string> = {};
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || value === null) continue;
    stated[key] = value instanceof Date ? value.toISOString() : String(value);
  }
  return stated;
}

/**
 * What was looked for, as the entry tells it: ids and codes as they are; a case number and a person as a commitment, like every
 * other one.
 */
export function wordsOf(filter: EntryFilter): { details?: Record<string, string | true>; caseRef?: string } {
  const { text, actorId, ...rest } = statedParts(filter);
  const isYes = (key: string): boolean => filter[key as keyof EntryFilter] === true;
  const named = Object.entries(rest).map(([key, value]): [string, string | true] => [
    `by${key.charAt(0).toUpperCase()}${key.slice(1)}`,
    isYes(key) ? true : value,
  ]);
  const entryId = text === undefined ? null : parseId('ent', text.trim());
  if (entryId !== null) named.push(['byEntry', entryId]);
  const committed = [entryId === null ? (text?.trim() ?? '') : '', actorId ?? ''].filter((each) => each !== '').join(' ');
  return {
    ...(named.length === 0 && actorId === undefined
      ? {}
      : { details: { ...Object.fromEntries(named), ...(actorId === undefined ? {} : { byActor: true }) } }),
    ...(committed === '' ? {} : { caseRef: committed }),
  };
}
