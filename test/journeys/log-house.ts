import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EntryWriter, FolderStore, type AuditSettings, type EntryDraft } from '#libs/audit';
import { newId, SystemClock, type Viewer } from '#libs/kernel';
import { openingPrivateKey } from '../../libs/audit/src/entry/opening-keys.js';
import { root } from '../support/own-servers.js';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import { createTestDatabase, type TestServices } from '../support/services.js';
import { witnessEntry } from '../support/witness-entry.js';

export const origin = 'audit.test.example/footage-access/1/2026h2';

/** A log with its four hands: signer, witness and worker as processes, and this test as the gateway that writes entries. */
export interface LogHouse {
  readonly services: TestServices;
  readonly logDir: string;
  readonly witnessUrl: string;
  /** The log's signing process; the field changes when it is started again. */
  signer: TestProcess;
  witness: TestProcess;
  worker: TestProcess;
  readonly environments: Readonly<Record<'signer' | 'witness' | 'worker', Readonly<Record<string, string>>>>;
  /** A writer as the gateway has it; the caller closes it (`onModuleDestroy`). */
  readonly writer: (producer: string, change?: Partial<AuditSettings>) => EntryWriter;
  /** Tree size of the published checkpoint; −1 before the first. */
  readonly publishedSize: () => number;
  readonly close: () => Promise<void>;
}

export interface LogHouseOptions {
  /** Neighbours of the test's own, in place of the shared ones; the house closes them. */
  readonly services?: TestServices;
  /** Where the worker finds its neighbours; a cable that the test can cut. */
  readonly workerDatabaseUrl?: (url: string) => Promise<string>;
  readonly workerRedisUrl?: (url: string) => Promise<string>;
  /** Where the worker puts the log's files (`CUAO_LOG_STORE_…`), in place of `logDir`, which stays empty. */
  readonly bucket?: Readonly<Record<string, string>>;
  /** More settings of the worker. */
  readonly workerSettings?: Readonly<Record<string, string>>;
}

export async function openLogHouse(options: LogHouseOptions = {}): Promise<LogHouse> {
  const services = options.services ?? (await createTestDatabase());
  const { stateDir, queuePrefix } = services;
  const below = (name: string): string => path.join(stateDir, name);
  for (const folder of ['keys', 'log', 'signer', 'witness']) mkdirSync(below(folder), { recursive: true, mode: 0o700 });
  openingPrivateKey(stateDir);
  const common = {
    CUAO_STATE_DIR: stateDir,
    CUAO_LOG_ORIGIN: origin,
    CUAO_SIGNER_SOCKET: below('signer/s.sock'),
  };
  const [witnessPort, workerPort] = [await freePort(), await freePort()];
  const witnessUrl = `http://127.0.0.1:${witnessPort}/witness`;
  const environments = {
    signer: { ...common, CUAO_SIGNER_DIR: below('signer') },
    witness: {
      ...common,
      CUAO_PORT: String(witnessPort),
      CUAO_WITNESS_DIR: below('witness'),
      CUAO_LOG_VKEY_FILE: below('signer/log.vkey'),
    },
    worker: {
      ...common,
      ...(options.bucket ?? { CUAO_LOG_DIR: below('log') }),
      CUAO_PORT: String(workerPort),
      CUAO_PRODUCER: 'worker-1',
      CUAO_QUEUE_PREFIX: queuePrefix,
      CUAO_POLICY_DIR: path.join(root, 'policies/bundle'),
      CUAO_LOG_POLICY_FILE: below('log-policy.json'),
      DATABASE_URL: (await options.workerDatabaseUrl?.(services.databaseUrl)) ?? services.databaseUrl,
      REDIS_URL: (await options.workerRedisUrl?.(services.redisUrl)) ?? services.redisUrl,
      ...options.workerSettings,
    },
  };
  const signer = await startProcess('signer', environments.signer);
  const witness = await startProcess('witness', environments.witness);
  const witnesses = [witnessEntry('witness', below('witness'), witnessUrl)];
  writeFileSync(below('log-policy.json'), JSON.stringify({ witnesses, quorum: 1 }));
  const worker = await startProcess('worker', environments.worker);
  const house: LogHouse = {
    services,
    logDir: below('log'),
    witnessUrl,
    signer,
    witness,
    worker,
    environments,
    writer: (producer, change = {}) =>
      new EntryWriter(
        {
          databaseUrl: services.databaseUrl,
          role: 'cuao_gateway',
          producer,
          origin,
          stateDir,
          doorbell: { redisUrl: services.redisUrl, queuePrefix },
          store: new FolderStore(below('log')),
          readsOpenings: true,
          ...change,
        },
        new SystemClock(),
      ),
    publishedSize: () => checkpointSize(below('log')),
    close: async () => {
      await house.worker.stop();
      await Promise.all([house.signer.stop(), house.witness.stop()]);
      await services.close();
    },
  };
  return house;
}

/** Tree size of the published checkpoint; −1 before the first. */
export function checkpointSize(logDir: string): number {
  try {
    return Number(readFileSync(path.join(logDir, 'checkpoint'), 'utf8').split('\n')[1]);
  } catch {
    return -1;
  }
}

export function someViewer(change: Partial<Viewer> = {}): Viewer {
  return {
    personId: newId('per'),
    sessionId: newId('ses'),
    displayName: 'Nguyễn Thị Mai',
    organisationId: newId('org'),
    organisationCode: 'so-xay-dung',
    organisationKind: 'department',
    organisationName: 'Sở Xây dựng',
    unitId: null,
    areaCodes: [],
    title: 'Chuyên viên',
    role: 'requester',
    functions: [],
    inspectionIds: [],
    mfaLevel: 1,
    trainingValidTo: null,
    sourceAddress: '10.1.2.3',
    version: 1,
    ...change,
  };
}

export function someDraft(change: Partial<EntryDraft> = {}): EntryDraft {
  return {
    type: 'live_view.open',
    viewer: someViewer(),
    outcome: 'allowed',
    purpose: 'GIAO_THONG',
    resource: { kind: 'camera', id: newId('cam') },
    rules: ['PD-04'],
    ...change,
  };
}
