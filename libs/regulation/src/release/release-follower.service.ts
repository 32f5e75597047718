import path from 'node:path';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { AuditSettings, EntryWriter } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock, describeError, logLine, Misuse } from '#libs/kernel';
import { BundleFault, readTrust, sha256Hex, type PolicyTrust } from '../bundle.js';
import { trustFileOf, type Policy } from '../policy.js';
import { PolicyStore } from '../policy-store.js';
import { EmergencyFollower } from '../emergency/emergency-follower.service.js';
import { BundleArchive } from './bundle-archive.service.js';
import { bundleSuffix, readBundle, writeBundle } from './bundle-file.js';
import { loadBundle } from './bundle-loading.js';
import { PolicySettings } from './policy-settings.js';
import { checkRelease } from './release-check.js';
import { ReleaseEars } from './release-ears.js';
import { ReleaseRepository, type Activation } from './release.repository.js';

const lookEveryMs = 2_000;
const reportEveryMs = 10_000;
/** A release that was refused is tried again, in case what was wrong was here and not there. */
const tryAgainAfterMs = 60_000;

/**
 * Sees to it that this process decides with the release in force. Woken by NOTIFY, and looking by itself, so that a lost wake-up
 * costs a sweep and no more. The row that names the release is not believed: signatures, statements, sequence and the bundle's
 * own questions are checked again here. What cannot be followed is on the log with its code, and the old bundle stays.
 */
@Injectable()
export class ReleaseFollower implements OnModuleInit, OnModuleDestroy {
  private readonly nodeId: string;
  private readonly lastGoodFile: string;
  private readonly ears: ReleaseEars;
  private trust: PolicyTrust | null = null;
  private loadedAt: Date;
  private reportedAtMs = 0;
  private refused: { readonly release: string; readonly code: string; readonly atMs: number; readonly at: Date } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private lookAgain = false;

  constructor(
    private readonly database: Database,
    private readonly store: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly releases: ReleaseRepository,
    private readonly emergency: EmergencyFollower,
    private readonly entries: EntryWriter,
    private readonly clock: Clock,
    @Inject(AuditSettings) audit: AuditSettings,
    @Inject(PolicySettings) private readonly settings: PolicySettings,
  ) {
    this.nodeId = audit.producer;
    this.lastGoodFile = path.join(audit.stateDir, 'policy', `${audit.producer}${bundleSuffix}`);
    this.loadedAt = clock.now();
    this.ears = new ReleaseEars(audit, () => this.lookAtBoth());
  }

  /** @throws Misuse when another release is in force than can be loaded: nobody begins with older rules, nor with others of the same number. */
  async onModuleInit(): Promise<void> {
    this.trust = await readTrust(trustFileOf(this.settings.policyDir));
    await this.emergency.begin(this.trust);
    await this.takeLastGood();
    await this.install(this.store.current());
    await this.lookOnce();
    const { trouble } = this.store;
    if (trouble !== null)
      throw new Misuse(
        `the policy release in force cannot be loaded here (${trouble.code}: ${trouble.message})`,
        'start the program that came with that release, or raise `sequence` in policies/release.json and build; other rules are not used instead',
      );
    await this.ears.open();
    this.timer = setInterval(() => this.lookAtBoth(), lookEveryMs);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.ears.close();
    await Promise.all([this.looking, this.emergency.atRest()]);
  }

  private lookAtBoth(): void {
    void this.emergency.look();
    void this.look();
  }

