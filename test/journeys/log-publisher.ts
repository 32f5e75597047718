import type pg from 'pg';
import type { TileStore } from '#libs/audit';
import { SystemClock } from '#libs/kernel';
import { WitnessPolicyFile } from '../../libs/audit/src/note/witness-policy.js';
import { Publisher } from '../../libs/audit/src/sequence/publisher.js';
import { SignerClient } from '../../libs/audit/src/sequence/signer-client.js';
import { origin, type LogHouse } from './log-house.js';

/** A publisher in this process, in the worker's place, with the house's own signer and witnesses. */
export function publisherOf(house: LogHouse, pool: pg.Pool, store: TileStore): Publisher {
  return new Publisher({
    ...{ pool, origin, store, stateDir: house.services.stateDir, clock: new SystemClock() },
    signer: new SignerClient(house.environments.worker['CUAO_SIGNER_SOCKET'] ?? '', origin),
    policy: new WitnessPolicyFile(house.environments.worker['CUAO_LOG_POLICY_FILE'] ?? ''),
  });
}
