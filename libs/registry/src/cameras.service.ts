import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#libs/database';
import { Cursors, type CursorScope } from '#libs/identity';
import type { CameraId, Viewer } from '#libs/kernel';
import { Gate, PolicyStore, type RecordedDecision } from '#libs/regulation';
import { cameraFacts, classFacts, type Camera, type CameraClass } from './camera.js';
import { ClassVisibility } from './class-visibility.js';
import { CameraRepository, type CameraFilter, type CameraSourceRow } from './camera.repository.js';

export interface CameraPage {
  /** One more than was asked for when there is a next page. */
  readonly rows: readonly Camera[];
  readonly totalCount: number;
  readonly cursorOf: (camera: Camera) => string;
}

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
    private readonly visibility: ClassVisibility,
    private readonly policies: PolicyStore,
    private readonly cursors: Cursors,
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
    return this.repository.listByIds(tx, await this.visibleClasses(tx, viewer, 'read_camera'), ids);
  }

  /** One page and the count of the whole, under one decision that is committed to the log before anything is read. */
  async list(viewer: Viewer, args: { first: number; after?: string | null | undefined; filter: CameraFilter }): Promise<CameraPage> {
    const scope: CursorScope = {
      list: 'cameras',
      viewer,
      filter: givenParts(args.filter),
      policySha256: this.policies.current().bundle.sha256,
    };
    const afterCode = args.after === undefined || args.after === null ? null : String(this.cursors.decode(args.after, scope)[0]);
    const visible = await this.db.read((tx) => this.visibleClasses(tx, viewer, 'list_cameras'));
    const decision = await this.recorded(viewer, 'list_cameras', visible);
    const cursorOf = (camera: Camera): string => this.cursors.encode([camera.code], scope);
    if (!decision.proceeds) return { rows: [], totalCount: 0, cursorOf };
    return this.db.read(async (tx) => ({
      rows: await this.repository.page(tx, visible, args.filter, afterCode, args.first + 1),
      totalCount: await this.repository.count(tx, visible, args.filter),
      cursorOf,
    }));
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

  private async visibleClasses(tx: Tx, viewer: Viewer, action: 'list_cameras' | 'read_camera'): Promise<CameraClass[]> {
    return this.visibility.visible(viewer, action, await this.repository.classes(tx));
  }

  /** A list that may show nothing is recorded as refused. */
  private recorded(viewer: Viewer, action: string, visible: readonly CameraClass[]): Promise<RecordedDecision> {
    return this.gate.decideAlone(viewer, action, { cameras: visible.map(classFacts) }, { type: 'camera.list' });
  }
}

/** The filter as a cursor is bound to it: what was not given is not part of it. */
function givenParts(filter: CameraFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}
