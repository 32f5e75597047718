import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import { Clock, type Viewer } from '#libs/kernel';
import { ClassGate, type ManyQuestion } from '#libs/regulation';
import { cameraFacts, classAttributes, statedAttributes, toldAttributes, type Camera, type CameraClass } from './camera.js';
import { CameraPapersSources } from './camera-papers.js';
import { CameraRepository } from './camera.repository.js';
import type { FootageFilter, VisibleCameras } from './camera-filter.js';
import { Inventories, type Inventory } from './inventories.js';

export type ListAction = 'list_cameras' | 'read_camera';

/** Answers kept for one viewer and question: which of the classes asked about are open, and until when that is good. */
interface Kept {
  /** Numbers of classes. */
  asked: Int32Array;
  /** Of the inventory all of whose classes were asked about. */
  whole: object | null;
  open: CameraClass[];
  validUntil: number;
  /** Open full classes behind an answer about the few, worked out when first wanted. */
  full: { readonly of: object; readonly told: readonly CameraClass[]; readonly classes: readonly CameraClass[] } | null;
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
    const inventory = await this.inventories.at(tx);
    const listed = this.open(inventory, viewer, { action, purposeCode: null });
    if (footage === null) return { ...listed, added: [], removed: [] };
    const wanted = this.open(inventory, viewer, questionOf(footage));
    const open = new Set(wanted.fullClasses(inventory).map(({ id }) => id));
    const classes = listed.fullClasses(inventory).filter(({ id }) => open.has(id));
    return {
      inventory,
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

  /** Asked at the level that holds all that the action's rules read. Where none does, classes would not be equal to cameras: closed. */
  private open(inventory: Inventory, viewer: Viewer, question: ManyQuestion): Omit<VisibleCameras, 'added' | 'removed'> {
    const read = this.gate.attributesOf(question.action)?.filter((name) => statedAttributes.has(name));
    const level = (['told', 'full'] as const).find((one) => read?.every((name) => interned[one].has(name)) === true);
    if (level === undefined) return { inventory, level: 'told', classIds: [], fullClasses: () => [] };
    const kept = this.answered(inventory, viewer, question, level);
    const open = kept.open;
    return {
      inventory,
      level,
      classIds: open.map(({ id }) => id),
      fullClasses: (of) => (level === 'full' ? open : behind(kept, open, of)),
    };
  }

  private answered(inventory: Inventory, viewer: Viewer, question: ManyQuestion, level: CameraClass['level']): Kept {
    const kept = this.keptFor(this.gate.keyOf(viewer, question));
    if (kept.whole === inventory.key) return kept;
    const known = new Set(kept.asked);
    const fresh = inventory.classes[level].filter(({ id }) => !known.has(id));
    if (fresh.length > 0) {
      const answer = this.gate.answerClasses(
        viewer,
        question,
        fresh.map(({ tuple }) => tuple),
      );
      kept.asked = Int32Array.from([...kept.asked, ...fresh.map(({ id }) => id)]);
      kept.open = [...kept.open, ...fresh.filter((_, i) => answer.open[i] === true)];
      kept.validUntil = Math.min(kept.validUntil, answer.validUntil);
    }
    kept.whole = inventory.key;
    return kept;
  }

  private keptFor(key: string): Kept {
    const found = this.kept.get(key);
    if (found !== undefined && this.clock.nowMs() < found.validUntil) return found;
    const fresh: Kept = { asked: new Int32Array(), whole: null, open: [], validUntil: Number.MAX_SAFE_INTEGER, full: null };
    this.kept.delete(key);
    this.kept.set(key, fresh);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
    return fresh;
  }
}

/** Full classes of an inventory whose told part is among the open ones. */
function behind(kept: Kept, told: readonly CameraClass[], inventory: Inventory): readonly CameraClass[] {
  if (kept.full?.of === inventory.key && kept.full.told === told) return kept.full.classes;
  const open = new Set(told.map(({ tuple }) => toldKey(tuple)));
  const classes = inventory.classes.full.filter(({ tuple }) => open.has(toldKey(tuple)));
  kept.full = { of: inventory.key, told, classes };
  return classes;
}

function toldKey(tuple: CameraClass['tuple']): string {
  return JSON.stringify(toldAttributes.map((name) => tuple[name] ?? null));
}

function questionOf({ action, purpose, openNow }: FootageFilter): ManyQuestion {
  return { action, purposeCode: purpose, openNow: openNow === true };
}
