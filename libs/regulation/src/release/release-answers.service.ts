import { Injectable } from '@nestjs/common';
import { invalidInput, notFound, stateConflict } from '#libs/identity';
import { assertNever, type Viewer } from '#libs/kernel';
import { DecisionView } from '../decision-view.service.js';
import { Gate } from '../gate.service.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive, type ArchivedBundle } from './bundle-archive.service.js';
import { ReleaseActs } from './release-acts.service.js';
import type { ActivateOutcome, ProposeOutcome, RollbackOutcome, SignOutcome } from './release-outcomes.js';
import { ReleaseProposals } from './release-proposals.service.js';
import { ReleaseRepository } from './release.repository.js';
import type { PolicyReleaseResult, PolicyReleaseType, PolicyStatusType, RollBackPolicyInput, SignPolicyInput } from './release.type.js';
import { wordsOf } from './release-words.js';

const shownReleases = 20;

/** The API's questions about releases. */
@Injectable()
export class ReleaseAnswers {
  constructor(
    private readonly proposals: ReleaseProposals,
    private readonly acts: ReleaseActs,
    private readonly archive: BundleArchive,
    private readonly releases: ReleaseRepository,
    private readonly store: PolicyStore,
    private readonly gate: Gate,
    private readonly view: DecisionView,
  ) {}

  async propose(viewer: Viewer, manifest: string): Promise<typeof PolicyReleaseResult> {
    return this.shown(await this.proposals.propose(viewer, Buffer.from(manifest, 'utf8')));
  }

  async rollBack(viewer: Viewer, { toSha256, opinionRef }: RollBackPolicyInput): Promise<typeof PolicyReleaseResult> {
    const [, before] = await this.releases.activations();
    const target = toSha256 ?? before?.bundleSha256 ?? null;
    return target === null ? notFound() : this.shown(await this.proposals.proposeRollback(viewer, target, opinionRef));
  }

  async sign(viewer: Viewer, input: SignPolicyInput): Promise<typeof PolicyReleaseResult> {
    const { sha256, statement } = input;
    const outcome = await this.acts.sign(viewer, {
      sha256,
      statement,
      signature: Buffer.from(input.signature, 'base64'),
      statementSignature: Buffer.from(input.statementSignature, 'base64'),
    });
    return this.shown(outcome);
  }

  async activate(viewer: Viewer, sha256: string): Promise<typeof PolicyReleaseResult> {
    return this.shown(await this.acts.activate(viewer, sha256));
  }

  /** null when the gate refuses, or there is no such release: the two look the same. */
  async one(viewer: Viewer, sha256: string): Promise<PolicyReleaseType | null> {
    const entry = { type: 'read_release.one', resource: { kind: 'policy_bundle', id: sha256.slice(0, 64) } };
    const { effect } = await this.gate.decideAlone(viewer, 'read_release', {}, entry);
    if (effect !== 'allow') return null;
    const found = await this.archive.row(sha256);
    return found === null ? null : this.releaseOf(found);
  }

  async status(viewer: Viewer): Promise<PolicyStatusType | null> {
    const { effect } = await this.gate.decideAlone(viewer, 'read_release', {}, { type: 'read_release.status' });
    if (effect !== 'allow') return null;
    const [inForce, nodes, newest] = await Promise.all([this.releases.inForce(), this.releases.nodes(), this.archive.list(shownReleases)]);
    const now = inForce === null ? null : await this.archive.row(inForce.bundleSha256);
    return {
      inForce: now === null ? null : await this.releaseOf(now),
      nodes: nodes.map(({ nodeId, bundleSha256, ...node }) => ({ name: nodeId, sha256: bundleSha256, ...node })),
      releases: await Promise.all(newest.map((one) => this.releaseOf(one))),
    };
  }

  private async shown(outcome: ProposeOutcome | RollbackOutcome | SignOutcome | ActivateOutcome): Promise<typeof PolicyReleaseResult> {
    switch (outcome.kind) {
      case 'done': {
        const found = await this.archive.row(outcome.sha256);
        if (found === null) return notFound();
        const { entryId, acceptedAt } = outcome.entry;
        const release = await this.releaseOf(found);
        return Object.assign({ __typename: 'PolicyReleaseDone' }, { release, entry: { id: entryId, acceptedAt } });
      }
      case 'refused':
        return this.view.denied(outcome.decision);
      case 'unfit':
        return invalidInput({ ...wordsOf(outcome), path: ['manifest'] });
      case 'notReady':
        return stateConflict(wordsOf(outcome), this.store.loaded().revision.revision);
      case 'absent':
        return notFound();
      default:
        return assertNever(outcome);
    }
  }

  private async releaseOf(bundle: ArchivedBundle): Promise<PolicyReleaseType> {
    const { sha256 } = bundle;
    const [signatures, { impacts }, notes] = await Promise.all([
      this.releases.signatures(sha256),
      this.releases.record(sha256),
      this.releases.notes(sha256),
    ]);
    return {
      sha256,
      sequence: bundle.sequence,
      revision: bundle.revision,
      opinionRef: bundle.opinionRef,
      notBefore: bundle.notBefore,
      notAfter: bundle.notAfter,
      proposedAt: bundle.proposedAt,
      activatedAt: bundle.activatedAt,
      manifest: bundle.manifest,
      signatures,
      impacts: impacts.map(({ reportSha256, againstSha256, widenedShare, madeAt }) => ({
        reportSha256,
        againstSha256,
        widenedShare,
        madeAt,
      })),
      notes,
    };
  }
}
