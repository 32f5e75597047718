import '../support/node-errors.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#libs/config';
import { ownerDataSource } from '#libs/database';
import { seedIdentity } from '#libs/identity';
import { DemoProvider } from '../../apps/cli/src/commands/demo-provider.js';
import { createGateway, type GatewayOverrides } from '../../apps/gateway/src/create-gateway.js';
import type { GatewayConfig } from '../../apps/gateway/src/gateway-config.js';
import { gatewayEnvironment, idpEnvironment } from '../support/gateway-environment.js';
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
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Put an address of one's own in the place of the database, such as a cable that can be cut. */
  readonly throughCable?: (url: string) => Promise<string>;
}

export async function startTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const services = await createTestDatabase();
  const owner = await ownerDataSource(services.databaseUrl);
  await owner.transaction(seedIdentity);
  await owner.destroy();
  const [port, idpPort, edgePort] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const idpUrl = `http://127.0.0.1:${idpPort}`;
  const environment = gatewayEnvironment({ services, port, idpUrl, producer: 'gateway-1', edgeUrl: `http://127.0.0.1:${edgePort}` });
  const startIdp = (): Promise<TestProcess> => startProcess('idp', idpEnvironment(environment));
  let idp = await startIdp();
  const config = loadConfig('gateway', {
    ...environment,
    DATABASE_URL: (await options.throughCable?.(services.databaseUrl)) ?? services.databaseUrl,
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
