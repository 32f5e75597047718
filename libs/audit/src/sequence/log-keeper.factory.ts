import pg from 'pg';
import { connectionOptions } from '#libs/database';
import { describeError, logLine, UnavailableFault, type Clock } from '#libs/kernel';
import { AnchorKeeper, type TimeAuthoritySettings } from '../anchor/anchor-keeper.js';
import type { AuditSettings } from '../audit-settings.js';
import type { EntryWriter } from '../entry/entry-writer.service.js';
import { WitnessPolicyFile } from '../note/witness-policy.js';
import { remembered } from '../store/remembered-store.js';
import type { TileStore } from '../store/tile-store.js';
import { CompletenessWatch } from './completeness-watch.js';
import { ConfigWatch } from './config-watch.js';
import { CounterWatch } from './counter-watch.js';
import { Findings } from './findings.js';
import { FreezeNotice } from './freeze-notice.js';
import { IntentWatch } from './intent-watch.js';
import { LogKeeper } from './log-keeper.js';
import { ManifestWriter } from './manifest-writer.js';
import { Projector } from './projector.js';
import { Publisher } from './publisher.js';
import { RowWatch } from './row-watch.js';
import { SearchWatch } from './search-watch.js';
import { Sequencer } from './sequencer.js';
import { SignerClient } from './signer-client.js';
import { TrustWatch } from './trust-watch.js';

export interface KeeperSettings extends AuditSettings {
  readonly store: TileStore;
  readonly signerSocket: string;
  readonly logPolicyFile: string;
  /** Who stamps the log's checkpoints with a time that is not ours; null for nobody. */
  readonly timeAuthority: TimeAuthoritySettings | null;
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
  /** What people should look at, or null. */
  readonly problem: () => string | null;
}

/** Puts the sequencer, the publisher and the projector together on a pool of their own. */
export async function startLogKeeper(settings: KeeperSettings, clock: Clock): Promise<RunningKeeper> {
  const { origin, store, stateDir } = settings;
  const pool = keeperPool(settings);
  const sequencer = new Sequencer(pool, origin);
  const policy = new WitnessPolicyFile(settings.logPolicyFile);
  policy.get();
  await proven(store);
  const signer = new SignerClient(settings.signerSocket, origin);
  const publisher = new Publisher({ pool, origin, store: remembered(store, 'all'), stateDir, signer, policy, clock });
  const projector = new Projector(pool, origin);
  await sequencer.prepare();
  await projector.prepare(clock.now());
  const notice = new FreezeNotice(pool, origin);
  const keeper = new LogKeeper(sequencer, publisher, projector, (because) => notice.put('keeper', because));
  keeper.start();
  return {
    keeper,
    outboxAgeSeconds: async () => {
      const { rows } = await pool.query<{ oldest: Date | null }>('select min(accepted_at) as oldest from audit_outbox');
      const oldest = rows[0]?.oldest;
      return oldest === null || oldest === undefined ? 0 : Math.max(0, (clock.nowMs() - oldest.getTime()) / 1_000);
    },
    chores: (entries) => choresOf({ pool, entries, clock, notice, settings }),
    close: async () => {
      await keeper.stop();
      await pool.end();
    },
  };
}

/** One that does not answer now is tried out before the first file is written. @throws Misuse when it cannot keep its promises */
async function proven(store: TileStore): Promise<void> {
  try {
    await store.prove();
  } catch (error) {
    if (!(error instanceof UnavailableFault)) throw error;
    logLine('warn', 'log-keeper', 'the log goes on without its files', { error: describeError(error) });
  }
}

/**
 * A keeper that sleeps in the middle of a transaction (stopped, or its machine suspended) keeps the log from everybody else: the
 * server ends its session after five seconds, and its statements fail when it wakes.
 */
function keeperPool({ databaseUrl, role, producer }: KeeperSettings): pg.Pool {
  const { options, ...rest } = connectionOptions({ databaseUrl, role, poolSize: 5, applicationName: `cuao-log ${producer}` });
  const base = typeof options === 'string' ? `${options} ` : '';
  const pool = new pg.Pool({
    ...rest,
    keepAlive: true,
    query_timeout: 20_000,
    options: `${base}-c idle_in_transaction_session_timeout=5000`,
  });
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction is no event either: the next statement fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

interface ChoreHands {
  readonly pool: pg.Pool;
  readonly entries: EntryWriter;
  readonly clock: Clock;
  readonly notice: FreezeNotice;
  readonly settings: KeeperSettings;
}

function choresOf({ pool, entries, clock, notice, settings }: ChoreHands): LogChores {
  const { producer, origin, stateDir, store, timeAuthority } = settings;
  const findings = new Findings(pool, origin, entries, clock, producer);
  const config = new ConfigWatch(pool, entries, producer);
  const trust = new TrustWatch(pool, entries, producer, store);
  const manifests = new ManifestWriter(pool, entries, clock, producer);
  const intents = new IntentWatch(pool, entries, clock, producer);
  const search = new SearchWatch(pool, findings);
  const counters = new CounterWatch(pool, findings);
  const completeness = new CompletenessWatch(pool, findings, stateDir);
  const entryRows = new RowWatch(pool, findings, origin, store);
  const anchors = new AnchorKeeper({
    ...{ pool, origin, store, entries, findings, clock },
    actorProcess: producer,
    authority: timeAuthority,
  });
  let open: string | null = null;
  const problem = (): string | null => open ?? completeness.blindness ?? config.weakness ?? anchors.problem;
  // What a watch sees holds back releases in every process, not in this one alone.
  const told = (run: () => Promise<unknown>) => async (): Promise<void> => {
    try {
      await run();
    } finally {
      for (const { what, entryId } of config.incidents) await findings.keep('configuration_changed', what, entryId);
      open = await findings.firstOpen();
      await notice.put('watch', open ?? completeness.blindness);
    }
  };
  return {
    tasks: [
      { name: 'log.completeness', everyMs: 15_000, run: told(() => completeness.run()) },
      { name: 'log.config', everyMs: 60_000, run: told(() => config.run()) },
      { name: 'log.trust', everyMs: 5_000, run: () => trust.run() },
      { name: 'log.rows', everyMs: 60_000, run: told(() => entryRows.run()) },
      { name: 'log.manifest', everyMs: 60_000, run: async () => void (await manifests.run()) },
      // Due once an hour; the first is due as soon as there is a checkpoint.
      {
        name: 'log.anchor',
        everyMs: 10_000,
        run: async () => ((await anchors.run()) === 'failed' ? told(() => Promise.resolve())() : undefined),
      },
      { name: 'log.intents', everyMs: 300_000, run: async () => void (await intents.run()) },
      { name: 'log.search', everyMs: 3_600_000, run: told(() => search.run()) },
      { name: 'log.counters', everyMs: 3_600_000, run: told(() => counters.run()) },
    ],
    problem,
  };
}
