import type { SignedDecision } from '#libs/consent';
import type { OrganisationId } from '#libs/kernel';
import { cameraFacts, type Camera } from '#libs/registry';
import type { ApprovalFacts, CameraFacts, Facts, GrantFacts, RequestFacts } from '#libs/regulation';
import type { Grant } from './grant/grant.js';
import type { RequestContent } from './request/request-content.js';

// One pure function for each act: what the gate is told. A camera that the viewer may not know of is stated as an empty object,
// which the rules refuse as a missing fact: absent and hidden are answered alike.

/** The written request as the requester states it. Its paper is not kept here yet: the reference is to the version that states it. */
function paperFacts(content: RequestContent): RequestFacts['writtenRequest'] {
  const { number, date, issuer } = content.writtenRequest;
  const stated = number !== null && date !== null && issuer !== null;
  return {
    number,
    date: date === null ? null : Date.parse(`${date}T00:00:00+07:00`),
    issuer,
    signatureRef: stated ? `cuao:${content.id}/${content.version}` : null,
  };
}

/** Ground of the transfer (L91 Đ17.1) that goes with a legal basis; null when none is known, and then the rules refuse (PD-09). */
export function transferGroundOf(legalBasisCode: string): string | null {
  const basis = legalBasisCode.replace(/^VN-/, '');
  if (basis === 'PDPL-9') return '17.1.a';
  if (/^PDPL-19\.1\.[ab]$/.test(basis)) return '17.1.e';
  // A state agency asks in writing for its own task; whether the asker is one is judged by the rules.
  if (/^(PDPL-32\.1\.a|PDPL-19\.1\.c|PDPL-17\.1\.dd|DATA-18\.2\.[abcd]|BLTTHS-88|ND61-14\/22)$/.test(basis)) return '17.1.dd';
  return null;
}

export function requestFacts(content: RequestContent): RequestFacts {
  return {
    id: content.id,
    requester: {
      userId: content.requester.id,
      orgId: content.requester.organisation.id,
      orgKind: content.requester.organisation.kind,
      unitId: content.requester.unitId,
      functions: [...content.requester.functions],
    },
    writtenRequest: paperFacts(content),
    legalBasisCode: content.legalBasisCode,
    transferGround: transferGroundOf(content.legalBasisCode),
    purposeCode: content.purposeCode,
    reason: content.reason,
    dataType: content.dataType,
    detailLevel: content.detailLevel,
    volume: content.volume,
    accessFrequency: content.accessFrequency,
    deliveryMethod: content.deliveryMethod,
    timeWindow: { from: Date.parse(content.window.from), to: Date.parse(content.window.to) },
    actions: [...content.actions],
    caseFileId: content.caseReference,
    // The document makes the statement: nobody claims an emergency without naming it. Whether it counts, the rules and the gate say.
    emergency: (content.emergencyDeclRef ?? null) !== null,
    emergencyDeclRef: content.emergencyDeclRef ?? null,
    clearTextReason: content.clearTextReason,
    receivedAt: Date.parse(content.submittedAt),
    ownerOrgIds: ownersOf(content),
  };
}

export function ownersOf(content: RequestContent): OrganisationId[] {
  return [...new Set(content.cameras.map((camera) => camera.owner))].sort();
}

/** Counts over thirty days that tell a habit from a case (POL-11, POL-12). */
export interface Repetition {
  /** Looks of the requester at the same camera, this one among them. */
  readonly sameTargetCount30d: number;
  /** Approvals between the requester and the viewer, whichever of them asked; left out where nobody approves yet. */
  readonly pairApprovals30d?: number;
}

/** What the house itself knows of a request, beside what its requester states. */
export interface HouseKnowledge extends Partial<Repetition> {
  /** How many approvals the rules have wanted so far; they may want more, never fewer. */
  readonly approvalsNeeded?: number;
  /** The form that the case number is written in (`tables/caseForms.json`), or `none`. */
  readonly caseNumberForm?: string;
  /** What the register of the body that asks says of the number. */
  readonly caseRegister?: string;
}

