import { Inject, Injectable } from '@nestjs/common';
import { EntryWriter, type EntryRef } from '#libs/audit';
import { Database } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { Bench, Benches, BenchFault, type BenchFaultCode } from '../bench/bench.js';
import { readManifest, readTrust, type BundleFiles } from '../bundle.js';
import { Gate, type RecordedDecision } from '../gate.service.js';
import { trustFileOf } from '../policy.js';
import { PolicyStore } from '../policy-store.js';
import { BundleArchive } from '../release/bundle-archive.service.js';
import { PolicySettings } from '../release/policy-settings.js';
import type { ImpactRow } from './impact.js';
import { ImpactTally, reportSha256, type BundleName, type ImpactReport } from './impact-report.js';
import { ImpactRepository, type KeptImpact, type KeptNote, type PastDecision } from './impact.repository.js';

type Refused = { readonly kind: 'refused'; readonly decision: RecordedDecision };
type NoSuchBundle = { readonly kind: 'no_such_bundle' };

export type AssessOutcome =
  | Refused
  | NoSuchBundle
  | { readonly kind: 'in_force' }
  | { readonly kind: 'stopped'; readonly code: BenchFaultCode }
  | {
      readonly kind: 'assessed';
      readonly impact: KeptImpact;
      readonly perSecond: number;
      readonly entry: EntryRef;
      readonly notes: readonly KeptNote[];
    };
export type NoteOutcome =
  | Refused
  | NoSuchBundle
  | { readonly kind: 'noted_already' }
  | { readonly kind: 'noted'; readonly note: KeptNote; readonly entry: EntryRef };
export type ImpactsOutcome = { readonly impacts: readonly KeptImpact[]; readonly notes: readonly KeptNote[] };

const rowsAtOnce = 500;
const partPatienceMs = 30_000;
const mostImpacts = 20;

