import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import type { OrganisationId, PersonId, RequestId, Viewer } from '#libs/kernel';
import { contentDigest, contentText, readContent, type RequestContent } from './request-content.js';
import type { RequestEvent } from './request-event.js';
import { RequestCameraEntity } from './request-camera.entity.js';
import { RequestVersionEntity } from './request-version.entity.js';
import { inList, listOrder, visibilityParameters, visibleTo } from './request-visibility.js';
import { isClosed, type RequestState } from './request-state.js';
import { SharingRequestEntity } from './sharing-request.entity.js';
import type { RequestList, SharingRequest } from './sharing-request.js';

interface RequestRow {
  readonly id: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly version: number;
  readonly requesterPersonId: PersonId;
  readonly requesterOrgId: OrganisationId;
  readonly submittedAt: Date;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly content: string;
  readonly digest: string;
  readonly needsNoConsent: boolean;
  readonly isEmergency: boolean;
  readonly approvalsNeeded: number;
}

const selectRequest = `select r.id, r.code, r.state, r.version, r.requester_person_id as "requesterPersonId", r.requester_org_id as "requesterOrgId",
    r.submitted_at as "submittedAt", r.due_at as "dueAt", r.closed_at as "closedAt", v.content, v.digest,
    exists (select from consent_lieu_basis b where b.code = v.legal_basis_code) as "needsNoConsent",
    request_is_emergency(v.legal_basis_code, v.content) as "isEmergency",
    coalesce(v.approvals_needed, 1)::int as "approvalsNeeded"
  from sharing_request r join request_version v on v.request_id = r.id and v.version = r.version`;

export interface ListPosition {
  readonly at: Date;
  readonly id: string;
}

/** The one reader and writer of requests. Every read for a person is narrowed to that person in SQL. */
@Injectable()
export class RequestRepository {
  /** `YC-2026-000123`; numbers of refused attempts are left out. */
  async nextCode(tx: Tx, year: string): Promise<string> {
    const [row] = await tx.query<{ number: string }[]>(`select nextval('sharing_request_number')::text as number`);
    return `YC-${year}-${(row?.number ?? '0').padStart(6, '0')}`;
  }

  /** A new request with its first version and its cameras. */
  async add(tx: Tx, content: RequestContent, dueAt: Date, approvalsNeeded: number): Promise<void> {
    const submittedAt = new Date(content.submittedAt);
    await tx.insert(SharingRequestEntity, {
      id: content.id,
      code: content.code,
      state: 'SUBMITTED',
      version: content.version,
      requesterPersonId: content.requester.id,
      requesterOrgId: content.requester.organisation.id,
      requesterRole: content.requester.role,
      submittedAt,
      dueAt,
      closedAt: null,
    });
    await this.addVersion(tx, content, approvalsNeeded);
    await tx.insert(
      RequestCameraEntity,
      content.cameras.map((camera) => ({ requestId: content.id, cameraId: camera.id, ownerOrgId: camera.owner })),
    );
  }

  async addEvent(tx: Tx, event: RequestEvent): Promise<void> {
    await tx.query(
      `insert into request_event (request_id, type, at, person_id, actor_name, organisation_id, entry_id) values ($1, $2, $3, $4, $5, $6, $7)`,
      [event.requestId, event.type, event.at, event.personId, event.actorName, event.organisationId, event.entryId],
    );
  }

  async findVisible(tx: Tx, viewer: Viewer, id: RequestId): Promise<SharingRequest | null> {
    const rows = await tx.query<RequestRow[]>(`${selectRequest} where ${visibleTo(viewer)} and r.id = $3`, [
      ...visibilityParameters(viewer),
      id,
    ]);
    return rows.map(toRequest)[0] ?? null;
  }

  /** Holds the row until the transaction ends, so that two acts on one request follow each other; then reads what is true. */
  async lockVisible(tx: Tx, viewer: Viewer, id: RequestId): Promise<SharingRequest | null> {
    await tx.query('select from sharing_request where id = $1 for update', [id]);
    return this.findVisible(tx, viewer, id);
  }

