import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { loadConfig } from '#libs/config';
import { DemoProvider } from '../../apps/cli/src/commands/demo-provider.js';
import { createGateway } from '../../apps/gateway/src/create-gateway.js';
import type { AddressBook } from '../story/address-book.js';
import { layCable, type Cable } from '../support/cable.js';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { createTestDatabase, given, type TestServices } from '../support/services.js';
import { witnessEntry } from '../support/witness-entry.js';

/** A whole small city for one test file: signer, witness, worker, edge and sign-in as processes, the gateway in this one. */
export interface RoadCity {
  readonly book: AddressBook;
  readonly services: TestServices;
  /** The gateway's wires to PostgreSQL and Redis, to be cut; the worker hangs on the second one too. */
  readonly toDatabase: Cable;
  readonly toRedis: Cable;
  readonly tokenOf: (person: string, role: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const checkout = path.resolve(import.meta.dirname, '../..');

export async function openRoadCity(): Promise<RoadCity> {
  const services = await createTestDatabase({ content: 'city' });
  const { stateDir, queuePrefix } = services;
  const below = (name: string): string => path.join(stateDir, name);
  for (const folder of ['keys', 'log', 'signer', 'witness', 'portal']) mkdirSync(below(folder), { recursive: true, mode: 0o700 });
  const [toDatabase, toRedis] = [await layCable(services.databaseUrl), await layCable(services.redisUrl)];
  const names = ['gateway', 'edge', 'idp', 'witness', 'worker'] as const;
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await freePort());
  const local = (name: (typeof names)[number]): string => `http://127.0.0.1:${ports[name] ?? ''}`;

  const common = { CUAO_STATE_DIR: stateDir, CUAO_PUBLIC_URL: local('gateway'), CUAO_EDGE_URL: local('edge') };
  const policy = { CUAO_POLICY_DIR: path.join(checkout, 'policies/bundle') };
  const log = { CUAO_LOG_DIR: below('log'), CUAO_LOG_POLICY_FILE: below('log-policy.json'), CUAO_SIGNER_SOCKET: below('signer/s.sock') };
  const doorbell = { REDIS_URL: toRedis.url, CUAO_QUEUE_PREFIX: queuePrefix };
  const oidc = { OIDC_ISSUER: local('idp'), OIDC_CLIENT_ID: 'cuao-gateway' };
  const listens = (name: (typeof names)[number]): Record<string, string> => ({ CUAO_PORT: ports[name] ?? '', CUAO_PRODUCER: `${name}-1` });

  const processes: TestProcess[] = [];
  const start = async (name: string, environment: Readonly<Record<string, string>>): Promise<void> => {
    processes.unshift(await startProcess(name, { ...common, ...environment }));
  };
  let gateway: NestFastifyApplication | null = null;
  const close = async (): Promise<void> => {
    await gateway?.close();
    for (const process of processes) await process.stop();
    await Promise.all([toDatabase.close(), toRedis.close()]);
    await services.close();
  };
  try {
    await start('signer', { ...log, CUAO_SIGNER_DIR: below('signer') });
    await start('witness', { ...listens('witness'), CUAO_WITNESS_DIR: below('witness'), CUAO_LOG_VKEY_FILE: below('signer/log.vkey') });
    const witnesses = [witnessEntry('witness', below('witness'), `${local('witness')}/witness`)];
    writeFileSync(below('log-policy.json'), JSON.stringify({ witnesses, quorum: 1 }));
    await start('idp', { ...listens('idp'), ...oidc });
    await start('worker', { ...listens('worker'), ...policy, ...log, ...doorbell, DATABASE_URL: services.databaseUrl });
    await start('edge', {
      ...listens('edge'),
      ...policy,
      DATABASE_URL: services.databaseUrl,
      CUAO_FFMPEG: given('CUAO_TEST_FFMPEG'),
      CUAO_VIRTUAL_CLIP: below('virtual.mp4'),
    });
    writeFileSync(below('portal/index.html'), '<!doctype html>');
    writeFileSync(below('portal/trusted-documents.json'), '{}');
    const config = loadConfig('gateway', {
      ...common,
      ...listens('gateway'),
      ...policy,
      ...log,
      ...doorbell,
      ...oidc,
      DATABASE_URL: toDatabase.url,
      CUAO_PORTAL_DIR: below('portal'),
    });
    gateway = await createGateway(config);
    await gateway.listen(config.port, '127.0.0.1');
  } catch (error) {
    await close();
    throw error;
  }
  const book = {
    gateway: local('gateway'),
    edge: local('edge'),
    idp: local('idp'),
    witness: local('witness'),
    root: checkout,
    stateFolder: stateDir,
  };
  return { book, services, toDatabase, toRedis, tokenOf: (person, role) => new DemoProvider(book.idp).personToken(person, role), close };
}
