import { Module, type OnModuleInit } from '@nestjs/common';
import { CameraLookup } from './camera-lookup.service.js';
import { CameraResolver } from './camera.resolver.js';
import { NodeSources } from './node-sources.js';

/** The second door: only the gateway opens it. */
@Module({ providers: [CameraLookup, CameraResolver] })
export class RegistryApiModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly lookup: CameraLookup,
  ) {}

  onModuleInit(): void {
    this.nodes.add({ prefix: 'cam', action: 'read_camera', find: (viewer, id) => this.lookup.one(viewer, id) });
  }
}
