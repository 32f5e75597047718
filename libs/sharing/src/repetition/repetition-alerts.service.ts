import { Injectable } from '@nestjs/common';
import { EntryWriter } from '#libs/audit';
import type { Tx } from '#libs/database';
import type { DecisionId, EntryId, RequestId, Viewer } from '#libs/kernel';
import type { RecordedDecision } from '#libs/regulation';
import type { RequestContent } from '../request/request-content.js';
import { RepetitionAlertEntity } from './repetition-alert.entity.js';

/** Which alerts somebody may read: of requests of these bodies, raised in this time. */
export interface AlertScope {
  readonly organisationCodes: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

/** A habit: all alerts about one person, or one pair, for one reason; with the worst of them. */
export interface Habit {
  readonly why: string;
  /** The highest count of thirty days among its alerts. */
  readonly count: number;
  readonly alerts: number;
  readonly lastAt: Date;
  readonly requesterName: string;
  readonly requesterOrgCode: string;
  readonly requesterOrgNameVi: string;
  readonly requesterOrgNameEn: string;
  readonly otherName: string | null;
  readonly otherOrgCode: string | null;
  readonly requestId: RequestId;
  readonly requestCode: string;
  readonly decisionId: DecisionId;
  readonly entryId: EntryId;
}

/**
 * Tells inspectors of repetition. Where a decision leaves the duty `notify_inspector`, an entry of its own (`repetition.alert`) and a
 * row stand in the transaction of the act: nobody acts on and is not told of. Who may read them is the caller's question.
 */
@Injectable()
export class RepetitionAlerts {
  constructor(private readonly entries: EntryWriter) {}

  /** Once for each habit and version, whoever decides on it first. The caller holds the request, so that two cannot tell it at once. */
  async tell(
    tx: Tx,
    viewer: Viewer,
    content: Pick<RequestContent, 'id' | 'version' | 'requester' | 'purposeCode' | 'legalBasisCode' | 'caseReference'>,
    decision: RecordedDecision,
  ): Promise<void> {
    for (const { code, rule, params } of decision.obligations) {
      const { why, count } = params;
      if (code !== 'notify_inspector' || typeof why !== 'string' || typeof count !== 'number') continue;
      const key = { requestId: content.id, requestVersion: content.version, why };
      if (await tx.existsBy(RepetitionAlertEntity, key)) continue;
      const entry = await this.entries.appendIn(tx, {
        type: 'repetition.alert',
        viewer,
        outcome: 'done',
        requestId: content.id,
        decisionId: decision.id,
        purpose: content.purposeCode,
        basis: content.legalBasisCode,
        ...(content.caseReference === null ? {} : { caseRef: content.caseReference }),
        ...(rule === undefined ? {} : { rules: [rule] }),
        details: { why, count },
      });
      await tx.insert(RepetitionAlertEntity, {
        ...key,
        requesterPersonId: content.requester.id,
        otherPersonId: viewer.personId === content.requester.id ? null : viewer.personId,
        counted: count,
        at: entry.acceptedAt,
        decisionId: decision.id,
        entryId: entry.entryId,
      });
    }
  }

  /** Habits in the scope, the worst first. */
  async list(tx: Tx, scope: AlertScope, limit: number): Promise<Habit[]> {
    return tx.query<Habit[]>(
      `select h.why, h.counted as count, h.alerts, h.last_at as "lastAt", p.display_name as "requesterName", o.code as "requesterOrgCode",
         o.name_vi as "requesterOrgNameVi", o.name_en as "requesterOrgNameEn", q.display_name as "otherName", b.code as "otherOrgCode",
         h.request_id as "requestId", r.code as "requestCode", h.decision_id as "decisionId", h.entry_id as "entryId"
       from (
         select a.*, row_number() over (partition by a.why, a.requester_person_id, a.other_person_id order by a.counted desc, a.at desc) as place,
           (count(*) over (partition by a.why, a.requester_person_id, a.other_person_id))::int as alerts,
           max(a.at) over (partition by a.why, a.requester_person_id, a.other_person_id) as last_at
         from repetition_alert a join sharing_request r on r.id = a.request_id join organisation o on o.id = r.requester_org_id
         where o.code = any($1) and ($2::timestamptz is null or a.at >= $2) and ($3::timestamptz is null or a.at < $3)
       ) h
       join sharing_request r on r.id = h.request_id
       join organisation o on o.id = r.requester_org_id
       join person p on p.id = h.requester_person_id
       left join person q on q.id = h.other_person_id
       left join organisation b on b.id = q.organisation_id
       where h.place = 1 order by h.counted desc, h.last_at desc, h.entry_id limit $4`,
      [[...scope.organisationCodes], scope.from ?? null, scope.to ?? null, limit],
    );
  }
}
