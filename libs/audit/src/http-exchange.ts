import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { errorCode } from './error-code.js';

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
  readonly body?: string | Buffer;
  readonly contentType?: string;
  readonly timeoutMs: number;
}

const maxBody = 64 * 1024;

/** One exchange with a neighbour of the log: bounded in time and size, follows no redirect. @throws when there is no whole answer */
export async function ask(question: HttpQuestion): Promise<HttpAnswer> {
  try {
    return await exchange(question);
  } catch (error) {
    // A kept connection that the neighbour closed meanwhile (it was restarted): nothing was read, so it is asked once more.
    if (error instanceof StaleConnection) return exchange(question);
    throw error;
  }
}

class StaleConnection extends Error {}

function exchange({ url, socketPath, method = 'GET', body, contentType, timeoutMs }: HttpQuestion): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const target = socketPath === undefined ? url : `http://signer.invalid${url}`;
    const options = {
      method,
      ...(socketPath === undefined ? {} : { socketPath }),
      ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }),
      signal: AbortSignal.timeout(timeoutMs),
    };
    const send = target.startsWith('https:') ? httpsRequest : httpRequest;
    const outgoing = send(target, options, (incoming) => {
      readBody(incoming).then(
        (bytes) => resolve({ status: incoming.statusCode ?? 0, contentType: incoming.headers['content-type'] ?? '', body: bytes }),
        reject,
      );
    });
    outgoing.on('error', (error) => {
      const isStale = outgoing.reusedSocket && (errorCode(error) === 'ECONNRESET' || errorCode(error) === 'EPIPE');
      reject(isStale ? new StaleConnection('closed by the neighbour', { cause: error }) : error);
    });
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

/**
 * Limits of a small server inside the house: whoever sends a request slowly, or none, is let go. Both must be told at the making: Node
 * takes the shorter for the headers and the longer for all, and looks every half minute unless told otherwise.
 */
export const serverPatience = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 } as const;

/** For a body that was not read to its end: the rest would be taken for the next request, so the connection ends with the answer. */
export function answerUnread(response: ServerResponse, status: number, body: string): void {
  response.setHeader('connection', 'close');
  answer(response, status, body);
}

export function answer(response: ServerResponse, status: number, body: string, contentType = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}
