import type { Type } from '@nestjs/common';
import { loadConfig } from '#libs/config';
import { ownerDataSource, type Tx } from '#libs/database';
import { DemoProvider } from '../../apps/cli/src/commands/demo-provider.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { gatewayEnvironment, idpEnvironment } from '../support/gateway-environment.js';
import { freePort } from '../support/ports.js';
import { startProcess } from '../support/process.js';
import { startNeighbours, type BenchNeighbours } from './audit-neighbours.js';

/** A whole gateway under load, over HTTP, with neighbours of its own (fsync on). */
export interface BenchGateway {
  readonly neighbours: BenchNeighbours;
  readonly port: number;
  /** A bearer token of Mai's, the requester of the demo city. */
  readonly token: string;
}

/**
 * Starts one, lets it be measured, and ends everything.
 * @param seed fills the database before the gateway looks at it
 * @param modules what exists in the bench only @throws where no Redis is found, which the gateway needs
 */
export async function withGateway<T>(
  { seed, modules }: { readonly seed: (tx: Tx) => Promise<void>; readonly modules: readonly Type[] },
  measure: (gateway: BenchGateway) => Promise<T>,
): Promise<T> {
  const neighbours = await startNeighbours();
  try {
    if (neighbours.redisUrl === null) throw new Error('the gateway needs Redis, and none was found');
    const source = await ownerDataSource(neighbours.databaseUrl);
    await source.transaction(seed);
    await source.destroy();
    return await measuredAt(neighbours, neighbours.redisUrl, modules, measure);
  } finally {
    await neighbours.close();
  }
}

async function measuredAt<T>(
  neighbours: BenchNeighbours,
  redisUrl: string,
  modules: readonly Type[],
  measure: (gateway: BenchGateway) => Promise<T>,
): Promise<T> {
  const { databaseUrl, stateDir } = neighbours;
  const [port, idpPort, edgePort] = await Promise.all([freePort(), freePort(), freePort()]);
  const idpUrl = `http://127.0.0.1:${idpPort}`;
  const services = { databaseUrl, redisUrl, stateDir, queuePrefix: 'bench' };
  const environment = gatewayEnvironment({ services, port, idpUrl, producer: 'gateway-bench', edgeUrl: `http://127.0.0.1:${edgePort}` });
  // In a process of its own, as in the city: it would slow down every promise of the gateway (async hooks).
  const idp = await startProcess('idp', idpEnvironment(environment));
  const config = loadConfig('gateway', environment);
  const app = await createGateway(config, { modules: [...modules] });
  try {
    await app.listen(port, '127.0.0.1');
    return await measure({ neighbours, port, token: await new DemoProvider(idpUrl).personToken('mai', undefined) });
  } finally {
    await app.close();
    await idp.stop();
  }
}
