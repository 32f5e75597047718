import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';
import { dataSourceOptions, type ConnectionSettings } from './options.js';

@Global()
@Module({})
export class DatabaseModule {
  /** Call once per process. Entities come from each module's `TypeOrmModule.forFeature`. */
  static forProcess(settings: ConnectionSettings): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(settings), autoLoadEntities: true, retryAttempts: 20, retryDelay: 250 })],
      providers: [Database],
      exports: [Database],
    };
  }
}
