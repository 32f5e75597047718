import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import { Cursors, InvalidCursor, type CursorScope } from '#libs/identity';
import type { CameraId, Viewer } from '#libs/kernel';
import { ClassGate, Gate, PolicyStore, type DecisionEntry } from '#libs/regulation';
import { cameraFacts, type Camera } from './camera.js';
import { ClassVisibility } from './class-visibility.js';
import { CameraRepository, type CameraCluster, type CameraSourceRow, type MapBounds } from './camera.repository.js';
import { isGiven, type CameraFilter, type FootageFilter, type VisibleCameras } from './camera-filter.js';
import { countOf, countsOf, nextFound, patternsOf, type Counted } from './camera-counts.js';
import { facetsOf, type CameraFacets } from './camera-facets.js';
import { Inventories, type TextFound } from './inventories.js';
import { ListAlarms } from './list-alarms.js';

export interface CameraPage {
  /** One more than was asked for when there is a next page, unless a row of it was dropped. */
  readonly rows: readonly Camera[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
  readonly cursorOf: (camera: Camera) => string;
}

/** What a list is for: part of its entry. */
type ListUse = 'page' | 'facets' | 'clusters' | 'suggestions';

/**
 * The city's cameras, as far as a viewer may know of them. What may be listed is asked of the rules for every class of
 * cameras (the attributes on which it depends, not for every camera) and narrowed in SQL; a camera outside is not there.
 */
@Injectable()
export class Cameras {
  constructor(
    private readonly db: Database,
    private readonly repository: CameraRepository,
    private readonly gate: Gate,
    private readonly classGate: ClassGate,
    private readonly visibility: ClassVisibility,
    private readonly inventories: Inventories,
    private readonly policies: PolicyStore,
    private readonly cursors: Cursors,
    private readonly alarms: ListAlarms,
  ) {}

  /** The pure facts of one camera for the gate. */
  static readonly factsOf = cameraFacts;

  /** null when there is no such camera, or when this viewer may not know of it. Records nothing: the act that asks does. */
  async findVisible(tx: Tx, viewer: Viewer, id: CameraId): Promise<Camera | null> {
    return (await this.listByIds(tx, viewer, [id]))[0] ?? null;
  }

  /** Those of the ids that the viewer may know of, in the order of their codes. */
  async listByIds(tx: Tx, viewer: Viewer, ids: readonly CameraId[]): Promise<readonly Camera[]> {
    if (ids.length === 0) return [];
    return this.repository.listByIds(tx, await this.visibility.visible(tx, viewer, 'read_camera'), ids);
  }

  /** One page and the count of the whole, under one decision that is committed to the log before any camera is shown. */
  async list(viewer: Viewer, args: { first: number; after?: string | null | undefined; filter: CameraFilter }): Promise<CameraPage> {
    const scope = this.scopeOf(viewer, args.filter);
    const afterCode = args.after === undefined || args.after === null ? null : codeOf(this.cursors.decode(args.after, scope));
    const cursorOf = (camera: Camera): string => this.cursors.encode([camera.code], scope);
    const page = await this.underOneDecision(viewer, 'page', args.filter, async (tx, visible) => {
      const counted = await this.counted(tx, visible, args.filter);
      const limit = args.first + 1;
      const found = await this.repository.page(tx, visible, args.filter, afterCode, limit, nextFound(counted, afterCode, limit));
      return {
        rows: await this.rechecked(viewer, args.filter, visible, found),
        hasNextPage: found.length > args.first,
        totalCount: countOf(counted),
      };
    });
    return { ...(page ?? { rows: [], hasNextPage: false, totalCount: 0 }), cursorOf };
  }

  /** How the visible cameras under a filter divide up: by unit, purpose, kind of place, of owner and of system. */
  async facets(viewer: Viewer, filter: CameraFilter): Promise<CameraFacets> {
    const facets = await this.underOneDecision(viewer, 'facets', filter, async (tx, visible) => {
      const counts = countsOf(await this.counted(tx, visible, filter));
      return facetsOf(counts, (classId) => visible.inventory.classOf(classId)?.tuple ?? null);
    });
    return facets ?? facetsOf([], () => null);
  }

  /** Visible cameras under a filter on a map, gathered into `cells` × `cells` cells of the bounds. */
  async clusters(viewer: Viewer, filter: CameraFilter, bounds: MapBounds, cells: number): Promise<readonly CameraCluster[]> {
    const found = await this.underOneDecision(viewer, 'clusters', filter, (tx, visible) =>
      this.repository.clusters(tx, visible, filter, bounds, cells),
    );
    return found ?? [];
  }

