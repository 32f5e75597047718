import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/database';
import {
  newId,
  type DecisionId,
  type EntryId,
  type OrganisationId,
  type PersonId,
  type RequestId,
  type SignedDecisionId,
  type Viewer,
} from '#libs/kernel';
import { payloadText, readPayload, type DecisionKind, type DecisionPayload, type Verdict } from './decision-payload.js';
import { DecisionSigner } from './decision-signer.js';
import { SignedDecisionEntity } from './signed-decision.entity.js';

/** A signed decision as other libs may know it. */
export interface SignedDecision {
  readonly id: SignedDecisionId;
  readonly requestId: RequestId;
  readonly requestVersion: number;
  readonly digest: string;
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  readonly personId: PersonId;
  /** Name, title and organisation as they were when the person signed. */
  readonly personName: string;
  readonly personTitle: string;
  readonly organisationId: OrganisationId;
  readonly organisationKind: string;
  readonly organisationName: string;
  readonly signedAt: Date;
  readonly note: string | null;
  /** Of an approval, null for other kinds: how many the rules wanted when it was given (1 before they asked). */
  readonly approvalsNeeded: number | null;
  /** Until when the approver lets the grant run; null where nothing was said. */
  readonly grantUntil: Date | null;
  /** Ed25519, base64. */
  readonly signature: string;
  readonly entryId: EntryId;
  readonly withdrawnAt: Date | null;
}

export interface DecisionDraft {
  readonly kind: DecisionKind;
  readonly verdict: Verdict;
  readonly requestId: RequestId;
  readonly requestVersion: number;
  /** SHA-256 hex of the content that the person was shown. */
  readonly digest: string;
  readonly note: string | null;
  readonly at: Date;
  /** The gate's decision, already recorded, that lets the person decide. */
  readonly decisionId: DecisionId;
  readonly entryId: EntryId;
  /** Of an approval. */
  readonly approval?: { readonly needed: 1 | 2; readonly until: Date | null };
}

/** Decisions of people on requests: signed when made, never changed, at most withdrawn. */
@Injectable()
export class SignedDecisions {
  constructor(private readonly signer: DecisionSigner) {}

  /**
   * Signs and keeps. A second one of its kind on the same version breaks `uq_signed_decision_once` when it is the same organisation's
   * (approvals excepted: two officers of one police body may be asked for), and `uq_signed_decision_person` when it is the same person's.
   */
  async add(tx: Tx, viewer: Viewer, draft: DecisionDraft): Promise<SignedDecision> {
    const payload: DecisionPayload = {
      v: 1,
      type: 'cuao/decision',
      id: newId('dcn'),
      kind: draft.kind,
      verdict: draft.verdict,
      request: draft.requestId,
      version: draft.requestVersion,
      digest: draft.digest,
      person: { id: viewer.personId, name: viewer.displayName, title: viewer.title },
      organisation: {
        id: viewer.organisationId,
        code: viewer.organisationCode,
        kind: viewer.organisationKind,
        name: viewer.organisationName,
      },
      role: viewer.role,
      session: viewer.sessionId,
      at: draft.at.toISOString(),
      decision: draft.decisionId,
      note: draft.note,
      ...(draft.approval === undefined
        ? {}
        : { approval: { needed: draft.approval.needed, until: draft.approval.until?.toISOString() ?? null } }),
    };
    const text = payloadText(payload);
    const { bytes, keyId } = this.signer.sign(text);
    const row: SignedDecisionEntity = {
      id: payload.id,
      requestId: draft.requestId,
      requestVersion: draft.requestVersion,
      digest: draft.digest,
      kind: draft.kind,
      verdict: draft.verdict,
      personId: viewer.personId,
      organisationId: viewer.organisationId,
      role: viewer.role,
      signedAt: draft.at,
      note: draft.note,
      approvalsNeeded: draft.approval?.needed ?? null,
      grantUntil: draft.approval?.until ?? null,
      payload: text,
      signature: bytes,
      keyId,
      decisionId: draft.decisionId,
      entryId: draft.entryId,
      withdrawnAt: null,
      withdrawnById: null,
      withdrawalEntryId: null,
    };
    await tx.insert(SignedDecisionEntity, row);
    return toDecision(row);
  }

  /** All decisions on these requests, every version, in the order of signing. */
  async listByRequests(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly SignedDecision[]> {
    if (requestIds.length === 0) return [];
    const rows = await tx
      .createQueryBuilder(SignedDecisionEntity, 'd')
      .where('d.requestId in (:...requestIds)', { requestIds })
      .orderBy('d.signedAt')
      .addOrderBy('d.id')
      .getMany();
    return rows.map(toDecision);
  }

  /** Takes a decision back for the future; the row and its signature stay. @returns false when it was withdrawn before */
  async withdraw(tx: Tx, viewer: Viewer, id: SignedDecisionId, at: Date, entryId: EntryId): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .update(SignedDecisionEntity)
      .set({ withdrawnAt: at, withdrawnById: viewer.personId, withdrawalEntryId: entryId })
      .where('id = :id and withdrawn_at is null', { id })
      .execute();
    return result.affected === 1;
  }

  /** Whether the kept signature is ours over the kept text, and the text says what the row says. */
  async isGenuine(tx: Tx, id: SignedDecisionId): Promise<boolean> {
    const row = await tx.findOneBy(SignedDecisionEntity, { id });
    if (row === null || !this.signer.verify(row.payload, { bytes: row.signature, keyId: row.keyId })) return false;
    const said = readPayload(row.payload);
    return (
      said.id === row.id
      && said.kind === row.kind
      && said.verdict === row.verdict
      && said.request === row.requestId
      && said.version === row.requestVersion
      && said.digest === row.digest
      && said.person.id === row.personId
      && said.organisation.id === row.organisationId
      && said.at === row.signedAt.toISOString()
      && (said.approval?.needed ?? null) === row.approvalsNeeded
      && (said.approval?.until ?? null) === (row.grantUntil?.toISOString() ?? null)
    );
  }
}

function toDecision(row: SignedDecisionEntity): SignedDecision {
  const { person, organisation } = readPayload(row.payload);
  return {
    id: row.id,
    requestId: row.requestId,
    requestVersion: row.requestVersion,
    digest: row.digest,
    kind: row.kind,
    verdict: row.verdict,
    personId: row.personId,
    personName: person.name,
    personTitle: person.title,
    organisationId: row.organisationId,
    organisationKind: organisation.kind,
    organisationName: organisation.name,
    signedAt: row.signedAt,
    note: row.note,
    approvalsNeeded: row.kind === 'APPROVAL' && row.verdict === 'APPROVE' ? (row.approvalsNeeded ?? 1) : null,
    grantUntil: row.grantUntil,
    signature: row.signature.toString('base64'),
    entryId: row.entryId,
    withdrawnAt: row.withdrawnAt,
  };
}
