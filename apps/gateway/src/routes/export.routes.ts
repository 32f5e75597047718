import type { FastifyInstance } from 'fastify';
import { exportPath, type LogExports } from '#libs/inspection';
import type { Callers } from '../caller/caller.js';
import { CodedFault } from '../graphql/fault-codes.js';
import { maskFaults, sendFault } from './plain-faults.js';

export interface ExportParts {
  readonly callers: Callers;
  readonly exports: LogExports;
}

/**
 * Exports of the log, fetched once by the person and session that made them. The address itself is a secret of 256 bits, and yet opens
 * nothing for anybody else; what is not there, taken already or somebody else's looks the same.
 */
export function exportRoutes({ callers, exports }: ExportParts) {
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    fastify.get<{ Params: { address: string } }>(`${exportPath}:address`, async (request, reply) => {
      const { signedIn } = await callers.of(request);
      if (signedIn === null) throw new CodedFault('UNAUTHENTICATED');
      if (signedIn.viewer === null) throw new CodedFault('FORBIDDEN');
      const { address } = request.params;
      const file = /^[A-Za-z0-9_-]{43}$/.test(address) ? await exports.take(signedIn.viewer, address) : null;
      if (file === null) return sendFault(reply, 'NOT_FOUND');
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .header('referrer-policy', 'no-referrer')
        .header('digest', `sha-256=${Buffer.from(file.sha256, 'hex').toString('base64')}`)
        .type(file.contentType)
        .send(file.bytes);
    });
  };
}