  /** Without asking for whom: for what was already decided to be shown (the request of a visible grant). */
  async listByIds(tx: Tx, ids: readonly RequestId[]): Promise<SharingRequest[]> {
    if (ids.length === 0) return [];
    const rows = await tx.query<RequestRow[]>(`${selectRequest} where r.id = any($1)`, [[...new Set(ids)]]);
    return rows.map(toRequest);
  }

  /** For acts of a clock and of a grant, which are visible by themselves. */
  async lock(tx: Tx, id: RequestId): Promise<SharingRequest | null> {
    await tx.query('select from sharing_request where id = $1 for update', [id]);
    return (await this.listByIds(tx, [id]))[0] ?? null;
  }

  async page(tx: Tx, viewer: Viewer, list: RequestList, after: ListPosition | null, limit: number): Promise<SharingRequest[]> {
    const { column, direction } = listOrder(list);
    const past = after === null ? 'true' : `(r.${column}, r.id) ${direction === 'asc' ? '>' : '<'} ($4, $5)`;
    const rows = await tx.query<RequestRow[]>(
      `${selectRequest} where ${visibleTo(viewer)} and ${inList(viewer, list)} and ${past}
       order by r.${column} ${direction}, r.id ${direction} limit $3`,
      [...visibilityParameters(viewer), limit, ...(after === null ? [] : [after.at, after.id])],
    );
    return rows.map(toRequest);
  }

  async count(tx: Tx, viewer: Viewer, list: RequestList): Promise<number> {
    const [row] = await tx.query<{ total: number }[]>(
      `select count(*)::int as total from sharing_request r where ${visibleTo(viewer)} and ${inList(viewer, list)}`,
      visibilityParameters(viewer),
    );
    return row?.total ?? 0;
  }

  async setState(tx: Tx, id: RequestId, state: RequestState, at: Date): Promise<void> {
    await tx.query('update sharing_request set state = $2, closed_at = $3 where id = $1', [id, state, isClosed(state) ? at : null]);
  }

  /** A supplemented request: its earlier decisions were over another content and no longer count. */
  async supplement(tx: Tx, content: RequestContent, dueAt: Date, approvalsNeeded: number): Promise<void> {
    await this.addVersion(tx, content, approvalsNeeded);
    await tx.query(`update sharing_request set state = 'SUBMITTED', version = $2, due_at = $3 where id = $1`, [
      content.id,
      content.version,
      dueAt,
    ]);
  }

  /** In the order in which they happened. */
  async listEvents(tx: Tx, ids: readonly RequestId[]): Promise<RequestEvent[]> {
    if (ids.length === 0) return [];
    return tx.query<RequestEvent[]>(
      `select request_id as "requestId", type, at, person_id as "personId", actor_name as "actorName", organisation_id as "organisationId",
              entry_id as "entryId"
       from request_event where request_id = any($1) order by seq`,
      [[...ids]],
    );
  }

  /** Requests that still wait although the period in which they wanted to watch live is over. */
  async listLapsed(tx: Tx, now: Date, limit: number): Promise<RequestId[]> {
    const rows = await tx.query<{ id: RequestId }[]>(
      `select r.id from sharing_request r join request_version v on v.request_id = r.id and v.version = r.version
       where r.state in ('SUBMITTED', 'NEEDS_INFO', 'UNDER_REVIEW') and v.content::jsonb -> 'actions' = '["live_view"]'
         and (v.content::jsonb -> 'window' ->> 'to')::timestamptz <= $1
       order by r.id limit $2`,
      [now, limit],
    );
    return rows.map((row) => row.id);
  }

  private async addVersion(tx: Tx, content: RequestContent, approvalsNeeded: number): Promise<void> {
    const text = contentText(content);
    await tx.insert(RequestVersionEntity, {
      requestId: content.id,
      version: content.version,
      content: text,
      digest: contentDigest(text),
      purposeCode: content.purposeCode,
      legalBasisCode: content.legalBasisCode,
      createdAt: new Date(content.submittedAt),
      approvalsNeeded,
    });
  }
}

function toRequest(row: RequestRow): SharingRequest {
  return { ...row, content: readContent(row.content) };
}