/** What a bundle would change: replayed over past decisions before anybody signs it. */
@Injectable()
export class Impacts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly policies: PolicyStore,
    private readonly archive: BundleArchive,
    private readonly benches: Benches,
    private readonly gate: Gate,
    private readonly entries: EntryWriter,
    private readonly repository: ImpactRepository,
    @Inject(PolicySettings) private readonly settings: PolicySettings,
  ) {}

  /** Share of wider decisions above which an inspector's note is needed, as pinned beside the signers. */
  async noteNeededAbove(): Promise<number> {
    return (await readTrust(trustFileOf(this.settings.policyDir))).wideningNeedsNote;
  }

  /**
   * Asks the bundle in force and the candidate the last questions again, batch by batch in a thread, and keeps the report that
   * signers sign. Nothing is held in memory but the counts. @param lastDecisions at most this many, the youngest
   */
  async assess(viewer: Viewer, bundleSha256: string, lastDecisions: number): Promise<AssessOutcome> {
    const details = { bundle: bundleSha256, decisions: lastDecisions };
    const decision = await this.gate.decideAlone(viewer, 'assess_policy', {}, { type: 'assess_policy.run', details });
    if (decision.effect !== 'allow') return { kind: 'refused', decision };
    const inForce = this.policies.current().bundle;
    if (inForce.sha256 === bundleSha256) return { kind: 'in_force' };
    const candidate = await this.archive.find(bundleSha256);
    if (candidate === null) return { kind: 'no_such_bundle' };
    const names = { candidate: nameOf(bundleSha256, candidate), against: nameOf(inForce.sha256, inForce.files) };
    try {
      const began = performance.now();
      const report = await this.benches.with([inForce.files, candidate], (bench) => this.replayed(bench, names, lastDecisions));
      const seconds = (performance.now() - began) / 1_000;
      const { impact, entry, notes } = await this.keep(viewer, report, decision);
      return { kind: 'assessed', impact, entry, notes, perSecond: report.decisions.replayed / seconds };
    } catch (error) {
      if (error instanceof BenchFault) return { kind: 'stopped', code: error.code };
      throw error;
    }
  }

  /** The reports of a bundle, newest first, with the inspectors' notes; null when the viewer may not see them. */
  async list(viewer: Viewer, bundleSha256: string): Promise<ImpactsOutcome | null> {
    const decision = await this.gate.decideAlone(
      viewer,
      'assess_policy',
      {},
      { type: 'assess_policy.read', details: { bundle: bundleSha256 } },
    );
    if (decision.effect !== 'allow') return null;
    return this.db.read(async (tx) => ({
      impacts: await this.repository.impactsOf(tx, bundleSha256, mostImpacts),
      notes: await this.repository.notesOf(tx, bundleSha256),
    }));
  }

  /** An inspector's opinion, once and for good; without it a bundle that opens much is not put in force. */
  note(viewer: Viewer, bundleSha256: string, note: string): Promise<NoteOutcome> {
    return this.db.transaction(async (tx): Promise<NoteOutcome> => {
      const decision = await this.gate.decide(
        tx,
        viewer,
        'note_policy',
        {},
        { type: 'note_policy.note', details: { bundle: bundleSha256 } },
      );
      if (decision.effect !== 'allow') return { kind: 'refused', decision };
      if ((await this.archive.findRow(tx, bundleSha256)) === null) return { kind: 'no_such_bundle' };
      const at = this.clock.now();
      const { entryId } = decision.entry;
      const isNew = await this.repository.addNote(tx, { bundleSha256, inspectorId: viewer.personId, note, at, entryId });
      if (!isNew) return { kind: 'noted_already' };
      return { kind: 'noted', note: { bundleSha256, inspectorName: viewer.displayName, note, at, entryId }, entry: decision.entry };
    });
  }

  private async replayed(bench: Bench, names: Pick<ImpactReport, 'candidate' | 'against'>, most: number): Promise<ImpactReport> {
    const tally = new ImpactTally();
    const until = this.clock.now();
    let [youngest, oldest]: (PastDecision | null)[] = [null, null];
    let [asked, erased] = [0, 0];
    while (asked < most) {
      const wanted = Math.min(rowsAtOnce, most - asked);
      const batch = await this.db.read((tx) => this.repository.past(tx, oldest ?? null, until, wanted));
      const rows = batch.flatMap(({ id, effect, question }): ImpactRow[] => (question === null ? [] : [{ id, effect, question }]));
      if (rows.length > 0) tally.add(await bench.ask('impact', { rows }, partPatienceMs));
      asked += batch.length;
      erased += batch.length - rows.length;
      youngest ??= batch[0] ?? null;
      oldest = batch.at(-1) ?? oldest ?? null;
      if (batch.length < wanted) break;
    }
    return tally.report(names, { asked, erased, from: oldest?.decidedAt ?? null, to: youngest?.decidedAt ?? null });
  }

  private keep(
    viewer: Viewer,
    report: ImpactReport,
    { id }: RecordedDecision,
  ): Promise<{ impact: KeptImpact; entry: EntryRef; notes: readonly KeptNote[] }> {
    const { candidate, against } = report;
    const [bundleSha256, againstSha256] = [candidate.sha256, against.sha256];
    const impact = { bundleSha256, againstSha256, reportSha256: reportSha256(report), report, madeAt: this.clock.now() };
    return this.db.transaction(async (tx) => {
      await this.repository.addImpact(tx, impact);
      const entry = await this.entries.appendIn(tx, {
        type: 'assess_policy.report',
        viewer,
        outcome: 'done',
        decisionId: id,
        policySha256: againstSha256,
        details: { bundle: bundleSha256, report: impact.reportSha256, replayed: report.decisions.replayed, widerPpm: report.widerPpm },
      });
      return { impact, entry, notes: await this.repository.notesOf(tx, bundleSha256) };
    });
  }
}

function nameOf(sha256: string, files: BundleFiles): BundleName {
  const { revision, sequence } = readManifest(files);
  return { sha256, revision, sequence };
}
