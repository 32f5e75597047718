import { Injectable } from '@nestjs/common';
import { ReleaseRepository } from './release.repository.js';

/** The processes of the house and the rules that each decides with, as they last reported themselves. */
@Injectable()
export class PolicyNodes {
  constructor(private readonly releases: ReleaseRepository) {}

  async list(): Promise<{ readonly name: string; readonly policySha256: string; readonly seenAt: Date }[]> {
    return (await this.releases.nodes()).map(({ nodeId, bundleSha256, seenAt }) => ({ name: nodeId, policySha256: bundleSha256, seenAt }));
  }
}
