import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditSettings } from './audit-settings.js';
import { EntryWriter } from './entry/entry-writer.service.js';

@Global()
@Module({})
export class AuditModule {
  /** Call once per process; `Clock` must be provided by a global module. */
  static forProcess(settings: AuditSettings): DynamicModule {
    return {
      module: AuditModule,
      providers: [{ provide: AuditSettings, useValue: settings }, EntryWriter],
      exports: [EntryWriter, AuditSettings],
    };
  }
}
