import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import type { TestServices } from '../support/services.js';
import { witnessEntry } from '../support/witness-entry.js';

/** Signer, witness and worker beside a gateway that a test has already: what it writes becomes searchable. @returns stops them */
export async function startLogProcesses(services: TestServices): Promise<() => Promise<void>> {
  const { stateDir } = services;
  const below = (name: string): string => path.join(stateDir, name);
  for (const folder of ['log', 'signer', 'witness']) mkdirSync(below(folder), { recursive: true, mode: 0o700 });
  const common = { CUAO_STATE_DIR: stateDir, CUAO_LOG_DIR: below('log'), CUAO_SIGNER_SOCKET: below('signer/s.sock') };
  const [witnessPort, workerPort] = [await freePort(), await freePort()];
  const started: TestProcess[] = [await startProcess('signer', { ...common, CUAO_SIGNER_DIR: below('signer') })];
  started.push(
    await startProcess('witness', {
      ...common,
      CUAO_PORT: String(witnessPort),
      CUAO_WITNESS_DIR: below('witness'),
      CUAO_LOG_VKEY_FILE: below('signer/log.vkey'),
    }),
  );
  const witnesses = [witnessEntry('witness', below('witness'), `http://127.0.0.1:${witnessPort}/witness`)];
  writeFileSync(below('log-policy.json'), JSON.stringify({ witnesses, quorum: 1 }));
  started.push(
    await startProcess('worker', {
      ...common,
      CUAO_PORT: String(workerPort),
      CUAO_PRODUCER: 'worker-1',
      CUAO_QUEUE_PREFIX: services.queuePrefix,
      CUAO_POLICY_DIR: path.resolve(import.meta.dirname, '../../policies/bundle'),
      CUAO_LOG_POLICY_FILE: below('log-policy.json'),
      DATABASE_URL: services.databaseUrl,
      REDIS_URL: services.redisUrl,
    }),
  );
  return async () => {
    for (const process of started.reverse()) await process.stop();
  };
}
