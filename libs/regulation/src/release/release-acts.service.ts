import { Inject, Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import { Database, type Tx } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { BundleFault, isSignedBy, readManifest, readTrust, type BundleFiles, type PolicyTrust } from '../bundle.js';
import { Gate } from '../gate.service.js';
import { trustFileOf } from '../policy.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from './bundle-archive.service.js';
import { tryInThread } from './bundle-loading.js';
import { PolicySettings } from './policy-settings.js';
import { checkRelease, speaksOf, type ReleaseRecord } from './release-check.js';
import { ReleaseFollower } from './release-follower.service.js';
import type { ActivateOutcome, NotReady, SignOutcome } from './release-outcomes.js';
import { bundleFacts } from './release-proposals.service.js';
import { readStatement, statementBytes } from './release-statement.js';
import { ReleaseRepository } from './release.repository.js';

/** What a signer's own machine made: the house never sees the key. */
export interface GivenSignature {
  readonly sha256: string;
  /** Ed25519 over the raw manifest. */
  readonly signature: Buffer;
  /** Canonical text of a `ReleaseStatement`, and Ed25519 over it. */
  readonly statement: string;
  readonly statementSignature: Buffer;
}

/** Signing a release and putting it in force: acts of policy signers, decided by the gate with the rules in force. */
@Injectable()
export class ReleaseActs {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
    private readonly store: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly releases: ReleaseRepository,
    private readonly follower: ReleaseFollower,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    @Inject(PolicySettings) private readonly settings: PolicySettings,
  ) {}

  async sign(viewer: Viewer, given: GivenSignature): Promise<SignOutcome> {
    const files = await this.archive.find(given.sha256);
    if (files === null) return { kind: 'absent' };
    const [trust, record] = await Promise.all([this.trust(), this.releases.record(given.sha256)]);
    const fault = faultOf(viewer, given, files, trust, record);
    const manifest = readManifest(files);
    return this.database.transaction(async (tx): Promise<SignOutcome> => {
      await this.releases.lock(tx);
      const decision = await this.gate.decide(tx, viewer, 'sign_policy', bundleFacts(manifest), {
        type: 'sign_policy.apply',
        resource: { kind: 'policy_bundle', id: given.sha256 },
        details: {
          sequence: manifest.sequence,
          ...('code' in fault ? { blocked: fault.code } : { signer: fault.signer, impact: fault.impact }),
        },
      });
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      if ('code' in fault) return fault;
      const isNew = await this.releases.addSignature(tx, {
        bundleSha256: given.sha256,
        signer: fault.signer,
        keyId: fault.keyId,
        signature: given.signature,
        impactSha256: fault.impact,
        statement: given.statement,
        statementSignature: given.statementSignature,
        personId: viewer.personId,
        organisationId: viewer.organisationId,
        signedAt: this.clock.now(),
        decisionId: decision.id,
        entryId: decision.entry.entryId,
      });
      return isNew
        ? { kind: 'done', sha256: given.sha256, entry: decision.entry }
        : notReady('signed_already', 'this institution, or this person, has signed this release before');
    });
  }

  /** Committed with the entry `policy.activated`; nodes follow after that, each checking everything again. */
  async activate(viewer: Viewer, sha256: string): Promise<ActivateOutcome> {
    const files = await this.archive.find(sha256);
    if (files === null) return { kind: 'absent' };
    const [trust, record] = await Promise.all([this.trust(), this.releases.record(sha256)]);
    const fault = await this.triedOut(files, trust);
    const outcome = await this.database.transaction(async (tx): Promise<ActivateOutcome> => {
      await this.releases.lock(tx);
      const manifest = readManifest(files);
      const blocked = fault ?? (await this.gapOf(tx, { sha256, manifest }, record, trust));
      const signers = record.signatures.filter(({ statement }) => statement !== null).map(({ signer }) => signer);
      const decision = await this.gate.decide(tx, viewer, 'activate_policy', bundleFacts(manifest, signers), {
        type: 'activate_policy.apply',
        resource: { kind: 'policy_bundle', id: sha256 },
        details: { revision: manifest.revision, sequence: manifest.sequence, ...('code' in blocked ? { blocked: blocked.code } : {}) },
      });
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      if ('code' in blocked) return blocked;
      const entry = await this.entries.appendIn(tx, {
        type: 'policy.activated',
        viewer,
        outcome: 'done',
        decisionId: decision.id,
        policySha256: sha256,
        details: { revision: manifest.revision, sequence: manifest.sequence, impact: blocked.impact },
      });
      await this.releases.activate(
        tx,
        { sequence: manifest.sequence, bundleSha256: sha256, activatedAt: this.clock.now(), entryId: entry.entryId },
        {
          personId: viewer.personId,
          organisationId: viewer.organisationId,
          impactSha256: blocked.impact,
          decisionId: decision.id,
        },
      );
      return { kind: 'done', sha256, entry };
    });
    // Whoever puts rules in force sees them decide here when the answer comes; the other nodes are a moment behind.
    if (outcome.kind === 'done') await this.follower.look();
    return outcome;
  }

  private async triedOut(files: BundleFiles, trust: PolicyTrust): Promise<Extract<ActivateOutcome, { kind: 'unfit' }> | null> {
    try {
      await tryInThread({ files, trust, nowMs: this.clock.nowMs(), afterSequence: this.store.current().revision.sequence });
      return null;
    } catch (error) {
      if (!(error instanceof BundleFault)) throw error;
      return { kind: 'unfit', code: error.code, message: error.message };
    }
  }

  private async gapOf(
    tx: Tx,
    bundle: { readonly sha256: string; readonly manifest: ReturnType<typeof readManifest> },
    record: ReleaseRecord,
    trust: PolicyTrust,
  ): Promise<NotReady | { readonly impact: string }> {
    const inForce = await this.releases.inForce(tx);
    if (inForce !== null && bundle.manifest.sequence <= inForce.sequence)
      return notReady('not_newer', `release ${inForce.sequence} is in force by now`);
    const verdict = checkRelease(bundle, record, trust);
    if (verdict.kind === 'gap') return { kind: 'notReady', code: verdict.gap, message: verdict.message };
    if (verdict.impact.againstSha256 !== inForce?.bundleSha256)
      return notReady('report_outdated', 'the impact report compares with rules that are no longer in force');
    return { impact: verdict.impact.reportSha256 };
  }

  private trust(): Promise<PolicyTrust> {
    return readTrust(trustFileOf(this.settings.policyDir));
  }
}

