import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { CameraClass } from './camera.js';
import { InventoryRepository, type FoundCodes } from './inventory.repository.js';

/** How many cameras there are, by class, in one version of the inventory; whoever may know of them. */
export interface Inventory {
  /** The same for the same inventory; who keeps it keeps nothing else of it. */
  readonly key: object;
  readonly version: number;
  /** By number of class, of both levels; a class without cameras is not there. */
  readonly tally: ReadonlyMap<number, number>;
  /** Those that occur, of each level. */
  readonly classes: Readonly<Record<CameraClass['level'], readonly CameraClass[]>>;
  readonly classOf: (id: number) => CameraClass | null;
}

/** What a search text finds in one version: by full class, and camera by camera where these are not too many. */
export interface TextFound {
  readonly byClass: ReadonlyMap<number, number>;
  readonly cameras: FoundCodes | null;
}

/** Above this a text is on every page of the list anyway, and walking the list finds the next ones soon. */
const fewCameras = 20_000;
/** Codes kept of all texts together: some ten megabytes. */
const mostCodes = 200_000;
const mostTexts = 1_000;

/**
 * Counts of the whole inventory, the same for every viewer: read once, and again what changed since. What a viewer may know of
 * them is cut out by the classes that the rules leave open (`camera-counts.ts`); nothing here is shown by itself.
 */
@Injectable()
export class Inventories {
  private held = inventoryOf(0, new Map(), new Map());
  /** Of the held version only, the longest unused first. */
  private readonly texts = new Map<string, TextFound>();
  private codesHeld = 0;

  constructor(private readonly repository: InventoryRepository) {}

  /** The inventory as this transaction sees it. */
  async at(tx: Tx): Promise<Inventory> {
    const base = this.held;
    const { version, isSettled, changes } = await this.repository.changedSince(tx, base.version);
    if (version === base.version) return base;
    // An older state, of a snapshot that began before or of a database that was restored: counted from nothing.
    const whole = version < base.version;
    const counted = whole ? (await this.repository.changedSince(tx, 0)).changes : changes;
    const tally = new Map(whole ? [] : base.tally);
    for (const { classId, cameras } of counted)
      if (cameras > 0) tally.set(classId, cameras);
      else tally.delete(classId);
    const inventory = inventoryOf(version, tally, await this.classesOf(tx, tally, base));
    if (isSettled && (whole || this.held === base)) this.hold(inventory);
    return inventory;
  }

  /** `tx` must be a snapshot that sees this inventory. */
  async found(tx: Tx, inventory: Inventory, patterns: readonly string[]): Promise<TextFound> {
    const key = JSON.stringify(patterns);
    const kept = this.held === inventory ? this.texts.get(key) : undefined;
    if (kept !== undefined) {
      this.texts.delete(key);
      this.texts.set(key, kept);
      return kept;
    }
    const few = await this.repository.codesFound(tx, patterns, fewCameras + 1);
    const fresh: TextFound =
      few.codes.length <= fewCameras
        ? { byClass: countOf(few.classIds), cameras: few }
        : { byClass: new Map((await this.repository.classesFound(tx, patterns)).map((one) => [one.classId, one.cameras])), cameras: null };
    if (this.held === inventory) this.keep(key, fresh);
    return fresh;
  }

  private hold(inventory: Inventory): void {
    this.held = inventory;
    this.texts.clear();
    this.codesHeld = 0;
  }

  private keep(key: string, found: TextFound): void {
    this.forget(key);
    this.texts.set(key, found);
    this.codesHeld += found.cameras?.codes.length ?? 0;
    for (const oldest of this.texts.keys()) {
      if (this.codesHeld <= mostCodes && this.texts.size <= mostTexts) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.codesHeld -= this.texts.get(key)?.cameras?.codes.length ?? 0;
    this.texts.delete(key);
  }

  /** A class is immutable, and a number is never given twice: what was known of one stays true. */
  private async classesOf(tx: Tx, tally: ReadonlyMap<number, number>, base: Inventory): Promise<Map<number, CameraClass>> {
    const ids = [...tally.keys()];
    const unknown = await this.repository.classes(
      tx,
      ids.filter((id) => base.classOf(id) === null),
    );
    const read = new Map(unknown.map((one) => [one.id, one]));
    return new Map(
      ids.flatMap((id) => {
        const one = base.classOf(id) ?? read.get(id);
        return one === undefined ? [] : [[id, one] as const];
      }),
    );
  }
}

function inventoryOf(version: number, tally: ReadonlyMap<number, number>, byId: ReadonlyMap<number, CameraClass>): Inventory {
  const of = (level: CameraClass['level']): CameraClass[] => [...byId.values()].filter((one) => one.level === level);
  return { key: {}, version, tally, classes: { told: of('told'), full: of('full') }, classOf: (id) => byId.get(id) ?? null };
}

function countOf(classIds: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of classIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
