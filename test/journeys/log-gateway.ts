import { DataSource } from 'typeorm';
import { DiskSpace, FolderStore, LogReader, LogReleases, PublishedLog, type AuditSettings, type TileStore } from '#libs/audit';
import { Database, dataSourceOptions } from '#libs/database';
import { SystemClock, type Clock } from '#libs/kernel';
import { origin, type LogHouse } from './log-house.js';

/** The read side of a house's log, as the gateway has it. */
export interface LogGateway {
  readonly settings: AuditSettings;
  readonly database: Database;
  readonly reader: LogReader;
  /** The same reader by another clock. */
  readonly readerAt: (clock: Clock) => LogReader;
  readonly close: () => Promise<void>;
}

export async function openLogGateway(
  { services, logDir }: Pick<LogHouse, 'services' | 'logDir'>,
  clock: Clock = new SystemClock(),
  store: TileStore = new FolderStore(logDir),
): Promise<LogGateway> {
  const { databaseUrl, stateDir } = services;
  const role = 'cuao_gateway';
  const source = await new DataSource(dataSourceOptions({ databaseUrl, role, poolSize: 8, applicationName: 'test' })).initialize();
  const database = new Database(source);
  const settings: AuditSettings = {
    databaseUrl,
    role,
    producer: 'gateway-1',
    origin,
    stateDir,
    doorbell: null,
    store,
    readsOpenings: true,
  };
  const readerAt = (by: Clock): LogReader => new LogReader(settings, database, by, new PublishedLog(settings));
  return { settings, database, reader: readerAt(clock), readerAt, close: () => source.destroy() };
}

/** What the log's health lets the gateway of a house release. The caller ends it (`onModuleDestroy`). */
export function openReleases(
  { services }: Pick<LogHouse, 'services'>,
  disk = new DiskSpace([services.stateDir]),
  store: TileStore | null = null,
): LogReleases {
  const { databaseUrl, stateDir } = services;
  return new LogReleases(
    { databaseUrl, role: 'cuao_gateway', producer: 'gateway-1', origin, stateDir, doorbell: null, store, readsOpenings: false },
    new SystemClock(),
    disk,
  );
}
