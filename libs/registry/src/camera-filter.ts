import type { CameraClass } from './camera.js';
import type { Inventory } from './inventories.js';
import { searchPatterns } from './search-text.js';

/** Footage that a viewer could open, or ask for, if the papers were in order; or only what they can open at once, with what they have. */
export interface FootageFilter {
  readonly action: string;
  readonly purpose: string;
  readonly openNow?: boolean | null | undefined;
}

export interface CameraFilter {
  readonly unitCode?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  readonly zoneKind?: string | null | undefined;
  /** Vietnamese with or without marks; a comma separates phrases, which must all be found. */
  readonly text?: string | null | undefined;
  readonly footage?: FootageFilter | null | undefined;
}

/** The cameras that a viewer may be told of: those of some classes, and single ones that were decided on by themselves. */
export interface VisibleCameras {
  /** The state of the inventory that is meant. */
  readonly inventory: Inventory;
  /** Which class of a camera is meant: the few that lists depend on where that is enough, else the many. */
  readonly level: CameraClass['level'];
  readonly classIds: readonly number[];
  /** The same cameras by their full classes, whatever the level. */
  readonly fullClasses: (inventory: Inventory) => readonly CameraClass[];
  /** Shown although their class is not. */
  readonly added: readonly string[];
  /** Not shown although their class is. */
  readonly removed: readonly string[];
}

export const classColumn = { told: 'told_class_id', full: 'class_id' } as const;
/** Planning weighs every element of a list; from here on a lookup table costs less. */
const mostWeighed = 500;

/** `column` is one of the ids: the same whichever way PostgreSQL is told to look. No ids, no row. */
function isOneOf(column: string, placeholder: string, count: number): string {
  return count <= mostWeighed ? `${column} = any(${placeholder}::integer[])` : `${column} in (select unnest(${placeholder}::integer[]))`;
}

/** Takes a value and names its placeholder. */
export type Bind = (value: unknown) => string;

/** Parameterised conditions on `camera c`, joined by `and`. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  get text(): string {
    return this.parts.join(' and ');
  }

  /** The next placeholder, for the value. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(part: (placeholder: string) => string, value: unknown): void {
    this.parts.push(part(this.bind(value)));
  }

  never(): void {
    this.parts.push('false');
  }

  /** The one predicate of every list, count, facet, cluster and suggestion. Empty lists match nothing and remove nothing. */
  visible({ level, classIds, added, removed }: VisibleCameras): void {
    const ofClass = isOneOf(`c.${classColumn[level]}`, this.bind([...classIds]), classIds.length);
    const one = this.bind([...added]);
    this.add((not) => `(${ofClass} or c.id = any(${one}::text[])) and c.id <> all(${not}::text[])`, [...removed]);
  }

  /** Only cameras with one of these codes, or decided on by themselves. It narrows: what is visible is asked besides. */
  oneOf({ added }: VisibleCameras, codes: (bind: Bind) => string): void {
    const among = codes((value) => this.bind(value));
    this.parts.push(`(c.code = any(${among}) or c.id = any(${this.bind([...added])}::text[]))`);
  }

  filter(filter: CameraFilter): void {
    if (isGiven(filter.unitCode)) this.add((p) => `c.unit_code = ${p}`, filter.unitCode);
    if (isGiven(filter.ownerId)) this.add((p) => `c.owner_org_id = ${p}`, filter.ownerId);
    if (isGiven(filter.zoneKind)) this.add((p) => `c.zone_kind = ${p}`, filter.zoneKind);
    if (isGiven(filter.purpose)) this.add((p) => `${p} = any(c.purposes)`, filter.purpose);
    if (!isGiven(filter.text)) return;
    const patterns = searchPatterns(filter.text);
    // A query of signs only folds to nothing; it finds nothing rather than everything.
    if (patterns.length === 0) this.never();
    for (const pattern of patterns) this.add((p) => `c.search_text like ${p}`, pattern);
  }
}

export const isGiven = (value: string | null | undefined): value is string => value !== undefined && value !== null && value !== '';

/**
 * Classes whose cameras can match: unit, owner, zone and purpose are attributes of the class, so this leaves out nothing that the
 * same conditions on the rows would find.
 */
export function classesMatching(classes: readonly CameraClass[], filter: CameraFilter): CameraClass[] {
  return classes.filter(
    ({ tuple }) =>
      (!isGiven(filter.unitCode) || tuple.areaCode === filter.unitCode)
      && (!isGiven(filter.ownerId) || tuple.ownerOrgId === filter.ownerId)
      && (!isGiven(filter.zoneKind) || tuple.zoneKind === filter.zoneKind)
      && (!isGiven(filter.purpose) || tuple.purposes?.includes(filter.purpose) === true),
  );
}
