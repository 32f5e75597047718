import type { FastifyInstance } from 'fastify';
import { describeError, logLine } from '#libs/kernel';
import type { Metrics } from '../metrics.js';
import { maskFaults } from './plain-faults.js';

/** Resolves when the neighbour can be relied on now; throws with the reason otherwise. */
export type ReadyCheck = () => Promise<void>;

const patienceMs = 1_500;
/** Many load balancers ask by HEAD. */
const probe = { exposeHeadRoute: true };

/**
 * live: the process turns. ready: it can decide and record. Neither says why to strangers; the log does.
 * @param notes what does not stop this process from answering, but somebody should look at
 */
export function healthRoutes(
  checks: Readonly<Record<string, ReadyCheck>>,
  metrics: Metrics,
  notes: () => Readonly<Record<string, string>>,
) {
  return async (fastify: FastifyInstance): Promise<void> => {
    maskFaults(fastify);
    fastify.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    fastify.get('/health/live', probe, async () => ({ status: 'live' }));

    fastify.get('/health/ready', probe, async (_request, reply) => {
      const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await passes(name, check)] as const));
      const ready = results.every(([, ok]) => ok);
      const body = {
        status: ready ? 'ready' : 'not_ready',
        ...notes(),
        checks: Object.fromEntries(results.map(([name, ok]) => [name, ok ? 'ok' : 'failing'])),
      };
      return reply.code(ready ? 200 : 503).send(body);
    });

    fastify.get('/metrics', probe, async (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text()),
    );
  };
}

async function passes(name: string, check: ReadyCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs);
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch (error) {
    logLine('warn', 'gateway', 'not ready', { check: name, error: describeError(error) });
    return false;
  } finally {
    clearTimeout(timer);
  }
}
