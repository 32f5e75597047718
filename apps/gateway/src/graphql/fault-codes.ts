/** Everything that `errors[].extensions.code` can say; closed, so that clients may rely on it. */
export interface FaultWords {
  /** HTTP status under application/graphql-response+json, and of our other routes. */
  readonly status: number;
  readonly textVi: string;
  readonly textEn: string;
}

export const faultCodes = {
  BAD_REQUEST: { status: 400, textVi: 'Yêu cầu không đúng dạng.', textEn: 'The request is not in the right form.' },
  GRAPHQL_PARSE_FAILED: { status: 400, textVi: 'Câu truy vấn không đúng cú pháp.', textEn: 'The document is not GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, textVi: 'Câu truy vấn không khớp lược đồ.', textEn: 'The document does not fit the schema.' },
  LIMIT_EXCEEDED: {
    status: 400,
    textVi: 'Câu truy vấn quá lớn; hãy hỏi ít hơn trong một lần.',
    textEn: 'The document asks for too much; ask for less at once.',
  },
  BAD_USER_INPUT: { status: 400, textVi: 'Nội dung nhập chưa đúng dạng.', textEn: 'The input is not in the right form.' },
  INVALID_CURSOR: {
    status: 400,
    textVi: 'Con trỏ trang không dùng được; hãy mở lại danh sách từ đầu.',
    textEn: 'The cursor cannot be used; open the list again from its beginning.',
  },
  UNTRUSTED_DOCUMENT: {
    status: 400,
    textVi: 'Trang này chỉ dùng các câu truy vấn đã được duyệt; hãy tải lại trang.',
    textEn: 'A browser session takes only the documents of the portal; reload the page.',
  },
  UNAUTHENTICATED: { status: 401, textVi: 'Hãy đăng nhập.', textEn: 'Sign in first.' },
  SESSION_REVOKED: {
    status: 401,
    textVi: 'Phiên làm việc đã kết thúc; hãy đăng nhập lại.',
    textEn: 'The session has ended; sign in again.',
  },
  ROLE_NOT_CHOSEN: { status: 403, textVi: 'Hãy chọn vai trò cho phiên này.', textEn: 'Choose a role for this session first.' },
  FORBIDDEN: { status: 403, textVi: 'Vai trò này không được làm việc đó.', textEn: 'This role may not do that.' },
  CSRF_REFUSED: { status: 403, textVi: 'Yêu cầu không đến từ trang của cổng.', textEn: 'The request does not come from a page of ours.' },
  NOT_FOUND: { status: 404, textVi: 'Không có ở đây.', textEn: 'There is nothing here.' },
  METHOD_NOT_ALLOWED: { status: 405, textVi: 'Chỉ POST mới được thay đổi dữ liệu.', textEn: 'Only POST may change anything.' },
  NOT_ACCEPTABLE: {
    status: 406,
    textVi: 'Chỉ trả lời bằng application/graphql-response+json hoặc application/json.',
    textEn: 'The answer is application/graphql-response+json or application/json.',
  },
  PAYLOAD_TOO_LARGE: { status: 413, textVi: 'Yêu cầu quá dài.', textEn: 'The request is too long.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    textVi: 'Nội dung phải là application/json (UTF-8).',
    textEn: 'The body must be application/json (UTF-8).',
  },
  RATE_LIMITED: { status: 429, textVi: 'Quá nhiều yêu cầu; hãy chờ một chút.', textEn: 'Too many requests; wait a little.' },
  SERVICE_UNAVAILABLE: {
    status: 503,
    textVi: 'Tạm thời chưa làm được; chưa có gì được quyết định hay mở ra.',
    textEn: 'Not possible right now; nothing was decided and nothing was released.',
  },
  INTERNAL: {
    status: 500,
    textVi: 'Có lỗi trong hệ thống; mã theo dõi ở bên cạnh.',
    textEn: 'Something went wrong here; the trace id stands beside.',
  },
} as const satisfies Record<string, FaultWords>;

export type FaultCode = keyof typeof faultCodes;

export function isFaultCode(text: unknown): text is FaultCode {
  return typeof text === 'string' && Object.hasOwn(faultCodes, text);
}

/** A fault that the gateway itself found; carries nothing from below. */
export class CodedFault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(faultCodes[code].textEn);
    this.name = 'CodedFault';
  }
}
