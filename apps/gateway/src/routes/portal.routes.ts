import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pagePolicy, takesGzip } from './headers.js';
import { maskFaults, sendFault } from './plain-faults.js';
import { readPortal, type PortalFile } from './portal-files.js';

export interface PortalParts {
  readonly portalDir: string;
  readonly edgeOrigin: string;
  readonly idpOrigin: string;
}

const noncePlace = /__CSP_NONCE__/g;
const missing = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cửa Ô</title>
<p>Cổng giao diện chưa được dựng (<code>npm run build</code>). <span lang="en">The portal has not been built.</span></p>`;

/** The portal's files, and its one page for every path of its own. */
export function portalRoutes(parts: PortalParts) {
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    const { page, files } = await readPortal(parts.portalDir);

    fastify.get('/*', { exposeHeadRoute: true }, async (request, reply) => {
      const [pathname = '/'] = request.url.split('?');
      const file = files.get(pathname);
      if (file !== undefined) return sendFile(request, reply, file);
      // A name with an ending asks for a file, not for a page.
      if (/\.[A-Za-z0-9]+$/.test(pathname)) return sendFault(reply, 'NOT_FOUND');
      return sendPage(reply, page ?? missing, parts);
    });
  };
}

/** A fresh nonce for each answer, so the page itself is never kept. */
function sendPage(reply: FastifyReply, page: string, parts: PortalParts): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', pagePolicy(nonce, parts.edgeOrigin, parts.idpOrigin))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replace(noncePlace, nonce));
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: PortalFile): FastifyReply {
  reply.header('etag', file.etag).header('vary', 'Accept-Encoding');
  reply.header('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache').type(file.type);
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  if (file.gzipped !== null && takesGzip(request)) return reply.header('content-encoding', 'gzip').send(file.gzipped);
  return reply.send(file.bytes);
}
