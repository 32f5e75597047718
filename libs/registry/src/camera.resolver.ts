import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Node, PageArgs, Requires } from '#libs/identity';
import type { Viewer } from '#libs/kernel';
import { CameraClusterType, CameraFacetsType } from './camera-facets.type.js';
import { CameraFilterInput, CameraMapInput, CameraSuggestionArgs } from './camera.input.js';
import { CameraLookup } from './camera-lookup.service.js';
import { CameraConnection, CameraType } from './camera.type.js';
import { NodeSources } from './node-sources.js';

@Resolver(() => CameraType)
export class CameraResolver {
  constructor(
    private readonly lookup: CameraLookup,
    private readonly nodes: NodeSources,
  ) {}

  @Requires('list_cameras')
  @Query(() => CameraConnection, { description: 'Các camera bạn được biết, theo mã · the cameras you may know of, by code' })
  async cameras(
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CameraFilterInput, nullable: true, description: 'Điều kiện lọc · conditions' })
    filter: CameraFilterInput | null | undefined,
  ): Promise<CameraConnection> {
    return this.lookup.page(viewer, page, filter ?? {});
  }

  @Requires('list_cameras')
  @Query(() => CameraFacetsType, {
    description: 'Danh sách camera chia theo từng đặc điểm, cùng điều kiện · the same list, divided up',
  })
  async cameraFacets(
    @CurrentViewer() viewer: Viewer,
    @Args('filter', { type: () => CameraFilterInput, nullable: true, description: 'Điều kiện lọc · conditions' })
    filter: CameraFilterInput | null | undefined,
  ): Promise<CameraFacetsType> {
    return this.lookup.facets(viewer, filter ?? {});
  }

  @Requires('list_cameras')
  @Query(() => [CameraClusterType], {
    description: 'Camera trên bản đồ, gộp theo ô, cùng điều kiện · the same list on the map, gathered by cells',
  })
  async cameraClusters(
    @CurrentViewer() viewer: Viewer,
    @Args('map', { type: () => CameraMapInput, description: 'Phần bản đồ · the part of the map' }) map: CameraMapInput,
    @Args('filter', { type: () => CameraFilterInput, nullable: true, description: 'Điều kiện lọc · conditions' })
    filter: CameraFilterInput | null | undefined,
  ): Promise<CameraClusterType[]> {
    return this.lookup.clusters(viewer, filter ?? {}, map);
  }

  @Requires('list_cameras')
  @Query(() => [String], {
    description:
      'Tên các camera bạn được biết bắt đầu bằng những chữ đã gõ, nhiều nhất 8 · names that begin with what was typed, 8 at most',
  })
  async cameraSuggestions(
    @CurrentViewer() viewer: Viewer,
    @Args() { text }: CameraSuggestionArgs,
    @Args('filter', { type: () => CameraFilterInput, nullable: true, description: 'Điều kiện lọc · conditions' })
    filter: CameraFilterInput | null | undefined,
  ): Promise<string[]> {
    return this.lookup.suggestions(viewer, text, filter ?? {});
  }

  @Requires('read_camera')
  @Query(() => CameraType, {
    nullable: true,
    description: 'Một camera; trống nếu không có hoặc bạn không được biết · one camera; empty when absent or not yours to know of',
  })
  async camera(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Mã camera · id' }) id: string,
  ): Promise<CameraType | null> {
    return this.lookup.one(viewer, id);
  }

  @Requires('read_camera', 'read_request', 'read_grant', 'read_playback', 'read_own_entries')
  @Query(() => Node, {
    nullable: true,
    description:
      'Bất kỳ đối tượng nào theo mã; trống nếu không có hoặc bạn không được xem · anything by its id; empty when absent or not yours to see',
  })
  async node(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'Mã · id' }) id: string): Promise<Node | null> {
    return this.nodes.find(viewer, id);
  }
}
