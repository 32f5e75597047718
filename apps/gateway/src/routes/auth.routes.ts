import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Sessions, SignIn, SignInOutcome } from '#libs/identity';
import { UnavailableFault } from '#libs/kernel';
import type { AddressBudget } from '../caller/address-budget.js';
import { isFromOurPages } from '../caller/browser-check.js';
import type { Callers } from '../caller/caller.js';
import { clearSession, clearSignIn, sessionCookie, setSession, setSignIn, signInCookie } from '../caller/cookies.js';
import { CodedFault } from '../graphql/fault-codes.js';
import { maskFaults } from './plain-faults.js';

export interface AuthParts {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly callers: Callers;
  readonly publicOrigin: string;
  readonly budget: AddressBudget;
}

/** The page that shows why a sign-in did not end in a session; the portal words it. */
const failedAt: Readonly<Record<Exclude<SignInOutcome['kind'], 'signed_in'>, string>> = {
  not_expected: '/dang-nhap?loi=khong-con-hieu-luc',
  not_authenticated: '/dang-nhap?loi=khong-xac-thuc',
  not_in_record: '/dang-nhap?loi=khong-co-trong-he-thong',
};

/** A browser on its way to sign in is shown a page, not a fault in JSON. */
const unreachableAt = '/dang-nhap?loi=chua-ket-noi-duoc';

function unlessUnreachable(error: unknown): null {
  if (error instanceof UnavailableFault) return null;
  throw error;
}

const arrivalOf = (request: FastifyRequest) => ({ sourceAddress: request.ip, userAgent: request.headers['user-agent'] ?? '' });

export function authRoutes(parts: AuthParts) {
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    // A form without fields signs out too, where scripts do not run.
    fastify.addContentTypeParser('application/x-www-form-urlencoded', { bodyLimit: 1_024, parseAs: 'string' }, (_request, _body, done) =>
      done(null, {}),
    );

    fastify.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      if (!parts.budget.take(request.ip)) throw new CodedFault('RATE_LIMITED');
    });

    fastify.get('/auth/login', async (request, reply) => {
      const { returnTo } = request.query as { returnTo?: unknown };
      const begun = await parts.signIn
        .begin(typeof returnTo === 'string' ? returnTo : '/', browserSecretOf(request))
        .catch(unlessUnreachable);
      if (begun === null) return reply.redirect(unreachableAt, 303);
      setSignIn(reply, begun.browserSecret);
      return reply.redirect(begun.url.href, 303);
    });

    fastify.get('/auth/callback', async (request, reply) => {
      const query = request.url.slice(request.url.indexOf('?') + 1);
      const outcome = await parts.signIn.complete(query, browserSecretOf(request), arrivalOf(request)).catch(unlessUnreachable);
      if (outcome === null) return reply.redirect(unreachableAt, 303);
      if (outcome.kind !== 'signed_in') return reply.redirect(failedAt[outcome.kind], 303);
      // Whoever was signed in here before is signed out: one browser, one session.
      const before = request.cookies[sessionCookie] === undefined ? null : (await parts.callers.of(request)).signedIn;
      if (before !== null) await parts.sessions.end(before);
      clearSignIn(reply);
      setSession(reply, outcome.secret);
      return reply.redirect(outcome.returnTo, 303);
    });

    fastify.post('/auth/logout', async (request, reply) => {
      if (!isFromOurPages(request, parts.publicOrigin)) throw new CodedFault('CSRF_REFUSED');
      const { signedIn, way } = await parts.callers.of(request);
      if (signedIn !== null && way === 'cookie') await parts.sessions.end(signedIn);
      clearSession(reply);
      return reply.code(204).send();
    });
  };
}

function browserSecretOf(request: FastifyRequest): string | null {
  const secret = request.cookies[signInCookie];
  return secret !== undefined && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
}
