import type { ServerResponse } from 'node:http';
import type { Refusal, RefusalCause } from './verdict.js';

/** On every answer: nobody stores it, nobody guesses its type, its address goes nowhere, and only pages of this site may embed it. */
const always: readonly string[] = [
  'cache-control',
  'private, no-store',
  'x-content-type-options',
  'nosniff',
  'referrer-policy',
  'no-referrer',
  'cross-origin-resource-policy',
  'same-site',
  'vary',
  'origin',
];

interface Text {
  readonly code: string;
  readonly textVi: string;
  readonly textEn: string;
}

/** What a refused player is told. 403 has one text for all causes: which check failed helps only somebody who tries them out. */
const texts: Readonly<Record<Refusal, Text>> = {
  403: { code: 'NOT_PERMITTED', textVi: 'Địa chỉ hoặc phiên xem không hợp lệ.', textEn: 'This address or session is not valid here.' },
  404: { code: 'NOT_FOUND', textVi: 'Không tìm thấy.', textEn: 'Not found.' },
  410: { code: 'ENDED', textVi: 'Phiên xem đã kết thúc.', textEn: 'The viewing session has ended.' },
  429: {
    code: 'TOO_MANY',
    textVi: 'Quá nhiều yêu cầu cùng lúc; hãy thử lại sau giây lát.',
    textEn: 'Too many requests at once; try again in a moment.',
  },
  503: {
    code: 'UNAVAILABLE',
    textVi: 'Chưa thể phục vụ; hãy thử lại sau giây lát.',
    textEn: 'Cannot be served at present; try again in a moment.',
  },
};
const sourceDown: Text = { code: 'SOURCE_DOWN', textVi: 'Camera hiện không có hình.', textEn: 'The camera gives no picture at present.' };
const cannotCheck: Text = {
  code: 'CANNOT_CHECK',
  textVi: 'Chưa thể kiểm tra quyền xem; tạm dừng phát.',
  textEn: 'The permission cannot be checked at present; playback is held.',
};

const logSilent: Text = {
  code: 'LOG_SILENT',
  textVi: 'Nhật ký chưa có nhân chứng xác nhận trong hơn bốn giờ: chỉ phát hình theo quyền khẩn cấp.',
  textEn: 'No witness has confirmed the log for more than four hours: pictures are served under emergency grants alone.',
};

/** Causes that a player is told in other words than those of its status. */
const ofCause: Readonly<Partial<Record<RefusalCause, Text>>> = { source: sourceDown, no_knowledge: cannotCheck, log_silent: logSilent };

/** One answer of the media server. Headers are written once and flat: this is done for every second of every viewer. */
export class Reply {
  private readonly cookies: string[] = [];

  /** @param origin the portal's, when the request came from its page */
  constructor(
    readonly response: ServerResponse,
    private readonly origin: string | null,
  ) {}

  setCookie(line: string): void {
    this.cookies.push('set-cookie', line);
  }

  /** Writes the head; the caller writes the body. @param length null for a stream */
  head(status: number, type: string, length: number | null, more: readonly string[] = []): void {
    const lines = [...always, 'content-type', type, ...this.cookies, ...more];
    if (length !== null) lines.push('content-length', String(length));
    if (this.origin !== null) lines.push('access-control-allow-origin', this.origin, 'access-control-allow-credentials', 'true');
    this.response.writeHead(status, lines);
  }

  whole(type: string, body: Buffer): void {
    this.head(200, type, body.length);
    this.response.end(body);
  }

  /**
   * Hands a whole segment to the connection, at most 1 MB. Cutting it into parts would not keep a byte back (the kernel takes
   * each part at once) and costs twice the CPU; what stops a slow reader is the reset of its connection, which discards
   * everything that is not on the wire yet.
   */
  segment(parts: readonly Buffer[], bytes: number): void {
    this.head(200, 'video/mp4', bytes);
    const { response } = this;
    // One system call for head and parts.
    response.socket?.cork();
    for (const part of parts) response.write(part);
    response.end();
    response.socket?.uncork();
  }

  empty(status: number, more: readonly string[]): void {
    this.head(status, 'text/plain', 0, more);
    this.response.end();
  }

  refuse(status: Refusal, cause: RefusalCause, retryAfterMs: number): void {
    const { response } = this;
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const text = ofCause[cause] ?? texts[status];
    const body = Buffer.from(JSON.stringify(text));
    const retry = status === 429 || status === 503 ? ['retry-after', String(Math.ceil(retryAfterMs / 1_000))] : [];
    this.head(status, 'application/json; charset=utf-8', body.length, retry);
    response.end(body);
  }
}
