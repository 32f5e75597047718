import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';
import { dataSourceOptions, type ConnectionSettings } from './options.js';

@Global()
@Module({})
export class DatabaseModule {
  /**
   * Call once per process. Entities come from each module's `TypeOrmModule.forFeature`; Nest gathers them when a front door is
   * merely imported, so a process that opens only some of the modules behind it asks for none and keeps to SQL.
   */
  static forProcess(
    settings: ConnectionSettings,
    options: { readonly entities: 'ofModules' | 'none' } = { entities: 'ofModules' },
  ): DynamicModule {
    const autoLoadEntities = options.entities === 'ofModules';
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(settings), autoLoadEntities, retryAttempts: 20, retryDelay: 250 })],
      providers: [Database],
      exports: [Database],
    };
  }
}
