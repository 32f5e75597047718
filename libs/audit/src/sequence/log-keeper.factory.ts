import pg from 'pg';
import { connectionOptions } from '#libs/database';
import type { Clock } from '#libs/kernel';
import type { AuditSettings } from '../audit-settings.js';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { WitnessPolicyFile } from '../note/witness-policy.js';
import { ConfigWatch } from './config-watch.js';
import { IntentWatch } from './intent-watch.js';
import { LogKeeper } from './log-keeper.js';
import { ManifestWriter } from './manifest-writer.js';
import { Projector } from './projector.js';
import { Publisher } from './publisher.js';
import { SearchWatch } from './search-watch.js';
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
  /** What the log does by the clock: looks at its configuration, counts, and asks after intents. */
  readonly chores: (entries: EntryWriter) => LogChores;
  readonly close: () => Promise<void>;
}

export interface LogChores {
  readonly tasks: readonly { readonly name: string; readonly everyMs: number; run(): Promise<void> }[];
  /** Why what is released at the level "witnessed" should wait for people, or null. */
  readonly problem: () => string | null;
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
  const keeper = new LogKeeper(sequencer, publisher, new Projector(pool, origin), async (because) => {
    await pool.query('update log_progress set frozen_because = $2 where origin = $1', [origin, because]);
  });
  keeper.start();
  return {
    keeper,
    outboxAgeSeconds: async () => {
      const { rows } = await pool.query<{ oldest: Date | null }>('select min(accepted_at) as oldest from audit_outbox');
      const oldest = rows[0]?.oldest;
      return oldest === null || oldest === undefined ? 0 : Math.max(0, (clock.nowMs() - oldest.getTime()) / 1_000);
    },
    chores: (entries) => choresOf(pool, entries, clock, producer),
    close: async () => {
      await keeper.stop();
      await pool.end();
    },
  };
}

function choresOf(pool: pg.Pool, entries: EntryWriter, clock: Clock, producer: string): LogChores {
  const config = new ConfigWatch(pool, entries, producer);
  const manifests = new ManifestWriter(pool, entries, clock, producer);
  const intents = new IntentWatch(pool, entries, clock, producer);
  const search = new SearchWatch(pool, entries, producer);
  return {
    tasks: [
      { name: 'log.config', everyMs: 60_000, run: () => config.run() },
      { name: 'log.manifest', everyMs: 60_000, run: async () => void (await manifests.run()) },
      { name: 'log.intents', everyMs: 300_000, run: async () => void (await intents.run()) },
      { name: 'log.search', everyMs: 3_600_000, run: () => search.run() },
    ],
    problem: () => config.problem ?? search.problem,
  };
}
