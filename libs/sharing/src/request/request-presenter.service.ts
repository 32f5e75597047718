import { Injectable } from '@nestjs/common';
import { SignedDecisions, type SignedDecision } from '#libs/consent';
import type { Tx } from '#libs/database';
import { Organisations, organisationType, type OrganisationType } from '#libs/identity';
import { Clock, Fault, type OrganisationId, type Viewer } from '#libs/kernel';
import { CameraPresenter, Cameras, type Camera, type CameraType } from '#libs/registry';
import { DecisionView, Gate } from '#libs/regulation';
import { grantState } from '../grant/grant.js';
import { GrantRepository, type StoredGrant } from '../grant/grant.repository.js';
import type { GrantType } from '../grant/grant.type.js';
import { availableActions } from './available-actions.js';
import { requestEventTexts, type RequestEvent } from './request-event.js';
import { keysOf, keyText } from './request-keys.js';
import { RepetitionRepository } from '../repetition/repetition.repository.js';
import { RequestRepository } from './request.repository.js';
import type { SharingRequest } from './sharing-request.js';
import type { ApprovalNeedType, SharingRequestType, SignedDecisionType, TimelineEventType } from './request.type.js';

type Shown<T extends string, Type> = Type & { __typename: T };
type Bodies = ReadonlyMap<string, OrganisationType>;

/** What a page of requests needs, read once for all of them. */
interface Around {
  readonly decisions: readonly SignedDecision[];
  readonly grants: readonly StoredGrant[];
  readonly events: readonly RequestEvent[];
  readonly cameras: ReadonlyMap<string, Camera>;
  readonly shownCameras: ReadonlyMap<string, CameraType>;
  readonly bodies: Bodies;
  readonly looks: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
}

/** Requests as the API shows them to one viewer: a handful of queries however many there are. */
@Injectable()
export class RequestPresenter {
  constructor(
    private readonly requests: RequestRepository,
    private readonly grants: GrantRepository,
    private readonly decisions: SignedDecisions,
    private readonly cameras: Cameras,
    private readonly cameraPresenter: CameraPresenter,
    private readonly organisations: Organisations,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly view: DecisionView,
    private readonly repetition: RepetitionRepository,
  ) {}

  /** In the order given. Whoever calls has narrowed them to the viewer. */
  async present(tx: Tx, viewer: Viewer, requests: readonly SharingRequest[]): Promise<Shown<'SharingRequest', SharingRequestType>[]> {
    const around = await this.read(tx, viewer, requests);
    return requests.map((request) => this.shown(request, viewer, around));
  }

  private async read(tx: Tx, viewer: Viewer, requests: readonly SharingRequest[]): Promise<Around> {
    const ids = requests.map((request) => request.id);
    const decisions = await this.decisions.listByRequests(tx, ids);
    const grants = await this.grants.listByRequests(tx, ids);
    const events = await this.requests.listEvents(tx, ids);
    const cameras = await this.cameras.listByIds(
      tx,
      viewer,
      requests.flatMap((request) => request.content.cameras.map((camera) => camera.id)),
    );
    const shownCameras = await this.cameraPresenter.present(tx, cameras);
    const bodyIds = new Set<OrganisationId>([
      ...requests.flatMap((request) => [request.requesterOrgId, ...request.content.cameras.map((camera) => camera.owner)]),
      ...decisions.map((decision) => decision.organisationId),
      ...events.flatMap((event) => (event.organisationId === null ? [] : [event.organisationId])),
    ]);
    const bodies = new Map(
      (await this.organisations.listByIds(tx, [...bodyIds])).map((body) => [body.id as string, organisationType(body)]),
    );
    const decides = viewer.role === 'approver' || viewer.role === 'reviewer';
    const requesters = requests.map((request) => request.requesterPersonId);
    return {
      looks: decides ? await this.repetition.looksOf(tx, ids) : new Map<string, number>(),
      pairs:
        viewer.role === 'approver'
          ? await this.repetition.approvalsBetween(tx, viewer.personId, requesters, this.clock.now())
          : new Map<string, number>(),
      decisions,
      grants,
      events,
      cameras: new Map(cameras.map((camera) => [camera.id as string, camera])),
      shownCameras: new Map(shownCameras.map((camera) => [camera.id, camera])),
      bodies,
    };
  }

