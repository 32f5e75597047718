import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule, Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import './fastify-request.js';
import { EntryWriter, LogFiles } from '#libs/audit';
import { Database } from '#libs/database';
import { Sessions, SignIn, Viewers } from '#libs/identity';
import { LogExports } from '#libs/inspection';
import { Clock, SystemClock } from '#libs/kernel';
import { ListAlarms } from '#libs/registry';
import { EmergencyStore, PolicyStore, ReleaseProposals } from '#libs/regulation';
import { AddressBudget } from './caller/address-budget.js';
import { Callers } from './caller/caller.js';
import type { GatewayConfig } from './gateway-config.js';
import { GatewayModule, type SharedParts } from './gateway.module.js';
import { documentLimits } from './graphql/limits.js';
import { TrustedDocuments } from './graphql/trusted-documents.js';
import { SystemState } from './city/system-state.service.js';
import { Metrics } from './metrics.js';
import { nestLog } from './nest-log.js';
import { authRoutes } from './routes/auth.routes.js';
import { exportRoutes } from './routes/export.routes.js';
import { addSecurityHeaders } from './routes/headers.js';
import { healthRoutes, type ReadyCheck } from './routes/health.routes.js';
import { logRoutes } from './routes/log.routes.js';
import { policyRoutes } from './routes/policy.routes.js';
import { portalRoutes } from './routes/portal.routes.js';
import { verifierRoutes } from './routes/verifier.routes.js';
import { proveGuarded } from './start-proof.js';

export interface GatewayOverrides {
  readonly clock?: Clock;
  /** Resolvers of a test, added to ours. */
  readonly modules?: readonly (Type<unknown> | DynamicModule)[];
  /** Documents that a session cookie may ask, instead of the built portal's. */
  readonly documents?: TrustedDocuments;
}

/**
 * The whole gateway, proven and ready to listen; `main.ts` and the tests call this same function.
 * @throws Misuse when something would be answered without a permission, or a neighbour's files are not usable
 */
export async function createGateway(config: GatewayConfig, overrides: GatewayOverrides = {}): Promise<NestFastifyApplication> {
  const metrics = new Metrics();
  const shared: SharedParts = {
    documents: overrides.documents ?? (await TrustedDocuments.load(config.portalDir)),
    publicOrigin: new URL(config.publicUrl).origin,
    budget: new AddressBudget({ burst: 1_000, perSecond: 200 }),
    countFault: ({ code, cannot }) => {
      metrics.count('cuao_graphql_faults_total', 'Errors in GraphQL answers by code.', { code });
      if (cannot === 'RECORD') metrics.count('cuao_audit_append_failures_total', 'Requests refused because nothing could be recorded.');
    },
  };
  const adapter = new FastifyAdapter({
    bodyLimit: documentLimits.bodyBytes,
    genReqId: () => randomUUID(),
    // What a client says of itself (request id, forwarded address) is not believed.
    requestIdHeader: false,
    trustProxy: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
  });
  const module = GatewayModule.with(config, overrides.clock ?? new SystemClock(), shared, overrides.modules ?? []);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLog,
    bodyParser: false,
    abortOnError: false,
  });
  try {
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    fastify.removeContentTypeParser('text/plain');
    fastify.decorateRequest('caller', null);
    await fastify.register(cookie);
    addSecurityHeaders(fastify);
    countRequests(fastify, metrics);
    await registerRoutes(app, fastify, config, shared, metrics);
    await app.init();
    proveGuarded(app);
    measure(app, metrics);
    await fastify.ready();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function registerRoutes(
  app: NestFastifyApplication,
  fastify: FastifyInstance,
  config: GatewayConfig,
  shared: SharedParts,
  metrics: Metrics,
): Promise<void> {
  const entries = app.get(EntryWriter);
  const callers = new Callers(app.get(Viewers));
  await fastify.register(healthRoutes(readyChecks(app), metrics, () => notesOf(app)));
  await fastify.register(
    authRoutes({
      signIn: app.get(SignIn),
      sessions: app.get(Sessions),
      callers,
      publicOrigin: shared.publicOrigin,
      budget: new AddressBudget({ burst: 100, perSecond: 5 }),
    }),
  );
  await fastify.register(logRoutes({ files: app.get(LogFiles), callers, entries, clock: app.get(Clock) }));
  await fastify.register(policyRoutes({ callers, proposals: app.get(ReleaseProposals) }));
  await fastify.register(exportRoutes({ callers, exports: app.get(LogExports) }));
  await fastify.register(verifierRoutes(config.verifierDir ?? null));
  const origins = { edgeOrigin: new URL(config.edgeUrl).origin, idpOrigin: new URL(config.oidcIssuer).origin };
  await fastify.register(portalRoutes({ portalDir: config.portalDir, ...origins }));
  fastify.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: async (_request, reply) => reply.code(405).header('allow', 'GET, POST').send(),
  });
}

function notesOf(app: NestFastifyApplication): Record<string, string> {
  return {
    ...(app.get(PolicyStore).trouble === null ? {} : { policyRelease: 'behind' }),
    ...(app.get(EmergencyStore).isClosed ? { emergencyList: 'damaged' } : {}),
  };
}

function readyChecks(app: NestFastifyApplication): Readonly<Record<string, ReadyCheck>> {
  const [database, policies, entries] = [app.get(Database), app.get(PolicyStore), app.get(EntryWriter)];
  return {
    database: async () => {
      await database.query('select 1');
    },
    policy: async () => {
      policies.current();
    },
    log: async () => {
      const { frozenBecause } = entries.state;
      if (frozenBecause !== null) throw new Error(frozenBecause);
    },
  };
}

/** What is measured when somebody looks; names of `portal.md` 6.3. */
function measure(app: NestFastifyApplication, metrics: Metrics): void {
  const [policies, entries, state] = [app.get(PolicyStore), app.get(EntryWriter), app.get(SystemState, { strict: false })];
  const emergency = app.get(EmergencyStore);
  metrics.collect(async () => {
    const { bundle, revision } = policies.loaded();
    metrics.info('cuao_policy_revision_info', 'The bundle that decides here.', {
      revision: revision.revision,
      sequence: String(revision.sequence),
      sha256: bundle.sha256,
    });
    const { engine } = policies.loaded();
    metrics.set('cuao_policy_memory_bytes', "The policy module's own memory.", engine.memoryBytes);
    metrics.set(
      'cuao_policy_instances_replaced',
      'Instances of the module that failed or grew too large; since the bundle was loaded.',
      engine.replaced,
    );
    metrics.set('cuao_policy_behind', '1 while this process cannot follow the release in force.', policies.trouble === null ? 0 : 1);
    metrics.set(
      'cuao_emergency_closed',
      '1 while the emergency list cannot be trusted and nothing is decided here.',
      emergency.isClosed ? 1 : 0,
    );
    metrics.set(
      'cuao_list_mismatches',
      'Rows that a class let through and their own facts did not; each is an alarm.',
      app.get(ListAlarms).count,
    );
    metrics.set('cuao_audit_frozen', '1 while the log takes no entry from this process.', entries.state.frozenBecause === null ? 0 : 1);
    const age = await state.chainHeadAge();
    if (age !== null) metrics.set('cuao_chain_head_age_seconds', 'Age of the newest published checkpoint.', age);
  });
}

function countRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.count('cuao_http_requests_total', 'Answered requests by route and status.', { route, status: String(reply.statusCode) });
  });
}
