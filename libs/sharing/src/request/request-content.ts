import { createHash } from 'node:crypto';
import { canonicalJson, type CameraId, type OrganisationId, type PersonId, type RequestId } from '#libs/kernel';

/** What the form of SH-02 and PD-14 asks; everything optional here may still be asked for by a rule. */
export interface RequestForm {
  readonly actions: readonly string[];
  readonly purposeCode: string;
  readonly legalBasisCode: string;
  readonly reason: string;
  readonly writtenRequestNumber: string | null;
  /** `2026-11-20`, the day on the paper. */
  readonly writtenRequestDate: string | null;
  readonly writtenRequestIssuer: string | null;
  readonly caseReference: string | null;
  /** The document that declares or confirms the emergency (SH-01); only with a basis that asks for it. */
  readonly emergencyDeclRef: string | null;
  /** Why faces must be seen unblurred (SE-07); needed where children or patients are in the picture. */
  readonly clearTextReason: string | null;
  readonly dataType: string | null;
  readonly detailLevel: string | null;
  readonly volume: string | null;
  readonly accessFrequency: string | null;
  readonly deliveryMethod: string | null;
  readonly cameraIds: readonly CameraId[];
  readonly windowFrom: Date;
  readonly windowTo: Date;
}

/**
 * One version of a request as it is shown to whoever decides, hashed, and signed over. Keys and order do not matter: the text is
 * canonical. A camera stands here with the owner it had when the request was made.
 */
export interface RequestContent {
  readonly v: 1;
  readonly type: 'cuao/request';
  readonly id: RequestId;
  readonly code: string;
  readonly version: number;
  readonly submittedAt: string;
  readonly requester: {
    readonly id: PersonId;
    readonly name: string;
    readonly title: string;
    readonly role: string;
    readonly organisation: { readonly id: OrganisationId; readonly code: string; readonly kind: string; readonly name: string };
    readonly unitId: string | null;
    readonly functions: readonly string[];
  };
  readonly purposeCode: string;
  readonly legalBasisCode: string;
  readonly reason: string;
  readonly writtenRequest: { readonly number: string | null; readonly date: string | null; readonly issuer: string | null };
  readonly caseReference: string | null;
  /** What makes the request an emergency's, with its basis; absent from versions of before. */
  readonly emergencyDeclRef?: string | null;
  readonly clearTextReason: string | null;
  readonly dataType: string | null;
  readonly detailLevel: string | null;
  readonly volume: string | null;
  readonly accessFrequency: string | null;
  readonly deliveryMethod: string | null;
  readonly actions: readonly string[];
  readonly window: { readonly from: string; readonly to: string };
  readonly cameras: readonly { readonly id: CameraId; readonly code: string; readonly name: string; readonly owner: OrganisationId }[];
}

/** The bytes that are kept, hashed and signed over (RFC 8785). */
export function contentText(content: RequestContent): string {
  return canonicalJson(content);
}

/** SHA-256 of the text, lower-case hex: what the approver's screen shows and the mutation gives back. */
export function contentDigest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The content of a stored version; its digest is checked by the database. */
export function readContent(text: string): RequestContent {
  return JSON.parse(text) as RequestContent;
}
