import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, type AuditSettings } from '#libs/audit';
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
  static forProcess(config: ConfigOf<'worker'>): DynamicModule {
    const { databaseUrl } = config;
    return {
      module: WorkerModule,
      imports: [
        ClockModule,
        DatabaseModule.forProcess({ databaseUrl, role: 'cuao_worker', poolSize: 5, applicationName: 'cuao-worker' }, { entities: 'none' }),
        AuditModule.forProcess(auditSettings(config)),
        RegulationClocksModule,
        SharingClocksModule,
        FootageClocksModule,
        InspectionClocksModule,
      ],
    };
  }
}

export function auditSettings(config: ConfigOf<'worker'>): AuditSettings {
  const { databaseUrl, producer, logOrigin, stateDir, logDir, redisUrl, queuePrefix } = config;
  return {
    databaseUrl,
    role: 'cuao_worker',
    producer,
    origin: logOrigin,
    stateDir,
    logDir,
    doorbell: { redisUrl, queuePrefix },
    readsOpenings: false,
  };
}
