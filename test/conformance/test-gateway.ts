import '../support/node-errors.js';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#libs/config';
import { ownerDataSource } from '#libs/database';
import { seedIdentity } from '#libs/identity';
import { DemoProvider } from '../../apps/cli/src/commands/demo-provider.js';
import { createGateway, type GatewayOverrides } from '../../apps/gateway/src/create-gateway.js';
import type { GatewayConfig } from '../../apps/gateway/src/gateway-config.js';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { createTestDatabase, type TestServices } from '../support/services.js';

/** A gateway in this process, on a port of its own, in front of real neighbours and the real identity provider. */
export interface TestGateway {
  readonly url: string;
  readonly idpUrl: string;
  readonly app: NestFastifyApplication;
  readonly config: GatewayConfig;
  readonly services: TestServices;
  /** A bearer token of a demo person, by the sign-in page. */
  readonly token: (key: string, role?: string) => Promise<string>;
  readonly machineToken: (clientId: string) => Promise<string>;
  /** One GraphQL request as a program sends it. */
  readonly ask: (query: string, options?: AskOptions) => Promise<Answer>;
  /** Stops the identity provider; what it returns starts it again at the same address. */
  readonly stopIdp: () => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}

export interface AskOptions {
  readonly token?: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly path?: unknown[]; readonly extensions: Record<string, unknown> }[];
  };
}

export interface TestGatewayOptions extends GatewayOverrides {
  readonly environment?: Readonly<Record<string, string>>;
  /** Put an address of one's own in the place of the database, such as a cable that can be cut. */
  readonly throughCable?: (url: string) => Promise<string>;
}

const checkout = path.resolve(import.meta.dirname, '../..');
export const portalPage =
  '<!doctype html><script nonce="__CSP_NONCE__" src="/assets/app-1.mjs"></script><style nonce="__CSP_NONCE__"></style>';

export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const services = await createTestDatabase();
  const owner = await ownerDataSource(services.databaseUrl);
  await owner.transaction(seedIdentity);
  await owner.destroy();
  const [port, idpPort, edgePort] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const idpUrl = `http://127.0.0.1:${idpPort}`;
  const common = { CUAO_STATE_DIR: services.stateDir, CUAO_PUBLIC_URL: url, OIDC_ISSUER: idpUrl, OIDC_CLIENT_ID: 'cuao-gateway' };
  const startIdp = (): Promise<TestProcess> => startProcess('idp', { ...common, CUAO_PORT: String(idpPort) });
  let idp = await startIdp();
  const config = loadConfig('gateway', {
    ...common,
    CUAO_PORT: String(port),
    CUAO_EDGE_URL: `http://127.0.0.1:${edgePort}`,
    DATABASE_URL: (await options.throughCable?.(services.databaseUrl)) ?? services.databaseUrl,
    REDIS_URL: services.redisUrl,
    CUAO_QUEUE_PREFIX: services.queuePrefix,
    CUAO_PRODUCER: 'gateway-1',
    CUAO_POLICY_DIR: path.join(checkout, 'policies/bundle'),
    CUAO_LOG_DIR: path.join(services.stateDir, 'log'),
    CUAO_LOG_POLICY_FILE: path.join(services.stateDir, 'log-policy.json'),
    CUAO_PORTAL_DIR: await smallPortal(services.stateDir),
    CUAO_VERIFIER_DIR: path.join(checkout, 'dist/verify'),
    ...options.environment,
  });
  try {
    const app = await createGateway(config, options);
    await app.listen(port, '127.0.0.1');
    return {
      url,
      idpUrl,
      app,
      config,
      services,
      token: (key, role) => new DemoProvider(idpUrl).personToken(key, role),
      machineToken: (clientId) => new DemoProvider(idpUrl).machineToken(services.stateDir, clientId),
      ask: (query, asked) => ask(url, query, asked),
      stopIdp: async () => {
        await idp.stop();
        return async () => {
          idp = await startIdp();
        };
      },
      close: async () => {
        await app.close();
        await idp.stop();
        await services.close();
      },
    };
  } catch (error) {
    await idp.stop();
    await services.close();
    throw error;
  }
}

async function ask(url: string, query: string, { token, variables, headers }: AskOptions = {}): Promise<Answer> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    headers: answer.headers,
    body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
  };
}

/** What the portal's build leaves behind, in small. */
async function smallPortal(stateDir: string): Promise<string> {
  const folder = path.join(stateDir, 'portal');
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), portalPage);
  await writeFile(path.join(folder, 'assets/app-1.mjs'), `export const words = '${'dài '.repeat(600)}';\n`);
  await writeFile(path.join(folder, 'trusted-documents.json'), '{}');
  return folder;
}
