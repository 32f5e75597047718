import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What every answer says, whoever makes it; pages that need more than nothing say so themselves. */
export function addSecurityHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': request.id,
    });
  });
}

/**
 * The portal's page. Blob: is for the player (MSE), data: for icons in style sheets; the edge is the only other origin spoken to,
 * the identity provider the only other place a form may end.
 */
export function pagePolicy(nonce: string, edgeOrigin: string, idpOrigin: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self' data: ${edgeOrigin}`,
    `connect-src 'self' ${edgeOrigin}`,
    `media-src blob: ${edgeOrigin}`,
    `worker-src 'self'`,
    `form-action 'self' ${idpOrigin}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}

/** Whether the answer may be packed (RFC 9110 §12.5.3): somebody may name gzip to refuse it. */
export function takesGzip({ headers }: FastifyRequest): boolean {
  return (headers['accept-encoding'] ?? '').split(',').some((item) => {
    const [name, ...parameters] = item.split(';').map((word) => word.trim().toLowerCase());
    return name === 'gzip' && !parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter));
  });
}
