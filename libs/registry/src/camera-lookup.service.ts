import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { pageOf, Units } from '#libs/identity';
import { parseId, type Viewer } from '#libs/kernel';
import { CameraPresenter } from './camera-presenter.js';
import type { CameraFilter } from './camera-filter.js';
import type { FacetCount } from './camera-facets.js';
import type { CameraMapInput } from './camera.input.js';
import type { CameraClusterType, CameraFacetsType, CameraFacetType } from './camera-facets.type.js';
import type { CameraConnection, CameraType } from './camera.type.js';
import { Cameras } from './cameras.service.js';

const mostSuggestions = 8;
const facetType = ({ code, cameras }: FacetCount): CameraFacetType => ({ code, count: cameras });

/** The API's questions about cameras. */
@Injectable()
export class CameraLookup {
  constructor(
    private readonly db: Database,
    private readonly cameras: Cameras,
    private readonly presenter: CameraPresenter,
    private readonly units: Units,
  ) {}

  async page(viewer: Viewer, args: { first: number; after?: string | null }, filter: CameraFilter): Promise<CameraConnection> {
    const { rows, hasNextPage, totalCount, cursorOf } = await this.cameras.list(viewer, { ...args, filter });
    const nodes = await this.db.read((tx) => this.presenter.present(tx, rows));
    const shown = rows.flatMap((camera, index) => {
      const node = nodes[index];
      return node === undefined ? [] : [{ camera, node }];
    });
    const { edges, pageInfo } = pageOf(shown, args, ({ camera, node }) => ({ cursor: cursorOf(camera), node }));
    return { edges, pageInfo: { ...pageInfo, hasNextPage }, totalCount };
  }

  async facets(viewer: Viewer, filter: CameraFilter): Promise<CameraFacetsType> {
    const { units: counted, ...facets } = await this.cameras.facets(viewer, filter);
    const units = await this.units.byCodes(counted.map(({ code }) => code));
    return {
      totalCount: facets.totalCount,
      units: counted.flatMap(({ code, cameras }) => {
        const unit = units.get(code);
        return unit === undefined ? [] : [{ unit, count: cameras }];
      }),
      purposes: facets.purposes.map(facetType),
      zoneKinds: facets.zoneKinds.map(facetType),
      ownerKinds: facets.ownerKinds.map(facetType),
      systemKinds: facets.systemKinds.map(facetType),
    };
  }

  async clusters(viewer: Viewer, filter: CameraFilter, { cells, ...bounds }: CameraMapInput): Promise<CameraClusterType[]> {
    const clusters = await this.cameras.clusters(viewer, filter, bounds, cells);
    return clusters.map(({ lat, lon, cameras }) => ({ lat, lon, count: cameras }));
  }

  async suggestions(viewer: Viewer, text: string, filter: CameraFilter): Promise<string[]> {
    return [...(await this.cameras.suggestions(viewer, { ...filter, text }, mostSuggestions))];
  }

  async one(viewer: Viewer, id: string): Promise<CameraType | null> {
    const cameraId = parseId('cam', id);
    const camera = cameraId === null ? null : await this.cameras.read(viewer, cameraId);
    if (camera === null) return null;
    return (await this.db.read((tx) => this.presenter.present(tx, [camera])))[0] ?? null;
  }
}
