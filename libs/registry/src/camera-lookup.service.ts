import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { pageOf } from '#libs/identity';
import { parseId, type Viewer } from '#libs/kernel';
import { CameraPresenter } from './camera-presenter.js';
import type { CameraFilter } from './camera.repository.js';
import type { CameraConnection, CameraType } from './camera.type.js';
import { Cameras } from './cameras.service.js';

/** The API's questions about cameras. */
@Injectable()
export class CameraLookup {
  constructor(
    private readonly db: Database,
    private readonly cameras: Cameras,
    private readonly presenter: CameraPresenter,
  ) {}

  async page(viewer: Viewer, args: { first: number; after?: string | null }, filter: CameraFilter): Promise<CameraConnection> {
    const { rows, totalCount, cursorOf } = await this.cameras.list(viewer, { ...args, filter });
    const nodes = await this.db.read((tx) => this.presenter.present(tx, rows));
    const shown = rows.flatMap((camera, index) => {
      const node = nodes[index];
      return node === undefined ? [] : [{ camera, node }];
    });
    return { ...pageOf(shown, args, ({ camera, node }) => ({ cursor: cursorOf(camera), node })), totalCount };
  }

  async one(viewer: Viewer, id: string): Promise<CameraType | null> {
    const cameraId = parseId('cam', id);
    const camera = cameraId === null ? null : await this.cameras.read(viewer, cameraId);
    if (camera === null) return null;
    return (await this.db.read((tx) => this.presenter.present(tx, [camera])))[0] ?? null;
  }
}