  /** Looks now; calls while a look is under way cause exactly one more after it. */
  look(): Promise<void> {
    if (this.looking !== null) {
      this.lookAgain = true;
      return this.looking;
    }
    this.looking = this.lookUntilQuiet().finally(() => (this.looking = null));
    return this.looking;
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.lookAgain = false;
      try {
        await this.lookOnce();
      } catch (error) {
        // The neighbour's fault, not the release's: what is loaded goes on, and the next look asks again.
        logLine('warn', this.nodeId, 'cannot look for policy releases', { error: describeError(error) });
      }
    } while (this.lookAgain);
  }

  private async lookOnce(): Promise<void> {
    const inForce = await this.releases.inForce();
    const { sha256, manifest } = this.store.loaded().bundle;
    if (inForce?.bundleSha256 === sha256 && inForce.sequence === manifest.sequence) {
      this.refused = null;
      this.store.reportTrouble(null);
    } else {
      await this.follow(inForce);
    }
    if (this.clock.nowMs() - this.reportedAtMs >= reportEveryMs) await this.report();
  }

  private async follow(inForce: Activation | null): Promise<void> {
    const release = `${inForce?.sequence ?? 0} ${inForce?.bundleSha256 ?? ''}`;
    const now = this.clock.nowMs();
    if (this.refused?.release === release && now - this.refused.atMs < tryAgainAfterMs) return;
    try {
      const next = await this.verified(inForce);
      // On the log before its first answer, whatever the row in the database was worth.
      await this.record('policy.loaded', 'done', next.bundle.sha256, {
        revision: next.revision.revision,
        sequence: next.revision.sequence,
      });
      this.store.swap(next);
      this.loadedAt = this.clock.now();
      this.refused = null;
      this.store.reportTrouble(null);
      await this.report();
      await writeBundle(this.lastGoodFile, next.bundle.files);
    } catch (error) {
      if (!(error instanceof BundleFault)) throw error;
      const isNews = this.refused?.release !== release || this.refused.code !== error.code;
      this.refused = { release, code: error.code, atMs: now, at: isNews || this.refused === null ? this.clock.now() : this.refused.at };
      this.store.reportTrouble({ code: error.code, message: error.message });
      if (!isNews) return;
      logLine('error', this.nodeId, 'a policy release was not taken, the old one stays', { code: error.code, error: describeError(error) });
      await this.record('policy.load_failed', 'failed', inForce?.bundleSha256 ?? '', {
        code: error.code,
        sequence: inForce?.sequence ?? 0,
      });
      await this.report();
    }
  }

  /** @throws BundleFault */
  private async verified(inForce: Activation | null): Promise<Policy> {
    const { bundle } = this.store.loaded();
    if (this.trust === null) throw new Misuse('releases are followed before the start', 'report this');
    if (inForce === null || inForce.sequence < bundle.manifest.sequence)
      throw new BundleFault(
        'rolled_back',
        `the record names release ${inForce?.sequence ?? 'none'}, ${bundle.manifest.sequence} decides here`,
      );
    const files = await this.archive.find(inForce.bundleSha256);
    if (files === null) throw new BundleFault('unreadable', `bundle ${inForce.bundleSha256} is not in the archive`);
    const next = await loadBundle({ files, trust: this.trust, nowMs: this.clock.nowMs(), afterSequence: bundle.manifest.sequence });
    if (next.bundle.sha256 !== inForce.bundleSha256 || next.revision.sequence !== inForce.sequence)
      throw new BundleFault('bad_manifest', `the record calls bundle ${next.bundle.sha256} release ${inForce.sequence}`);
    const verdict = checkRelease(next.bundle, await this.releases.record(next.bundle.sha256), this.trust);
    if (verdict.kind === 'gap') throw new BundleFault('not_released', `${verdict.gap}: ${verdict.message}`);
    return next;
  }

  /**
   * What decided here when this node stopped, if what came with the program is not newer: a restart is no way back, and other
   * rules under the same number are not taken.
   */
  private async takeLastGood(): Promise<void> {
    if (this.trust === null) return;
    const { bundle, revision } = this.store.current();
    try {
      const files = await readBundle(this.lastGoodFile);
      if (sha256Hex(files.manifest) === bundle.sha256) return;
      this.store.swap(await loadBundle({ files, trust: this.trust, nowMs: this.clock.nowMs(), afterSequence: revision.sequence - 1 }));
    } catch (error) {
      if (!(error instanceof BundleFault)) throw error;
      // Nothing kept, or something older: the usual start.
      if (!['unreadable', 'same_sequence', 'rolled_back'].includes(error.code))
        logLine('warn', this.nodeId, 'the bundle kept at the last stop is not used', { code: error.code });
      return;
    }
    const code = this.store.current().revision.sequence === revision.sequence ? 'same_sequence' : 'rolled_back';
    const words = 'the bundle that came with the program is not newer than what decided here and is not used';
    logLine('error', this.nodeId, words, { code, sequence: revision.sequence });
    await this.record('policy.load_failed', 'failed', bundle.sha256, { code, sequence: revision.sequence });
  }

  /** The bundle that came with the program, once: every decision's bundle must be found in the archive. */
  private async install(policy: Policy): Promise<void> {
    const { files, manifest, sha256 } = policy.bundle;
    await writeBundle(this.lastGoodFile, files);
    await this.database.transaction(async (tx) => {
      await this.releases.lock(tx);
      const at = this.clock.now();
      if (await this.archive.add(tx, files, null, at)) await this.releases.addInstalledSignatures(tx, sha256, files);
      const inForce = await this.releases.inForce(tx);
      if (inForce !== null && inForce.sequence >= manifest.sequence) return;
      const entry = await this.entries.appendIn(tx, {
        type: 'policy.activated',
        viewer: null,
        actorProcess: this.nodeId,
        outcome: 'done',
        policySha256: sha256,
        details: { revision: manifest.revision, sequence: manifest.sequence, origin: 'installed' },
      });
      await this.releases.activate(
        tx,
        { sequence: manifest.sequence, bundleSha256: sha256, activatedAt: at, entryId: entry.entryId },
        null,
      );
    });
  }

  private async record(type: string, outcome: 'done' | 'failed', sha256: string, details: Record<string, string | number>): Promise<void> {
    await this.entries.append({
      type,
      viewer: null,
      actorProcess: this.nodeId,
      outcome,
      ...(sha256 === '' ? {} : { policySha256: sha256 }),
      details,
    });
  }

  private async report(): Promise<void> {
    const { bundle, revision } = this.store.loaded();
    await this.releases.reportNode({
      nodeId: this.nodeId,
      process: 'gateway',
      bundleSha256: bundle.sha256,
      revision: revision.revision,
      sequence: revision.sequence,
      loadedAt: this.loadedAt,
      seenAt: this.clock.now(),
      errorCode: this.refused?.code ?? null,
      errorAt: this.refused?.at ?? null,
    });
    this.reportedAtMs = this.clock.nowMs();
  }
}
