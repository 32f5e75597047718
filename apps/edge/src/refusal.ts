import type { ServerResponse } from 'node:http';
import type { Refusal, RefusalCause } from './verdict.js';

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
  503: { code: 'UNAVAILABLE', textVi: 'Chưa thể phục vụ; hệ thống sẽ thử lại.', textEn: 'Cannot be served at present; try again.' },
};
const sourceDown: Text = { code: 'SOURCE_DOWN', textVi: 'Camera hiện không có hình.', textEn: 'The camera gives no picture at present.' };
const noKnowledge: Text = {
  code: 'CANNOT_CHECK',
  textVi: 'Chưa thể kiểm tra quyền xem; tạm dừng phát.',
  textEn: 'The permission cannot be checked at present; playback is held.',
};

/** Writes a refusal. Headers common to all answers have been set. */
export function sendRefusal(response: ServerResponse, status: Refusal, cause: RefusalCause, retryAfterMs = 1_000): void {
  const text = cause === 'source' ? sourceDown : cause === 'no_knowledge' ? noKnowledge : texts[status];
  const body = Buffer.from(JSON.stringify(text));
  const retry = status === 429 || status === 503 ? { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) } : {};
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, ...retry });
  response.end(body);
}
