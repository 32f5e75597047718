import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/kernel';
import { Benches, BenchFault, type BenchFaultCode } from '../bench/bench.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { BundleArchive } from '../release/bundle-archive.service.js';
import type { PolicyChange } from './difference.js';

export type DifferenceOutcome =
  | { readonly kind: 'refused'; readonly decision: RecordedDecision }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'stopped'; readonly code: BenchFaultCode }
  | { readonly kind: 'compared'; readonly from: string; readonly to: string; readonly changes: readonly PolicyChange[] };

const patienceMs = 10_000;

/** What two bundles of the archive have otherwise, in words; worked out in a thread that is killed when it takes too long. */
@Injectable()
export class Differences {
  constructor(
    private readonly archive: BundleArchive,
    private readonly benches: Benches,
    private readonly gate: Gate,
  ) {}

  async between(viewer: Viewer, fromSha256: string, toSha256: string): Promise<DifferenceOutcome> {
    const decision = await this.gate.decideAlone(
      viewer,
      'read_release',
      {},
      {
        type: 'read_release.difference',
        resource: { kind: 'policy_bundle', id: toSha256 },
        details: { from: fromSha256 },
      },
    );
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const [from, to, was, is] = await Promise.all([
      this.archive.row(fromSha256),
      this.archive.row(toSha256),
      this.archive.find(fromSha256),
      this.archive.find(toSha256),
    ]);
    if (from === null || to === null || was === null || is === null) return { kind: 'not_found' };
    try {
      const changes = await this.benches.with([was, is], (bench) => bench.ask('difference', {}, patienceMs));
      return { kind: 'compared', from: from.revision, to: to.revision, changes };
    } catch (error) {
      if (error instanceof BenchFault) return { kind: 'stopped', code: error.code };
      throw error;
    }
  }
}
