import { useSyncExternalStore } from 'react';

export interface PickedCamera {
  readonly id: string;
  /** The camera's name while this tab knows it; empty after a reload, then it is asked again. */
  readonly label: string;
}

/** Answers that are codes, ids and times: they may lie in sessionStorage until the tab is closed. */
interface CodedAnswers {
  /** The returned request that this draft supplements; empty for a new one. */
  readonly supplementOf: string;
  readonly actions: readonly string[];
  readonly purposeCode: string;
  readonly legalBasisCode: string;
  readonly cameras: readonly PickedCamera[];
  /** Hà Nội wall time as the browser's field gives it: `2026-11-24T20:00`. */
  readonly windowFrom: string;
  readonly windowTo: string;
}

/** Free text may name people and cases: it lives in this tab's memory only and never touches the device. */
export interface FreeAnswers {
  readonly reason: string;
  readonly writtenRequestNumber: string;
  readonly writtenRequestDate: string;
  readonly writtenRequestIssuer: string;
  readonly caseReference: string;
  readonly emergencyDeclRef: string;
  readonly dataType: string;
  readonly detailLevel: string;
  readonly volume: string;
  readonly accessFrequency: string;
  readonly deliveryMethod: string;
}

export type Draft = CodedAnswers & FreeAnswers;

const storageKey = 'cuao.draft';

const emptyDraft: Draft = {
  supplementOf: '',
  actions: [],
  purposeCode: '',
  legalBasisCode: '',
  cameras: [],
  windowFrom: '',
  windowTo: '',
  reason: '',
  writtenRequestNumber: '',
  writtenRequestDate: '',
  writtenRequestIssuer: '',
  caseReference: '',
  emergencyDeclRef: '',
  dataType: '',
  detailLevel: '',
  volume: '',
  accessFrequency: '',
  deliveryMethod: '',
};

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function restore(): Draft {
  let kept: Record<string, unknown>;
  try {
    kept = JSON.parse(window.sessionStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
  } catch {
    return emptyDraft;
  }
  return {
    ...emptyDraft,
    supplementOf: text(kept['supplementOf']),
    actions: texts(kept['actions']),
    purposeCode: text(kept['purposeCode']),
    legalBasisCode: text(kept['legalBasisCode']),
    cameras: texts(kept['cameraIds']).map((id) => ({ id, label: '' })),
    windowFrom: text(kept['windowFrom']),
    windowTo: text(kept['windowTo']),
  };
}

function keep({ supplementOf, actions, purposeCode, legalBasisCode, cameras, windowFrom, windowTo }: Draft): void {
  const coded = { supplementOf, actions, purposeCode, legalBasisCode, cameraIds: cameras.map((camera) => camera.id), windowFrom, windowTo };
  window.sessionStorage.setItem(storageKey, JSON.stringify(coded));
}

let draft: Draft | null = null;
const listeners = new Set<() => void>();

function current(): Draft {
  draft ??= restore();
  return draft;
}

function put(next: Draft): void {
  draft = next;
  keep(next);
  for (const listener of listeners) listener();
}

/** Saving never fails for what is still wrong or missing: a draft is a draft. */
export function changeDraft(part: Partial<Draft>): void {
  put({ ...current(), ...part });
}

export function pickCamera(camera: PickedCamera): void {
  const before = current().cameras;
  if (!before.some((one) => one.id === camera.id)) changeDraft({ cameras: [...before, camera] });
}

export function unpickCamera(id: string): void {
  changeDraft({ cameras: current().cameras.filter((one) => one.id !== id) });
}

/** Takes a returned request's answers over, to be mended and sent again. */
export function beginSupplement(answers: Draft): void {
  put(answers);
}

/** After submitting, and at a change of role. */
export function forgetDraft(): void {
  put(emptyDraft);
  window.sessionStorage.removeItem(storageKey);
}

export function useDraft(): Draft {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