/** Whether the viewer may say this for the institution they belong to, and whether the key says so too. */
function faultOf(
  viewer: Viewer,
  given: GivenSignature,
  files: BundleFiles,
  trust: PolicyTrust,
  record: ReleaseRecord,
): NotReady | { readonly signer: string; readonly keyId: string; readonly impact: string } {
  const pinned = trust.signers.find(({ signer }) => signer === viewer.organisationKind);
  if (pinned === undefined) return notReady('not_a_signer', 'this institution does not sign releases');
  const said = readStatement(given.statement);
  if (said === null || said.person !== viewer.personId || !speaksOf(said, { sha256: given.sha256, manifest: readManifest(files) }, pinned))
    return notReady('bad_statement', 'the statement is not about this release, by this person for this institution');
  if (
    !isSignedBy(pinned, files.manifest, given.signature)
    || !isSignedBy(pinned, statementBytes(given.statement), given.statementSignature)
  )
    return notReady('bad_signature', `not signed with the pinned key ${pinned.keyId}`);
  const impact = record.impacts.find(({ reportSha256 }) => reportSha256 === said.impact);
  if (impact === undefined || impact.widenedShare !== said.widenedShare)
    return notReady('report_missing', 'there is no such impact report for this release');
  return { signer: pinned.signer, keyId: pinned.keyId, impact: said.impact };
}

function notReady(code: NotReady['code'], message: string): NotReady {
  return { kind: 'notReady', code, message };
}
