import { appendFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { EntryWriter } from '#libs/audit';
import { Database, dataSourceOptions } from '#libs/database';
import { describeError, SystemClock } from '#libs/kernel';
import { someDraft } from '../journeys/log-house.js';

/** What the writing process is told, as JSON in WRITER. */
export interface WriterSettings {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly queuePrefix: string;
  readonly stateDir: string;
  readonly origin: string;
  readonly producer: string;
  readonly callers: number;
  readonly pauseMs: number;
  /** Each entry id goes here at the moment at which its access would be released, one a line. */
  readonly releasedFile: string;
  /** Dies by SIGKILL in the same turn in which it releases for the n-th time: no ring has left then. */
  readonly diesAtRelease?: number;
}

/**
 * Stands for a gateway in crash tests: the product's own way onto the log, three accesses by `append` and one in a transaction of
 * its own by turns, and a note of every access that it would have released. Refusals release nothing and are tried again.
 */
async function write(settings: WriterSettings): Promise<void> {
  const { databaseUrl, redisUrl, queuePrefix, releasedFile, callers, pauseMs } = settings;
  const role = 'cuao_gateway';
  const source = await connected(databaseUrl);
  const database = new Database(source);
  const doorbell = redisUrl === null ? null : { redisUrl, queuePrefix };
  const entries = new EntryWriter({ ...settings, role, doorbell, store: null, readsOpenings: true }, new SystemClock());
  let released = 0;
  const access = async (turn: number): Promise<void> => {
    const { entryId } =
      turn % 4 === 3 ? await database.transaction((tx) => entries.appendIn(tx, someDraft())) : await entries.append(someDraft());
    appendFileSync(releasedFile, `${entryId}\n`);
    released += 1;
    if (released === settings.diesAtRelease) process.kill(process.pid, 'SIGKILL');
  };
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.send?.({ ready: true });
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let turn = caller; ; turn += 1) {
        await access(turn).catch(say);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }),
  );
}

const said = new Set<string>();

/** Whatever went wrong, nothing was released. Each reason is told once. */
function say(error: unknown): void {
  const words = describeError(error).replace(/ent_[0-9a-f-]+/, 'an entry');
  if (!said.has(words)) process.stderr.write(`not released: ${words}\n`);
  said.add(words);
}

/** A database that is down at this moment is waited for, as a supervisor would. */
async function connected(databaseUrl: string): Promise<DataSource> {
  for (;;) {
    const source = new DataSource(dataSourceOptions({ databaseUrl, role: 'cuao_gateway', poolSize: 2, applicationName: 'crash-writer' }));
    try {
      return await source.initialize();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

await write(JSON.parse(process.env['WRITER'] ?? '{}') as WriterSettings);
