import type { EntryRef } from '#libs/audit';
import { canonicalJson } from '#libs/kernel';
import type { EffectName } from '../decision.type.js';
import { widenedShareOf, type Counted, type Tally, type Transition } from './impact-report.js';
import type { KeptImpact, KeptNote } from './impact.repository.js';
import type { ImpactCountType, ImpactTransitionType, PolicyImpactType, PolicyNoteType } from './impact.type.js';

/** @param mostShare above it an inspector's note is needed */
export function impactType({ report, ...kept }: KeptImpact, notes: readonly KeptNote[], mostShare: number): PolicyImpactType {
  const { candidate, against, decisions } = report;
  return {
    reportSha256: kept.reportSha256,
    bundleSha256: kept.bundleSha256,
    revision: candidate.revision,
    againstSha256: kept.againstSha256,
    againstRevision: against.revision,
    madeAt: kept.madeAt,
    asked: decisions.asked,
    replayed: decisions.replayed,
    erased: decisions.erased,
    decidedFrom: dateOf(decisions.from),
    decidedTo: dateOf(decisions.to),
    recordedOtherwise: decisions.recordedOtherwise,
    changed: report.changed,
    wider: report.wider,
    narrower: report.narrower,
    widenedShare: widenedShareOf(report),
    needsNote: widenedShareOf(report) > mostShare,
    opened: report.opened,
    openedIds: [...report.openedIds],
    transitions: report.transitions.map(transitionType),
    rules: report.rules.map(countType),
    organisations: report.organisations.map(countType),
    purposes: report.purposes.map(countType),
    actions: report.actions.map(countType),
    notes: notes.map(noteType),
    report: canonicalJson(report),
  };
}

export function noteType({ inspectorName, note, at, entryId }: KeptNote): PolicyNoteType {
  return { inspectorName, note, at, entryId };
}

export function entryType({ entryId, acceptedAt }: EntryRef): { id: string; acceptedAt: Date } {
  return { id: entryId, acceptedAt };
}

function transitionType({ from, to, ...tally }: Transition): ImpactTransitionType {
  return {
    from: from.toUpperCase() as EffectName,
    to: to.toUpperCase() as EffectName,
    count: countType({ key: `${from} ${to}`, ...tally }),
  };
}

function countType({ key, changed, wider, narrower, samples }: Counted | (Tally & { readonly key: string })): ImpactCountType {
  return { key, changed, wider, narrower, sampleIds: [...samples] };
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