/** What the entry says of it, for inspectors: numbers only. */
export function repetitionWords({ sameTargetCount30d, pairApprovals30d }: Repetition): Record<string, string> {
  return {
    sameTargetCount30d: String(sameTargetCount30d),
    ...(pairApprovals30d === undefined ? {} : { pairApprovals30d: String(pairApprovals30d) }),
  };
}

/** @param cameras those of the request that the viewer may know of; the others are stated as unknown */
export function submitFacts(content: RequestContent, cameras: readonly Camera[], wanted: number, known: HouseKnowledge): Facts {
  const unknown: CameraFacts[] = Array.from({ length: Math.max(0, wanted - cameras.length) }, () => ({}));
  return { request: { ...requestFacts(content), ...known }, cameras: [...cameras.map(cameraFacts), ...unknown] };
}

/** Consent, its refusal and its withdrawal: the owner's own cameras in the request. */
export function consentFacts(content: RequestContent, owner: OrganisationId): Facts {
  return { request: requestFacts(content), cameras: ownedFacts(content, owner) };
}

/** Reviewing, refusing, withdrawing and reading a request do not depend on a camera. */
export function requestOnlyFacts(content: RequestContent): Facts {
  return { request: requestFacts(content) };
}

/**
 * @param cameras those whose owner has consented, or all where a basis stands in lieu of consent
 * @param keys consents, and the first approval where one was given
 */
export function approveFacts(
  content: RequestContent,
  cameras: readonly Camera[],
  keys: readonly SignedDecision[],
  known: HouseKnowledge,
): Facts {
  return {
    request: { ...requestFacts(content), ...known },
    cameras: cameras.map(cameraFacts),
    approvals: keys.map(approvalFacts),
  };
}

export function revokeFacts(content: RequestContent, grant: Grant): Facts {
  return {
    request: requestFacts(content),
    grant: grantFacts(grant),
    cameras: grant.cameraIds.map((id) => ({ id, ownerOrgId: grant.ownerOrgId })),
  };
}

/** Papers of a grant for the opening of footage; the camera's facts come from the registry. */
export function openingFacts(
  content: RequestContent,
  grant: Grant,
  keys: readonly SignedDecision[],
): Pick<Facts, 'request' | 'approvals' | 'grant'> {
  const request = { ...requestFacts(content), approvalsNeeded: grant.approvalsNeeded };
  return { request, approvals: keys.map(approvalFacts), grant: grantFacts(grant) };
}

export function approvalFacts(decision: SignedDecision): ApprovalFacts {
  return {
    key: decision.kind === 'CONSENT' ? 'owner' : 'police',
    approver: decision.personId,
    approverTitle: decision.personTitle,
    orgId: decision.organisationId,
    orgKind: decision.organisationKind,
    effect: decision.verdict === 'CONSENT' || decision.verdict === 'APPROVE' ? 'approved' : 'refused',
    signedAt: decision.signedAt.getTime(),
    signature: decision.signature,
    withdrawnAt: decision.withdrawnAt?.getTime() ?? null,
    decisionRef: decision.id,
  };
}

export function grantFacts(grant: Grant): GrantFacts {
  return {
    id: grant.id,
    orgId: grant.holderOrgId,
    scope: {
      cameras: [...grant.cameraIds],
      window: { from: grant.windowFrom.getTime(), to: grant.windowTo.getTime() },
      actions: [...grant.actions],
    },
    policyHash: grant.policySha256,
    signedAt: grant.issuedAt.getTime(),
    expiresAt: grant.expiresAt.getTime(),
    // A grant that only ran out is told apart from one that was taken back: its expiry says so.
    revokedAt: grant.end === null || grant.end.kind === 'EXPIRED' ? null : grant.end.at.getTime(),
  };
}

function ownedFacts(content: RequestContent, owner: OrganisationId): CameraFacts[] {
  return content.cameras.filter((camera) => camera.owner === owner).map((camera) => ({ id: camera.id, ownerOrgId: camera.owner }));
}
