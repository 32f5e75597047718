import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditSettings } from './audit-settings.js';
import { EntryWriter } from './entry/entry-writer.service.js';
import { Erasures } from './entry/erasures.service.js';
import { DiskSpace } from './read/disk-space.js';
import { EntryCounter } from './read/entry-counts.service.js';
import { ExportReader } from './read/export-reader.service.js';
import { ErasureRecords } from './read/erasure-records.service.js';
import { FindingRecords } from './read/finding-records.service.js';
import { LogReader } from './read/log-reader.service.js';
import { LogReleases } from './read/log-releases.service.js';
import { PublishedLog } from './read/published-log.js';

@Global()
@Module({})
export class AuditModule {
  /** Call once per process. `Clock`, and `Database` where the process reads the log, must be provided by global modules. */
  static forProcess(settings: AuditSettings): DynamicModule {
    const folders = [settings.stateDir, ...(settings.logDir === null ? [] : [settings.logDir])];
    const services = [
      EntryWriter,
      LogReleases,
      ...(settings.logDir === null ? [] : [PublishedLog, LogReader, EntryCounter, FindingRecords]),
      ...(settings.readsOpenings ? [Erasures, ErasureRecords] : []),
      ...(settings.readsOpenings && settings.logDir !== null ? [ExportReader] : []),
    ];
    return {
      module: AuditModule,
      providers: [{ provide: AuditSettings, useValue: settings }, { provide: DiskSpace, useValue: new DiskSpace(folders) }, ...services],
      exports: [AuditSettings, ...services],
    };
  }
}
