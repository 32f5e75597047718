import { Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '#libs/database';
import { Organisations, organisationType, type OrganisationType } from '#libs/identity';
import { parseId } from '#libs/kernel';
import { CameraLookup } from './camera-lookup.service.js';
import { CameraResolver } from './camera.resolver.js';
import { NodeSources } from './node-sources.js';

/** The second door: only the gateway opens it. */
@Module({ providers: [CameraLookup, CameraResolver] })
export class RegistryApiModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly lookup: CameraLookup,
    private readonly organisations: Organisations,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.nodes.add({ prefix: 'cam', action: 'read_camera', find: (viewer, id) => this.lookup.one(viewer, id) });
    // Names and kinds of public bodies are public.
    this.nodes.add({ prefix: 'org', action: 'public_read', find: (_viewer, id) => this.organisation(id) });
  }

  private async organisation(id: string): Promise<OrganisationType | null> {
    const organisationId = parseId('org', id);
    const found = organisationId === null ? null : await this.db.read((tx) => this.organisations.find(tx, organisationId));
    return found === null ? null : organisationType(found);
  }
}
