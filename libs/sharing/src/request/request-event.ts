import type { EntryId, OrganisationId, PersonId, RequestId } from '#libs/kernel';

/** What happened to a request, with the words of its timeline. */
export const requestEventTexts = {
  SUBMITTED: { vi: 'Đã gửi yêu cầu', en: 'Request submitted' },
  SUPPLEMENTED: { vi: 'Đã bổ sung và gửi lại', en: 'Supplemented and sent again' },
  CONSENTED: { vi: 'Chủ camera đồng ý', en: 'The owner consented' },
  DECLINED: { vi: 'Chủ camera từ chối', en: 'The owner declined' },
  FORWARDED: { vi: 'Thẩm tra xong, chuyển người phê duyệt', en: 'Reviewed and forwarded to the approver' },
  RETURNED: { vi: 'Trả lại để bổ sung', en: 'Returned for more information' },
  REFUSED: { vi: 'Công an từ chối', en: 'Refused by the police' },
  FIRST_APPROVED: { vi: 'Người duyệt thứ nhất đã duyệt, chờ người duyệt thứ hai', en: 'First approval given, awaits a second approver' },
  APPROVED: { vi: 'Công an phê duyệt và cấp quyền', en: 'Approved by the police, grants issued' },
  WITHDRAWN: { vi: 'Bên yêu cầu rút yêu cầu', en: 'Withdrawn by the requester' },
  CONSENT_WITHDRAWN: { vi: 'Chủ camera rút đồng ý', en: 'The owner withdrew consent' },
  GRANT_REVOKED: { vi: 'Thu hồi quyền', en: 'A grant was revoked' },
  GRANT_EXPIRED: { vi: 'Quyền hết hạn', en: 'A grant expired' },
  LAPSED: { vi: 'Yêu cầu hết hiệu lực vì quá thời gian xin xem', en: 'Lapsed, because the period asked for is over' },
} as const;

export type RequestEventType = keyof typeof requestEventTexts;

export interface RequestEvent {
  readonly requestId: RequestId;
  readonly type: RequestEventType;
  readonly at: Date;
  /** null for an act of a clock. */
  readonly personId: PersonId | null;
  readonly actorName: string | null;
  readonly organisationId: OrganisationId | null;
  readonly entryId: EntryId;
}
