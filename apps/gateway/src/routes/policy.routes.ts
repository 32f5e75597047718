import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Viewer } from '#libs/kernel';
import { mostFileBytes, sha256Hex, type ReleaseProposals } from '#libs/regulation';
import type { Callers } from '../caller/caller.js';
import { CodedFault } from '../graphql/fault-codes.js';
import { maskFaults } from './plain-faults.js';

export interface PolicyParts {
  readonly callers: Callers;
  readonly proposals: ReleaseProposals;
}

/**
 * Files of policy bundles by their content, for programs: too large for a GraphQL document. Sending one changes nothing but that
 * a proposal may name it; who may, and that it was done, is the gate's matter like any act.
 */
export function policyRoutes({ callers, proposals }: PolicyParts) {
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    fastify.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: mostFileBytes }, (_request, body, done) => {
      done(null, body);
    });

    fastify.put<{ Params: { sha256: string } }>('/policy/files/:sha256', { bodyLimit: mostFileBytes }, async (request, reply) => {
      const viewer = await admit(request);
      const { body } = request;
      if (!Buffer.isBuffer(body) || body.byteLength === 0 || sha256Hex(body) !== request.params.sha256) throw new CodedFault('BAD_REQUEST');
      const outcome = await proposals.keepFile(viewer, body);
      if (outcome.kind === 'refused') throw new CodedFault('FORBIDDEN');
      return reply.code(204).send();
    });

    fastify.get<{ Params: { sha256: string } }>('/policy/files/:sha256', async (request, reply) => {
      const viewer = await admit(request);
      const { sha256 } = request.params;
      const bytes = /^[0-9a-f]{64}$/.test(sha256) ? await proposals.readFile(viewer, sha256) : null;
      if (bytes === null) return reply.code(404).send();
      return reply.header('cache-control', 'private, max-age=31536000, immutable').type('application/octet-stream').send(bytes);
    });
  };

  /** By bearer token only: a page that a browser happens to have open must not send rules. */
  async function admit(request: FastifyRequest): Promise<Viewer> {
    const { signedIn, way } = await callers.of(request);
    if (way !== 'bearer' || signedIn === null) throw new CodedFault('UNAUTHENTICATED');
    if (signedIn.viewer === null) throw new CodedFault('FORBIDDEN');
    return signedIn.viewer;
  }
}
