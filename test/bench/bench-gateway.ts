import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import { loadConfig } from '#libs/config';
import { ownerDataSource, type Tx } from '#libs/database';
import { DemoProvider } from '../../apps/cli/src/commands/demo-provider.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import { freePort } from '../support/ports.js';
import { startProcess } from '../support/process.js';
import { root, startNeighbours, type BenchNeighbours } from './audit-neighbours.js';

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
  const [url, idpUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${idpPort}`];
  const common = { CUAO_STATE_DIR: stateDir, CUAO_PUBLIC_URL: url, OIDC_ISSUER: idpUrl, OIDC_CLIENT_ID: 'cuao-gateway' };
  const portal = path.join(stateDir, 'portal');
  mkdirSync(portal, { recursive: true });
  writeFileSync(path.join(portal, 'index.html'), '<!doctype html>');
  writeFileSync(path.join(portal, 'trusted-documents.json'), '{}');
  // In a process of its own, as in the city: it would slow down every promise of the gateway (async hooks).
  const idp = await startProcess('idp', { ...common, CUAO_PORT: String(idpPort) });
  const config = loadConfig('gateway', {
    ...common,
    CUAO_PORT: String(port),
    CUAO_EDGE_URL: `http://127.0.0.1:${edgePort}`,
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    CUAO_QUEUE_PREFIX: 'bench',
    CUAO_PRODUCER: 'gateway-bench',
    CUAO_POLICY_DIR: path.join(root, 'policies/bundle'),
    CUAO_LOG_DIR: path.join(stateDir, 'log'),
    CUAO_LOG_POLICY_FILE: path.join(stateDir, 'log-policy.json'),
    CUAO_PORTAL_DIR: portal,
  });
  const app = await createGateway(config, { modules: [...modules] });
  try {
    await app.listen(port, '127.0.0.1');
    return await measure({ neighbours, port, token: await new DemoProvider(idpUrl).personToken('mai', undefined) });
  } finally {
    await app.close();
    await idp.stop();
  }
}
