import { Module } from '@nestjs/common';
import { CityResolver } from './city.resolver.js';
import { SystemState } from './system-state.service.js';
import { Vocabulary } from './vocabulary.service.js';

/** Fields that belong to no single lib: they join what audit, identity, registry and regulation know. */
@Module({ providers: [CityResolver, SystemState, Vocabulary], exports: [SystemState] })
export class CityApiModule {}
