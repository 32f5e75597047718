import { Injectable } from '@nestjs/common';
import type { SignedDecision } from '#libs/consent';
import type { Tx } from '#libs/database';
import {
  canonicalJson,
  type EntryId,
  type GrantId,
  type OrganisationId,
  type PersonId,
  type RequestId,
  type SignedDecisionId,
  type Viewer,
} from '#libs/kernel';
import { rowCondition, type Obligation, type RowColumns, type RowRule } from '#libs/regulation';
import { AccessGrantEntity } from './access-grant.entity.js';
import { GrantCameraEntity } from './grant-camera.entity.js';
import type { Grant, GrantEndKind } from './grant.js';

/** A grant about to be made: what it covers and the keys it rests on. */
export interface GrantDraft extends Omit<Grant, 'epoch' | 'end' | 'approvalsNeeded'> {
  readonly legalBasisCode: string;
  /** null where the legal basis stands in lieu of consent. */
  readonly consent: SignedDecision | null;
  readonly approval: SignedDecision;
  /** null where one approval is enough. */
  readonly secondApproval: SignedDecision | null;
}

interface GrantRow extends Omit<Grant, 'obligations' | 'end' | 'approvalsNeeded'> {
  readonly obligations: string;
  readonly consentId: SignedDecisionId | null;
  readonly approvalId: SignedDecisionId;
  readonly secondApprovalId: SignedDecisionId | null;
  readonly endedAt: Date | null;
  readonly endKind: GrantEndKind | null;
  readonly endReason: string | null;
}

/** A grant with the ids of its keys. */
export type StoredGrant = Grant & { readonly keyIds: readonly SignedDecisionId[] };

const selectGrant = `select g.id, g.request_id as "requestId", g.request_version as "requestVersion", g.owner_org_id as "ownerOrgId",
    g.holder_org_id as "holderOrgId", g.requester_person_id as "requesterPersonId", g.actions, g.window_from as "windowFrom",
    g.window_to as "windowTo", g.obligations, g.policy_sha256 as "policySha256", g.issued_at as "issuedAt", g.expires_at as "expiresAt", g.epoch,
    g.consent_id as "consentId", g.approval_id as "approvalId", g.second_approval_id as "secondApprovalId",
    g.ended_at as "endedAt", g.end_kind as "endKind", g.end_reason as "endReason",
    array(select c.camera_id from access_grant_camera c where c.grant_id = g.id order by c.camera_id) as "cameraIds"
  from access_grant g`;

/** Fields of a grant that the rules' table of rows may name. */
const rowColumns: RowColumns = { holderOrgId: 'g.holder_org_id', ownerOrgId: 'g.owner_org_id' };

/** The one reader and writer of grants. Every read for a person is narrowed to that person in SQL. */
@Injectable()
export class GrantRepository {
  /** @throws when the keys do not carry it: the table's constraints are the last word (P3) */
  async add(tx: Tx, draft: GrantDraft): Promise<void> {
    const { consent, approval, secondApproval } = draft;
    await tx.insert(AccessGrantEntity, {
      id: draft.id,
      requestId: draft.requestId,
      requestVersion: draft.requestVersion,
      legalBasisCode: draft.legalBasisCode,
      ownerOrgId: draft.ownerOrgId,
      holderOrgId: draft.holderOrgId,
      requesterPersonId: draft.requesterPersonId,
      consentId: consent?.id ?? null,
      consentKind: consent === null ? null : 'CONSENT',
      consentVerdict: consent === null ? null : 'CONSENT',
      consentPersonId: consent?.personId ?? null,
      lieuBasis: consent === null ? draft.legalBasisCode : null,
      approvalId: approval.id,
      approvalKind: 'APPROVAL',
      approvalVerdict: 'APPROVE',
      approvalPersonId: approval.personId,
      approvalOrgId: approval.organisationId,
      secondApprovalId: secondApproval?.id ?? null,
      secondApprovalKind: secondApproval === null ? null : 'APPROVAL',
      secondApprovalVerdict: secondApproval === null ? null : 'APPROVE',
      secondApprovalPersonId: secondApproval?.personId ?? null,
      secondApprovalOrgId: secondApproval?.organisationId ?? null,
      actions: [...draft.actions],
      windowFrom: draft.windowFrom,
      windowTo: draft.windowTo,
      obligations: canonicalJson(draft.obligations),
      policySha256: draft.policySha256,
      issuedAt: draft.issuedAt,
      expiresAt: draft.expiresAt,
      epoch: 1,
    });
    await tx.insert(
      GrantCameraEntity,
      draft.cameraIds.map((cameraId) => ({ grantId: draft.id, cameraId, requestId: draft.requestId, ownerOrgId: draft.ownerOrgId })),
    );
  }

