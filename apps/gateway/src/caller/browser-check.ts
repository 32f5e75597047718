import type { FastifyRequest } from 'fastify';
import { CodedFault } from '../graphql/fault-codes.js';

/**
 * Does a request that carries the session cookie come from a page of ours? Browsers say so in `Sec-Fetch-Site` and `Origin`,
 * and no page of somebody else can change either. One of them must be there.
 */
export function isFromOurPages(request: FastifyRequest, publicOrigin: string): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined && site === undefined) return false;
  return (origin === undefined || origin === publicOrigin) && (site === undefined || site === 'same-origin');
}

/** For /graphql: besides, a header of our own, which forces other sites into a preflight that nobody answers. @throws CodedFault */
export function checkBrowserCall(request: FastifyRequest, publicOrigin: string): void {
  if (request.headers['x-cuao-csrf'] !== '1' || !isFromOurPages(request, publicOrigin)) throw new CodedFault('CSRF_REFUSED');
}
