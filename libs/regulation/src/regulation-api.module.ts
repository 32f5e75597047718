import { Module } from '@nestjs/common';
import { Benches } from './bench/bench.js';
import { StandingBench } from './bench/standing-bench.js';
import { CatalogueResolver } from './catalogue/catalogue.resolver.js';
import { RuleCatalogue } from './catalogue/rule-catalogue.service.js';
import { RuleUseRepository } from './catalogue/rule-use.repository.js';
import { RuleUses } from './catalogue/rule-uses.service.js';
import { DecisionRecords } from './decision-records.service.js';
import { DifferenceAnswers } from './difference/difference-answers.service.js';
import { DifferenceResolver } from './difference/difference.resolver.js';
import { Differences } from './difference/differences.service.js';
import { ExplanationAnswers } from './explanation/explanation-answers.service.js';
import { ExplanationResolver } from './explanation/explanation.resolver.js';
import { Explanations } from './explanation/explanations.service.js';
import { ImpactAnswers } from './impact/impact-answers.service.js';
import { ImpactRepository } from './impact/impact.repository.js';
import { ImpactResolver } from './impact/impact.resolver.js';
import { Impacts } from './impact/impacts.service.js';
import { ReplayAnswers } from './replay/replay-answers.service.js';
import { ReplayResolver } from './replay/replay.resolver.js';
import { Replays } from './replay/replays.service.js';
import { TrialAnswers } from './trial/trial-answers.service.js';
import { TrialResolver } from './trial/trial.resolver.js';
import { Trials } from './trial/trials.service.js';

/**
 * The second door: only the gateway opens it. Needs whoever answers `InspectedRecords` (libs/inspection) and an `AuditModule`
 * that reads the log in the same process.
 */
@Module({
  providers: [
    Benches,
    StandingBench,
    DecisionRecords,
    RuleUseRepository,
    RuleUses,
    RuleCatalogue,
    CatalogueResolver,
    Differences,
    DifferenceAnswers,
    DifferenceResolver,
    Explanations,
    ExplanationAnswers,
    ExplanationResolver,
    Replays,
    ReplayAnswers,
    ReplayResolver,
    Trials,
    TrialAnswers,
    TrialResolver,
    ImpactRepository,
    Impacts,
    ImpactAnswers,
    ImpactResolver,
  ],
})
export class RegulationApiModule {}