  /** A grant of the viewer's own organisation. The share lock makes an opening and a revocation follow each other. */
  async findHeld(tx: Tx, viewer: Viewer, id: GrantId): Promise<StoredGrant | null> {
    return first(
      await tx.query<GrantRow[]>(`${selectGrant} where g.id = $1 and g.holder_org_id = $2 for share of g`, [id, viewer.organisationId]),
    );
  }

  /** @param rows the viewer's rows, as the rules name them */
  async findVisible(tx: Tx, rows: readonly RowRule[], id: GrantId): Promise<StoredGrant | null> {
    const values: unknown[] = [id];
    const visible = rowCondition(rows, rowColumns, (value) => `$${values.push(value)}`);
    return first(await tx.query<GrantRow[]>(`${selectGrant} where g.id = $1 and ${visible}`, values));
  }

  /** Newest first. */
  async page(tx: Tx, rows: readonly RowRule[], after: { at: Date; id: string } | null, limit: number): Promise<StoredGrant[]> {
    const values: unknown[] = [limit];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const visible = rowCondition(rows, rowColumns, bind);
    const past = after === null ? 'true' : `(g.issued_at, g.id) < (${bind(after.at)}, ${bind(after.id)})`;
    const found = await tx.query<GrantRow[]>(
      `${selectGrant} where ${visible} and ${past} order by g.issued_at desc, g.id desc limit $1`,
      values,
    );
    return found.map(toGrant);
  }

  /** Those of the viewer's organisation that have not ended and cover the act. */
  async listRunning(tx: Tx, viewer: Viewer, action: string): Promise<StoredGrant[]> {
    const rows = await tx.query<GrantRow[]>(
      `${selectGrant} where g.holder_org_id = $1 and g.ended_at is null and $2 = any(g.actions) order by g.issued_at, g.id`,
      [viewer.organisationId, action],
    );
    return rows.map(toGrant);
  }

  async listByRequests(tx: Tx, ids: readonly RequestId[]): Promise<StoredGrant[]> {
    if (ids.length === 0) return [];
    return (await tx.query<GrantRow[]>(`${selectGrant} where g.request_id = any($1) order by g.issued_at, g.id`, [[...ids]])).map(toGrant);
  }

  /** Running grants whose expiry has come. */
  async listExpired(tx: Tx, now: Date, limit: number): Promise<{ id: GrantId; requestId: RequestId }[]> {
    return tx.query(
      `select id, request_id as "requestId" from access_grant where ended_at is null and expires_at <= $1 order by expires_at limit $2`,
      [now, limit],
    );
  }

  /** Ends those that still run. @returns how many */
  async end(
    tx: Tx,
    ids: readonly GrantId[],
    end: { kind: GrantEndKind; at: Date; reason: string | null; byPersonId: PersonId | null; entryId: EntryId },
  ): Promise<number> {
    const [, ended] = await tx.query<[unknown, number]>(
      `update access_grant set ended_at = $2, end_kind = $3, end_reason = $4, ended_by_id = $5, end_entry_id = $6, epoch = epoch + 1
       where id = any($1) and ended_at is null`,
      [[...ids], end.at, end.kind, end.reason, end.byPersonId, end.entryId],
    );
    return ended;
  }
}

function toGrant(row: GrantRow): StoredGrant {
  const { obligations, consentId, approvalId, secondApprovalId, endedAt, endKind, endReason, ...grant } = row;
  return {
    ...grant,
    // Written by `add` from the same type.
    obligations: JSON.parse(obligations) as Obligation[],
    end: endedAt === null || endKind === null ? null : { kind: endKind, at: endedAt, reason: endReason },
    keyIds: [consentId, approvalId, secondApprovalId].filter((id) => id !== null),
    approvalsNeeded: secondApprovalId === null ? 1 : 2,
  };
}

function first(rows: readonly GrantRow[]): StoredGrant | null {
  const [row] = rows;
  return row === undefined ? null : toGrant(row);
}

/** Organisations of a set of grants. */
export function ownersOfGrants(grants: readonly Grant[]): OrganisationId[] {
  return [...new Set(grants.map((grant) => grant.ownerOrgId))];
}
