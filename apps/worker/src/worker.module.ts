import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, openTileStore, type AuditSettings, type TileStore } from '#libs/audit';
import type { ConfigOf } from '#libs/config';
import { DatabaseModule } from '#libs/database';
import { FootageClocksModule } from '#libs/footage';
import { InspectionClocksModule } from '#libs/inspection';
import { Clock, SystemClock } from '#libs/kernel';
import { RegulationClocksModule } from '#libs/regulation';
import { SharingClocksModule } from '#libs/sharing';

@Global()
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
export class ClockModule {}

@Module({})
export class WorkerModule {
  static forProcess(config: ConfigOf<'worker'>, audit: AuditSettings): DynamicModule {
    const { databaseUrl } = config;
    return {
      module: WorkerModule,
      imports: [
        ClockModule,
        DatabaseModule.forProcess({ databaseUrl, role: 'cuao_worker', poolSize: 5, applicationName: 'cuao-worker' }, { entities: 'none' }),
        AuditModule.forProcess(audit),
        RegulationClocksModule,
        SharingClocksModule,
        FootageClocksModule,
        InspectionClocksModule,
      ],
    };
  }
}

/** Opens the store of the log's files. @throws Misuse */
export function auditSettings(config: ConfigOf<'worker'>, clock: Clock): AuditSettings & { readonly store: TileStore } {
  const { databaseUrl, producer, logOrigin, stateDir, redisUrl, queuePrefix } = config;
  return {
    databaseUrl,
    role: 'cuao_worker',
    producer,
    origin: logOrigin,
    stateDir,
    store: openTileStore({ ...config, logStoreLockDays: config.logStoreLockDays }, clock),
    doorbell: { redisUrl, queuePrefix },
    readsOpenings: false,
  };
}
