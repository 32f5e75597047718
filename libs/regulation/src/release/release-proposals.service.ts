import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import {
  bundledFiles,
  BundleFault,
  readManifest,
  sha256Hex,
  type BundledFile,
  type BundleFaultCode,
  type BundleFiles,
  type BundleManifest,
} from '../bundle.js';
import { Gate, type Facts } from '../gate.service.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from './bundle-archive.service.js';
import { tryInThread } from './bundle-loading.js';
import type { KeepFileOutcome, ProposeOutcome, RollbackOutcome, Unfit } from './release-outcomes.js';
import { ReleaseRepository } from './release.repository.js';

export const mostFileBytes = 8 << 20;
const noSignatures = Buffer.from('{"signatures":[]}');

/** Bringing a bundle to the house. It decides nothing until two institutions have signed it and it is put in force. */
@Injectable()
export class ReleaseProposals {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
    private readonly store: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly releases: ReleaseRepository,
    private readonly clock: Clock,
  ) {}

  /** Keeps one file of a bundle that is to be proposed, by its content. */
  async keepFile(viewer: Viewer, bytes: Buffer): Promise<KeepFileOutcome> {
    const sha256 = sha256Hex(bytes);
    return this.database.transaction(async (tx): Promise<KeepFileOutcome> => {
      const entry = {
        type: 'propose_policy.file',
        resource: { kind: 'policy_file', id: sha256 },
        details: { bytes: bytes.byteLength },
      };
      const decision = await this.gate.decide(tx, viewer, 'propose_policy', {}, entry);
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      await this.releases.keepFile(tx, sha256, bytes);
      return { kind: 'kept', sha256 };
    });
  }

  /** One file of a bundle, by its content. @returns null when it is not here, or not this viewer's to read */
  async readFile(viewer: Viewer, sha256: string): Promise<Buffer | null> {
    const entry = { type: 'read_release.file', resource: { kind: 'policy_file', id: sha256 } };
    const { effect } = await this.gate.decideAlone(viewer, 'read_release', {}, entry);
    return effect === 'allow' ? this.releases.findFile(sha256) : null;
  }

  /** Proposes the bundle of a manifest whose files are here by now. It is compiled and asked its own questions first. */
  async propose(viewer: Viewer, manifest: Buffer): Promise<ProposeOutcome> {
    const files = await this.assembled(manifest);
    return 'kind' in files ? this.turnedAway(viewer, files, manifest) : this.keep(viewer, files);
  }

  /**
   * A roll-back is a release like every other: the contents of one that was in force before under the next number, to be signed
   * and put in force. Serving the old one again is refused everywhere.
   */
  async proposeRollback(viewer: Viewer, toSha256: string, opinionRef: string): Promise<RollbackOutcome> {
    const files = await this.archive.find(toSha256);
    if (files === null) return { kind: 'absent' };
    const activations = await this.releases.activations();
    if (activations[0]?.bundleSha256 === toSha256) return notReady('in_force_already', 'this release is the one in force');
    if (!activations.some(({ bundleSha256 }) => bundleSha256 === toSha256))
      return notReady('never_in_force', 'this bundle was never in force: propose it, do not roll back to it');
    const sequence = await this.database.read(async (tx) => (await this.releases.highestSequence(tx)) + 1);
    return this.keep(viewer, { ...files, signatures: noSignatures, manifest: renumbered(readManifest(files), sequence, opinionRef) });
  }

  private async keep(viewer: Viewer, files: BundleFiles): Promise<ProposeOutcome> {
    const inForce = this.store.current();
    try {
      await tryInThread({ files, trust: null, nowMs: this.clock.nowMs(), afterSequence: inForce.revision.sequence });
    } catch (error) {
      if (!(error instanceof BundleFault)) throw error;
      return this.turnedAway(viewer, unfit(error.code, error.message), files.manifest);
    }
    const manifest = readManifest(files);
    const sha256 = sha256Hex(files.manifest);
    return this.database.transaction(async (tx): Promise<ProposeOutcome> => {
      await this.releases.lock(tx);
      const decision = await this.gate.decide(tx, viewer, 'propose_policy', bundleFacts(manifest), {
        type: 'propose_policy.apply',
        resource: { kind: 'policy_bundle', id: sha256 },
        details: { revision: manifest.revision, sequence: manifest.sequence },
      });
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      const proposal = {
        personId: viewer.personId,
        organisationId: viewer.organisationId,
        decisionId: decision.id,
        entryId: decision.entry.entryId,
      };
      const isNew = await this.archive.add(tx, files, proposal, this.clock.now());
      return isNew ? { kind: 'done', sha256, entry: decision.entry } : notReady('known_already', 'this bundle was proposed before');
    });
  }

  /** An unfit bundle is on the log with what is wrong with it, and goes no further. */
  private async turnedAway(viewer: Viewer, fault: Unfit, manifest: Uint8Array): Promise<ProposeOutcome> {
    const decision = await this.gate.decideAlone(
      viewer,
      'propose_policy',
      {},
      {
        type: 'propose_policy.turned_away',
        resource: { kind: 'policy_bundle', id: sha256Hex(manifest) },
        details: { code: fault.code },
      },
    );
    return decision.effect === 'allow' ? fault : { kind: 'refused', decision };
  }

  private async assembled(manifest: Buffer): Promise<BundleFiles | Unfit> {
    try {
      const { files } = readManifest({ manifest });
      const found = await Promise.all(bundledFiles.map(async (name) => [name, await this.releases.findFile(files[name])] as const));
      const missing = found.filter(([, bytes]) => bytes === null).map(([name]) => name);
      if (missing.length > 0) return unfit('files_missing', `send these files first: ${missing.join(', ')}`);
      return { manifest, signatures: noSignatures, ...(Object.fromEntries(found) as Record<BundledFile, Buffer>) };
    } catch (error) {
      if (!(error instanceof BundleFault)) throw error;
      return unfit(error.code, error.message);
    }
  }
}

/** What HN-08 and TR-04 ask about a bundle. */
export function bundleFacts({ opinionRef, operatingRegulation }: BundleManifest, signers?: readonly string[]): Facts {
  return { policyBundle: { opinionRef, operatingRegulation, ...(signers === undefined ? {} : { signers }) } };
}

function renumbered(manifest: BundleManifest, sequence: number, opinionRef: string): Buffer {
  const contents = manifest.revision.replace(/^\d+-/, '');
  const next: BundleManifest = { ...manifest, sequence, revision: `${sequence}-${contents}`, opinionRef };
  return Buffer.from(`${JSON.stringify(next, null, 1)}\n`);
}

function unfit(code: BundleFaultCode | 'files_missing', message: string): Unfit {
  return { kind: 'unfit', code, message };
}

function notReady(code: 'known_already' | 'in_force_already' | 'never_in_force', message: string) {
  return { kind: 'notReady', code, message } as const;
}
