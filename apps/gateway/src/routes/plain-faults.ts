import type { FastifyInstance, FastifyReply } from 'fastify';
import { describeError, logLine, UnavailableFault } from '#libs/kernel';
import { CodedFault, faultCodes, type FaultCode } from '../graphql/fault-codes.js';
import { sayWhenAgain } from '../graphql/http-shape.js';

export function sendFault(reply: FastifyReply, code: FaultCode): FastifyReply {
  const { status, textVi, textEn } = faultCodes[code];
  // RFC 6750: a client of any make learns whether another token would help.
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="cuao"');
  if (code === 'FORBIDDEN') reply.header('www-authenticate', 'Bearer realm="cuao", error="insufficient_scope"');
  sayWhenAgain(reply, status);
  return reply.code(status).header('cache-control', 'no-store').send({ code, textVi, textEn, traceId: reply.request.id });
}

/** Faults of routes that are not GraphQL: the same closed list, nothing from below. */
export function maskFaults(fastify: FastifyInstance): void {
  fastify.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof CodedFault) return sendFault(reply, error.code);
    if (error instanceof UnavailableFault) return sendFault(reply, 'SERVICE_UNAVAILABLE');
    const status = error.statusCode ?? 500;
    if (status === 413) return sendFault(reply, 'PAYLOAD_TOO_LARGE');
    if (status === 415) return sendFault(reply, 'UNSUPPORTED_MEDIA_TYPE');
    if (status >= 400 && status < 500) return sendFault(reply, 'BAD_REQUEST');
    logLine('error', 'gateway', 'fault', {
      requestId: request.id,
      url: request.routeOptions.url,
      error: describeError(error),
      stack: error.stack,
    });
    return sendFault(reply, 'INTERNAL');
  });
}
