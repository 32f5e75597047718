import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { maskFaults, sendFault } from './plain-faults.js';

/**
 * The offline verifier to take away, for anybody: one file for Node, and one page that checks a dropped file in the browser and
 * never asks the network for anything. Read once at start; whoever trusts nobody compares their SHA-256 with somebody else's copy.
 * @param folder the built files; null where this gateway has none (then the paths are absent)
 */
export function verifierRoutes(folder: string | null) {
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    const read = async (name: string): Promise<Buffer | null> =>
      folder === null ? null : readFile(path.join(folder, name)).catch(() => null);
    const [program, page] = [await read('verify.mjs'), await read('index.html')];
    const policy = page === null ? null : policyOf(page.toString('utf8'));

    fastify.get('/verify/verify.mjs', { exposeHeadRoute: true }, async (_request, reply) =>
      program === null
        ? sendFault(reply, 'NOT_FOUND')
        : open(reply, program)
            .header('content-disposition', 'attachment; filename="verify.mjs"')
            .type('text/javascript; charset=utf-8')
            .send(program),
    );
    fastify.get('/verify', async (_request, reply) => reply.redirect('/verify/', 308));
    fastify.get('/verify/', { exposeHeadRoute: true }, async (_request, reply) =>
      page === null || policy === null
        ? sendFault(reply, 'NOT_FOUND')
        : open(reply, page).header('content-security-policy', policy).type('text/html; charset=utf-8').send(page),
    );
  };
}

function open(reply: FastifyReply, bytes: Buffer): FastifyReply {
  return reply
    .header('cache-control', 'no-cache')
    .header('etag', `"${createHash('sha256').update(bytes).digest('hex')}"`)
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin');
}

/** The page carries its own policy, for where it is opened as a file; here it is said by the server too. A page without one is not served. */
function policyOf(page: string): string | null {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"\s*\/?>/.exec(page)?.[1];
  return policy === undefined ? null : `${policy}; frame-ancestors 'none'`;
}
