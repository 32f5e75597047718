import path from 'node:path';
import { ownerDataSource } from '#libs/database';
import { seedIdentity } from '#libs/identity';
import { DemoProvider } from '../../apps/cli/src/commands/demo-provider.js';
import { origin } from '../journeys/log-house.js';
import { gatewayEnvironment, idpEnvironment } from '../support/gateway-environment.js';
import { freePort } from '../support/ports.js';
import { startProcess, type TestProcess } from '../support/process.js';
import type { TestServices } from '../support/services.js';
import { startAskers } from './askers.js';
import type { CrashHouse } from './crash-house.js';

/** Two real gateways under load, each to be killed and started again on its port. */
export interface Gateways {
  readonly first: TestProcess;
  readonly second: TestProcess;
  readonly startFirst: () => Promise<TestProcess>;
  readonly startSecond: () => Promise<TestProcess>;
  /** Sends the people home and stops the identity provider; the gateways are ended by whoever kills them. */
  readonly close: () => Promise<void>;
}

export async function openGateways(crash: CrashHouse, services: TestServices): Promise<Gateways> {
  const owner = await ownerDataSource(services.databaseUrl);
  await owner.transaction(seedIdentity);
  await owner.destroy();
  const idpUrl = `http://127.0.0.1:${await freePort()}`;
  const edgeUrl = `http://127.0.0.1:${await freePort()}`;
  const [one, two] = await Promise.all(
    ['gateway-1', 'gateway-2'].map(async (producer): Promise<Readonly<Record<string, string>>> => ({
      ...gatewayEnvironment({ services, port: await freePort(), idpUrl, producer, edgeUrl }),
      CUAO_LOG_ORIGIN: origin,
    })),
  );
  if (one === undefined || two === undefined) throw new Error('there are two gateways');
  const idp = await startProcess('idp', idpEnvironment(one));
  const start = (environment: Readonly<Record<string, string>>) => (): Promise<TestProcess> => startProcess('gateway', environment);
  const [first, second] = [await start(one)(), await start(two)()];
  const askers = [one, two].map((environment) =>
    startAskers({
      url: environment['CUAO_PUBLIC_URL'] ?? '',
      signIn: () => new DemoProvider(idpUrl).personToken('mai', undefined),
      callers: 4,
      pauseMs: 15,
      releasedFile: crash.noteReleasesIn(path.join(services.stateDir, `released-${environment['CUAO_PRODUCER'] ?? ''}`)),
    }),
  );
  return {
    first,
    second,
    startFirst: start(one),
    startSecond: start(two),
    close: async () => {
      await Promise.all(askers.map((each) => each.stop()));
      await idp.stop();
    },
  };
}