  private shown(request: SharingRequest, viewer: Viewer, around: Around): Shown<'SharingRequest', SharingRequestType> {
    const { content } = request;
    const now = this.clock.now();
    const decisions = around.decisions.filter((one) => one.requestId === request.id);
    const grants = around.grants.filter((one) => one.requestId === request.id);
    const ids = content.cameras.map((camera) => camera.id as string);
    const cameras = ids.flatMap((id) => around.cameras.get(id) ?? []);
    const shown: Shown<'SharingRequest', SharingRequestType> = {
      __typename: 'SharingRequest',
      id: request.id,
      code: request.code,
      state: request.state,
      version: request.version,
      requester: {
        id: content.requester.id,
        displayName: content.requester.name,
        title: content.requester.title,
        organisationName: content.requester.organisation.name,
      },
      organisation: bodyOf(around.bodies, request.requesterOrgId),
      purposeCode: content.purposeCode,
      legalBasisCode: content.legalBasisCode,
      reason: content.reason,
      writtenRequestNumber: content.writtenRequest.number,
      writtenRequestDate: content.writtenRequest.date,
      writtenRequestIssuer: content.writtenRequest.issuer,
      caseReference: content.caseReference,
      isEmergency: request.isEmergency,
      emergencyDeclRef: content.emergencyDeclRef ?? null,
      clearTextReason: content.clearTextReason,
      dataType: content.dataType,
      detailLevel: content.detailLevel,
      volume: content.volume,
      accessFrequency: content.accessFrequency,
      deliveryMethod: content.deliveryMethod,
      actions: [...content.actions],
      windowFrom: new Date(content.window.from),
      windowTo: new Date(content.window.to),
      cameras: ids.flatMap((id) => around.shownCameras.get(id) ?? []),
      sameTargetCount30d: around.looks.get(request.id) ?? null,
      pairApprovals30d: viewer.role === 'approver' ? (around.pairs.get(request.requesterPersonId) ?? 0) : null,
      submittedAt: request.submittedAt,
      dueAt: request.dueAt,
      timeline: around.events.filter((event) => event.requestId === request.id).map((event) => timelineEvent(event, around.bodies)),
      decisions: decisions.filter((one) => one.requestVersion === request.version).map((one) => signedDecision(one, around.bodies)),
      grants: [],
      digest: request.digest,
      approvalsNeeded: keysOf(request, decisions).map((key) => approvalNeed(key, around.bodies)),
      availableActions: availableActions({ request, decisions, grants, cameras }, viewer, now, (action, facts) =>
        facts === null
          ? this.gate.mayTry(viewer, action)
          : this.gate.mayTry(viewer, action) && this.gate.preview(viewer, action, facts).proceeds,
      ),
    };
    // A grant names its request and the request its grants: the circle is in the objects, a document ends where it ends.
    shown.grants = grants.map((grant) => this.grantType(grant, shown, around, now));
    return shown;
  }

  private grantType(grant: StoredGrant, request: SharingRequestType, around: Around, now: Date): Shown<'Grant', GrantType> {
    const takenBack = grant.end !== null && grant.end.kind !== 'EXPIRED' ? grant.end : null;
    return {
      __typename: 'Grant',
      id: grant.id,
      state: grantState(grant, now),
      owner: bodyOf(around.bodies, grant.ownerOrgId),
      cameras: grant.cameraIds.flatMap((id) => around.shownCameras.get(id) ?? []),
      actions: [...grant.actions],
      windowFrom: grant.windowFrom,
      windowTo: grant.windowTo,
      expiresAt: grant.expiresAt,
      obligations: grant.obligations.map((obligation) => this.view.obligation(obligation)),
      issuedAt: grant.issuedAt,
      revokedAt: takenBack?.at ?? null,
      revokedReason: takenBack?.reason ?? null,
      request,
    };
  }
}

function bodyOf(bodies: Bodies, id: OrganisationId): OrganisationType {
  const body = bodies.get(id);
  if (body === undefined) throw new Fault('organisation_missing', `organisation ${id} is referred to but absent`);
  return body;
}

function timelineEvent(event: RequestEvent, bodies: Bodies): TimelineEventType {
  const text = requestEventTexts[event.type];
  return {
    at: event.at,
    type: event.type,
    textVi: text.vi,
    textEn: text.en,
    actorName: event.actorName,
    organisationName: event.organisationId === null ? null : bodyOf(bodies, event.organisationId).nameVi,
    entryId: event.entryId,
  };
}

function signedDecision(decision: SignedDecision, bodies: Bodies): SignedDecisionType {
  return {
    id: decision.id,
    kind: decision.kind,
    verdict: decision.withdrawnAt === null ? decision.verdict : 'WITHDRAWN',
    organisation: bodyOf(bodies, decision.organisationId),
    person: {
      id: decision.personId,
      displayName: decision.personName,
      title: decision.personTitle,
      organisationName: decision.organisationName,
    },
    signedAt: decision.signedAt,
    note: decision.note,
    conditions: null,
    signature: decision.signature,
    digest: decision.digest,
  };
}

function approvalNeed(key: ReturnType<typeof keysOf>[number], bodies: Bodies): ApprovalNeedType {
  const organisation = key.organisationId === null ? null : bodyOf(bodies, key.organisationId);
  const text = keyText(key, organisation);
  return { kind: key.kind, organisation, done: key.isDone, textVi: text.vi, textEn: text.en };
}
