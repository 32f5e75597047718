import type { SignedDecision } from '#libs/consent';
import type { Viewer } from '#libs/kernel';
import { latestExpiry } from '../grant/grant.js';
import { conflict, invalid, shownSomethingElse, wrongState, type Setback } from '../outcome.js';
import { ownersOf } from '../sharing-facts.js';
import { nextState } from './request-state.js';
import type { SharingRequest } from './sharing-request.js';

/** Why somebody whom the rules let approve cannot do it now; null when they can. Pure. @param keys decisions on the present version */
export function cannotApproveYet(
  viewer: Viewer,
  request: SharingRequest,
  keys: readonly SignedDecision[],
  { shownDigest, expiresAt }: { readonly shownDigest: string; readonly expiresAt: Date | null },
  at: Date,
): Setback | null {
  if (nextState(request.state, 'APPROVE_ALL') === null) return wrongState(request.state);
  if (shownDigest !== request.digest) return shownSomethingElse(request.state);
  if (keys.some((one) => one.kind === 'REVIEW' && one.personId === viewer.personId)) return reviewedByYourself(request);
  const answered = new Set(keys.filter((one) => one.kind === 'CONSENT').map((one) => one.organisationId));
  if (!request.needsNoConsent && ownersOf(request.content).some((owner) => !answered.has(owner))) return ownersHaveNotAnswered(request);
  const latest = latestExpiry(new Date(request.content.window.to), at);
  if (request.content.actions.every((action) => action === 'live_view') && Date.parse(request.content.window.to) <= at.getTime())
    return wrongState('LAPSED');
  if (keys.some((one) => one.verdict === 'APPROVE' && one.grantUntil !== null && one.grantUntil <= at)) return firstApprovalRanOut(request);
  if (expiresAt !== null && (expiresAt.getTime() <= at.getTime() || expiresAt.getTime() > latest.getTime()))
    return expiryOutOfRange(latest);
  return null;
}

function reviewedByYourself(request: SharingRequest): Setback {
  return conflict(
    'REVIEWED_BY_YOURSELF',
    'Bạn đã thẩm tra yêu cầu này; người khác phải phê duyệt.',
    'You reviewed this request; somebody else must approve it.',
    request.state,
  );
}

function ownersHaveNotAnswered(request: SharingRequest): Setback {
  return conflict(
    'OWNERS_HAVE_NOT_ANSWERED',
    'Chưa đủ ý kiến của các chủ camera. Chờ họ đồng ý hoặc từ chối rồi phê duyệt.',
    'Not every owner has answered. Wait until each has consented or declined.',
    request.state,
  );
}

function firstApprovalRanOut(request: SharingRequest): Setback {
  return conflict(
    'FIRST_APPROVAL_RAN_OUT',
    'Hạn mà người duyệt thứ nhất đặt ra đã qua. Từ chối yêu cầu này; bên yêu cầu gửi yêu cầu mới nếu còn cần.',
    'The end that the first approver set has passed. Refuse this request; a new one can be sent if it is still needed.',
    request.state,
  );
}

function expiryOutOfRange(latest: Date): Setback {
  return invalid([
    {
      code: 'EXPIRY',
      path: ['expiresAt'],
      textVi: `Hạn của quyền phải ở tương lai và không sau ${latest.toISOString()}.`,
      textEn: `The expiry must lie in the future and not after ${latest.toISOString()}.`,
    },
  ]);
}
