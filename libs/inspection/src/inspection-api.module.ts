import { Module, type OnModuleInit } from '@nestjs/common';
import { NodeSources } from '#libs/registry';
import { LogExportResolver } from './export/log-export.resolver.js';
import { LogExportView } from './export/log-export-view.service.js';
import { InspectionModule } from './inspection.module.js';
import { InspectionResolver } from './inspection.resolver.js';
import { InspectionView } from './inspection-view.service.js';
import { ErasureActs } from './erasure/erasure-acts.service.js';
import { ErasureAnswers } from './erasure/erasure-answers.service.js';
import { ErasureView } from './erasure/erasure-view.service.js';
import { ErasureResolver } from './erasure/erasure.resolver.js';
import { FindingClosures } from './health/finding-closures.service.js';
import { LogHealthAnswers } from './health/log-health-answers.service.js';
import { LogHealthResolver } from './health/log-health.resolver.js';
import { RepetitionAlertResolver } from './repetition-alert.resolver.js';
import { RepetitionInspection } from './repetition-inspection.service.js';
import { LogInspection } from './log-inspection.service.js';

/** The second door: only the gateway opens it. */
@Module({
  imports: [InspectionModule],
  providers: [
    InspectionView,
    InspectionResolver,
    RepetitionInspection,
    RepetitionAlertResolver,
    LogExportView,
    LogExportResolver,
    FindingClosures,
    LogHealthAnswers,
    LogHealthResolver,
    ErasureActs,
    ErasureView,
    ErasureAnswers,
    ErasureResolver,
  ],
})
export class InspectionApiModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly inspection: LogInspection,
  ) {}

  onModuleInit(): void {
    this.nodes.add({ prefix: 'ent', action: 'read_own_entries', find: (viewer, id) => this.inspection.entry(viewer, id) });
  }
}
