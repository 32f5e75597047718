import type { CallerState } from './caller/caller.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the first hook of each route that asks who is there. */
    caller: CallerState | null;
  }
}
