import pg from 'pg';
import { connectionOptions } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { AuditSettings } from '../audit-settings.js';
import { WitnessPolicyFile } from '../note/witness-policy.js';
import { LogKeeper } from './log-keeper.js';
import { Projector } from './projector.js';
import { Publisher } from './publisher.js';
import { Sequencer } from './sequencer.js';
import { SignerClient } from './signer-client.js';

export interface KeeperSettings extends AuditSettings {
  readonly logDir: string;
  readonly signerSocket: string;
  readonly logPolicyFile: string;
}

export interface RunningKeeper {
  readonly keeper: LogKeeper;
  /** Seconds that the oldest accepted entry has been waiting for an index; 0 when none waits. */
  readonly outboxAgeSeconds: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Puts the sequencer, the publisher and the projector together on a pool of their own. */
export async function startLogKeeper(settings: KeeperSettings, clock: Clock): Promise<RunningKeeper> {
  const { databaseUrl, role, producer, origin, logDir, stateDir } = settings;
  const pool = new pg.Pool(connectionOptions({ databaseUrl, role, poolSize: 5, applicationName: `cuao-log ${producer}` }));
  pool.on('error', () => undefined);
  const sequencer = new Sequencer(pool, origin);
  const policy = new WitnessPolicyFile(settings.logPolicyFile);
  policy.get();
  const signer = new SignerClient(settings.signerSocket, origin);
  const publisher = new Publisher({ pool, origin, logDir, stateDir, signer, policy, clock });
  await sequencer.prepare();
  const keeper = new LogKeeper(sequencer, publisher, new Projector(pool, origin));
  keeper.start();
  return {
    keeper,
    outboxAgeSeconds: async () => {
      const { rows } = await pool.query<{ oldest: Date | null }>('select min(accepted_at) as oldest from audit_outbox');
      const oldest = rows[0]?.oldest;
      return oldest === null || oldest === undefined ? 0 : Math.max(0, (clock.nowMs() - oldest.getTime()) / 1_000);
    },
    close: async () => {
      await keeper.stop();
      await pool.end();
    },
  };
}
