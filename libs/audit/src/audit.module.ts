import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditSettings } from './audit-settings.js';
import { EntryWriter } from './entry/entry-writer.service.js';
import { Erasures } from './entry/erasures.service.js';
import { DiskSpace } from './read/disk-space.js';
import { EntryCounter } from './read/entry-counts.service.js';
import { ExportReader } from './read/export-reader.service.js';
import { ErasureRecords } from './read/erasure-records.service.js';
import { FindingRecords } from './read/finding-records.service.js';
import { LogFiles } from './read/log-file.js';
import { LogReader } from './read/log-reader.service.js';
import { LogReleases } from './read/log-releases.service.js';
import { PublishedLog } from './read/published-log.js';

@Global()
@Module({})
export class AuditModule {
  /** Call once per process. `Clock`, and `Database` where the process reads the log, must be provided by global modules. */
  static forProcess(settings: AuditSettings): DynamicModule {
    const { store } = settings;
    const folders = [settings.stateDir, store?.folder].filter((folder) => typeof folder === 'string');
    const services = [
      EntryWriter,
      LogReleases,
      ...(store === null ? [] : [PublishedLog, LogReader, EntryCounter, FindingRecords]),
      ...(settings.readsOpenings ? [Erasures, ErasureRecords] : []),
      ...(settings.readsOpenings && store !== null ? [ExportReader] : []),
    ];
    return {
      module: AuditModule,
      providers: [
        { provide: AuditSettings, useValue: settings },
        { provide: DiskSpace, useValue: new DiskSpace(folders) },
        ...(store === null ? [] : [{ provide: LogFiles, useValue: new LogFiles(store) }]),
        ...services,
      ],
      exports: [AuditSettings, ...(store === null ? [] : [LogFiles]), ...services],
    };
  }
}
