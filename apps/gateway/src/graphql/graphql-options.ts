import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { getOperationAST, parse, type ExecutionResult } from 'graphql';
import type { GraphqlContext } from '#libs/identity';
import { checkBrowserCall } from '../caller/browser-check.js';
import { anonymous, type Callers } from '../caller/caller.js';
import { setSession } from '../caller/cookies.js';
import type { AddressBudget } from '../caller/address-budget.js';
import { CodedFault, faultCodes } from './fault-codes.js';
import { shapedErrors, type PlainError } from './fault-format.js';
import { checkMedia, checkParameters, shapeAnswer } from './http-shape.js';
import { documentLimits, limitRules } from './limits.js';
import type { TrustedDocuments } from './trusted-documents.js';

export interface GraphqlParts {
  readonly callers: Callers;
  readonly documents: TrustedDocuments;
  readonly publicOrigin: string;
  /** For callers without a session: programs that nobody has vouched for. */
  readonly budget: AddressBudget;
  readonly countFault: (fault: PlainError['extensions']) => void;
}

/** Made afresh for every request; an object shared between requests would carry one viewer into another's. */
function contextOf(request: FastifyRequest, reply: FastifyReply): GraphqlContext {
  const { signedIn, sessionEnded, way } = request.caller ?? anonymous;
  return {
    requestId: request.id,
    sourceAddress: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    viewer: signedIn?.viewer ?? null,
    signedIn,
    sessionEnded,
    setSessionSecret: way === 'cookie' ? (secret: string) => setSession(reply, secret) : null,
  };
}

export function graphqlOptions(parts: GraphqlParts): MercuriusDriverConfig {
  return {
    driver: MercuriusDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    subscription: false,
    allowBatchedQueries: false,
    // Guards reach resolved fields only when asked to.
    fieldResolverEnhancers: ['guards'],
    // Compiles in the background a document that comes again; free documents must not make us compile each of them.
    jit: { minCount: 3, eluThreshold: 0.8, maxQueueSize: 100 } as unknown as number,
    // Parsed documents and refused ones, up to twice as many each: 200 MB if somebody only sends the largest.
    cache: 100,
    graphql: { parseOptions: { maxTokens: documentLimits.tokens } },
    validationRules: limitRules(),
    context: contextOf,
    errorFormatter: (execution, context) => {
      const { requestId } = context as unknown as GraphqlContext;
      const response = shapedErrors(execution as ExecutionResult, requestId);
      for (const { extensions } of response.errors) parts.countFault(extensions);
      const first = response.errors[0]?.extensions.code ?? 'INTERNAL';
      return { statusCode: faultCodes[first].status, response: response as unknown as ExecutionResult };
    },
    hooks: { preParsing: refuseUnclearGet },
    additionalRouteOptions: {
      bodyLimit: documentLimits.bodyBytes,
      preParsing: async (request, _reply, payload) => {
        checkMedia(request);
        request.caller = await parts.callers.of(request);
        if (request.caller.signedIn === null && !parts.budget.take(request.ip)) throw new CodedFault('RATE_LIMITED');
        if (request.caller.way === 'cookie') checkBrowserCall(request, parts.publicOrigin);
        return payload;
      },
      preValidation: async (request) => {
        const body = (request.method === 'POST' ? request.body : request.query) as Record<string, unknown> | null | undefined;
        const named = typeof body === 'object' && body !== null && 'documentId' in body;
        if (typeof body === 'object' && body !== null && (request.caller?.way === 'cookie' || named)) parts.documents.resolve(body);
        checkParameters(request);
      },
      preSerialization: async (request, reply, body) => shapeAnswer(request, reply, body as object),
    },
  };
}

/** A GET whose operation cannot be told would make Mercurius fail instead of refuse. */
async function refuseUnclearGet(_schema: unknown, source: string, context: { reply?: FastifyReply }): Promise<void> {
  const request = context.reply?.request;
  if (request === undefined || request.method === 'POST') return;
  const { operationName } = request.query as { operationName?: string };
  let operation: ReturnType<typeof getOperationAST>;
  try {
    operation = getOperationAST(parse(source, { maxTokens: documentLimits.tokens }), operationName ?? null);
  } catch {
    return; // the syntax error is said by whoever parses next
  }
  if (operation === null || operation === undefined) throw new CodedFault('BAD_REQUEST');
}
