import { Module } from '@nestjs/common';
import { CatalogueResolver } from './catalogue/catalogue.resolver.js';
import { RuleCatalogue } from './catalogue/rule-catalogue.service.js';
import { RuleUseRepository } from './catalogue/rule-use.repository.js';
import { RuleUses } from './catalogue/rule-uses.service.js';
import { ExplanationAnswers } from './explanation/explanation-answers.service.js';
import { ExplanationResolver } from './explanation/explanation.resolver.js';
import { Explanations } from './explanation/explanations.service.js';

/** The second door: only the gateway opens it. Needs whoever answers `InspectedRecords` (libs/inspection) in the same process. */
@Module({
  providers: [RuleCatalogue, RuleUses, RuleUseRepository, CatalogueResolver, Explanations, ExplanationAnswers, ExplanationResolver],
})
export class RegulationApiModule {}
