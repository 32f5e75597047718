import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SignedDecisions } from '#libs/consent';
import type { Tx } from '#libs/database';
import type { Viewer } from '#libs/kernel';
import { CameraPapersSources, type CameraPapers, type FootageFilter } from '#libs/registry';
import { RequestRepository } from '../request/request.repository.js';
import { openingFacts } from '../sharing-facts.js';
import { GrantRepository } from './grant.repository.js';

/** Running grants as papers that name cameras: in lists these are decided on one by one, under the grant. */
@Injectable()
export class GrantPapers implements OnModuleInit {
  constructor(
    private readonly sources: CameraPapersSources,
    private readonly grants: GrantRepository,
    private readonly requests: RequestRepository,
    private readonly decisions: SignedDecisions,
  ) {}

  onModuleInit(): void {
    this.sources.add((tx, viewer, footage) => this.find(tx, viewer, footage));
  }

  /** Grants that the viewer's organisation holds for this act and purpose. Whether one opens anything is for the rules to say. */
  private async find(tx: Tx, viewer: Viewer, { action, purpose }: FootageFilter): Promise<CameraPapers[]> {
    const grants = await this.grants.listRunning(tx, viewer, action);
    const requestIds = [...new Set(grants.map(({ requestId }) => requestId))];
    const requests = new Map((await this.requests.listByIds(tx, requestIds)).map((request) => [request.id, request]));
    const keys = await this.decisions.listByRequests(tx, requestIds);
    return grants.flatMap((grant) => {
      const request = requests.get(grant.requestId);
      if (request?.content.purposeCode !== purpose) return [];
      const own = keys.filter(({ id }) => grant.keyIds.includes(id));
      return [{ cameraIds: grant.cameraIds, facts: openingFacts(request.content, grant, own) }];
    });
  }
}
