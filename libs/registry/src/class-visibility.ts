import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { ClassGate, type ManyQuestion } from '#libs/regulation';
import { cameraFacts, classAttributes, statedAttributes, toldAttributes, type Camera, type CameraClass } from './camera.js';
import { CameraPapersSources } from './camera-papers.js';
import { CameraRepository } from './camera.repository.js';
import type { FootageFilter, VisibleCameras } from './camera-filter.js';
import { Inventories } from './inventories.js';

export type ListAction = 'list_cameras' | 'read_camera';

/** Answers kept for one viewer and question: which of the first `asked` known classes are open, and until when that is good. */
interface Kept {
  asked: number;
  open: CameraClass[];
  validUntil: number;
  /** Open full classes behind an answer about the few, worked out when first wanted. */
  full: { readonly of: number; readonly classes: readonly CameraClass[] } | null;
}

const mostKept = 300;
const interned = { told: new Set<string>(toldAttributes), full: new Set<string>(classAttributes) };

/**
 * Which cameras a viewer may be told of: asked of the rules for every class that occurs, and for single cameras where the viewer
 * has papers that name them. Answers about classes are used again for the same bundle, viewer facts and question until the
 * decision itself says that it may change; what concerns single cameras is read and decided afresh.
 */
@Injectable()
export class ClassVisibility {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly gate: ClassGate,
    private readonly papers: CameraPapersSources,
    private readonly repository: CameraRepository,
    private readonly inventories: Inventories,
    private readonly clock: Clock,
  ) {}

  async visible(tx: Tx, viewer: Viewer, action: ListAction, footage: FootageFilter | null = null): Promise<VisibleCameras> {
    return this.lessBarred(await this.byRule(tx, viewer, action, footage));
  }

  /** The emergency list goes before every class and every paper. */
  private lessBarred(visible: VisibleCameras): VisibleCameras {
    const barred = this.gate.barredCameras();
    if (barred.length === 0) return visible;
    return {
      ...visible,
      added: visible.added.filter((id) => !barred.includes(id)),
      removed: [...new Set([...visible.removed, ...barred])],
    };
  }

  private async byRule(tx: Tx, viewer: Viewer, action: ListAction, footage: FootageFilter | null): Promise<VisibleCameras> {
    await this.inventories.at(tx); // from here on its classes are known
    const listed = this.open(viewer, { action, purposeCode: null });
    if (footage === null) return { ...listed, added: [], removed: [] };
    const wanted = this.open(viewer, questionOf(footage));
    const open = new Set(wanted.fullClasses().map(({ id }) => id));
    const classes = listed.fullClasses().filter(({ id }) => open.has(id));
    return {
      level: 'full',
      classIds: classes.map(({ id }) => id),
      fullClasses: () => classes,
      ...(await this.singly(tx, viewer, action, footage)),
    };
  }

  /** Cameras with papers of the viewer's own: shown when they may be told of, and the footage is open under the papers or without. */
  private async singly(
    tx: Tx,
    viewer: Viewer,
    action: ListAction,
    footage: FootageFilter,
  ): Promise<Pick<VisibleCameras, 'added' | 'removed'>> {
    const papers = await this.papers.find(tx, viewer, footage);
    const cameras = await this.repository.listForDeciding(tx, [...new Set(papers.flatMap(({ cameraIds }) => cameraIds))]);
    const open = this.stillOpen(viewer, action, footage, cameras);
    for (const { cameraIds, facts } of papers) {
      const named = cameras.filter(({ id }) => cameraIds.includes(id));
      const told = this.gate.answerCameras(viewer, { action, purposeCode: null }, named.map(cameraFacts));
      const under = this.gate.answerCameras(viewer, questionOf(footage), named.map(cameraFacts), facts);
      for (const [i, { id }] of named.entries()) if (told.open[i] === true && under.open[i] === true) open.add(id);
    }
    const ids = cameras.map(({ id }) => id);
    return { added: ids.filter((id) => open.has(id)), removed: ids.filter((id) => !open.has(id)) };
  }

  /** Ids of those cameras that full facts, one by one, leave open: what a page is checked against before it is shown. */
  stillOpen(viewer: Viewer, action: ListAction, footage: FootageFilter | null, cameras: readonly Camera[]): Set<string> {
    const facts = cameras.map(cameraFacts);
    const told = this.gate.answerCameras(viewer, { action, purposeCode: null }, facts);
    const asked = footage === null ? told : this.gate.answerCameras(viewer, questionOf(footage), facts);
    return new Set(cameras.filter((_, i) => told.open[i] === true && asked.open[i] === true).map(({ id }) => id));
  }

  tuplesOf(classIds: readonly number[]): CameraClass['tuple'][] {
    return classIds.flatMap((id) => this.inventories.classOf(id)?.tuple ?? []);
  }

  tupleOf(classId: number): CameraClass['tuple'] | null {
    return this.inventories.classOf(classId)?.tuple ?? null;
  }

  /** Asked at the level that holds all that the action's rules read. Where none does, classes would not be equal to cameras: closed. */
  private open(viewer: Viewer, question: ManyQuestion): Omit<VisibleCameras, 'added' | 'removed'> {
    const read = this.gate.attributesOf(question.action)?.filter((name) => statedAttributes.has(name));
    const level = (['told', 'full'] as const).find((one) => read?.every((name) => interned[one].has(name)) === true);
    if (level === undefined) return { level: 'told', classIds: [], fullClasses: () => [] };
    const kept = this.answered(viewer, question, level);
    return { level, classIds: kept.open.map(({ id }) => id), fullClasses: () => (level === 'full' ? kept.open : this.behind(kept)) };
  }

  private answered(viewer: Viewer, question: ManyQuestion, level: CameraClass['level']): Kept {
    const kept = this.keptFor(this.gate.keyOf(viewer, question));
    const fresh = this.inventories.classes(level).slice(kept.asked);
    if (fresh.length === 0) return kept;
    const answer = this.gate.answerClasses(
      viewer,
      question,
      fresh.map(({ tuple }) => tuple),
    );
    kept.asked += fresh.length;
    kept.open = [...kept.open, ...fresh.filter((_, i) => answer.open[i] === true)];
    kept.validUntil = Math.min(kept.validUntil, answer.validUntil);
    kept.full = null;
    return kept;
  }

  /** Full classes whose told part is among the open ones. */
  private behind(kept: Kept): readonly CameraClass[] {
    const full = this.inventories.classes('full');
    if (kept.full?.of === full.length) return kept.full.classes;
    const open = new Set(kept.open.map(({ tuple }) => toldKey(tuple)));
    const classes = full.filter(({ tuple }) => open.has(toldKey(tuple)));
    kept.full = { of: full.length, classes };
    return classes;
  }

  private keptFor(key: string): Kept {
    const found = this.kept.get(key);
    if (found !== undefined && this.clock.nowMs() < found.validUntil) return found;
    const fresh: Kept = { asked: 0, open: [], validUntil: Number.MAX_SAFE_INTEGER, full: null };
    this.kept.delete(key);
    this.kept.set(key, fresh);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return fresh;
  }
}

function toldKey(tuple: CameraClass['tuple']): string {
  return JSON.stringify(toldAttributes.map((name) => tuple[name] ?? null));
}

function questionOf({ action, purpose, openNow }: FootageFilter): ManyQuestion {
  return { action, purposeCode: purpose, openNow: openNow === true };
}
