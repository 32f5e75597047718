import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InspectedRecords } from '#libs/regulation';
import { EntryPresenter } from './entry-presenter.js';
import { LogExportStore } from './export/export-store.js';
import { LogExportEntity } from './export/log-export.entity.js';
import { LogExports } from './export/log-exports.service.js';
import { InspectedOrganisationEntity } from './inspected-organisation.entity.js';
import { InspectionClocks } from './inspection-clocks.service.js';
import { InspectionDecisionEntity } from './inspection-decision.entity.js';
import { InspectionTeamMemberEntity } from './inspection-team-member.entity.js';
import { LogAccess } from './log-access.service.js';
import { LogInspection } from './log-inspection.service.js';
import { PapersOfRecords } from './papers-of-records.service.js';
import { PapersRepository } from './papers.repository.js';

/** Needs `DatabaseModule`, an `AuditModule` that reads openings, the identity and regulation modules, and a `Clock` in the same process. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([InspectionDecisionEntity, InspectionTeamMemberEntity, InspectedOrganisationEntity, LogExportEntity])],
  providers: [
    PapersRepository,
    LogAccess,
    EntryPresenter,
    LogInspection,
    LogExportStore,
    LogExports,
    { provide: InspectedRecords, useClass: PapersOfRecords },
  ],
  exports: [PapersRepository, LogInspection, LogAccess, LogExports, InspectedRecords],
})
export class InspectionModule {}

/** For the worker: what ends by time. Needs the database and audit modules and a `Clock`; it makes no decision. */
@Module({ providers: [LogExportStore, InspectionClocks], exports: [InspectionClocks] })
export class InspectionClocksModule {}
