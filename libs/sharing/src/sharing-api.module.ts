import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#libs/registry';
import { GrantLookup } from './grant/grant-lookup.service.js';
import { GrantResolver } from './grant/grant.resolver.js';
import { RequestActs } from './request/request-acts.service.js';
import { RequestLookup } from './request/request-lookup.service.js';
import { RequestPresenter } from './request/request-presenter.service.js';
import { RequestResolver } from './request/request.resolver.js';
import { SharingAnswers } from './sharing-answers.service.js';

/** The second door: only the gateway opens it. */
@Module({ providers: [RequestPresenter, RequestLookup, GrantLookup, SharingAnswers, RequestActs, RequestResolver, GrantResolver] })
export class SharingApiModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly requests: RequestLookup,
    private readonly grants: GrantLookup,
  ) {}

  onModuleInit(): void {
    this.nodes.add({ prefix: 'req', action: 'read_request', find: (viewer, id) => this.requests.one(viewer, id) });
    this.nodes.add({ prefix: 'grt', action: 'read_grant', find: (viewer, id) => this.grants.one(viewer, id) });
  }
}
