import type { SignedDecision } from '#libs/consent';
import type { OrganisationId } from '#libs/kernel';
import { ownersOf } from '../sharing-facts.js';
import type { SharingRequest } from './sharing-request.js';

/** One key of a request: whose it is, and whether it is there. */
export interface RequestKey {
  readonly kind: 'CONSENT' | 'REVIEW' | 'APPROVAL';
  /** null while nobody has taken it up. */
  readonly organisationId: OrganisationId | null;
  readonly isDone: boolean;
  /** Of two approvals: the first or the second. */
  readonly place?: number;
}

/** The keys that the present version needs, in their order, and which are there. Pure. */
export function keysOf(request: SharingRequest, decisions: readonly SignedDecision[]): RequestKey[] {
  const present = decisions.filter((one) => one.requestVersion === request.version && one.withdrawnAt === null);
  const owners = request.needsNoConsent ? [] : ownersOf(request.content);
  const review = present.find((one) => one.kind === 'REVIEW');
  const approvals = present.filter((one) => one.kind === 'APPROVAL');
  const wanted = Math.max(wantedApprovals(request, approvals), approvals.length);
  return [
    ...owners.map((owner): RequestKey => ({
      kind: 'CONSENT',
      organisationId: owner,
      isDone: present.some((one) => one.kind === 'CONSENT' && one.organisationId === owner && one.verdict === 'CONSENT'),
    })),
    { kind: 'REVIEW', organisationId: review?.organisationId ?? null, isDone: review?.verdict === 'FORWARD' },
    ...Array.from({ length: wanted }, (_, i): RequestKey => ({
      kind: 'APPROVAL',
      organisationId: approvals[i]?.organisationId ?? null,
      isDone: approvals[i]?.verdict === 'APPROVE',
      ...(wanted > 1 ? { place: i + 1 } : {}),
    })),
  ];
}

/** How many approvals the version needs: what the rules wanted when it was sent, or at any approval since. */
export function wantedApprovals(
  request: Pick<SharingRequest, 'approvalsNeeded'>,
  approvals: readonly Pick<SignedDecision, 'approvalsNeeded'>[],
): number {
  return Math.max(request.approvalsNeeded, ...approvals.map((one) => one.approvalsNeeded ?? 1));
}

/** A line of words for a key. `1/2` when owners are several and some have consented. */
export function keyText(
  key: RequestKey,
  organisation: { readonly nameVi: string; readonly nameEn: string } | null,
): { vi: string; en: string } {
  switch (key.kind) {
    case 'CONSENT':
      return key.isDone
        ? { vi: `${organisation?.nameVi ?? 'Chủ camera'} đã đồng ý`, en: `${organisation?.nameEn ?? 'The owner'} has consented` }
        : { vi: `Cần ${organisation?.nameVi ?? 'chủ camera'} đồng ý`, en: `${organisation?.nameEn ?? 'The owner'} must consent` };
    case 'REVIEW':
      return key.isDone
        ? { vi: 'Công an đã thẩm tra', en: 'Reviewed by the police' }
        : { vi: 'Cần cán bộ Công an thẩm tra', en: 'A police officer must review it' };
    case 'APPROVAL':
      if (key.place !== undefined) return key.isDone ? doneOfTwo(key.place) : neededOfTwo(key.place);
      return key.isDone
        ? { vi: 'Người có thẩm quyền của Công an đã duyệt', en: 'Approved by an authorised police officer' }
        : {
            vi: 'Cần người có thẩm quyền của Công an duyệt: người khác, cơ quan khác với chủ camera và bên yêu cầu',
            en: 'An authorised police officer must approve: another person, of another body than owner and requester',
          };
  }
}

function doneOfTwo(place: number): { vi: string; en: string } {
  return place === 1
    ? { vi: 'Người duyệt thứ nhất đã duyệt', en: 'The first approver has approved' }
    : { vi: 'Người duyệt thứ hai đã duyệt', en: 'The second approver has approved' };
}

function neededOfTwo(place: number): { vi: string; en: string } {
  return place === 1
    ? {
        vi: 'Cần hai người có thẩm quyền của Công an duyệt; chờ người thứ nhất',
        en: 'Two authorised police officers must approve; awaits the first',
      }
    : {
        vi: 'Chờ người duyệt thứ hai: một người có thẩm quyền khác của Công an; trước đó chưa có quyền xem nào',
        en: 'Awaits a second approver: another authorised police officer; until then no grant exists',
      };
}
