import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { needsBearer, type EntryWriter, type LogFiles } from '#libs/audit';
import type { Clock } from '#libs/kernel';
import type { Callers, CallerState } from '../caller/caller.js';
import { CodedFault } from '../graphql/fault-codes.js';
import { takesGzip } from './headers.js';
import { maskFaults } from './plain-faults.js';

export interface LogParts {
  readonly files: LogFiles;
  readonly callers: Callers;
  readonly entries: EntryWriter;
  readonly clock: Clock;
}

const entryRight = 'log.entries';
const inspectorRoles: ReadonlySet<string> = new Set(['inspector', 'inspection_head']);
const compress = promisify(gzip);

/** The log as files: checkpoint, tiles and keys for anyone, entry bundles for inspectors and mirrors (C2SP tlog-tiles below `/log`). */
export function logRoutes(parts: LogParts) {
  const mirrored = new Map<string, string>();
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    fastify.get('/log/*', { exposeHeadRoute: true }, async (request, reply) => {
      const [path = ''] = request.url.split('?');
      // Asked before the file is looked for, so that a stranger does not learn whether it is there.
      if (needsBearer(path)) await admit(await parts.callers.of(request), path);
      const file = await parts.files.open(path);
      // Hashes do not compress; entries do, to a quarter. The file on the disk stays plain, for those who read the folder.
      const packs = file.status === 200 && file.needsBearer;
      if (packs) reply.header('vary', 'Accept-Encoding');
      const isPacked = packs && takesGzip(request);
      if (isPacked) reply.header('content-encoding', 'gzip');
      return reply
        .code(file.status)
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', file.cacheControl)
        .type(file.contentType)
        .send(isPacked ? await compress(file.body) : file.body);
    });
  };

  /** Reading entries is itself an entry, committed before the first byte; a mirror, which reads all day, is noted once an hour. */
  async function admit({ way, signedIn, machine }: CallerState, path: string): Promise<void> {
    if (machine !== null) {
      if (!machine.rights.includes(entryRight)) throw new CodedFault('FORBIDDEN');
      const hour = parts.clock.now().toISOString().slice(0, 13);
      if (mirrored.get(machine.clientId) === hour) return;
      await parts.entries.append({
        type: 'log.mirrored',
        viewer: null,
        actorProcess: machine.clientId,
        outcome: 'done',
        details: { right: entryRight },
      });
      mirrored.set(machine.clientId, hour);
      return;
    }
    // Bundles are for programs: a page that a browser happens to have open must not fetch them.
    if (signedIn === null || way !== 'bearer') throw new CodedFault('UNAUTHENTICATED');
    const viewer = signedIn.viewer;
    if (viewer === null || !inspectorRoles.has(viewer.role)) throw new CodedFault('FORBIDDEN');
    await parts.entries.append({
      type: 'log.read',
      viewer,
      outcome: 'done',
      resource: { kind: 'log_bundle', id: path.slice('/log/'.length).replaceAll('/', '.') },
    });
  }
}
