import { HttpException } from '@nestjs/common';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { AccessRefused, InvalidCursor } from '#libs/identity';
import { describeError, logLine, UnavailableFault } from '#libs/kernel';
import { CodedFault, faultCodes, isFaultCode, type FaultCode } from './fault-codes.js';
import { InvalidForm } from './invalid-form.js';

export interface PlainError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: FaultCode };
}

export interface ShapedResponse {
  readonly data?: unknown;
  readonly errors: readonly PlainError[];
}

/** Which of the three could not be done; nothing happens when one of them cannot (`security.md` 8). */
const cannot: Readonly<Record<string, string>> = {
  database: 'RECORD',
  log: 'RECORD',
  signer: 'RECORD',
  policy: 'DECIDE',
  regulation: 'DECIDE',
  edge: 'REVOKE',
  revocation: 'REVOKE',
  identity_provider: 'SIGN_IN',
};

/**
 * What leaves the house of an error: a code of the closed list, fixed words in two languages, the trace id. Text from below
 * stays in the log. Only errors about the document itself keep GraphQL's own sentence (without its suggestions).
 */
export function shapedErrors(execution: ExecutionResult, traceId: string): ShapedResponse {
  const beforeExecution = execution.data === undefined;
  const errors = (execution.errors ?? []).flatMap(unwrapped).map((error) => plainError(error, beforeExecution, traceId));
  return beforeExecution ? { errors } : { data: execution.data, errors };
}

/** Mercurius carries the errors of a document inside one of its own. */
function unwrapped(error: GraphQLError): GraphQLError[] {
  const inner: unknown = error.originalError !== undefined && 'errors' in error.originalError ? error.originalError.errors : undefined;
  if (!Array.isArray(inner)) return [error];
  return inner.map((one: unknown) =>
    one instanceof GraphQLError ? one : new GraphQLError('', { originalError: error.originalError ?? null }),
  );
}

function plainError(error: GraphQLError, beforeExecution: boolean, traceId: string): PlainError {
  const { code, details, message } = classified(error, beforeExecution);
  const { textVi, textEn } = faultCodes[code];
  if (code === 'INTERNAL' || code === 'SERVICE_UNAVAILABLE') record(error, code, traceId);
  return {
    message: message ?? textEn,
    ...(error.locations === undefined || !beforeExecution ? {} : { locations: error.locations }),
    ...(error.path === undefined ? {} : { path: error.path }),
    // Refused credentials get the very same body, whatever was wrong with them; the id of the request is in its header.
    extensions: { code, textVi, textEn, ...(code === 'UNAUTHENTICATED' ? {} : { traceId }), ...details },
  };
}

interface Classified {
  readonly code: FaultCode;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

function classified(error: GraphQLError, beforeExecution: boolean): Classified {
  const origin = rootOf(error);
  if (origin instanceof CodedFault) return { code: origin.code, details: origin.details };
  if (origin instanceof AccessRefused) return { code: origin.code };
  if (origin instanceof InvalidCursor) return { code: 'INVALID_CURSOR' };
  if (origin instanceof InvalidForm) return { code: 'BAD_USER_INPUT', details: { fields: origin.fields } };
  if (origin instanceof UnavailableFault) return { code: 'SERVICE_UNAVAILABLE', details: { cannot: cannot[origin.neighbour] ?? 'DECIDE' } };
  if (origin instanceof HttpException)
    return { code: origin.getStatus() === 403 ? 'FORBIDDEN' : origin.getStatus() === 400 ? 'BAD_USER_INPUT' : 'INTERNAL' };
  // Compiled documents make errors of their own class, which leave out what is empty.
  const { code, limit } = (error.extensions as GraphQLError['extensions'] | undefined) ?? {};
  if (isFaultCode(code)) return { code, ...(limit === undefined ? {} : { details: { limit } }) };
  const status = origin !== null && 'statusCode' in origin ? origin.statusCode : undefined;
  if (status === 405) return { code: 'METHOD_NOT_ALLOWED' };
  if (status === 413) return { code: 'PAYLOAD_TOO_LARGE' };
  if (status === 415) return { code: 'UNSUPPORTED_MEDIA_TYPE' };
  if (beforeExecution && origin === null) return ofDocument(error);
  if (typeof status === 'number' && status >= 400 && status < 500) return { code: 'BAD_REQUEST' };
  return { code: 'INTERNAL' };
}

function ofDocument(error: GraphQLError): Classified {
  if (/tokens\. Parsing aborted/.test(error.message)) return { code: 'LIMIT_EXCEEDED', details: { limit: 'tokens' } };
  const message = error.message.replace(/ Did you mean .*\?$/s, '');
  return { code: message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED', message };
}

/** The first error that is not GraphQL's own; null for an error about the document. */
function rootOf(error: GraphQLError): Error | null {
  let origin: Error | undefined = error.originalError ?? undefined;
  while (origin instanceof GraphQLError) origin = origin.originalError ?? undefined;
  return origin ?? null;
}

function record(error: GraphQLError, code: FaultCode, traceId: string): void {
  const origin = rootOf(error) ?? error;
  logLine(code === 'INTERNAL' ? 'error' : 'warn', 'gateway', 'fault', {
    requestId: traceId,
    code,
    path: error.path?.join('.'),
    error: describeError(origin),
    ...(code === 'INTERNAL' ? { stack: origin.stack } : {}),
  });
}
