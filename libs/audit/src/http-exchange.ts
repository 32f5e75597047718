import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

export interface HttpQuestion {
  /** An address, or a path on a unix socket. */
  readonly url: string;
  readonly socketPath?: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly timeoutMs: number;
}

const maxBody = 64 * 1024;

/** One exchange with a neighbour of the log: bounded in time and size, follows no redirect. @throws when there is no whole answer */
export function ask({ url, socketPath, method = 'GET', body, timeoutMs }: HttpQuestion): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const target = socketPath === undefined ? url : `http://signer.invalid${url}`;
    const outgoing = httpRequest(
      target,
      { method, ...(socketPath === undefined ? {} : { socketPath }), signal: AbortSignal.timeout(timeoutMs) },
      (incoming) => {
        readBody(incoming).then(
          (bytes) => resolve({ status: incoming.statusCode ?? 0, contentType: incoming.headers['content-type'] ?? '', body: bytes }),
          reject,
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** @throws RangeError when the body is longer than 64 KiB */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) throw new RangeError('body too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function answer(response: ServerResponse, status: number, body: string, contentType = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}