  /** Names of visible cameras that the text begins to spell. */
  async suggestions(viewer: Viewer, filter: CameraFilter, first: number): Promise<readonly string[]> {
    if (!isGiven(filter.text)) return [];
    return (
      (await this.underOneDecision(viewer, 'suggestions', filter, (tx, visible) => this.repository.names(tx, visible, filter, first))) ?? []
    );
  }

  /** One camera for a person who asks for it by id; that it was looked up is recorded, also when there is none. */
  async read(viewer: Viewer, id: CameraId): Promise<Camera | null> {
    const camera = await this.db.read((tx) => this.findVisible(tx, viewer, id));
    const facts = camera === null ? {} : { camera: cameraFacts(camera) };
    const decision = await this.gate.decideAlone(viewer, 'read_camera', facts, {
      type: 'camera.read',
      ...(camera === null ? {} : { resource: { kind: 'camera', id: camera.id } }),
    });
    return decision.proceeds ? camera : null;
  }

  /** Where the picture comes from. For the edge's connectors; nothing of it may reach a client. */
  findSource(tx: Tx, id: CameraId): Promise<CameraSourceRow | null> {
    return this.repository.findSource(tx, id);
  }

  private scopeOf(viewer: Viewer, filter: CameraFilter): CursorScope {
    return { list: 'cameras', viewer, filter: givenParts(filter), policySha256: this.policies.current().bundle.sha256 };
  }

  /**
   * Decides, and reads in one state of the database while the entry is being committed, so that rows, counts and the papers on
   * which single cameras depend belong together; nothing of it is handed out before the entry is there. null, and an entry that
   * says refused, when nothing may be shown.
   */
  private async underOneDecision<T>(
    viewer: Viewer,
    use: ListUse,
    filter: CameraFilter,
    read: (tx: Tx, visible: VisibleCameras) => Promise<T>,
  ): Promise<T | null> {
    const footage = footageOf(filter);
    const listed = await this.db.read((tx) => this.visibility.visible(tx, viewer, 'list_cameras'));
    const facts = {
      cameras: this.classGate.factsOf(
        'list_cameras',
        listed.classIds.flatMap((id) => listed.inventory.classOf(id)?.tuple ?? []),
      ),
    };
    const answer = await this.gate.decideWhile(viewer, 'list_cameras', facts, entryOf(use, footage), () =>
      this.db.snapshot(async (tx) =>
        read(
          tx,
          footage === null
            ? { ...listed, inventory: await this.inventories.at(tx) }
            : await this.visibility.visible(tx, viewer, 'list_cameras', footage),
        ),
      ),
    );
    return answer?.found ?? null;
  }

  /** What the inventory as a whole says of this list, in the snapshot that its rows are read in. */
  private async counted(tx: Tx, visible: VisibleCameras, filter: CameraFilter): Promise<Counted> {
    const patterns = patternsOf(filter);
    const found =
      patterns === null ? null : patterns.length === 0 ? nothingFound : await this.inventories.found(tx, visible.inventory, patterns);
    return { visible, filter, found, singles: await this.repository.singles(tx, visible, filter) };
  }

  /** The page against full facts, camera by camera; single cameras that were decided on by themselves have been already. */
  private async rechecked(viewer: Viewer, filter: CameraFilter, visible: VisibleCameras, rows: readonly Camera[]): Promise<Camera[]> {
    const added = new Set(visible.added);
    const byClass = rows.filter(({ id }) => !added.has(id));
    const open = this.visibility.stillOpen(viewer, 'list_cameras', footageOf(filter), byClass);
    const wrong = byClass.filter(({ id }) => !open.has(id));
    for (const camera of wrong) await this.alarms.raise(viewer, camera, filter.footage?.action ?? 'list_cameras');
    return wrong.length === 0 ? [...rows] : rows.filter((row) => !wrong.includes(row));
  }
}

const nothingFound: TextFound = { byClass: new Map(), cameras: { codes: [], classIds: [] } };

function entryOf(use: ListUse, footage: FootageFilter | null): DecisionEntry {
  if (footage === null) return { type: 'camera.list', details: { use } };
  return { type: 'camera.list', purpose: footage.purpose, details: { use, footage: footage.action, openNow: footage.openNow === true } };
}

function footageOf(filter: CameraFilter): FootageFilter | null {
  return filter.footage ?? null;
}

function codeOf([code]: readonly unknown[]): string {
  if (typeof code !== 'string') throw new InvalidCursor();
  return code;
}

/** The filter as a cursor is bound to it: what was not given is not part of it. */
function givenParts({ footage, ...rest }: CameraFilter): object {
  const given = Object.entries(rest).filter((entry): entry is [string, string] => isGiven(entry[1]));
  return {
    ...Object.fromEntries(given),
    ...(footage === null || footage === undefined ? {} : { footage: [footage.action, footage.purpose, footage.openNow === true] }),
  };
}
