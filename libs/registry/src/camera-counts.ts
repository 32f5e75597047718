import { classesMatching, isGiven, type CameraFilter, type VisibleCameras } from './camera-filter.js';
import type { TextFound } from './inventories.js';
import { searchPatterns } from './search-text.js';

/** How many visible cameras a class has under a filter. */
export interface ClassCount {
  readonly classId: number;
  readonly cameras: number;
}

/** A camera that was decided on by itself, if the filter lets it through. */
export interface SingleCamera {
  readonly id: string;
  readonly classId: number;
  readonly toldClassId: number;
}

/** What a list is counted from: all of one state of the database. */
export interface Counted {
  readonly visible: VisibleCameras;
  readonly filter: CameraFilter;
  /** null when no text is searched for. */
  readonly found: TextFound | null;
  readonly singles: readonly SingleCamera[];
}

/** null: no text was given. None: a text of signs only, which finds nothing. */
export function patternsOf({ text }: CameraFilter): readonly string[] | null {
  return isGiven(text) ? searchPatterns(text) : null;
}

/** The predicate of the page, counted: cameras of open classes, and single ones that are shown or left out besides. */
export function countOf(counted: Counted): number {
  const { visible, filter, found } = counted;
  const asListed = found === null && !hasFilter(filter);
  const ids = asListed ? visible.classIds : openFull(visible, filter);
  const counts = found?.byClass ?? visible.inventory.tally;
  const ofClasses = ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  const open = new Set(ids);
  return singlesOf(counted, (one) => open.has(asListed && visible.level === 'told' ? one.toldClassId : one.classId)).reduce(
    (sum, { by }) => sum + by,
    ofClasses,
  );
}

/** The same by full class. */
export function countsOf(counted: Counted): ClassCount[] {
  const { visible, filter, found } = counted;
  const ids = openFull(visible, filter);
  const of = found?.byClass ?? visible.inventory.tally;
  const counts = new Map(ids.map((id) => [id, of.get(id) ?? 0]));
  const open = new Set(ids);
  for (const { one, by } of singlesOf(counted, ({ classId }) => open.has(classId)))
    counts.set(one.classId, (counts.get(one.classId) ?? 0) + by);
  return [...counts].filter(([, cameras]) => cameras !== 0).map(([classId, cameras]) => ({ classId, cameras }));
}

/**
 * Codes of the next cameras that a text finds, by what is known in memory: at least those that the page can hold, so that it need
 * look at no other. null when that is not known.
 */
export function nextFound({ visible, filter, found }: Counted, afterCode: string | null, limit: number): string[] | null {
  const cameras = found?.cameras ?? null;
  if (cameras === null) return null;
  const from = afterCode === null ? 0 : cameras.codes.indexOf(afterCode) + 1;
  // The camera that the last page ended with is not found any more: only the database knows what comes after it.
  if (afterCode !== null && from === 0) return null;
  const open = new Set(openFull(visible, filter));
  const next: string[] = [];
  for (let i = from; i < cameras.codes.length && next.length < limit + visible.removed.length; i += 1) {
    const [code, classId] = [cameras.codes[i], cameras.classIds[i]];
    if (code !== undefined && classId !== undefined && open.has(classId)) next.push(code);
  }
  return next;
}

export const hasFilter = (filter: CameraFilter): boolean =>
  [filter.unitCode, filter.ownerId, filter.purpose, filter.zoneKind].some(isGiven);

export const openFull = (visible: VisibleCameras, filter: CameraFilter): number[] =>
  classesMatching(visible.fullClasses(visible.inventory), filter).map(({ id }) => id);

/** `removed` weighs more than `added`, as in the predicate of the rows. */
function singlesOf({ visible, singles }: Counted, isOpen: (one: SingleCamera) => boolean): { one: SingleCamera; by: number }[] {
  const removed = new Set(visible.removed);
  return singles.map((one) => ({ one, by: (removed.has(one.id) ? 0 : 1) - (isOpen(one) ? 1 : 0) })).filter(({ by }) => by !== 0);
}
