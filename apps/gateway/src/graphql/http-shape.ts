import type { FastifyReply, FastifyRequest } from 'fastify';
import { CodedFault, faultCodes, type FaultCode } from './fault-codes.js';
import type { PlainError } from './fault-format.js';

/**
 * GraphQL over HTTP (release September 2026) around Mercurius: media types, parameters, status codes.
 * Under application/graphql-response+json the status tells the outcome; under application/json every well-formed request
 * that was understood as GraphQL is answered 200.
 */
export const responseJson = 'application/graphql-response+json';
export const plainJson = 'application/json';

/** The media type to answer with; null when the caller accepts none of ours. A missing or open `Accept` gets application/json. */
export function answerType(accept: string | undefined): string | null {
  if (accept === undefined || accept.trim() === '') return plainJson;
  let best: { type: string; quality: number } | null = null;
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1');
    if (!(quality > 0)) continue;
    const offered = type === responseJson ? responseJson : ['*/*', 'application/*', plainJson].includes(type) ? plainJson : null;
    if (offered !== null && (best === null || quality > best.quality)) best = { type: offered, quality };
  }
  return best?.type ?? null;
}

/** Before the body is read. @throws CodedFault */
export function checkMedia(request: FastifyRequest): void {
  if (answerType(request.headers.accept) === null) throw new CodedFault('NOT_ACCEPTABLE');
  if (request.method !== 'POST') return;
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((one) => one.startsWith('charset='))
    ?.slice('charset='.length)
    .replace(/^"|"$/g, '');
  if (type !== plainJson || (charset !== undefined && charset !== 'utf-8')) throw new CodedFault('UNSUPPORTED_MEDIA_TYPE');
}

/** Drops parameters that are null (they mean the same as absent) and refuses those of a wrong type. @throws CodedFault */
export function checkParameters(request: FastifyRequest): void {
  const isGet = request.method === 'GET' || request.method === 'HEAD';
  const parameters = (isGet ? request.query : request.body) as Record<string, unknown> | null | undefined;
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) throw new CodedFault('BAD_REQUEST');
  for (const name of ['query', 'operationName', 'variables', 'extensions']) if (parameters[name] === null) delete parameters[name];
  if (isGet && parameters['operationName'] === '') delete parameters['operationName'];
  const { query, operationName, variables, extensions } = parameters;
  const isMap = (value: unknown): boolean => typeof value === 'object' && !Array.isArray(value);
  const fits =
    typeof query === 'string'
    && query !== ''
    && (operationName === undefined || typeof operationName === 'string')
    && [variables, extensions].every((value) => value === undefined || (isGet ? typeof value === 'string' : isMap(value)));
  if (!fits) throw new CodedFault('BAD_REQUEST');
}

/** Errors that are answered 200 under application/json: the request was well formed, its document or variables were not. */
const ofDocument: ReadonlySet<FaultCode> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'LIMIT_EXCEEDED']);

export function statusOf(body: { readonly data?: unknown; readonly errors?: readonly PlainError[] }, type: string): number {
  const code = body.errors?.[0]?.extensions.code;
  if (code === undefined || (body.data !== undefined && body.data !== null)) return 200;
  // "Cannot right now" keeps its status for every client: proxies and retries go by it.
  if (type === plainJson && code !== 'SERVICE_UNAVAILABLE' && ('data' in body || ofDocument.has(code))) return 200;
  return faultCodes[code].status;
}

/** Last step before the bytes: status, media type, and plain JSON (Mercurius' own serializer writes list positions as text). */
export function shapeAnswer(request: FastifyRequest, reply: FastifyReply, body: object): object {
  const type = answerType(request.headers.accept) ?? plainJson;
  const status = statusOf(body, type);
  reply.code(status).type(`${type}; charset=utf-8`).header('cache-control', 'no-store').header('vary', 'Accept, Cookie, Authorization');
  if (status === 405) reply.header('allow', 'POST');
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="cuao", error="invalid_token"');
  sayWhenAgain(reply, status);
  reply.serializer((answer: unknown) => JSON.stringify(answer));
  return body;
}

/** Nothing was done, and the same may be asked again: clients and proxies of any make know how long to wait. */
export function sayWhenAgain(reply: FastifyReply, status: number): void {
  if (status === 503 || status === 429) reply.header('retry-after', '1');
}
