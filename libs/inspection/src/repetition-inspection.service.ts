import { Injectable } from '@nestjs/common';
import { Database } from '#libs/database';
import type { Viewer } from '#libs/kernel';
import { DecisionView } from '#libs/regulation';
import { RepetitionAlerts, type Habit } from '#libs/sharing';
import { LogAccess } from './log-access.service.js';
import type { RepetitionAlertsResult, RepetitionAlertType } from './repetition-alert.type.js';

const entryType = 'repetition.alert';

const whyWords: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  same_target_again: { vi: 'Xem đi xem lại cùng một camera', en: 'The same camera again and again' },
  pair_approves_again: { vi: 'Hai người luôn quyết định cùng nhau', en: 'Two people who always decide together' },
};

/** What the house tells inspectors of repetition, within their inspection decision; that they looked is on the log first. */
@Injectable()
export class RepetitionInspection {
  constructor(
    private readonly access: LogAccess,
    private readonly db: Database,
    private readonly alerts: RepetitionAlerts,
    private readonly decisions: DecisionView,
  ) {}

  async list(viewer: Viewer, first: number): Promise<typeof RepetitionAlertsResult> {
    const entry = { type: 'audit.query', resource: { kind: 'log' }, details: { byType: entryType } } as const;
    const admission = await this.access.toSearch(viewer, { type: entryType }, entry);
    if (admission.kind === 'refused') return this.decisions.denied(admission.decision);
    const { scope, sight } = admission;
    const habits = scope === 'everything' ? [] : await this.db.read((tx) => this.alerts.list(tx, scope, first));
    return Object.assign({ __typename: 'RepetitionAlertList' as const }, { alerts: habits.map((habit) => shown(habit, sight.namesOf)) });
  }
}

function shown(habit: Habit, namesOf: ReadonlySet<string>): RepetitionAlertType {
  const words = whyWords[habit.why];
  return {
    why: habit.why,
    textVi: words?.vi ?? habit.why,
    textEn: words?.en ?? habit.why,
    count: habit.count,
    alerts: habit.alerts,
    lastAt: habit.lastAt,
    requesterName: habit.requesterName,
    organisationCode: habit.requesterOrgCode,
    organisationNameVi: habit.requesterOrgNameVi,
    organisationNameEn: habit.requesterOrgNameEn,
    approverName: habit.otherOrgCode !== null && namesOf.has(habit.otherOrgCode) ? habit.otherName : null,
    requestId: habit.requestId,
    requestCode: habit.requestCode,
    decisionId: habit.decisionId,
    entryId: habit.entryId,
  };
}
