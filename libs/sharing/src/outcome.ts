import type { ProblemFields } from '#libs/identity';
import type { RecordedDecision } from '#libs/regulation';
import type { FormProblem } from './request/request-form.js';
import type { RequestState } from './request/request-state.js';

/** Refused by the rules; the refusal is on the log with the decision. */
export interface DeniedOutcome {
  readonly kind: 'denied';
  readonly decision: RecordedDecision;
}
/** Absent, or not this viewer's: told apart by nobody, recorded all the same. */
export interface NotFoundOutcome {
  readonly kind: 'notFound';
}
/** The matter has moved on since it was shown; nothing was done. */
export interface ConflictOutcome {
  readonly kind: 'conflict';
  readonly problem: ProblemFields;
  readonly state: string | null;
}
export interface InvalidOutcome {
  readonly kind: 'invalid';
  readonly problem: ProblemFields;
}
export type Setback = DeniedOutcome | NotFoundOutcome | ConflictOutcome | InvalidOutcome;

export const denied = (decision: RecordedDecision): DeniedOutcome => ({ kind: 'denied', decision });
export const absent: NotFoundOutcome = { kind: 'notFound' };

/** The first problem, with how many more there are: people mend a form from the top. */
export function invalid(problems: readonly FormProblem[]): InvalidOutcome {
  const [first, ...rest] = problems;
  if (first === undefined) throw new RangeError('invalid() needs a problem');
  const more = rest.length;
  return {
    kind: 'invalid',
    problem: {
      code: first.code,
      path: first.path,
      textVi: more === 0 ? first.textVi : `${first.textVi} (còn ${more} chỗ khác cần sửa)`,
      textEn: more === 0 ? first.textEn : `${first.textEn} (${more} more to mend)`,
    },
  };
}

export const stateWords: Readonly<Record<RequestState, { readonly vi: string; readonly en: string }>> = {
  DRAFT: { vi: 'bản nháp', en: 'a draft' },
  SUBMITTED: { vi: 'đã gửi, chờ thẩm tra', en: 'submitted, waiting for review' },
  NEEDS_INFO: { vi: 'chờ bổ sung', en: 'waiting for more information' },
  UNDER_REVIEW: { vi: 'đã thẩm tra, chờ phê duyệt', en: 'reviewed, waiting for approval' },
  APPROVED: { vi: 'đã phê duyệt', en: 'approved' },
  PARTIAL: { vi: 'đã phê duyệt một phần', en: 'approved in part' },
  REFUSED: { vi: 'đã bị từ chối', en: 'refused' },
  WITHDRAWN: { vi: 'đã rút', en: 'withdrawn' },
  LAPSED: { vi: 'đã hết hiệu lực', en: 'lapsed' },
  CLOSED: { vi: 'đã đóng', en: 'closed' },
};

export function wrongState(state: RequestState): ConflictOutcome {
  const word = stateWords[state];
  return {
    kind: 'conflict',
    state,
    problem: {
      code: 'WRONG_STATE',
      textVi: `Không làm được bước này: yêu cầu ${word.vi}.`,
      textEn: `This step is not possible: the request is ${word.en}.`,
    },
  };
}

export function conflict(code: string, textVi: string, textEn: string, state: string | null): ConflictOutcome {
  return { kind: 'conflict', state, problem: { code, textVi, textEn } };
}

/** What was shown is not what stands now; a signature over it would be over something else. */
export function shownSomethingElse(state: RequestState): ConflictOutcome {
  return {
    ...conflict(
      'SHOWN_DIGEST_DIFFERS',
      'Nội dung yêu cầu đã thay đổi so với bản bạn đang xem. Hãy tải lại và đọc lại trước khi ký.',
      'The request is no longer what you were shown. Reload and read it again before you sign.',
      state,
    ),
  };
}

export function alreadyAnswered(state: RequestState): ConflictOutcome {
  return conflict(
    'ALREADY_DECIDED',
    'Cơ quan của bạn đã quyết định về bản này.',
    'Your organisation has already decided on this version.',
    state,
  );
}
